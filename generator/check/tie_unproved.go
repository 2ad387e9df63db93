package check

import (
	"fmt"
	"slices"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/form"
)

var tieUnproved = Rule{
	Code: "tie-unproved", Group: Actors, Severity: diag.Error,
	Title: "no quote bears out that one actor belongs to another",
	Why: "`part_of` and `likely` join what the texts may keep apart. Either a quote of the actor names " +
		"the other one, or `because` gives the reason.",
	Example: `id      = "two-rescuers"
part_of = "river-office"     # no quote says so`,
	Linked: func(d *dossier.Dossier, item dossier.Item, report Report) {
		a, ok := item.(*dossier.Actor)
		if !ok || a.Record.Because.Value != "" {
			return
		}
		for _, tie := range []struct {
			key string
			to  form.Text
		}{{"part_of", a.Record.PartOf}, {"likely", a.Record.Likely}} {
			other := d.Actor(tie.to.Value)
			if other != nil && (len(a.Evidence) == 0 || anyFound(a.Evidence)) && !anyNames(a.Evidence, other) {
				report(a.Place(tie.to), fmt.Sprintf("%s ties %q to %q, which none of its quotes names", tie.key, a.ID, other.ID), `because = ""`)
			}
		}
	},
}

// anyNames reports whether a quote has a name or an alias of an actor, or a
// word that refers to it.
func anyNames(list []*dossier.Evidence, a *dossier.Actor) bool {
	for _, e := range list {
		if !e.Found() {
			continue
		}
		for _, p := range e.Record.Refers {
			if slices.Contains(form.Values(p.Values), a.ID) {
				return true
			}
		}
		text := quoted(e)
		for _, name := range a.Spellings() {
			if containsWords(text, name) {
				return true
			}
		}
	}
	return false
}
