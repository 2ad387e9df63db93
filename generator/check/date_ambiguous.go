package check

import (
	"fmt"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/edtf"
	"factsheet/generator/text"
)

var dateAmbiguous = Rule{
	Code: "date-ambiguous", Group: Dates, Severity: diag.Error,
	Title: "the words leave open which day is meant",
	Why: "A bare weekday is settled silently only where it lies no more than three days back; a month or day without a year only where one answer is near. " +
		"Elsewhere no rule is reliable, and `refers` says which day it is.",
	Example: `evidence = [{ source = "valley-post", quote = "the council meets on Saturday" }]     # refers = { "Saturday" = "2031-03-08" }`,
	Item: func(item dossier.Item, report Report) {
		f := dated(item)
		if f == nil || reasoned(f) {
			return
		}
		list, _ := supporting(f)
		for _, e := range list {
			for _, d := range days(e, when(f, e)) {
				if d.ambiguous() && d.meets(f.Record.When.Date) {
					report(e.Record.Place(e.Record.Quote), fmt.Sprintf("%q may be %s", d.words, choices(d.dates)), refersTo(d.words, fitting(f, d)), dayReadings([]day{d})...)
				}
			}
		}
	},
}

func choices(dates []edtf.Date) string {
	words := make([]string, len(dates))
	for i, date := range dates {
		words[i] = date.Words()
	}
	return text.List(words, "or")
}

// fitting is the reading that agrees with what the fact says.
func fitting(f *dossier.Fact, d day) string {
	for _, date := range d.dates {
		if f.Record.When.Date.Meets(date) {
			return date.String()
		}
	}
	return ""
}
