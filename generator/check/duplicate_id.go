package check

import (
	"fmt"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
)

var duplicateID = Rule{
	Code: "duplicate-id", Group: Form, Severity: diag.Error,
	Title: "two records have one id",
	Why:   "All ids share one namespace, since each is an address on the site.",
	Example: `[[figures]]
id = "bridges-closed"

[[claims]]
id = "bridges-closed"`,
	Whole: func(d *dossier.Dossier, report Report) {
		for _, dup := range d.Duplicates {
			id := dup.ID.Text.Value
			report(dup.Place, fmt.Sprintf("the id %q is taken: %s has it", id, withArticle(dup.First.Space)), "",
				diag.Related{Label: "first", Place: dup.First.Place})
		}
	},
}
