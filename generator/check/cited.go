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

// cited returns what the annotations read of each source: first those that
// are published, then the drafts.
func cited(d *dossier.Dossier) (published, all map[*dossier.Source]*reading) {
	published = citedBy(d, func(item dossier.Item) bool { return !item.Common().Draft })
	if !anyDraft(d) {
		return published, published
	}
	return published, citedBy(d, func(dossier.Item) bool { return true })
}

func citedBy(d *dossier.Dossier, counts func(dossier.Item) bool) map[*dossier.Source]*reading {
	m := map[*dossier.Source]*reading{}
	for _, item := range d.Items() {
		if !counts(item) {
			continue
		}
		for _, e := range item.Cited() {
			if e.Found() {
				add(m, e, item)
			}
		}
	}
	for _, r := range m {
		r.quotes, r.numbers, r.days = joinSpans(r.quotes), joinSpans(r.numbers), joinSpans(r.days)
	}
	return m
}

func anyDraft(d *dossier.Dossier) bool {
	return slices.ContainsFunc(d.Items(), func(item dossier.Item) bool { return item.Common().Draft })
}

// add adds what a quote reads. The numbers of a text are read by figures and
// by actors, whose quotes may count them, and by whatever evidence has them in
// `reads` or explains them: that the quote of a claim has a number makes no
// figure of it. The days are read by every quote, but that `reads` picks one
// of those of a date.
func add(m map[*dossier.Source]*reading, e *dossier.Evidence, item dossier.Item) {
	r := m[e.Source]
	if r == nil {
		r = &reading{}
		m[e.Source] = r
	}
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

// joinSpans sorts spans and joins those that overlap.
func joinSpans(list []text.Span) []text.Span {
	slices.SortFunc(list, func(a, b text.Span) int { return a.Start - b.Start })
	var out []text.Span
	for _, s := range list {
		if n := len(out); n > 0 && s.Start < out[n-1].End {
			out[n-1].End = max(out[n-1].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}

func (r *reading) cites(s text.Span) bool {
	return r != nil && len(near(r.quotes, s, itself)) > 0
}

func (r *reading) readsNumber(s text.Span) bool {
	return r != nil && len(near(r.numbers, s, itself)) > 0
}

func (r *reading) readsDay(s text.Span) bool {
	return r != nil && len(near(r.days, s, itself)) > 0
}

// A gap is a span of a source that nothing reads.
type gap struct {
	source *dossier.Source
	span   text.Span // of the folded text
}

func (g gap) words() string { return g.source.Text.View.Text[g.span.Start:g.span.End] }

// gaps returns what of the bodies and headlines of all sources is read by no
// published fact; with drafted, what drafts alone read, without it what not
// even they do.
func gaps(d *dossier.Dossier, drafted bool, spans func(*dossier.Source) []text.Span, reads func(*reading, text.Span) bool) (list []gap) {
	if drafted && !anyDraft(d) {
		return nil
	}
	published, all := cited(d)
	unsettled := unsettled(d)
	for _, s := range d.Sources {
		if s.Text == nil || unsettled[s] {
			continue
		}
		for _, span := range spans(s) {
			if proves(s, span) && !reads(published[s], span) && reads(all[s], span) == drafted {
				list = append(list, gap{s, span})
			}
		}
	}
	return list
}

// unsettled are the sources that something cites which cannot be told yet: a
// quote that was not found, or a record with an error of form. What these
// would read is not said to be read by nothing as well.
func unsettled(d *dossier.Dossier) map[*dossier.Source]bool {
	out, broken := map[*dossier.Source]bool{}, !d.Whole()
	for _, s := range d.Sources {
		out[s] = broken
	}
	for _, item := range d.Items() {
		for _, e := range item.Cited() {
			if !e.Found() {
				out[e.Source] = true
			}
		}
	}
	return out
}

// proves reports whether a span lies in a passage that facts may cite.
func proves(s *dossier.Source, folded text.Span) bool {
	return s.At(s.Text.View.Raw(folded).Start).Proves()
}
