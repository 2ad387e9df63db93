package render

import (
	"html/template"
	"strings"
	"unicode"

	"factsheet/generator/page"
)

// marked returns the text of a paragraph as HTML: each run that something
// cites as a <mark> with the ids of the quotes that begin there, and what is
// left out in our letter. Runs are many and small, and template execution is
// about thirty times as slow as this.
func marked(runs []page.Run) template.HTML {
	var b strings.Builder
	for _, r := range runs {
		switch {
		case r.Gap:
			b.WriteString(`<span class="gap">`)
			writeText(&b, r.Text)
			b.WriteString("</span>")
		case len(r.Cited) == 0:
			writeText(&b, r.Text)
		default:
			mark(&b, r)
		}
	}
	return template.HTML(b.String())
}

// mark writes a cited run. An element has one id, so that further ids stand
// on empty elements before it.
func mark(b *strings.Builder, r page.Run) {
	id := ""
	for i, anchor := range r.Anchors {
		anchor = ` id="` + template.HTMLEscapeString(anchor) + `"`
		if i == 0 {
			id = anchor
			continue
		}
		b.WriteString("<span" + anchor + "></span>")
	}
	b.WriteString("<mark" + id + ">")
	writeLink(b, innermost(r), r.Text)
	b.WriteString("</mark>")
}

// segments returns a sentence with what is its own underlined.
func segments(list []page.Segment) template.HTML {
	var b strings.Builder
	for _, s := range list {
		if s.Own {
			b.WriteString(`<span class="own">`)
		}
		writeText(&b, s.Text)
		if s.Own {
			b.WriteString("</span>")
		}
	}
	return template.HTML(b.String())
}

// innermost returns the address of what cites a run by the quote that begins
// last, so that within a long quote a short one can be reached. A run without
// a letter or digit, too small to be hit, leads nowhere.
func innermost(r page.Run) string {
	if !strings.ContainsFunc(r.Text, func(c rune) bool { return unicode.IsLetter(c) || unicode.IsNumber(c) }) {
		return ""
	}
	return r.Cited[len(r.Cited)-1].Link
}
