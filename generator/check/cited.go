package check

import (
	"slices"

	"factsheet/generator/dossier"
	"factsheet/generator/text"
)

// A reading is what of a source the annotations read. Spans are of the folded
// text, ordered, and may overlap.
type reading struct {
	quotes  []text.Span // cited by anything
	numbers []text.Span // whose numbers are read
	days    []text.Span // whose dates are read
}

// readingsBy are what the annotations read of a source: those that are
// published, and with them the drafts.
type readingsBy struct {
	published, all *reading // nil where nothing cites it
}

// readingsOf returns what the annotations read of a source.
func readingsOf(d *dossier.Dossier, s *dossier.Source) readingsBy {
	type key struct{ *dossier.Source }
	return dossier.Once(d, key{s}, func() readingsBy {
		items := citing(d, s)
		isDraft := func(item dossier.Item) bool { return item.Common().Draft }
		r := readingsBy{all: readBy(items, s)}
		if r.published = r.all; slices.ContainsFunc(items, isDraft) {
			r.published = readBy(slices.DeleteFunc(slices.Clone(items), isDraft), s)
		}
		return r
	})
}

// citing returns the facts and actors with evidence from a source.
func citing(d *dossier.Dossier, s *dossier.Source) (list []dossier.Item) {
	for _, item := range d.Referring(s.ID) {
		if slices.ContainsFunc(item.Cited(), func(e *dossier.Evidence) bool { return e.Source == s }) {
			list = append(list, item)
		}
	}
	return list
}

// readBy returns what some facts and actors read of a source.
func readBy(items []dossier.Item, s *dossier.Source) *reading {
	var r *reading
	for _, item := range items {
		for _, e := range item.Cited() {
			if e.Source == s && e.Found() {
				if r == nil {
					r = new(reading)
				}
				r.add(e, item)
			}
		}
	}
	if r != nil {
		r.quotes, r.numbers, r.days = text.Join(r.quotes), text.Join(r.numbers), text.Join(r.days)
	}
	return r
}

// add adds what a quote reads. The numbers of a text are read by figures and
// by actors, whose quotes may count them, and by whatever evidence has them in
// `reads` or explains them: that the quote of a claim has a number makes no
// figure of it. The days are read by every quote, but that `reads` picks one
// of those of a date.
func (r *reading) add(e *dossier.Evidence, item dossier.Item) {
	whole := e.Folded()
	r.quotes = append(r.quotes, whole...)
	words := referred(e, whole)
	if e.Record.Reads.Value != "" {
		words = append(words, e.Reads()...)
	}
	r.numbers = append(r.numbers, words...)
	r.days = append(r.days, words...)
	switch kindOf(item) {
	case "date":
		r.days = append(r.days, e.Reads()...)
		return
	case "actor", "quantity":
		r.numbers = append(r.numbers, e.Reads()...)
	}
	r.days = append(r.days, whole...)
}

// kindOf returns the kind of a fact, or "actor".
func kindOf(item dossier.Item) string {
	if f, ok := item.(*dossier.Fact); ok {
		return f.Record.Kind
	}
	return "actor"
}

// referred are the words of a quote that `refers` explains.
func referred(e *dossier.Evidence, within []text.Span) (list []text.Span) {
	for _, p := range e.Record.Refers {
		list = append(list, occurrences(e.Source.Text.View.Text, within, text.FoldString(p.Key.Value))...)
	}
	return list
}

func (r *reading) cites(s text.Span) bool {
	return r != nil && len(text.Overlapping(r.quotes, s, text.Itself)) > 0
}

func (r *reading) readsNumber(s text.Span) bool {
	return r != nil && len(text.Overlapping(r.numbers, s, text.Itself)) > 0
}

func (r *reading) readsDay(s text.Span) bool {
	return r != nil && len(text.Overlapping(r.days, s, text.Itself)) > 0
}

// A gap is a span of a source that nothing reads.
type gap struct {
	source *dossier.Source
	span   text.Span // of the folded text
}

func (g gap) words() string { return g.source.Text.View.Text[g.span.Start:g.span.End] }

// gaps returns what of the body and headlines of a source is read by no
// published fact; with drafted, what drafts alone read, without it what not
// even they do.
func gaps(d *dossier.Dossier, s *dossier.Source, drafted bool, spans func(*dossier.Source) []text.Span, reads func(*reading, text.Span) bool) (list []gap) {
	if s.Text == nil || !d.Whole() || isUnfound(d, s) {
		return nil
	}
	by := readingsOf(d, s)
	if drafted && by.published == by.all {
		return nil
	}
	for _, span := range spans(s) {
		if proves(s, span) && !reads(by.published, span) && reads(by.all, span) == drafted {
			list = append(list, gap{s, span})
		}
	}
	return list
}

// isUnfound reports whether a quote from a source does not stand in it once:
// what it would read is not said to be read by nothing as well.
func isUnfound(d *dossier.Dossier, s *dossier.Source) bool {
	return slices.ContainsFunc(d.Referring(s.ID), func(item dossier.Item) bool {
		return slices.ContainsFunc(item.Cited(), func(e *dossier.Evidence) bool { return e.Source == s && !e.Found() })
	})
}

// proves reports whether a span lies in a passage that facts may cite.
func proves(s *dossier.Source, folded text.Span) bool {
	return s.At(s.Text.View.Raw(folded).Start).Proves()
}
