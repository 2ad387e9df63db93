package check

import (
	"fmt"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/timex"
)

var dateDiffers = Rule{
	Code: "date-differs", Group: Dates, Severity: diag.Error,
	Title: "a quote that supports a fact has a date that excludes `when`",
	Why: "Relative dates are read against the day from which the passage speaks, never against that of the page. Either `when` is wrong, or `dated` is, " +
		"or the quote speaks of something else. No reason silences this. A warning says that \"the mayor said on Monday\" is not the day `said`, " +
		"which without the field is that of the passage.",
	Doubt: Finder{Linked: saidOtherwise},
	Example: `when     = "2031-03-04"
evidence = [{ source = "valley-post", quote = "the keeper gave him the keys on Monday" }]     # 3 March`,
	Item: func(item dossier.Item, report Report) {
		f := dated(item)
		if f == nil {
			return
		}
		list, _ := supporting(f)
		var differing []day
		for _, e := range list {
			differing = append(differing, differingDays(f, e)...)
		}
		if len(differing) > 0 {
			report(f.Place(f.Record.When.Text), fmt.Sprintf("when is %s, and the quote says otherwise: %q", f.Record.When.Value, differing[0].words),
				whenHelp(differing), dayReadings(differing)...)
		}
	},
}

// differingDays are the dates of a quote, if every one of them excludes that
// of the fact. Words like "now" and "recently" exclude nothing.
func differingDays(f *dossier.Fact, e *dossier.Evidence) (differing []day) {
	for _, d := range days(e, when(f, e)) {
		switch {
		case d.kind == timex.Deictic || len(d.dates) == 0:
		case d.meets(f.Record.When.Date):
			return nil
		default:
			differing = append(differing, d)
		}
	}
	return differing
}

// whenHelp is the date to paste where all words tell the same.
func whenHelp(list []day) string {
	for _, d := range list {
		if len(d.dates) != 1 || d.dates[0] != list[0].dates[0] {
			return ""
		}
	}
	return fmt.Sprintf("when = %q", list[0].dates[0])
}
