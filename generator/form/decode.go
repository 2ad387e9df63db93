package form

import (
	"fmt"
	"reflect"
	"strings"
	"sync"

	"factsheet/generator/diag"
	"factsheet/generator/text"
	"factsheet/generator/tomlfile"
)

// Decode fills the struct that into points to from a table, by the rules for
// records of the kind ("" where a struct knows no kinds), and returns what is
// wrong with the form. name is what a record of this type is called in
// messages: "source", "figure".
func Decode(file *text.File, table *tomlfile.Table, into any, name, kind string) []diag.Diagnostic {
	d := decoder{file: file, kind: kind, draft: isDraft(table)}
	d.record(table, reflect.ValueOf(into).Elem(), name)
	return d.found
}

func isDraft(t *tomlfile.Table) bool {
	v := t.Get("draft")
	return v != nil && v.Kind == tomlfile.Boolean && v.Boolean
}

type decoder struct {
	file  *text.File
	kind  string
	draft bool
	found []diag.Diagnostic
}

func (d *decoder) record(table *tomlfile.Table, into reflect.Value, name string) {
	if r, ok := into.Addr().Interface().(placed); ok {
		r.stand(Record{File: d.file, Span: table.Span})
	}
	fields := Fields(into.Type())
	var meant []string // by keys that are misspelt
	for _, entry := range table.Entries {
		if field := find(fields, entry.Key, d.kind); field != nil {
			d.value(field, entry.Value, reach(into, field.index))
			continue
		}
		unknown := d.unknown(fields, entry, name)
		meant = append(meant, unknown.Help)
		d.add(unknown)
	}
	fill(fields, into)
	d.missing(fields, table, name, meant)
	d.empty(fields, table, name)
}

// reach returns a field of a record, and makes the struct that it stands in
// where a pointer to that is embedded.
func reach(record reflect.Value, index []int) reflect.Value {
	v := record
	for _, i := range index {
		if v.Kind() == reflect.Pointer {
			if v.IsNil() {
				v.Set(reflect.New(v.Type().Elem()))
			}
			v = v.Elem()
		}
		v = v.Field(i)
	}
	return v
}

// fill makes the pointers embedded in a record that lead nowhere lead to a
// struct that is empty, the same for all.
func fill(fields []Field, record reflect.Value) {
	for i := range fields {
		if v := record.Field(fields[i].index[0]); v.Kind() == reflect.Pointer && v.IsNil() {
			empty, _ := empties.LoadOrStore(v.Type(), reflect.New(v.Type().Elem()))
			v.Set(empty.(reflect.Value))
		}
	}
}

var empties sync.Map // type of a pointer → reflect.Value

// find returns the field of a key that a record of the kind may have, or nil.
func find(fields []Field, key, kind string) *Field {
	for i := range fields {
		if fields[i].Key == key && fields[i].Allowed(kind) {
			return &fields[i]
		}
	}
	return nil
}

func (d *decoder) unknown(fields []Field, entry tomlfile.Entry, name string) diag.Diagnostic {
	x := UnknownKey(diag.Place{File: d.file, Span: entry.KeySpan}, entry.Key, name, keys(fields, d.kind))
	for i := range fields {
		if fields[i].Key == entry.Key {
			x.Message += fmt.Sprintf(", which sheets of kind %q have", strings.Join(fields[i].kinds, `" and "`))
		}
	}
	return x
}

// UnknownKey is the finding that a record of that name has no such key. Its
// help is the key that was meant, where one is near.
func UnknownKey(place diag.Place, key, name string, valid []string) diag.Diagnostic {
	help := "one of " + strings.Join(valid, ", ")
	if near, ok := diag.Nearest(key, valid); ok {
		help = near
	}
	return diag.Diagnostic{
		Code: "unknown-key", Severity: diag.Error, Place: place,
		Message: fmt.Sprintf("a %s has no key %q", name, key), Help: help,
	}
}

func keys(fields []Field, kind string) []string {
	var out []string
	for i := range fields {
		if fields[i].Allowed(kind) {
			out = append(out, fields[i].Key)
		}
	}
	return out
}

func (d *decoder) value(f *Field, v *tomlfile.Value, into reflect.Value) {
	switch f.Type {
	case String:
		*at[Text](into) = d.text(f, v)
	case Dated:
		*at[Date](into) = d.date(f, v)
	case Amount:
		*at[Number](into) = d.number(f, v)
	case Bool:
		into.SetBool(d.is(f, v, tomlfile.Boolean) && v.Boolean)
	case Strings:
		*at[[]Text](into) = d.texts(f, v)
	case Pairs:
		*at[Map](into) = d.pairs(f, v)
	case Tables:
		d.tables(f, v, into)
	}
}

// at returns the field that v stands for. What is taken out of v itself, or
// put into it, is copied to the heap each time.
func at[T any](v reflect.Value) *T { return v.Addr().Interface().(*T) }

func (d *decoder) texts(f *Field, v *tomlfile.Value) []Text {
	if !d.is(f, v, tomlfile.Array) {
		return nil
	}
	out := make([]Text, 0, len(v.Items))
	for _, item := range v.Items {
		if d.is(f, item, tomlfile.String) {
			out = append(out, Text{Value: item.Text, Span: item.Content})
		}
	}
	return out
}

func (d *decoder) pairs(f *Field, v *tomlfile.Value) Map {
	if !d.is(f, v, tomlfile.TableKind) {
		return nil
	}
	var out Map
	for _, e := range v.Table.Entries {
		p := Pair{Key: Text{Value: e.Key, Span: e.KeySpan}}
		if e.Value.Kind == tomlfile.Array {
			p.Values = d.texts(f, e.Value)
		} else if d.is(f, e.Value, tomlfile.String) {
			p.Values = []Text{{Value: e.Value.Text, Span: e.Value.Content}}
		}
		out = append(out, p)
	}
	return out
}

func (d *decoder) tables(f *Field, v *tomlfile.Value, into reflect.Value) {
	if !d.is(f, v, tomlfile.Array) {
		return
	}
	list, n := reflect.MakeSlice(into.Type(), len(v.Items), len(v.Items)), 0
	for _, item := range v.Items {
		if d.is(f, item, tomlfile.TableKind) {
			d.record(item.Table, list.Index(n), singular(f.Key))
			n++
		}
	}
	into.Set(list.Slice(0, n))
}

func (d *decoder) bad(span text.Span, message, help string) {
	d.report("bad-value", span, message, help)
}

func (d *decoder) report(code string, span text.Span, message, help string) {
	d.add(diag.Diagnostic{
		Code: code, Severity: diag.Error, Place: diag.Place{File: d.file, Span: span},
		Message: message, Help: help,
	})
}

func (d *decoder) add(x diag.Diagnostic) {
	if d.draft {
		x.Severity = diag.Warning
	}
	d.found = append(d.found, x)
}

// singular is what one element of a list is called: "part" of "parts".
func singular(key string) string {
	switch key {
	case "evidence":
		return "piece of evidence"
	case "silent":
		return "silence"
	case "allow":
		return "permission"
	case "corrected":
		return "correction"
	}
	return strings.TrimSuffix(key, "s")
}
