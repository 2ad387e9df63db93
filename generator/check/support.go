package check

import (
	"slices"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/form"
	"factsheet/generator/text"
)

// A support is what bears out what a fact says in its own words: its quotes
// and its fields. The answer of a question rests on the question's own and on
// those of the facts that answer it.
type support struct {
	d        *dossier.Dossier
	facts    []*dossier.Fact // the fact first
	evidence []*dossier.Evidence
}

// supportOf returns the support of a fact. It reports false where a quote does
// not stand in its source, or a fact is not declared: what they bear out is
// not known then, and other rules say so.
func supportOf(d *dossier.Dossier, f *dossier.Fact) (support, bool) {
	s := support{d: d, facts: []*dossier.Fact{f}}
	for i := range f.Record.Answers {
		other := d.Fact(f.Record.Answers[i].Fact.Value)
		if other == nil {
			return s, false
		}
		s.facts = append(s.facts, other)
	}
	for _, f := range s.facts {
		s.evidence = append(s.evidence, f.Evidence...)
	}
	ok := !slices.ContainsFunc(s.evidence, func(e *dossier.Evidence) bool { return !e.Found() })
	return s, ok
}

// says calls do for every fact that says something in its own words and whose
// quotes all stand in their sources.
func says(do func(f *dossier.Fact, s support, report Report)) func(*dossier.Dossier, dossier.Item, Report) {
	return func(d *dossier.Dossier, item dossier.Item, report Report) {
		f, ok := item.(*dossier.Fact)
		if !ok || f.Says == nil {
			return
		}
		if s, ok := supportOf(d, f); ok {
			do(f, s, report)
		}
	}
}

// unread reports whether a quote is in a language without tables, so that
// words in it may say what the program cannot read.
func (s support) unread() bool {
	return slices.ContainsFunc(s.evidence, func(e *dossier.Evidence) bool { return e.Source.Lang == nil })
}

// untranslated reports whether there is a quote of which the program reads
// neither the words nor a translation.
func (s support) untranslated() bool {
	return slices.ContainsFunc(s.evidence, func(e *dossier.Evidence) bool {
		return e.Source.Lang == nil && e.Record.Translation.Value == ""
	})
}

// fieldTexts are the fields that put something about the facts into words:
// units, titles of measures, what a share is of.
func (s support) fieldTexts() []string {
	var out []string
	for _, f := range s.facts {
		r := f.Record
		for _, t := range []form.Text{r.Unit, r.Of} {
			out = append(out, text.FoldString(t.Value))
		}
		if m := s.d.Measure(r.Measure.Value); m != nil {
			out = append(out, text.FoldString(m.Record.Title.Value), text.FoldString(m.Record.Unit.Value))
		}
	}
	for _, e := range s.evidence {
		out = append(out, text.FoldString(e.Record.Translation.Value))
	}
	return out
}

// inFields reports whether words stand in one of the fields, whatever their
// case.
func (s support) inFields(words string) bool {
	return slices.ContainsFunc(s.fieldTexts(), func(t string) bool { return containsWordsFold(t, words) })
}

// quotesAsRelated lists the quotes with what the program reads in each.
func (s support) quotesAsRelated(reads func(*dossier.Evidence) string) []diag.Related {
	var out []diag.Related
	seen := map[string]bool{}
	for _, e := range s.evidence {
		message := reads(e)
		if message == "" || seen[message] || len(out) == maxPlaces {
			continue
		}
		seen[message] = true
		out = append(out, diag.Related{Label: "quoted", Place: diag.Place{File: e.Source.Text.File, Span: e.Span()}, Message: message})
	}
	return out
}
