package check

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
)

var seedChanged = Rule{
	Code: "seed-changed", Group: Sources, Severity: diag.Error,
	Title: "the bytes of a seed are not those listed in SHA256SUMS",
	Why: "A source text never changes. Where a new version is meant, `factsheet lock --accept FILE` takes it " +
		"and prints the facts whose quotes no longer stand.",
	Example: `a letter of seeds/017.txt was mended`,
	Whole: func(d *dossier.Dossier, report Report) {
		var cited map[*dossier.Seed][]diag.Related
		for _, s := range d.Seeds {
			sum, _, ok := d.Sums.Sum(s.Name)
			if !ok || s.Bad() || sum == s.Sum {
				continue
			}
			if cited == nil {
				cited = citations(d)
			}
			report(startOf(s), fmt.Sprintf("the seed %q is not the text that %s lists", s.Name, dossier.SumsPath),
				fmt.Sprintf("put the old text back, or take the new one: factsheet lock --accept %s", s.Name), cited[s]...)
		}
	},
}

// citations lists the facts and actors that cite each seed, once each, in the
// order of their places.
func citations(d *dossier.Dossier) map[*dossier.Seed][]diag.Related {
	out := map[*dossier.Seed][]diag.Related{}
	for _, item := range d.Items() {
		seen := map[*dossier.Seed]bool{}
		for _, e := range item.Cited() {
			if e.Source == nil || e.Source.Seed == nil || seen[e.Source.Seed] {
				continue
			}
			seen[e.Source.Seed] = true
			out[e.Source.Seed] = append(out[e.Source.Seed], diag.Related{
				Label: "cited by", Place: e.Record.Place(e.Record.Quote), Message: q(item.Name()),
			})
		}
	}
	for _, list := range out {
		slices.SortFunc(list, func(a, b diag.Related) int {
			return cmp.Or(strings.Compare(a.Place.File.Path, b.Place.File.Path), a.Place.Span.Start-b.Place.Span.Start)
		})
	}
	return out
}
