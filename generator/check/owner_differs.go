package check

import (
	"fmt"
	"slices"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/names"
	"factsheet/generator/text"
)

var ownerDiffers = Rule{
	Code: "owner-differs", Group: Values, Severity: diag.Warning,
	Title: "the quotes of a figure name another owner",
	Why: "Whose number it is, or who is counted, is half of what it says. `who` has somebody whom the quotes name, as the subject, before the noun, or by `refers`; " +
		"whoever else they name stands in `whom`, `where` or `by`.",
	Example: `who      = ["upper-town-residents"]
evidence = [{ source = "valley-post", quote = "more than 1,200 residents of the lower town" }]`,
	Whole: func(d *dossier.Dossier, report Report) {
		for _, f := range d.Facts {
			if f.Record.Kind != "quantity" {
				continue
			}
			named := namedBy(d, f)
			for _, w := range f.Record.Who {
				if isNamed(d, w.Value, named) {
					continue
				}
				if e, m, id := unclaimed(d, f, isOwner); e != nil {
					report(f.Place(w), fmt.Sprintf("who has %q, whom no quote names; they name %q", w.Value, id), "",
						diag.Related{Label: "there", Place: inSeed(e.Source, m.Span), Message: q(spelled(e, m))})
					break
				}
			}
		}
	},
}

// isOwner reports whether a mention may say whose a figure is: somebody in the
// clause of its number, and no place after a preposition. Unnamed people have
// names that others may have too.
func isOwner(e *dossier.Evidence, m names.Mention, a *dossier.Actor) bool {
	if slices.Contains([]string{"media", "place", "anonymous"}, a.Record.Kind.Value) || isPlaceAt(e, m, a) {
		return false
	}
	var carry []text.Span
	for _, q := range e.Quantities() {
		carry = append(carry, q.Number)
	}
	return ownClause(e, carry).Overlaps(m.Span)
}
