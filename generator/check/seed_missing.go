package check

import (
	"fmt"
	"path"
	"slices"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
)

var seedMissing = Rule{
	Code: "seed-missing", Group: Sources, Severity: diag.Error,
	Title:   "a seed is not there or cannot be read",
	Why:     "A seed is a plain file of UTF-8 text in seeds/. A source without its text proves nothing.",
	Example: `seed = "17.txt"     # the file is 017.txt`,
	Whole: func(d *dossier.Dossier, report Report) {
		named := map[string]bool{}
		for _, s := range d.Sources {
			named[s.Record.Seed.Value] = true
			missingSeed(d, s, report)
		}
		for _, s := range d.Seeds {
			if s.Bad() && !named[s.Name] {
				badSeed(s, startOf(s), report)
			}
		}
		for _, name := range d.Sums.Names() {
			if d.Seed(name) == nil && !named[name] {
				_, place, _ := d.Sums.Sum(name)
				report(place, fmt.Sprintf("the seed %q is listed and is not there", name), "put the file back, or delete its line")
			}
		}
	},
}

func missingSeed(d *dossier.Dossier, s *dossier.Source, report Report) {
	name := s.Record.Seed
	switch {
	case s.Seed == nil:
		help := fmt.Sprintf("save the text as %s/%s", dossier.SeedDir, path.Base(name.Value))
		if near, ok := diag.Nearest(path.Base(name.Value), seedNames(d)); ok {
			help = fmt.Sprintf("seed = %q", near)
		}
		report(s.Record.Place(name), fmt.Sprintf("no file %q stands in %s/", name.Value, dossier.SeedDir), help)
	case s.Seed.Bad():
		badSeed(s.Seed, s.Record.Place(name), report)
	}
}

// badSeed reports a file that cannot be a seed, but for one that is too
// large, which the code limit reports.
func badSeed(s *dossier.Seed, place diag.Place, report Report) {
	if s.Problem.Code != "limit" {
		report(place, fmt.Sprintf("the seed %q %s", s.Name, s.Problem.Message), s.Problem.Help)
	}
}

func seedNames(d *dossier.Dossier) []string {
	var names []string
	for _, s := range d.Seeds {
		names = append(names, s.Name)
	}
	slices.Sort(names)
	return names
}
