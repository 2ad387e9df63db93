package form

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"factsheet/generator/diag"
	"factsheet/generator/edtf"
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
	if r := into.FieldByName("Record"); r.IsValid() {
		r.Set(reflect.ValueOf(Record{File: d.file, Span: table.Span}))
	}
	fields := Fields(into.Type())
	for _, entry := range table.Entries {
		field := d.field(fields, entry, name)
		if field != nil {
			d.value(field, entry.Value, into.FieldByIndex(field.index))
		}
	}
	d.missing(fields, table, name)
}

// field returns the description of an entry's key, or nil after saying that
// there is none.
func (d *decoder) field(fields []Field, entry tomlfile.Entry, name string) *Field {
	for i := range fields {
		if fields[i].Key == entry.Key && fields[i].Allowed(d.kind) {
			return &fields[i]
		}
	}
	d.add(UnknownKey(diag.Place{File: d.file, Span: entry.KeySpan}, entry.Key, name, keys(fields, d.kind)))
	return nil
}

// UnknownKey is the finding that a record of that name has no such key.
func UnknownKey(place diag.Place, key, name string, valid []string) diag.Diagnostic {
	help := "keys of a " + name + ": " + strings.Join(valid, ", ")
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

func (d *decoder) missing(fields []Field, table *tomlfile.Table, name string) {
	for i := range fields {
		f := &fields[i]
		if !f.Needed(d.kind) {
			continue
		}
		switch v := table.Get(f.Key); {
		case v == nil:
			d.report("missing-field", table.Span, fmt.Sprintf("this %s has no %q: %s", name, f.Key, f.Doc),
				f.Key+" = "+f.example(d.kind))
		case v.Kind == tomlfile.String && v.Text == "" && f.Type == String && !d.mayBeEmpty(f):
			d.report("missing-field", v.Content, fmt.Sprintf("this %s has an empty %q: %s", name, f.Key, f.Doc), "")
		}
	}
}

func (d *decoder) mayBeEmpty(f *Field) bool {
	return f.empty == "ok" || f.empty == "draft" && d.draft
}

// example is a value to paste and change.
func (f *Field) example(kind string) string {
	if words := f.Words(kind); len(words) > 0 {
		return fmt.Sprintf("%q", words[0])
	}
	switch f.Type {
	case Amount:
		return "0"
	case Bool:
		return "true"
	case Strings:
		return `[""]`
	case Tables:
		return "[{ }]"
	case Dated:
		return `"2031-03-05"`
	}
	return `""`
}

func (d *decoder) value(f *Field, v *tomlfile.Value, into reflect.Value) {
	switch f.Type {
	case String:
		into.Set(reflect.ValueOf(d.text(f, v)))
	case Dated:
		into.Set(reflect.ValueOf(d.date(f, v)))
	case Amount:
		into.Set(reflect.ValueOf(d.number(f, v)))
	case Bool:
		into.SetBool(d.is(f, v, tomlfile.Boolean) && v.Boolean)
	case Strings:
		into.Set(reflect.ValueOf(d.texts(f, v)))
	case Pairs:
		into.Set(reflect.ValueOf(d.pairs(f, v)))
	case Tables:
		d.tables(f, v, into)
	}
}

func (d *decoder) text(f *Field, v *tomlfile.Value) Text {
	if !d.is(f, v, tomlfile.String) {
		return Text{}
	}
	t := Text{Value: v.Text, Span: v.Content}
	switch words := f.Words(d.kind); {
	case words != nil && !slices.Contains(words, t.Value):
		d.bad(t.Span, fmt.Sprintf("%s is %q, which is none of its words", f.Key, t.Value), choice(f.Key, t.Value, words))
	case f.ID != "":
		d.checkID(t)
	}
	return t
}

func (d *decoder) checkID(t Text) {
	if !IsID(t.Value) {
		d.bad(t.Span, fmt.Sprintf("the id %q is not made of small letters, digits and single hyphens", t.Value), Slug(t.Value))
	}
}

func choice(key, word string, words []string) string {
	if near, ok := diag.Nearest(word, words); ok {
		return fmt.Sprintf("%s = %q", key, near)
	}
	return "one of " + strings.Join(words, ", ")
}

func (d *decoder) date(f *Field, v *tomlfile.Value) Date {
	if v.Kind == tomlfile.Datetime {
		d.report("bad-date", v.Span, fmt.Sprintf("%s is a date of TOML's, where a string is wanted", f.Key),
			fmt.Sprintf("%s = %q", f.Key, v.Text))
		return Date{}
	}
	if !d.is(f, v, tomlfile.String) {
		return Date{}
	}
	out := Date{Text: Text{Value: v.Text, Span: v.Content}}
	var err error
	if out.Date, err = edtf.Parse(v.Text); err != nil {
		d.report("bad-date", v.Content, fmt.Sprintf("%s: %v", f.Key, err), fix(f.Key, err))
	}
	return out
}

// fix is the first date that may have been meant, to paste.
func fix(key string, err error) string {
	var e *edtf.Error
	if errors.As(err, &e) && len(e.Fixes) > 0 {
		return fmt.Sprintf("%s = %q", key, e.Fixes[0])
	}
	return ""
}

func (d *decoder) number(f *Field, v *tomlfile.Value) Number {
	n := Number{Text: Text{Value: v.Text, Span: v.Span}, Numeric: true}
	switch v.Kind {
	case tomlfile.Integer:
		n.Value = float64(v.Integer)
	case tomlfile.Float:
		n.Value = v.Float
	case tomlfile.String:
		n.Numeric, n.Span = false, v.Content
		if v.Text == "" {
			d.bad(v.Span, f.Key+" is empty: a number, or the text's own word for it", "")
		}
	default:
		d.is(f, v, tomlfile.Integer)
	}
	return n
}

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
	list := reflect.MakeSlice(into.Type(), 0, len(v.Items))
	for _, item := range v.Items {
		if d.is(f, item, tomlfile.TableKind) {
			elem := reflect.New(f.Elem).Elem()
			d.record(item.Table, elem, singular(f.Key))
			list = reflect.Append(list, elem)
		}
	}
	into.Set(list)
}

// is reports whether a value is of the kind, and says so where it is not.
func (d *decoder) is(f *Field, v *tomlfile.Value, kind tomlfile.Kind) bool {
	if v.Kind == kind {
		return true
	}
	help := ""
	switch {
	case kind == tomlfile.String && v.Kind != tomlfile.Array && v.Kind != tomlfile.TableKind:
		help = fmt.Sprintf("%q", v.Text)
	case kind == tomlfile.Array && v.Kind == tomlfile.String:
		help = fmt.Sprintf("[%q]", v.Text)
	case kind == tomlfile.Array && v.Kind == tomlfile.TableKind:
		help = "[{ … }]"
	}
	d.bad(v.Span, fmt.Sprintf("%s wants %s, and this is %s", f.Key, article(kind), article(v.Kind)), help)
	return false
}

func article(k tomlfile.Kind) string {
	switch k {
	case tomlfile.String:
		return "a string"
	case tomlfile.Integer, tomlfile.Float:
		return "a number"
	case tomlfile.Boolean:
		return "true or false"
	case tomlfile.Array:
		return "a list"
	case tomlfile.TableKind:
		return "a table"
	}
	return "a date without quotation marks"
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
	case "evidence", "silent", "allow", "corrected":
		return map[string]string{"evidence": "piece of evidence", "silent": "silence", "allow": "permission", "corrected": "correction"}[key]
	}
	return strings.TrimSuffix(key, "s")
}
