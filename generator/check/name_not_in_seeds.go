package check

import (
	"fmt"
	"slices"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/form"
	"factsheet/generator/quote"
	"factsheet/generator/text"
	"factsheet/generator/tomlfile"
)

var nameNotInSeeds = Rule{
	Code: "name-not-in-seeds", Group: Actors, Severity: diag.Error,
	Title: "a name or alias stands in no seed",
	Why: "Actors are called what the texts call them. A label of ours has `coined = true`; " +
		"a spelling that no text has helps no search.",
	Example: `aliases = ["Ada Broke"]     # the texts say "Ada Brook"`,
	Whole: func(d *dossier.Dossier, report Report) {
		if !everyTextRead(d) {
			return // the name may stand in one that was not
		}
		for _, a := range d.Actors {
			if !a.Record.Coined {
				missingName(d, a, "name", a.Record.Name, report)
			}
			for _, alias := range a.Record.Aliases {
				missingName(d, a, "alias", alias, report)
			}
		}
	},
}

// everyTextRead reports whether every source is linked to its text.
func everyTextRead(d *dossier.Dossier) bool {
	return d.Whole() && !slices.ContainsFunc(d.Sources, func(s *dossier.Source) bool { return s.Text == nil })
}

func missingName(d *dossier.Dossier, a *dossier.Actor, key string, t form.Text, report Report) {
	words := text.FoldString(t.Value)
	sources := nearestFirst(d, a)
	for _, s := range sources {
		if containsWords(s.Text.View.Text, words) {
			return
		}
	}
	report(a.Place(t), fmt.Sprintf("the %s %q stands in no seed", key, t.Value), spelling(sources, key, t.Value))
}

// nearestFirst are all sources, before the others those that an actor cites.
func nearestFirst(d *dossier.Dossier, a *dossier.Actor) []*dossier.Source {
	var list []*dossier.Source
	for _, e := range a.Evidence {
		if e.Source != nil {
			list = append(list, e.Source)
		}
	}
	return append(list, d.Sources...)
}

// maxSearched is how many sources are searched for what a name may have meant.
const maxSearched = 50

// spelling is how the texts spell what an author may have meant by a name, to
// paste.
func spelling(sources []*dossier.Source, key, name string) string {
	help := ""
	if key == "name" {
		help = "coined = true, where it is a label of ours"
	}
	for _, s := range sources[:min(len(sources), maxSearched)] {
		near, ok := quote.Nearest(s.Text, quote.Parse(name, "", ""), ClassOf(s.Lang))
		if !ok || !near.Fits || len(near.Differences) != 1 {
			continue
		}
		words := tomlfile.Quote(quote.Verbatim(s.Text, near.Spans))
		if key == "alias" {
			return words
		}
		return "name = " + words + "\nor " + help
	}
	return help
}
