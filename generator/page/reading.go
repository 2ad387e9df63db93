package page

import (
	"strings"

	"factsheet/generator/annotation"
	"factsheet/generator/dossier"
	"factsheet/generator/form"
	"factsheet/generator/lang"
	"factsheet/generator/quantity"
	"factsheet/generator/quote"
	"factsheet/generator/text"
)

// readings are what each source says of the value or date of a fact.
func (b *Book) readings(f *dossier.Fact) []Reading {
	if kind := f.Record.Kind; kind != "quantity" && kind != "date" {
		return nil
	}
	var out []Reading
	for _, e := range supporting(f.Evidence) {
		out = append(out, b.reading(f, e))
	}
	return out
}

func (b *Book) reading(f *dossier.Fact, e *dossier.Evidence) Reading {
	r := Reading{Source: b.passageRef(f, e), Words: carrying(e), Reason: b.inline(e.Record.Because)}
	if f.Record.Kind == "quantity" {
		r.When = e.Part.Dated.Words()
		b.readAmount(&r, f, e)
	}
	if when := e.Record.When; when.Given() {
		r.When, r.Inferred = when.Date.Words(), true
	}
	return r
}

// readAmount gives a reading its value: the one that the editor gives, else
// the only number in its words, which are then cut to that number.
func (b *Book) readAmount(r *Reading, f *dossier.Fact, e *dossier.Evidence) {
	if own := e.Record; own.Value.Given() || own.Low.Given() || own.High.Given() || own.Hedge.Given() {
		r.Value, r.Inferred = b.speech.amount(given(b.amountOf(f.Record), own)), true
		return
	}
	q, words, ok := onlyQuantity(r.Words, e.Source.Lang)
	if !ok {
		return
	}
	r.Words = words
	if q.Kind == quantity.Number || q.Kind == quantity.Range {
		r.Value = b.speech.amount(read(q))
	}
}

// given is an amount with what evidence gives instead.
func given(a amount, own *annotation.Evidence) amount {
	if own.Value.Given() || own.Low.Given() || own.High.Given() {
		a.value, a.low, a.high = own.Value, own.Low, own.High
	}
	if own.Hedge.Given() {
		a.hedge = own.Hedge.Value
	}
	return a
}

// read is the amount that was read. What it counts is left to the words
// beside it.
func read(q quantity.Quantity) amount {
	a := amount{hedge: string(q.Hedge), unit: q.Sign}
	if q.Low == q.High {
		a.value = number(q.Low)
	} else {
		a.low, a.high = number(q.Low), number(q.High)
	}
	return a
}

func number(v float64) form.Number {
	return form.Number{Text: written(decimal(v)), Value: v, Numeric: true}
}

// written is a text as if an author had written it.
func written(s string) form.Text {
	return form.Text{Value: s, Span: text.Span{End: len(s)}}
}

// onlyQuantity reads the one quantity of seed text, and returns with it its
// words in the seed.
func onlyQuantity(seed string, t *lang.Table) (q quantity.Quantity, words string, ok bool) {
	view := text.Fold([]byte(seed))
	all := quantity.Read(view.Text, t)
	if t == nil || len(all) != 1 {
		return q, "", false
	}
	raw := view.Raw(all[0].Span)
	return all[0], seed[raw.Start:raw.End], true
}

// carrying is the seed text that carries a value or date: what the editor
// names in reads, else the whole quote.
func carrying(e *dossier.Evidence) string {
	if reads := e.Record.Reads.Value; reads != "" {
		return within(e, reads)
	}
	return strings.Join(pieces(e), quote.Gap)
}

// within returns words of a quote as the seed has them, or as they are where
// they do not stand there.
func within(e *dossier.Evidence, words string) string {
	view, folded := e.Source.Text.View, text.FoldString(words)
	for _, span := range e.Matches[0].Spans {
		in := view.Folded(span)
		if i := strings.Index(view.Text[in.Start:in.End], folded); i >= 0 && folded != "" {
			start := in.Start + i
			return e.Source.Text.File.Slice(view.Raw(text.Span{Start: start, End: start + len(folded)}))
		}
	}
	return words
}
