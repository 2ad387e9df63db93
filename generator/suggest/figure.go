package suggest

import (
	"math"
	"slices"
	"strings"

	"factsheet/generator/check"
	"factsheet/generator/quantity"
	"factsheet/generator/text"
	"factsheet/generator/tomlfile"
)

// figures drafts a figure for each quantity whose number is open.
func (f *drafter) figures(open []text.Span) {
	for _, q := range f.s.Readings.Quantities {
		if overlapsAny(text.Overlapping(open, q.Number, text.Itself), q.Number) {
			f.figure(q)
		}
	}
}

func (f *drafter) figure(q quantity.Quantity) {
	sentence, ok := f.sentence(q.Number)
	if !ok {
		return
	}
	q.Span, q.Unit.Span = within(q.Span, sentence), within(q.Unit.Span, sentence)
	_, passage, c, ok := f.passage(reach(q.Span, q.Unit.Span))
	if !ok {
		return
	}
	f.addFigure(sentence, passage, c, q)
}

// addFigure adds a figure that a passage tells, whose number and unit lie in
// its sentence.
func (f *drafter) addFigure(sentence, passage text.Span, c citation, q quantity.Quantity) {
	if f.numbers(passage) > 1 {
		c.reads = f.reads(passage, within(reach(q.Span, q.Unit.Span), passage))
	}
	f.days.add(passage)
	what := f.words[q.Unit.Span.Start:q.Unit.Span.End]
	if what == "" {
		what = f.topic(passage)
	}
	id := f.ids.make(f.bare(q.Number)+" "+what, "figure")
	f.add("quantity", id, sentence, passage, c, append(f.amount(q), f.outlook(passage)...))
}

// within is what of a span lies in another one; a unit may be read on into the
// line below a headline.
func within(span, whole text.Span) text.Span {
	clipped := text.Span{Start: max(span.Start, whole.Start), End: min(span.End, whole.End)}
	if clipped.Len() <= 0 {
		return text.Span{}
	}
	return clipped
}

// bare is a number as [quantity.BareWord] has it.
func (f *drafter) bare(number text.Span) string {
	return quantity.BareWord(f.words[number.Start:number.End], f.s.Lang)
}

// numbers counts the quantities that a passage holds.
func (f *drafter) numbers(passage text.Span) int {
	n := 0
	for _, q := range text.Overlapping(f.s.Readings.Quantities, passage, func(q quantity.Quantity) text.Span { return q.Number }) {
		if passage.Contains(q.Number) {
			n++
		}
	}
	return n
}

// amount are the fields that say what was read: the number, or the text's word
// for it, with hedge and unit.
func (f *drafter) amount(q quantity.Quantity) []field {
	var out []field
	switch {
	case q.Kind == quantity.Fraction:
		out = append(out, str("value", strings.ToLower(f.words[q.Number.Start:q.Number.End])))
	case q.Word(f.words) != "":
		out = append(out, str("value", f.bare(q.Number)))
	case math.IsInf(q.Low, 0) || math.IsInf(q.High, 0):
		out = append(out, str("value", f.words[q.Number.Start:q.Number.End]))
	case q.Kind == quantity.Range:
		out = append(out, field{key: "low", value: number(q.Low)}, field{key: "high", value: number(q.High)})
	default:
		out = append(out, field{key: "value", value: number(q.Low)})
	}
	if q.Hedge != "" {
		out = append(out, str("hedge", string(q.Hedge)))
	}
	if q.Kind == quantity.Fraction {
		return append(out, str("unit", "%"), blank("of", "of what it is a share: "+tomlfile.Quote(f.words[q.Unit.Span.Start:q.Unit.Span.End])))
	}
	return append(out, f.unit(q))
}

func (f *drafter) unit(q quantity.Quantity) field {
	switch {
	case q.Sign != "":
		return str("unit", q.Sign)
	case q.Unit.Span.Len() > 0:
		return str("unit", f.words[q.Unit.Span.Start:q.Unit.Span.End])
	}
	return blank("unit", "what is counted: the words beside the number do not say")
}

// unsure are the statuses of what is not, or not yet, plainly so.
var unsure = []string{"aimed", "possible", "expected", "planned", "alleged", "denied"}

// outlook is the status of a figure of which the words say that it is not
// plainly so.
func (f *drafter) outlook(passage text.Span) []field {
	status, words := check.StatusIn(f.s, passage)
	if !slices.Contains(unsure, status) {
		return nil
	}
	return []field{{"status", tomlfile.Quote(status), tomlfile.Quote(words)}}
}
