package check

import (
	"fmt"
	"strings"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
)

var roleNotInQuote = Rule{
	Code: "role-not-in-quote", Group: Actors, Severity: diag.Error,
	Title: "an actor's role stands in none of its quotes",
	Why:   "Offices change hands. A role is given in the words of a source, so that it holds on the day of that source.",
	Example: `role     = "head of the river office"
evidence = [{ source = "valley-post", quote = "Ada Brook of the river office" }]`,
	Item: func(item dossier.Item, report Report) {
		a, ok := item.(*dossier.Actor)
		if !ok || a.Record.Role.Value == "" || !anyFound(a.Evidence) {
			return
		}
		for _, e := range a.Evidence {
			if e.Found() && containsFold(quoted(e), a.Record.Role.Value) {
				return
			}
		}
		report(a.Place(a.Record.Role), fmt.Sprintf("the role %q stands in none of the quotes of %q", a.Record.Role.Value, a.ID),
			"take the words of a quote, or cite the passage that has them")
	},
}

func anyFound(list []*dossier.Evidence) bool {
	for _, e := range list {
		if e.Found() {
			return true
		}
	}
	return false
}

// containsFold reports whether words stand in a text, case aside: a role at
// the start of a sentence has a capital.
func containsFold(text, words string) bool {
	return strings.Contains(strings.ToLower(text), strings.ToLower(words))
}
