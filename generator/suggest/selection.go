package suggest

import (
	"factsheet/generator/dossier"
	"factsheet/generator/quantity"
	"factsheet/generator/text"
	"factsheet/generator/timex"
)

// Selection drafts what somebody marked in a source, a span of bytes of its
// seed: the evidence that cites it, as an inline table, and a fact that rests
// on it. The fact is a figure where the program reads a quantity in the words,
// else a date where it reads one, else a claim. ok is false where no quote can
// stand there, as in [Evidence].
func Selection(d *dossier.Dossier, s *dossier.Source, span text.Span) (evidence string, fact Draft, ok bool) {
	c, ok := cite(s, []text.Span{span})
	if !ok {
		return "", Draft{}, false
	}
	f := newDrafter(d, newIDs(d), s)
	f.selected(s.Text.View.Folded(span), c)
	fact = f.out[0]
	return fact.evidence[0], fact, true
}

// selected drafts the fact of a passage.
func (f *drafter) selected(passage text.Span, c citation) {
	sentence, ok := f.sentence(passage)
	if !ok {
		sentence = passage
	}
	if q, ok := firstIn(f.s.Readings.Quantities, passage, func(q quantity.Quantity) (text.Span, bool) { return q.Number, true }); ok {
		q.Span, q.Unit.Span = within(q.Span, passage), within(q.Unit.Span, sentence)
		f.addFigure(sentence, passage, c, q)
		return
	}
	dated := func(x timex.Expression) (text.Span, bool) { return x.Span, x.Dated() && x.Kind != timex.Deictic }
	if x, ok := firstIn(f.s.Readings.Times, passage, dated); ok {
		f.addDate(sentence, passage, c, x)
		return
	}
	f.add("claim", f.ids.make(f.topic(passage), "claim"), sentence, passage, c, nil)
	f.hedged(passage)
}

// firstIn returns the first reading that lies in a passage.
func firstIn[T any](list []T, passage text.Span, span func(T) (text.Span, bool)) (found T, ok bool) {
	for _, x := range list {
		if s, wanted := span(x); wanted && passage.Contains(s) {
			return x, true
		}
	}
	return found, false
}
