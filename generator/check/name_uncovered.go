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
	Whole:   func(d *dossier.Dossier, report Report) { reportUncoveredNames(d, false, report) },
	Doubt:   Finder{Whole: func(d *dossier.Dossier, report Report) { reportUncoveredNames(d, true, report) }},
}

// reportUncoveredNames reports the names that only drafts quote, or those that
// not even they do.
func reportUncoveredNames(d *dossier.Dossier, drafted bool, report Report) {
	published, all := cited(d)
	unfound := unfoundIn(d)
	for _, s := range d.Sources {
		if unfound[s] {
			continue // a quote that is not found may have the name
		}
		open := uncoveredNames(d, s, all[s])
		if drafted {
			open = slices.DeleteFunc(uncoveredNames(d, s, published[s]), func(u uncoveredName) bool {
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
}

// unfoundIn are the sources of quotes that do not stand in them once.
func unfoundIn(d *dossier.Dossier) map[*dossier.Source]bool {
	out := map[*dossier.Source]bool{}
	for _, item := range d.Items() {
		for _, e := range item.Cited() {
			if !e.Found() {
				out[e.Source] = true
			}
		}
	}
	return out
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
