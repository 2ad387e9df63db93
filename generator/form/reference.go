package form

import "reflect"

// An ID is an id that a record declares.
type ID struct {
	Text  Text
	Space string // "source", "part", "measure", "actor", "fact"
}

// A Reference is an id that a record names.
type Reference struct {
	Text   Text
	Key    string   // of the field that names it
	Spaces []string // in one of which it must be declared
}

// IDs returns the ids that a record and the tables within it declare, in the
// order of their fields. record is a struct or a pointer to one.
func IDs(record any) []ID {
	var out []ID
	visit(reflect.Indirect(reflect.ValueOf(record)), func(f *Field, v reflect.Value) {
		if f.ID == "" {
			return
		}
		if t := v.Interface().(Text); t.Given() {
			out = append(out, ID{t, f.ID})
		}
	})
	return out
}

// References returns the ids that a record and the tables within it name.
func References(record any) []Reference {
	var out []Reference
	visit(reflect.Indirect(reflect.ValueOf(record)), func(f *Field, v reflect.Value) {
		if len(f.Refs) == 0 {
			return
		}
		for _, t := range texts(v) {
			out = append(out, Reference{t, f.Key, f.Refs})
		}
	})
	return out
}

// visit calls do for every field of a struct and of the tables within it.
func visit(v reflect.Value, do func(*Field, reflect.Value)) {
	fields := Fields(v.Type())
	for i := range fields {
		f := &fields[i]
		value := v.FieldByIndex(f.index)
		if f.Type != Tables {
			do(f, value)
			continue
		}
		for j := range value.Len() {
			visit(value.Index(j), do)
		}
	}
}

// texts returns what a field that holds ids names; a text that was left out
// or is "" names nothing.
func texts(v reflect.Value) []Text {
	switch x := v.Interface().(type) {
	case Text:
		if x.Value != "" {
			return []Text{x}
		}
	case []Text:
		return x
	case Map:
		var out []Text
		for _, p := range x {
			out = append(out, p.Values...)
		}
		return out
	}
	return nil
}
