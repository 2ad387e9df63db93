package form

import (
	"fmt"
	"strings"

	"factsheet/generator/tomlfile"
)

// is reports whether a value is of the kind, and says so where it is not.
func (d *decoder) is(f *Field, v *tomlfile.Value, kind tomlfile.Kind) bool {
	if v.Kind == kind {
		return true
	}
	verb := "is"
	if kind == tomlfile.TableKind && f.Type == Tables || kind == tomlfile.String && (f.Type == Strings || f.Type == Pairs) {
		verb = "holds"
	}
	d.bad(v.Span, fmt.Sprintf("%s %s %s, where %s is wanted", f.Key, verb, article(v.Kind), article(kind)), d.instead(f, v, kind))
	return false
}

// instead is what to write for a value of the wrong kind, to paste in its
// place, or "".
func (d *decoder) instead(f *Field, v *tomlfile.Value, kind tomlfile.Kind) string {
	written := d.file.Slice(v.Span)
	switch {
	case kind == tomlfile.Array && (v.Kind == tomlfile.String && f.Type == Strings || v.Kind == tomlfile.TableKind && f.Type == Tables) && pasteable(written):
		return "[" + written + "]"
	case kind == tomlfile.TableKind && f.Type == Tables:
		return exampleTable(f.Elem)
	case kind == tomlfile.Boolean && v.Kind == tomlfile.String:
		return "true or false, without quotation marks"
	case kind == tomlfile.String && v.Kind == tomlfile.Array && len(v.Items) == 1:
		return d.instead(f, v.Items[0], kind)
	case kind == tomlfile.String && v.Kind == tomlfile.String && pasteable(written):
		return written
	case kind == tomlfile.String && v.Text != "":
		return tomlfile.Quote(v.Text)
	}
	return ""
}

// pasteable reports whether a value is short enough, and on one line.
func pasteable(written string) bool { return len(written) <= 200 && !strings.Contains(written, "\n") }

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
