package form

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"factsheet/generator/text"
	"factsheet/generator/tomlfile"
)

// missing reports, as one finding, the fields that a record needs and does not
// have; those meant by a misspelt key were reported there.
func (d *decoder) missing(fields []Field, table *tomlfile.Table, name string, meant []string) {
	var lacking []*Field
	for i := range fields {
		f := &fields[i]
		if f.Needed(d.kind) && table.Get(f.Key) == nil && !slices.Contains(meant, f.Key) {
			lacking = append(lacking, f)
		}
	}
	if len(lacking) == 0 {
		return
	}
	names := make([]string, len(lacking))
	for i, f := range lacking {
		names[i] = f.Key
	}
	d.report("missing-field", table.Span, fmt.Sprintf("this %s has no %s", name, text.List(names, "or")), d.pasted(lacking, table.Span))
}

// empty reports the fields that a record needs and that say nothing.
func (d *decoder) empty(fields []Field, table *tomlfile.Table, name string) {
	for i := range fields {
		f := &fields[i]
		v := table.Get(f.Key)
		if v != nil && v.Kind == tomlfile.String && v.Text == "" && f.Type == String && f.Needed(d.kind) && !d.mayBeEmpty(f) {
			d.report("missing-field", v.Content, fmt.Sprintf("this %s has an empty %s", name, f.Key), f.Key+": "+f.Doc)
		}
	}
}

func (d *decoder) mayBeEmpty(f *Field) bool {
	return f.empty == "ok" || f.empty == "draft" && d.draft
}

// pasted returns fields to paste and fill in: lines with their meaning as a
// comment, or within an inline table the pairs alone.
func (d *decoder) pasted(fields []*Field, record text.Span) string {
	inline := strings.HasPrefix(d.file.Slice(record), "{")
	width := 0
	for _, f := range fields {
		width = max(width, len(f.assignment(d.kind)))
	}
	lines := make([]string, len(fields))
	for i, f := range fields {
		lines[i] = f.assignment(d.kind)
		if !inline {
			lines[i] = fmt.Sprintf("%-*s   # %s", width, lines[i], f.Doc)
		}
	}
	if inline {
		return strings.Join(lines, ", ")
	}
	return strings.Join(lines, "\n")
}

func (f *Field) assignment(kind string) string { return f.Key + " = " + f.example(kind) }

// example is a value to paste and change.
func (f *Field) example(kind string) string {
	if words := f.Words(kind); len(words) > 0 {
		return tomlfile.Quote(words[0])
	}
	switch f.Type {
	case Amount:
		return "0"
	case Bool:
		return "true"
	case Strings:
		return `[""]`
	case Tables:
		return "[" + exampleTable(f.Elem) + "]"
	case Pairs:
		return `{ "" = "" }`
	}
	return tomlfile.Quote(f.like)
}

// exampleTable is an inline table with the fields that it needs.
func exampleTable(t reflect.Type) string {
	var pairs []string
	fields := Fields(t)
	for i := range fields {
		if fields[i].Needed("") {
			pairs = append(pairs, fields[i].assignment(""))
		}
	}
	return "{ " + strings.Join(pairs, ", ") + " }"
}
