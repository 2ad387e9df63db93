package check

import (
	"fmt"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
)

var readingDiffers = Rule{
	Code: "reading-differs", Group: Values, Severity: diag.Error,
	Title: "a quote that supports a figure has a number that excludes it",
	Why: "Evidence that says something else does not support the figure: it belongs to a figure of its own, or has the role `updates` or `qualifies`. " +
		"Numbers differ where their hedges and rounding leave no number that both allow.",
	Example: `value    = 63
evidence = [
  { source = "river-wire", quote = "63 people were picked up" },
  { source = "valley-post", quote = "36 people were picked up" },
]`,
	Item: func(item dossier.Item, report Report) {
		f := figure(item)
		if f == nil {
			return
		}
		list, _ := supporting(f)
		borne := false
		for _, e := range list {
			if a, ok := amountOf(f.Record, e.Source.Lang); ok && len(a.has(e, tells(e))) > 0 {
				borne = true
			}
		}
		for _, e := range list {
			a, ok := amountOf(f.Record, e.Source.Lang)
			if read := tells(e); borne && ok && allExclude(a, read) {
				report(e.Record.Place(e.Record.Quote), fmt.Sprintf("the figure says %s, and this quote says something else", a),
					`role = "qualifies" or "updates", or a figure of its own that differs from this one`, readings(read)...)
			}
		}
	},
}

func allExclude(a amount, read []told) bool {
	for _, t := range read {
		if !a.excludes(t) {
			return false
		}
	}
	return len(read) > 0
}
