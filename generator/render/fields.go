package render

import (
	"reflect"
	"strings"
	"sync"
)

// A field is a field or method of a value that layouts see.
type field struct{ name, kind string }

type fields []field

func (f fields) names() []string {
	var names []string
	for _, one := range f {
		names = append(names, one.name)
	}
	return names
}

// String lists the fields with their types.
func (f fields) String() string {
	var list []string
	for _, one := range f {
		list = append(list, strings.TrimSpace(one.name+" "+one.kind))
	}
	return strings.Join(list, ", ")
}

// fieldsOf returns the fields of a struct that layouts can reach, by the name
// of its type ("page.Ref"), and false for any other type.
func fieldsOf(typeName string) (fields, bool) {
	t, ok := reachable()[strings.TrimLeft(typeName, "*")]
	if !ok {
		return nil, false
	}
	var out fields
	for _, f := range reflect.VisibleFields(t) {
		if f.IsExported() && !f.Anonymous {
			out = append(out, field{f.Name, f.Type.String()})
		}
	}
	for i := range t.NumMethod() {
		out = append(out, field{t.Method(i).Name, ""})
	}
	return out, true
}

// reachable are the structs that layouts can reach, by the names of their
// types.
var reachable = sync.OnceValue(func() map[string]reflect.Type {
	types := map[string]reflect.Type{}
	for _, root := range []any{View{}, Text{}, Paragraph{}, Fact{}, Cell{}} {
		reach(reflect.TypeOf(root), types)
	}
	for _, value := range kinds {
		if value != nil {
			reach(reflect.TypeOf(value), types)
		}
	}
	return types
})

func reach(t reflect.Type, types map[string]reflect.Type) {
	switch t.Kind() {
	case reflect.Slice, reflect.Pointer:
		reach(t.Elem(), types)
	case reflect.Struct:
		if _, known := types[t.String()]; known {
			return
		}
		types[t.String()] = t
		for i := range t.NumField() {
			reach(t.Field(i).Type, types)
		}
	}
}
