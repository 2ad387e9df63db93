package check

import (
	"fmt"
	"slices"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/names"
	"factsheet/generator/text"
)

var nameUncovered = Rule{
	Code: "name-uncovered", Group: Coverage, Severity: diag.Error,
	Title: "a text names an actor, and no quote from it does",
	Why: "Whatever a text says of somebody is worth a fact, or a reason for having none. One place of the name in a quote " +
		"of that source is enough.",
	Example: `"Ada Brook" stands in seeds/017.txt, and no quote from valley-post has it`,
	Named:   func(d *dossier.Dossier, s *dossier.Source, report Report) { reportUncoveredNames(d, s, false, report) },
	Doubt: Finder{Named: func(d *dossier.Dossier, s *dossier.Source, report Report) {
		reportUncoveredNames(d, s, true, report)
	}},
}

// reportUncoveredNames reports the names in a source that only drafts quote, or
// those that not even they do.
func reportUncoveredNames(d *dossier.Dossier, s *dossier.Source, drafted bool, report Report) {
	if isUnfound(d, s) {
		return // the quote that is not found may have the name
	}
	by := readingsOf(d, s)
	if drafted && by.published == by.all {
		return
	}
	open := uncoveredNames(d, s, by.all)
	if drafted {
		open = slices.DeleteFunc(uncoveredNames(d, s, by.published), func(u uncoveredName) bool {
			return slices.ContainsFunc(open, func(o uncoveredName) bool { return o.id == u.id })
		})
	}
	for _, u := range open {
		message := fmt.Sprintf("%q (%s) is named here, and no quote from %q has the name", u.words(s), u.id, s.ID)
		if drafted {
			message = fmt.Sprintf("%q (%s) is named here, and only drafts quote it", u.words(s), u.id)
		}
		report(inSeed(s, u.mention.Span), message, "cite a passage with the name, in a fact or as evidence of the actor")
	}
}

// An uncovered name is one of an actor that a source has in no quote.
type uncoveredName struct {
	id      string
	mention names.Mention // the first
}

func (u uncoveredName) words(s *dossier.Source) string {
	return s.Text.View.Text[u.mention.Span.Start:u.mention.Span.End]
}

// uncoveredNames returns the actors whose names stand in what of a source may
// be cited, and in none of the quotes. The name that the source has as its
// publisher's is of no matter.
func uncoveredNames(d *dossier.Dossier, s *dossier.Source, r *reading) []uncoveredName {
	if s.Text == nil {
		return nil
	}
	covered := map[string]bool{}
	for _, m := range d.ActorsIn(text.FoldString(s.Record.Publisher.Value)) {
		addAll(covered, m.IDs)
	}
	var open []uncoveredName
	for _, m := range d.Mentions(s) {
		switch {
		case r.cites(m.Span):
			addAll(covered, m.IDs)
		case proves(s, m.Span):
			for _, id := range m.IDs {
				open = append(open, uncoveredName{id, m})
			}
		}
	}
	seen := covered
	return slices.DeleteFunc(open, func(u uncoveredName) bool {
		known := seen[u.id]
		seen[u.id] = true
		return known
	})
}
