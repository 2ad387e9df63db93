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
	Linked: func(d *dossier.Dossier, item dossier.Item, report Report) {
		a, ok := item.(*dossier.Actor)
		if !ok || !d.ReadsAll() {
			return // the name may stand in a text that was not read
		}
		if !a.Record.Coined {
			missingName(d, a, "name", a.Record.Name, report)
		}
		for _, alias := range a.Record.Aliases {
			missingName(d, a, "alias", alias, report)
		}
	},
}

func missingName(d *dossier.Dossier, a *dossier.Actor, key string, t form.Text, report Report) {
	words := text.FoldString(t.Value)
	stands := func(s *dossier.Source) bool { return containsWords(s.Text.View.Text, words) }
	near := nearest(d, a)
	if !slices.ContainsFunc(near, stands) && !d.AnySource(stands) {
		report(a.Place(t), fmt.Sprintf("the %s %q stands in no seed", key, t.Value), spelling(append(near, d.AllSources()...), key, t.Value))
	}
}

// nearest are the sources in which an actor is named before all: those that it
// cites, those that name it in their records, and the first of those that are
// cited where it is meant.
func nearest(d *dossier.Dossier, a *dossier.Actor) (list []*dossier.Source) {
	add := func(evidence []*dossier.Evidence) {
		for _, e := range evidence {
			if e.Source != nil && !slices.Contains(list, e.Source) {
				list = append(list, e.Source)
			}
		}
	}
	add(a.Evidence)
	list = append(list, d.SourcesReferring(a.ID)...)
	for _, item := range d.Referring(a.ID) {
		if len(list) >= maxSearched {
			break
		}
		add(item.Cited())
	}
	return list
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
