package check

import (
	"fmt"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
)

var dateNotInQuote = Rule{
	Code: "date-not-in-quote", Group: Dates, Severity: diag.Error,
	Title: "no quote reads as any date, or the reason for a date does not lead to it",
	Why: "A date comes from the words of a text, not from memory and not from the day of a page. Where the texts do not date a thing, `when` is \"\"; " +
		"where other facts date it, `because` says how and `rests_on` names them.",
	Example: `when     = "2031-03-04"
evidence = [{ source = "valley-post", quote = "the keeper gave him the keys" }]`,
	Linked: unfoundedDate,
	Item: func(item dossier.Item, report Report) {
		f := dated(item)
		if f == nil || reasoned(f) {
			return
		}
		list, ok := supporting(f)
		if !ok || len(list) == 0 {
			return
		}
		var events []day
		for _, e := range list {
			for _, d := range days(e, when(f, e)) {
				if len(d.dates) > 0 || d.explained || d.unknown {
					return
				}
				if d.event {
					events = append(events, d)
				}
			}
		}
		help := `when = "", or because and rests_on`
		if len(events) > 0 {
			help = refersTo(events[0].words, f.Record.When.Value)
		}
		report(f.Place(f.Record.When.Text), fmt.Sprintf("when is %s, and no supporting quote reads as a date", f.Record.When.Value), help, dayReadings(events)...)
	},
}
