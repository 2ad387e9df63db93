package check

import (
	"fmt"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
)

var dateTooFine = Rule{
	Code: "date-too-fine", Group: Dates, Severity: diag.Error,
	Title: "`when` is narrower than every quote",
	Why: "A month is no day, and a deadline is none either: what is done \"by Friday\" may be done on Tuesday. Take the date as wide as the words are, " +
		"or say in `because` what narrows it, with the facts on which that rests.",
	Example: `when     = "2031-03-28"
evidence = [{ source = "valley-post", quote = "the dam will be mended by 28 March 2031" }]     # [..2031-03-28]`,
	Item: func(item dossier.Item, report Report) {
		f := dated(item)
		if f == nil || reasoned(f) {
			return
		}
		list, ok := supporting(f)
		if !ok {
			return
		}
		var wider []day
		for _, e := range list {
			for _, d := range days(e, when(f, e)) {
				if d.ambiguous() || d.explained || d.bears(f.Record.When.Date) {
					return
				}
				if d.meets(f.Record.When.Date) {
					wider = append(wider, d)
				}
			}
		}
		if len(wider) > 0 {
			report(f.Place(f.Record.When.Text), fmt.Sprintf("when is %s (%s), and the quotes say no more than %q",
				f.Record.When.Value, f.Record.When.Date.Words(), wider[0].words), whenHelp(wider), dayReadings(wider)...)
		}
	},
}
