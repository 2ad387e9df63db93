package check

import (
	"fmt"

	"factsheet/generator/diag"
)

var allowUnused = Rule{
	Code: "allow-unused", Group: Coverage, Severity: diag.Error,
	Title: "an `allow` sets nothing aside",
	Why: "The reason stands on the page beside the fact. Where the rule has nothing to say, it excuses a mistake that is not there, " +
		"or one that was mended; delete it.",
	Example: `allow = [{ code = "hedge-differs", because = "the table has no hedge" }]     # and the hedge does not differ`,
}

// unused reports the permissions that set nothing aside. A record in which
// something more basic is wrong is left alone: its other rules were silent.
func unused(o owners, seen permissions) (found []diag.Diagnostic) {
	for _, list := range o {
		for _, own := range list {
			for i := range own.allow {
				if a := &own.allow[i]; !seen[a] {
					found = append(found, diag.Diagnostic{
						Code: allowUnused.Code, Severity: allowUnused.Severity, Place: a.Place(a.Code),
						Message: whyUnused(a.Code.Value), Help: "delete it",
					})
					seen[a] = true
				}
			}
		}
	}
	return found
}

func whyUnused(code string) string {
	r, ok := Find(code)
	switch {
	case !ok:
		return fmt.Sprintf("no rule has the code %q", code)
	case !r.Silenceable():
		return fmt.Sprintf("%q cannot be allowed", code)
	}
	return fmt.Sprintf("%q has nothing to say here", code)
}
