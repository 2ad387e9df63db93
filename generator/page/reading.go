package page

import (
	"slices"
	"strings"

	"factsheet/generator/annotation"
	"factsheet/generator/dossier"
	"factsheet/generator/edtf"
	"factsheet/generator/form"
	"factsheet/generator/lang"
	"factsheet/generator/quantity"
	"factsheet/generator/quote"
	"factsheet/generator/text"
	"factsheet/generator/timex"
)

// readings are what each source says of the value or date of a fact, where
// the program or the editor reads it.
func (b *Book) readings(f *dossier.Fact) []Reading {
	var read func(*Reading, *dossier.Fact, *dossier.Evidence) bool
	switch f.Record.Kind {
	case "quantity":
		dated := len(b.asOf(f)) > 0
		read = func(r *Reading, f *dossier.Fact, e *dossier.Evidence) bool {
			if dated {
				r.When = e.Part.Dated.Words()
			}
			return b.readAmount(r, f, e)
		}
	case "date":
		read = readDate
	default:
		return nil
	}
	var out []Reading
	for _, e := range supporting(f.Evidence) {
		r := Reading{Source: b.passageRef(f, e), Words: carrying(e), Reason: b.inline(reason(f, e))}
		if read(&r, f, e) {
			out = append(out, r)
		}
	}
	return out
}

// reason is why evidence is read as it is, where a quote does not say it.
func reason(f *dossier.Fact, e *dossier.Evidence) form.Text {
	if e.Record.Because.Value != "" {
		return e.Record.Because
	}
	return f.Record.Because
}

// readAmount gives a reading its value, and reports whether there is one: the
// one that the editor gives, else the only number in its words, which are then
// cut to that number, else the words that the editor names.
func (b *Book) readAmount(r *Reading, f *dossier.Fact, e *dossier.Evidence) bool {
	if e.Infers() {
		r.Value, r.Inferred = b.speech.amount(given(b.amountOf(f.Record), e.Record)), true
		return true
	}
	all := e.Quantities()
	if len(all) != 1 || e.Source.Lang == nil {
		return e.Record.Reads.Given()
	}
	r.Words = raw(e, all[0].Span)
	if kind := all[0].Kind; kind == quantity.Number || kind == quantity.Range {
		r.Value = b.speech.amount(read(all[0]))
	}
	return true
}

// readDate gives a reading its date, and reports whether there is one: the one
// that the editor gives, else the only one in its words, which are then cut to
// that date. What is read of an event that the texts do not date is the date
// of something else.
func readDate(r *Reading, f *dossier.Fact, e *dossier.Evidence) bool {
	if when := e.Record.When; when.Given() {
		r.When, r.Inferred = when.Date.Words(), true
		return true
	}
	all := slices.DeleteFunc(e.Times(), func(x timex.Expression) bool { return !x.Dated() })
	if len(all) != 1 || f.Record.When.Date.IsZero() {
		return false
	}
	answer := e.Resolve(all[0])
	if answer.Outcome != timex.Settled || !isOf(f, e, all[0], answer.Date) {
		return false
	}
	r.Words, r.When = raw(e, all[0].Span), answer.Date.Words()
	r.Inferred = e.Assumes(all[0])
	return true
}

// isOf reports whether a date that was read is that of the event. The day of a
// telling is not, unless that is the event.
func isOf(f *dossier.Fact, e *dossier.Evidence, x timex.Expression, read edtf.Date) bool {
	when := f.Record.When.Date
	return read.Meets(when) && (!read.Narrower(when) || !datesTelling(e, x))
}

// datesTelling reports whether a time expression stands right after a verb of
// saying, so that it dates the telling: "it was reported on Friday".
func datesTelling(e *dossier.Evidence, x timex.Expression) bool {
	t := e.Source.Lang
	if t == nil {
		return false
	}
	view := e.Source.Text.View.Text
	start := e.Source.Text.View.Folded(e.Source.Text.Paragraphs[e.Source.Text.ParagraphAt(e.Span().Start)]).Start
	toks := t.Tokens(view[start:x.Span.Start])
	for n := len(toks); n > 0; n-- {
		if tok := toks[n-1]; !tok.Is(lang.On) && !tok.Is(lang.Preposition) {
			return tok.Is(lang.Say) || tok.Is(lang.Report)
		}
	}
	return false
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

// carrying is the seed text that carries a value or date: what the editor
// names in reads, else the whole quote.
func carrying(e *dossier.Evidence) string {
	var out []string
	for _, span := range e.Reads() {
		out = append(out, raw(e, span))
	}
	return strings.Join(out, quote.Gap)
}

// raw returns the seed text of a span of the folded text.
func raw(e *dossier.Evidence, span text.Span) string {
	return e.Source.Text.File.Slice(e.Source.Text.View.Raw(span))
}

// within returns words of a quote as the seed has them, or as they are where
// they do not stand there.
func within(e *dossier.Evidence, words string) string {
	folded := text.FoldString(words)
	for _, span := range e.Folded() {
		if i := strings.Index(e.Source.Text.View.Text[span.Start:span.End], folded); i >= 0 && folded != "" {
			return raw(e, text.Span{Start: span.Start + i, End: span.Start + i + len(folded)})
		}
	}
	return words
}
