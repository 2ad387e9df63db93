package dossier

import (
	"factsheet/generator/diag"
	"factsheet/generator/form"
	"factsheet/generator/lang"
	"factsheet/generator/markdown"
	"factsheet/generator/quantity"
	"factsheet/generator/text"
	"factsheet/generator/timex"
	"factsheet/generator/tomlfile"
)

// Prose is a field of inline Markdown as a reader of the site sees it, read
// like a text. All spans are of the folded text.
type Prose struct {
	Field      form.Text
	Lang       *lang.Table // whose words are read; nil: digits only
	View       *text.View  // of the text that Markdown shows
	Quantities []quantity.Quantity
	Times      []timex.Expression

	file  *text.File
	plain markdown.Mapped
}

// NewProse reads a field of a record in the language of a table, which may be
// nil: then it reads digits only.
func NewProse(r form.Record, field form.Text, t *lang.Table) *Prose {
	p := &Prose{Field: field, Lang: t, file: r.File, plain: markdown.PlainMap(field.Value)}
	p.View = text.Fold([]byte(p.plain.Text))
	toks := t.Tokens(p.View.Text)
	p.Quantities = quantity.ReadTokens(p.View.Text, toks, t)
	p.Times = timex.ReadTokens(p.View.Text, toks, t)
	return p
}

// Place returns where a span of the text stands in its file.
func (p *Prose) Place(s text.Span) diag.Place {
	written := p.plain.Source(p.View.Raw(s))
	return diag.Place{File: p.file, Span: tomlfile.Locate(p.file, p.Field.Span, written)}
}

// Slice returns the words of a span.
func (p *Prose) Slice(s text.Span) string { return p.View.Text[s.Start:s.End] }

// statement returns what the fact itself says: its statement, or the answer
// of a question; nil where it says nothing.
func statement(f *Fact, t *lang.Table) *Prose {
	field := f.Record.Statement
	if f.Record.Kind == "question" {
		field = f.Record.Answer
	}
	if field.Value == "" {
		return nil
	}
	return NewProse(f.Record.Record, field, t)
}
