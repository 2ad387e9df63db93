package check

import (
	"fmt"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/edtf"
)

var dateFuture = Rule{
	Code: "date-future", Group: Dates, Severity: diag.Error,
	Title: "an event has happened, or goes on, on a day that lies after every passage that tells of it",
	Why:   "What a text says of a day to come is a plan, a hope or a forecast. Either the status is another, or `when` or `dated` is wrong.",
	Example: `when     = "2031-03-28"
status   = "happened"
evidence = [{ source = "valley-post", quote = "the dam opens again on 28 March 2031" }]     # dated 2031-03-05`,
	Item: func(item dossier.Item, report Report) {
		f := dated(item)
		if f == nil || status(f) != "happened" && status(f) != "ongoing" {
			return
		}
		list, ok := supporting(f)
		if !ok || len(list) == 0 {
			return
		}
		newest := list[0]
		for _, e := range list {
			if e.Part.Dated.IsZero() || len(differingDays(f, e)) > 0 {
				return
			}
			if e.Part.Dated.Latest() > newest.Part.Dated.Latest() {
				newest = e
			}
		}
		when, speaks := f.Record.When.Date, newest.Part.Dated
		from := diag.Related{Label: "speaks from", Place: newest.Record.Place(newest.Record.Source), Message: speaksFrom(newest)}
		switch {
		case when.Earliest() > speaks.Latest() && when.Earliest() != edtf.MinDay:
			report(f.Place(f.Record.When.Text), fmt.Sprintf("the event has happened by its status, and its day, %s, lies after the newest passage that tells of it", when.Words()),
				`status = "planned", "aimed" or "expected"`, from)
		case when.IsInterval() && when.Latest() > speaks.Latest() && when.Latest() != edtf.MaxDay:
			report(f.Place(f.Record.When.Text), fmt.Sprintf("by its status the event is no plan, and it goes on beyond the newest passage that tells of it: %s", when.Words()),
				"end the interval with \"..\" where nobody says when it ended", from)
		}
	},
}

// status returns how far an event has come; a figure that does not say so has
// happened.
func status(f *dossier.Fact) string {
	if s := f.Record.Status.Value; s != "" {
		return s
	}
	return "happened"
}
