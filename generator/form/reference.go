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
// order of their fields. record is a pointer to a struct.
func IDs(record any) []ID {
	var out []ID
	visit(reflect.ValueOf(record).Elem(), declares, func(f *Field, v reflect.Value) {
		if t := *at[Text](v); t.Given() {
			out = append(out, ID{t, f.ID})
		}
	})
	return out
}

// References returns the ids that a record, a pointer to a struct, and the
// tables within it name.
func References(record any) []Reference {
	var out []Reference
	visit(reflect.ValueOf(record).Elem(), refers, func(f *Field, v reflect.Value) {
		add := func(t Text) { out = append(out, Reference{t, f.Key, f.Refs}) }
		switch x := v.Addr().Interface().(type) {
		case *Text:
			if x.Value != "" { // one that was left out or is "" names nothing
				add(*x)
			}
		case *[]Text:
			for _, t := range *x {
				add(t)
			}
		case *Map:
			for _, p := range *x {
				for _, t := range p.Values {
					add(t)
				}
			}
		}
	})
	return out
}

func declares(f *Field) bool { return f.ID != "" }
func refers(f *Field) bool   { return len(f.Refs) > 0 }

// visit calls do for the fields of a struct, and of the tables within it, that
// are wanted.
func visit(v reflect.Value, wanted func(*Field) bool, do func(*Field, reflect.Value)) {
	fields := Fields(v.Type())
	for i := range fields {
		f := &fields[i]
		switch {
		case f.Type == Tables:
			for list, j := v.FieldByIndex(f.index), 0; j < list.Len(); j++ {
				visit(list.Index(j), wanted, do)
			}
		case wanted(f):
			do(f, v.FieldByIndex(f.index))
		}
	}
}
