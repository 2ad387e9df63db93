package check

import (
	"fmt"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/tomlfile"
)

var seedUncited = Rule{
	Code: "seed-uncited", Group: Coverage, Severity: diag.Error,
	Title:   "nothing cites a seed",
	Why:     "A text of which no fact takes anything is either not read yet or does not belong here.",
	Example: `seeds/018.txt, and no evidence from it`,
	Whole: func(d *dossier.Dossier, report Report) {
		uncitedSeeds(d, false, report)
	},
	Doubt: Finder{Whole: func(d *dossier.Dossier, report Report) { uncitedSeeds(d, true, report) }},
}

func uncitedSeeds(d *dossier.Dossier, drafted bool, report Report) {
	published, all := map[*dossier.Seed]bool{}, map[*dossier.Seed]bool{}
	for _, item := range d.Items() {
		for _, e := range item.Cited() {
			if e.Source != nil && e.Source.Seed != nil {
				all[e.Source.Seed] = true
				published[e.Source.Seed] = published[e.Source.Seed] || !item.Common().Draft
			}
		}
	}
	named := map[*dossier.Seed]bool{}
	for _, s := range d.Sources {
		named[s.Seed] = true
	}
	for _, s := range d.Seeds {
		if s.Bad() || published[s] || all[s] != drafted {
			continue
		}
		help := ""
		if !named[s] {
			help = "[[sources]] with seed = " + tomlfile.Quote(s.Name)
		}
		report(startOf(s), fmt.Sprintf("%s cites the seed %q", subject(drafted), s.Name), help)
	}
}
