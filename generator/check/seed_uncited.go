package check

import (
	"fmt"
	"slices"

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
	if !d.Whole() {
		return // what could not be read may cite it
	}
	cited, drafts := map[string]bool{}, map[string]bool{} // by source
	for _, u := range d.Units {
		for _, id := range u.Cites {
			cited[id] = true
			drafts[id] = drafts[id] || u.Drafts
		}
	}
	published, all, named := map[*dossier.Seed]bool{}, map[*dossier.Seed]bool{}, map[*dossier.Seed]bool{}
	for _, s := range d.Sources {
		named[s.Seed] = true
		if cited[s.ID] {
			all[s.Seed] = true
			published[s.Seed] = published[s.Seed] || !drafts[s.ID] || isPublished(d, s)
		}
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

// isPublished reports whether something that is no draft cites a source.
func isPublished(d *dossier.Dossier, s *dossier.Source) bool {
	return slices.ContainsFunc(citing(d, s), func(item dossier.Item) bool { return !item.Common().Draft })
}
