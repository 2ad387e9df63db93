package form

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"factsheet/generator/diag"
	"factsheet/generator/edtf"
	"factsheet/generator/tomlfile"
)

func (d *decoder) text(f *Field, v *tomlfile.Value) Text {
	if !d.is(f, v, tomlfile.String) {
		return Text{}
	}
	t := Text{Value: v.Text, Span: v.Content}
	words := f.Words(d.kind)
	switch {
	case words != nil && !slices.Contains(words, t.Value) && !(t.Value == "" && d.mayBeEmpty(f)):
		d.bad(t.Span, fmt.Sprintf("%s cannot be %q", f.Key, t.Value), choice(f.Key, t.Value, words))
	case f.ID != "" || f.is == "id":
		d.checkID(f.Key, t)
	case f.is == "address":
		d.checkAddress(f.Key, t)
	case f.is == "language":
		d.checkLanguage(f.Key, t)
	}
	return t
}

func (d *decoder) checkID(key string, t Text) {
	if IsID(t.Value) {
		return
	}
	help := ""
	if id := Slug(t.Value); id != "" {
		help = assignment(key, id)
	}
	d.bad(t.Span, fmt.Sprintf("%s is %q, and has small letters from a to z, digits and single hyphens only", key, t.Value), help)
}

// checkAddress wants an address of the web, or none.
func (d *decoder) checkAddress(key string, t Text) {
	if t.Value == "" || isAddress(t.Value) {
		return
	}
	help := ""
	if whole := "https://" + t.Value; isAddress(whole) && strings.Contains(t.Value, ".") && !strings.Contains(t.Value, "://") {
		help = assignment(key, whole)
	}
	d.bad(t.Span, fmt.Sprintf("%s is %q, which is no address of the web", key, t.Value), help)
}

// checkLanguage wants a tag of BCP 47, or none where none is needed.
func (d *decoder) checkLanguage(key string, t Text) {
	if t.Value == "" {
		return
	}
	if _, err := language.Parse(t.Value); err != nil {
		d.bad(t.Span, fmt.Sprintf("%s is %q, which is no tag of a language (BCP 47)", key, t.Value), assignment(key, "en"))
	}
}

// assignment is a pair to paste.
func assignment(key, value string) string { return key + " = " + tomlfile.Quote(value) }

func choice(key, word string, words []string) string {
	if near, ok := diag.Nearest(word, words); ok {
		return assignment(key, near)
	}
	return "one of " + strings.Join(words, ", ")
}

func (d *decoder) date(f *Field, v *tomlfile.Value) Date {
	switch v.Kind {
	case tomlfile.Datetime, tomlfile.Integer:
		d.report("bad-date", v.Span, f.Key+" stands without quotation marks, and a date is a string", unquoted(f.Key, v.Text))
		return Date{}
	}
	if !d.is(f, v, tomlfile.String) {
		return Date{}
	}
	out := Date{Text: Text{Value: v.Text, Span: v.Content}}
	var err error
	if out.Date, err = edtf.Parse(v.Text); err != nil {
		message, help := Explain(f.Key, err)
		d.report("bad-date", v.Content, message, help)
	}
	return out
}

// unquoted is the pair to paste for a date without quotation marks.
func unquoted(key, written string) string {
	if _, err := edtf.Parse(written); err != nil {
		_, help := Explain(key, err)
		return help
	}
	return assignment(key, written)
}

// Explain puts the error of a date into words: a message that names the key,
// and the dates that may have been meant, to paste.
func Explain(key string, err error) (message, help string) {
	e, ok := errors.AsType[*edtf.Error](err)
	if !ok || len(e.Fixes) == 0 || strings.HasSuffix(e.Problem, " as in") {
		return fmt.Sprintf("%s: %v", key, err), ""
	}
	fixes := make([]string, len(e.Fixes))
	for i, fix := range e.Fixes {
		fixes[i] = assignment(key, fix)
	}
	if message = fmt.Sprintf("%s: %q %s", key, e.Text, e.Problem); strings.HasSuffix(e.Problem, " is") {
		message = fmt.Sprintf("%s: %v", key, err)
	}
	return message, strings.Join(fixes, "\nor ")
}

func (d *decoder) number(f *Field, v *tomlfile.Value) Number {
	n := Number{Text: Text{Value: v.Text, Span: v.Span}, Numeric: true}
	switch v.Kind {
	case tomlfile.Integer:
		n.Value = float64(v.Integer)
	case tomlfile.Float:
		n.Value = v.Float
		if math.IsInf(v.Float, 0) || math.IsNaN(v.Float) {
			d.bad(v.Span, fmt.Sprintf("%s is %s, which counts nothing", f.Key, v.Text), "")
		}
	case tomlfile.String:
		n.Numeric, n.Span = false, v.Content
		if v.Text == "" {
			d.bad(v.Span, f.Key+" is empty, and holds a number or the text's own word for it", f.Key+" = 0\nor "+assignment(f.Key, "dozens"))
		}
	default:
		d.is(f, v, tomlfile.Integer)
	}
	return n
}
