package check

import (
	"fmt"
	"slices"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/form"
)

var actorUnused = Rule{
	Code: "actor-unused", Group: Actors, Severity: diag.Warning,
	Title:   "no fact and no source names an actor",
	Why:     "An actor that does nothing in any fact was either forgotten there or is not needed.",
	Example: `[[actors]] id = "mayor", and no by, who, whom, where, origins or refers has "mayor"`,
	Linked: func(d *dossier.Dossier, item dossier.Item, report Report) {
		a, ok := item.(*dossier.Actor)
		if ok && d.Whole() && !isUsed(d, a) { // else what names it may be in what could not be read
			report(a.Place(a.Record.ID), fmt.Sprintf("nothing refers to the actor %q", a.ID), "name it where it acts, speaks or is meant, or delete it")
		}
	},
}

// isUsed reports whether something else than an actor itself refers to it.
func isUsed(d *dossier.Dossier, a *dossier.Actor) bool {
	meant := func(r form.Reference) bool { return r.Text.Value == a.ID && slices.Contains(r.Spaces, "actor") }
	return slices.ContainsFunc(d.SourcesReferring(a.ID), func(s *dossier.Source) bool { return slices.ContainsFunc(s.References, meant) }) ||
		slices.ContainsFunc(d.Referring(a.ID), func(x dossier.Item) bool { return x != dossier.Item(a) && slices.ContainsFunc(x.Refs(), meant) })
}
