package check

import (
	"fmt"
	"slices"

	"factsheet/generator/annotation"
	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/form"
	"factsheet/generator/names"
	"factsheet/generator/text"
)

var ownerDiffers = Rule{
	Code: "owner-differs", Group: Values, Severity: diag.Warning,
	Title: "the quotes of a figure name another owner, or a statement turns round who acts",
	Why: "Whose number it is, or who is counted, is half of what it says. `who` has somebody whom the quotes name, as the subject, before the noun, or by `refers`; " +
		"whoever else they name stands in `whom`, `where` or `by`. " +
		"Of an event, whoever acts by the statement is in `who`, and whoever is acted upon in `whom`.",
	Example: `who      = ["upper-town-residents"]
evidence = [{ source = "valley-post", quote = "more than 1,200 residents of the lower town" }]`,
	Linked: func(d *dossier.Dossier, item dossier.Item, report Report) {
		if f, ok := item.(*dossier.Fact); ok {
			turned(d, f, report)
			if f.Record.Kind == "quantity" && len(f.Record.Who) > 0 {
				otherOwner(d, f, report)
			}
		}
	},
}

func otherOwner(d *dossier.Dossier, f *dossier.Fact, report Report) {
	named := namedByQuotes(d, f)
	for _, w := range f.Record.Who {
		if isNamed(d, w.Value, named) {
			continue
		}
		if e, m, id := unclaimed(d, f, isOwner); e != nil {
			report(f.Place(w), fmt.Sprintf("who has %q, whom no quote names; they name %q", w.Value, id), "",
				diag.Related{Label: "there", Place: inSeed(e.Source, m.Span), Message: q(spelled(e, m))})
			return
		}
		if e, words, id := unclaimedByRefers(d, f, mayOwn); e != nil {
			report(f.Place(w), fmt.Sprintf("who has %q, whom no quote names; by refers they mean %q", w.Value, id), "",
				diag.Related{Label: "there", Place: inSeed(e.Source, words), Message: q(e.Source.Text.View.Text[words.Start:words.End])})
			return
		}
		if m, ok := unclaimedInStatement(d, f, mayOwn); ok {
			report(f.Place(w), fmt.Sprintf("who has %q, whom no quote names; the statement names %q", w.Value, m.IDs[0]), "",
				diag.Related{Label: "there", Place: f.Says.Place(m.Span), Message: q(f.Says.Slice(m.Span))})
			return
		}
		if why := foreign(d, f, w.Value, func(c *annotation.Common) []form.Text { return c.Who }); why != "" {
			report(f.Place(w), fmt.Sprintf("who has %q, and %s", w.Value, why), "")
			return
		}
	}
}

// isOwner reports whether a mention may say whose a figure is: somebody in the
// clause of its number, and no place after a preposition. Unnamed people have
// names that others may have too.
func isOwner(e *dossier.Evidence, m names.Mention, a *dossier.Actor) bool {
	if !mayOwn(a) || isPlaceAt(e, m, a) {
		return false
	}
	var carry []text.Span
	for _, q := range e.Quantities() {
		carry = append(carry, q.Number)
	}
	return ownClause(e, carry).Overlaps(m.Span)
}

func mayOwn(a *dossier.Actor) bool {
	return !slices.Contains([]string{"media", "place", "anonymous"}, a.Record.Kind.Value)
}
