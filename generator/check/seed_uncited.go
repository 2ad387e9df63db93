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

// A use is what becomes of a seed.
type use struct {
	named, cited bool // by a source, by anything of one
	published    bool // by something that is no draft
}

func uncitedSeeds(d *dossier.Dossier, drafted bool, report Report) {
	if !d.Whole() {
		return // what could not be read may cite it
	}
	cited := make(map[string]bool, len(d.Sources)) // by source, whether a file with drafts cites it
	for _, u := range d.Units {
		for _, id := range u.Cites {
			cited[id] = cited[id] || u.Drafts
		}
	}
	seeds := make(map[*dossier.Seed]use, len(d.Seeds))
	for _, s := range d.Sources {
		u := seeds[s.Seed]
		u.named = true
		if drafts, ok := cited[s.ID]; ok {
			u.cited = true
			u.published = u.published || !drafts || isPublished(d, s)
		}
		seeds[s.Seed] = u
	}
	for _, s := range d.Seeds {
		u := seeds[s]
		if s.Bad() || u.published || u.cited != drafted {
			continue
		}
		help := ""
		if !u.named {
			help = "[[sources]] with seed = " + tomlfile.Quote(s.Name)
		}
		report(startOf(s), fmt.Sprintf("%s cites the seed %q", subject(drafted), s.Name), help)
	}
}

// isPublished reports whether something that is no draft cites a source.
func isPublished(d *dossier.Dossier, s *dossier.Source) bool {
	return slices.ContainsFunc(citing(d, s), func(item dossier.Item) bool { return !item.Common().Draft })
}
