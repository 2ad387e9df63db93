package check

import (
	"fmt"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
)

var anchorMissing = Rule{
	Code: "anchor-missing", Group: Dates, Severity: diag.Error,
	Title: "a relative date in a passage of which nobody says from which day it speaks",
	Why: "\"On Monday\" is a day only where one knows when it was said. The source or its part needs `dated`, be it an interval with its `basis`; " +
		"or `refers` says which day is meant.",
	Example: `published = ""     # and no dated
evidence  = [{ source = "valley-post", quote = "the keeper gave him the keys on Monday" }]`,
	Item: func(item dossier.Item, report Report) {
		f := dated(item)
		if f == nil || reasoned(f) {
			return
		}
		list, _ := supporting(f)
		for _, e := range list {
			for _, d := range days(e, when(f, e)) {
				if d.unknown {
					report(e.Record.Place(e.Record.Quote), fmt.Sprintf("%q counts from the day on which %q speaks, and nobody says which that is", d.words, e.Source.ID),
						`dated = "" on the source or its part, or `+refersTo(d.words, f.Record.When.Value), dayReadings([]day{d})...)
				}
			}
		}
	},
}
