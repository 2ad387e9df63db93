package page

import (
	"cmp"
	"slices"

	"factsheet/generator/dossier"
)

// maxGlances is how many facts of a sort the home page shows; the sheets have
// the rest. Of figures it shows few, so that on a phone the
// questions begin within two screens.
const (
	maxGlances = 24
	maxFigures = 6
)

// Home returns the first page.
func (b *Book) Home() Home {
	h := Home{Lead: b.lead()}
	for i, ref := range b.Sheets() {
		h.Sheets = append(h.Sheets, Entry{ref, b.summary(b.d.Sheets[i])})
	}
	h.Figures = b.glances(b.figuresAtAGlance(), maxFigures)
	h.Questions = b.glances(b.open(), maxGlances)
	h.Due = b.glances(b.due(), maxGlances)
	for _, s := range b.d.Sources {
		if len(h.Sources) < maxGlances {
			h.Sources = append(h.Sources, b.sourceRef(s))
		}
	}
	return h
}

// current are the facts that take part and that no other replaces, of which
// something holds.
func (b *Book) current(holds func(*dossier.Fact) bool) []*dossier.Fact {
	var out []*dossier.Fact
	for _, f := range b.d.Facts {
		if b.shows(f) && holds(f) && len(b.refs(b.superseded.of(f.ID))) == 0 {
			out = append(out, f)
		}
	}
	return out
}

// figuresAtAGlance are the counts and sums, those with a number first. A
// duration, or how many people told something, is no news by itself.
func (b *Book) figuresAtAGlance() []*dossier.Fact {
	list := b.current(func(f *dossier.Fact) bool {
		return f.Record.Kind == "quantity" && !isAhead(f) && !b.isDuration(f.Record) && !b.countsSpeakers(f)
	})
	slices.SortStableFunc(list, func(f, g *dossier.Fact) int { return cmp.Compare(wordiness(f), wordiness(g)) })
	return list
}

// wordiness is 1 for a figure whose value is a word.
func wordiness(f *dossier.Fact) int {
	if r := f.Record; r.Value.Numeric || r.Low.Numeric || r.High.Numeric {
		return 0
	}
	return 1
}

// open are the questions that are not answered, those that nothing answers
// first, then those on which the texts differ.
func (b *Book) open() []*dossier.Fact {
	rank := map[string]int{"open": 1, "contested": 2, "partly": 3}
	of := func(f *dossier.Fact) int { return rank[f.Record.Status.Value] }
	list := b.current(func(f *dossier.Fact) bool { return f.Record.Kind == "question" && of(f) > 0 })
	slices.SortStableFunc(list, func(f, g *dossier.Fact) int { return cmp.Compare(of(f), of(g)) })
	return list
}

// due are the aims and plans. Of a figure and a date that tell one plan the
// first is enough.
func (b *Book) due() []*dossier.Fact {
	var out []*dossier.Fact
	for _, f := range b.current(isAhead) {
		if !b.isDuration(f.Record) && !slices.ContainsFunc(out, func(g *dossier.Fact) bool { return isSamePlan(f, g) }) {
			out = append(out, f)
		}
	}
	return out
}

// isSamePlan reports whether two facts rest on the same words and have the
// same date.
func isSamePlan(f, g *dossier.Fact) bool {
	if f.Record.When.Date.IsZero() || f.Record.When.Date != g.Record.When.Date {
		return false
	}
	return slices.ContainsFunc(supporting(f.Evidence), func(e *dossier.Evidence) bool {
		return slices.ContainsFunc(supporting(g.Evidence), func(other *dossier.Evidence) bool {
			return e.Source == other.Source && e.Span().Overlaps(other.Span())
		})
	})
}

func (b *Book) glances(facts []*dossier.Fact, limit int) []Glance {
	var out []Glance
	for _, f := range facts[:min(len(facts), limit)] {
		out = append(out, b.glance(f))
	}
	return out
}

func (b *Book) glance(f *dossier.Fact) Glance {
	return Glance{
		Ref: b.factRef(f), Heading: b.heading(f), Statement: b.inline(stated(f.Record)), Answer: b.inline(f.Record.Answer),
		Status: b.status(f), Support: b.factSupport(f), Draft: f.Record.Draft,
	}
}

// lead says on how many texts the site rests, and how many facts and questions
// it has.
func (b *Book) lead() Words {
	facts, questions, cites := 0, 0, 0
	for _, f := range b.d.Facts {
		switch {
		case !b.shows(f):
		case f.Record.Kind == "question":
			questions++
		default:
			facts++
			cites += len(supporting(f.Evidence))
		}
	}
	words := b.speech.count(facts, "fact", "facts")
	if questions > 0 {
		words += " and " + b.speech.count(questions, "question", "questions")
	}
	words += " from " + b.speech.count(len(b.d.Sources), "text", "texts") + "."
	if cites > 0 {
		words += " Each fact stands beside the words it rests on: " + b.speech.count(cites, "quote", "quotes") + " in all."
	}
	return list(" ", words, fullStop(b.knownUpTo()))
}
