package check

import (
	"fmt"

	"factsheet/generator/conflict"
	"factsheet/generator/diag"
	"factsheet/generator/dossier"
)

var conflictImagined = Rule{
	Code: "conflict-imagined", Group: Across, Severity: diag.Error,
	Title: "`differs` joins two facts that can both hold",
	Why: "`differs` says that two facts cannot both be true, and the page says so too. About 150 and 163 agree; so do two counts that others made of " +
		"other people. What differs in scope or day only is told in a note.",
	Example: `value   = 150
hedge   = "about"
differs = ["ashore-151"]     # 151 is about 150`,
	Linked: func(d *dossier.Dossier, item dossier.Item, report Report) {
		f, ok := item.(*dossier.Fact)
		if !ok {
			return
		}
		for _, id := range f.Record.Differs {
			other := d.Fact(id.Value)
			switch {
			case other == f:
				report(f.Place(id), fmt.Sprintf("%q differs from itself", f.ID), "name the fact that cannot hold together with this one")
			case other != nil && conflict.Between(d, f, other) == conflict.Agreement:
				report(f.Place(id), fmt.Sprintf("%s and %s (%q) can both hold: they are of one measure, owner, place and day, and agree", amountWords(f.Record), amountWords(other.Record), other.ID),
					"take it out; a difference that is no contradiction belongs into `note`",
					diag.Related{Label: "the other", Place: other.Place(amountField(other.Record)), Message: q(other.Record.Statement.Value)})
			}
		}
	},
}
