package form

import (
	"reflect"
	"slices"
	"strings"
	"sync"
)

// A Type is the shape of a field's value.
type Type uint8

// The shapes.
const (
	String  Type = iota + 1
	Dated        // an EDTF string
	Amount       // a number or a word
	Bool         // true or false
	Strings      // an array of strings
	Pairs        // an inline table of the author's own keys
	Tables       // an array of tables, which have fields of their own
)

// A Field is the description of one key of a record.
type Field struct {
	Key  string
	Doc  string
	Type Type
	Refs []string     // the spaces of ids that it may refer to
	ID   string       // the space in which it declares an id, or ""
	Elem reflect.Type // of Tables: the struct of one table

	need  []string
	kinds []string
	one   map[string][]string // words by kind; "" holds those of every other kind
	empty string              // when a needed text may be "": "ok" always, "draft" in a draft
	is    string              // what a text must be: "id", "address", "language"
	like  string              // an example
	index []int               // as reflect.Value.FieldByIndex takes it
}

// Needed reports whether a record of the kind must have the field.
func (f *Field) Needed(kind string) bool {
	return slices.Contains(f.need, "always") || slices.Contains(f.need, kind)
}

// Allowed reports whether a record of the kind may have the field.
func (f *Field) Allowed(kind string) bool {
	return len(f.kinds) == 0 || slices.Contains(f.kinds, kind)
}

// Words returns the words that the field may be in a record of the kind; nil
// where it may be any.
func (f *Field) Words(kind string) []string {
	if words, ok := f.one[kind]; ok {
		return words
	}
	return f.one[""]
}

// Fields returns the fields of a record's struct in the order of their
// declaration. The slice is shared: callers do not change it.
func Fields(t reflect.Type) []Field {
	if known, ok := plans.Load(t); ok {
		return known.([]Field)
	}
	fields, _ := plans.LoadOrStore(t, describe(t))
	return fields.([]Field)
}

var plans sync.Map // reflect.Type → []Field

func describe(t reflect.Type) []Field {
	var fields []Field
	for _, sf := range reflect.VisibleFields(t) {
		key, ok := sf.Tag.Lookup("key")
		if !ok {
			continue
		}
		fields = append(fields, Field{
			Key: key, Doc: sf.Tag.Get("doc"), Type: shape(sf.Type),
			Refs: strings.Fields(sf.Tag.Get("ref")), ID: sf.Tag.Get("id"), Elem: element(sf.Type),
			need: strings.Fields(sf.Tag.Get("need")), kinds: strings.Fields(sf.Tag.Get("kinds")),
			one: enumerations(sf.Tag.Get("one")), empty: sf.Tag.Get("empty"),
			is: sf.Tag.Get("is"), like: sf.Tag.Get("like"), index: sf.Index,
		})
	}
	return fields
}

func shape(t reflect.Type) Type {
	switch t {
	case reflect.TypeFor[Text]():
		return String
	case reflect.TypeFor[Date]():
		return Dated
	case reflect.TypeFor[Number]():
		return Amount
	case reflect.TypeFor[bool]():
		return Bool
	case reflect.TypeFor[[]Text]():
		return Strings
	case reflect.TypeFor[Map]():
		return Pairs
	}
	if t.Kind() == reflect.Slice && t.Elem().Kind() == reflect.Struct {
		return Tables
	}
	panic("form: no field can be of type " + t.String())
}

func element(t reflect.Type) reflect.Type {
	if shape(t) != Tables {
		return nil
	}
	return t.Elem()
}

// enumerations reads the tag "one": words for every kind, and "kind=a|b" for
// one.
func enumerations(tag string) map[string][]string {
	out := map[string][]string{}
	for _, word := range strings.Fields(tag) {
		kind, words, ok := strings.Cut(word, "=")
		if ok {
			out[kind] = strings.Split(words, "|")
		} else {
			out[""] = append(out[""], word)
		}
	}
	return out
}
