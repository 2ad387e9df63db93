package check

import (
	"fmt"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
)

var seedUnlisted = Rule{
	Code: "seed-unlisted", Group: Sources, Severity: diag.Error,
	Title:   "a seed has no line in SHA256SUMS",
	Why:     "The list is what shows later that a source text was not touched. `factsheet lock` adds new seeds.",
	Example: `seeds/018.txt was added, and seeds/SHA256SUMS does not list it`,
	Whole: func(d *dossier.Dossier, report Report) {
		if !d.Sums.Whole {
			return // the line of the seed may be one that cannot be read
		}
		for _, s := range d.Seeds {
			if _, _, ok := d.Sums.Sum(s.Name); !ok && !s.Bad() {
				report(startOf(s), fmt.Sprintf("%s does not list the seed %q", dossier.SumsPath, s.Name), "factsheet lock")
			}
		}
	},
}

// startOf is the place of a finding about a seed as a whole.
func startOf(s *dossier.Seed) diag.Place { return diag.Place{File: s.File} }
