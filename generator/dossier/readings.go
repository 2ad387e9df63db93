package dossier

import (
	"iter"
	"slices"
	"strings"
	"sync"

	"factsheet/generator/edtf"
	"factsheet/generator/form"
	"factsheet/generator/lang"
	"factsheet/generator/names"
	"factsheet/generator/quantity"
	"factsheet/generator/seed"
	"factsheet/generator/text"
	"factsheet/generator/timex"
)

// Readings is what the program itself reads in a text. All spans are of the
// folded text.
type Readings struct {
	Sentences  []text.Span
	Quantities []quantity.Quantity
	Times      []timex.Expression
	Names      []names.Candidate // what looks like a name, declared or not
}

// tokens are lists that were read and may be used again.
var tokens = sync.Pool{New: func() any { return new([]lang.Token) }}

// read reads a text; without tables for its language, digits alone.
func read(t *seed.Text, table *lang.Table) Readings {
	s := t.View.Text
	r := Readings{Sentences: sentences(t, table)}
	if table == nil {
		r.Quantities = quantity.Read(s, nil)
		return r
	}
	list := tokens.Get().(*[]lang.Token)
	defer tokens.Put(list)
	toks := table.AppendTokens((*list)[:0], s)
	*list = toks
	for part := range paragraphs(t, toks) {
		r.Quantities = append(r.Quantities, quantity.ReadTokens(s, part, table)...)
		r.Times = append(r.Times, timex.ReadTokens(s, part, table)...)
	}
	r.Names = names.Candidates(s, r.Sentences, toks, table)
	return r
}

// paragraphs cuts the tokens of a text at the ends of its paragraphs, which the
// folded text does not show: a headline that ends with a number or a weekday
// has no part in what follows.
func paragraphs(t *seed.Text, toks []lang.Token) iter.Seq[[]lang.Token] {
	return func(yield func([]lang.Token) bool) {
		rest := toks
		for _, p := range t.Paragraphs {
			end := t.View.Folded(p).End
			n := 0
			for n < len(rest) && rest[n].Start < end {
				n++
			}
			if !yield(rest[:n:n]) {
				return
			}
			rest = rest[n:]
		}
	}
}

// Times returns the time expressions of a text in their order. Without a table
// it reads none.
func Times(t *seed.Text, table *lang.Table) []timex.Expression {
	var out []timex.Expression
	if table == nil {
		return out
	}
	for part := range paragraphs(t, table.Tokens(t.View.Text)) {
		out = append(out, timex.ReadTokens(t.View.Text, part, table)...)
	}
	return out
}

func sentences(t *seed.Text, table *lang.Table) []text.Span {
	var abbreviation func(string) bool
	if table != nil {
		abbreviation = table.Abbreviation
	}
	var out []text.Span
	for p := range t.Paragraphs {
		for _, s := range t.Sentences(p, abbreviation) {
			out = append(out, t.View.Folded(s))
		}
	}
	return out
}

// Folded returns the spans of a quote that was found in the folded text.
func (e *Evidence) Folded() []text.Span {
	out := make([]text.Span, len(e.Matches[0].Spans))
	for i, s := range e.Matches[0].Spans {
		out[i] = e.Source.Text.View.Folded(s)
	}
	return out
}

// Sentences returns the sentences, in the folded text, that a quote touches.
func (e *Evidence) Sentences() []text.Span {
	span := e.Source.Text.View.Folded(e.Span())
	return text.Overlapping(e.Source.Readings.Sentences, span, text.Itself)
}

// Quantities returns the quantities whose numbers stand wholly in a quote that
// was found; with `reads`, in those words.
func (e *Evidence) Quantities() []quantity.Quantity {
	return e.quantities(e.Reads())
}

// AllQuantities returns those of the whole quote.
func (e *Evidence) AllQuantities() []quantity.Quantity { return e.quantities(e.Folded()) }

func (e *Evidence) quantities(words []text.Span) []quantity.Quantity {
	return held(words, e.Source.Readings.Quantities, func(q quantity.Quantity) text.Span { return q.Number })
}

// Times returns the time expressions that stand wholly in a quote that was
// found; with `reads`, in those words.
func (e *Evidence) Times() []timex.Expression {
	return e.times(e.Reads())
}

// AllTimes returns those of the whole quote.
func (e *Evidence) AllTimes() []timex.Expression { return e.times(e.Folded()) }

func (e *Evidence) times(words []text.Span) []timex.Expression {
	return held(words, e.Source.Readings.Times, func(x timex.Expression) text.Span { return x.Span })
}

// Reads returns the words that carry the value or date, in the folded text:
// the quote, or those of `reads` where they stand in it.
func (e *Evidence) Reads() []text.Span {
	spans := e.Folded()
	words := text.FoldString(e.Record.Reads.Value)
	if words == "" {
		return spans
	}
	s := e.Source.Text.View.Text
	for _, span := range spans {
		if i := strings.Index(s[span.Start:span.End], words); i >= 0 {
			return []text.Span{{Start: span.Start + i, End: span.Start + i + len(words)}}
		}
	}
	return spans
}

// held returns the readings that lie wholly in one of some spans.
func held[T any](spans []text.Span, list []T, span func(T) text.Span) []T {
	var out []T
	for _, words := range spans {
		for _, x := range text.Overlapping(list, words, span) {
			if words.Contains(span(x)) {
				out = append(out, x)
			}
		}
	}
	return out
}

// Resolve resolves a time expression of a quote: by `refers` where the author
// says what it stands for, else by the day from which the passage speaks.
func (e *Evidence) Resolve(x timex.Expression) timex.Resolution {
	if date, ok := e.refersTo(x.Text); ok {
		return timex.Resolution{Outcome: timex.Settled, Date: date, Reason: "as `refers` says"}
	}
	return x.Resolve(e.Part.Dated)
}

// Assumes reports whether the date of a time expression is the editor's: that
// by itself the program reads another one there, or none.
func (e *Evidence) Assumes(x timex.Expression) bool {
	date, ok := e.refersTo(x.Text)
	if !ok {
		return false
	}
	own := x.Resolve(e.Part.Dated)
	return own.Outcome != timex.Settled || own.Date != date
}

func (e *Evidence) refersTo(words string) (edtf.Date, bool) {
	i := slices.IndexFunc(e.Record.Refers, func(p form.Pair) bool { return text.FoldString(p.Key.Value) == words })
	if i < 0 || len(e.Record.Refers[i].Values) != 1 {
		return edtf.Date{}, false
	}
	date, err := edtf.Parse(e.Record.Refers[i].Values[0].Value)
	return date, err == nil && !date.IsZero()
}
