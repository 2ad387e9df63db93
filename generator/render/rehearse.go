package render

import (
	"errors"
	"html/template"
	"io"
	"reflect"

	"factsheet/generator/diag"
)

// rehearse executes the layout of a kind on a value in which nothing is empty,
// so that a field that does not exist, or a template, shows when the layouts
// are parsed and not on the first page that gets so far. Any other failure may
// be the value's and is left to the pages.
func (l *Layouts) rehearse(kind string) []diag.Diagnostic {
	err := l.sets[kind].execute(io.Discard, "base.html", maxRounds, view(sampled(kind, "x")))
	var escape *template.Error
	if err == nil || !errors.As(err, &escape) && !isCertain(err) {
		return nil
	}
	return []diag.Diagnostic{l.explain(err, kind)}
}

func isCertain(err error) bool {
	at := located.FindStringSubmatch(err.Error())
	var own fault
	return at != nil && (noField.MatchString(at[5]) || noTemplate.MatchString(at[5])) || errors.As(err, &own)
}

// sampled is the page of a kind with words for every string.
func sampled(kind, words string) Page {
	p := Page{}
	fill(reflect.ValueOf(&p).Elem(), words, 0)
	p.Kind = kind
	if value := kinds[kind]; value != nil {
		v := reflect.New(reflect.TypeOf(value)).Elem()
		fill(v, words, 0)
		p.Value = v.Interface()
	}
	return p
}

// maxFill bounds how deep values are filled, should a type hold itself.
const maxFill = 8

// fill makes every list one long and every bool true.
func fill(v reflect.Value, words string, depth int) {
	if depth > maxFill {
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), words, depth+1)
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		if v.Type().Elem().Kind() == reflect.Uint8 {
			v.SetBytes([]byte(words))
		}
		fill(v.Index(0), words, depth+1)
	case reflect.String:
		if v.Type().PkgPath() == reflect.TypeFor[template.HTML]().PkgPath() {
			words = "x" // escaped by whoever made it
		}
		v.SetString(words)
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int:
		v.SetInt(1)
	}
}
