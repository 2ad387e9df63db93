package check

import (
	"fmt"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/form"
	"factsheet/generator/text"
)

var nameNotInSeeds = Rule{
	Code: "name-not-in-seeds", Group: Actors, Severity: diag.Error,
	Title: "a name or alias stands in no seed",
	Why: "Actors are called what the texts call them. A label of ours has `coined = true`; " +
		"a spelling that no text has helps no search.",
	Example: `aliases = ["Ada Broke"]     # the texts say "Ada Brook"`,
	Whole: func(d *dossier.Dossier, report Report) {
		for _, a := range d.Actors {
			if !a.Record.Coined {
				name(d, a, a.Record.Name, `or say that it is a label of ours: coined = true`, report)
			}
			for _, alias := range a.Record.Aliases {
				name(d, a, alias, "", report)
			}
		}
	},
}

func name(d *dossier.Dossier, a *dossier.Actor, t form.Text, help string, report Report) {
	words := text.FoldString(t.Value)
	for _, e := range a.Evidence {
		if e.Source != nil && stands(e.Source, words) {
			return
		}
	}
	for _, s := range d.Sources {
		if stands(s, words) {
			return
		}
	}
	report(a.Place(t), fmt.Sprintf("%q stands in no seed", t.Value), help)
}

func stands(s *dossier.Source, words string) bool {
	return s.Text != nil && containsWords(s.Text.View.Text, words)
}
