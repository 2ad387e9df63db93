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
	Whole: func(d *dossier.Dossier, report Report) {
		if !d.Whole() {
			return // what names it may be in what could not be read
		}
		used := map[string]bool{}
		use := func(refs []form.Reference, self string) {
			for _, r := range refs {
				if r.Text.Value != self && slices.Contains(r.Spaces, "actor") {
					used[r.Text.Value] = true
				}
			}
		}
		for _, s := range d.Sources {
			use(s.References, "")
		}
		for _, item := range d.Items() {
			use(item.Refs(), item.Name())
		}
		for _, a := range d.Actors {
			if !used[a.ID] {
				report(a.Place(a.Record.ID), fmt.Sprintf("nothing refers to the actor %q", a.ID), "name it where it acts, speaks or is meant, or delete it")
			}
		}
	},
}
