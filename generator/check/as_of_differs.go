package check

import (
	"fmt"
	"strings"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/edtf"
)

var asOfDiffers = Rule{
	Code: "as-of-differs", Group: Values, Severity: diag.Error,
	Title: "`as_of` or `since` is neither read in a quote nor the day of the passage",
	Why: "A figure holds on the day on which somebody gave it. A reprint's page is younger than its words, and what was counted in March is not the count of July. " +
		"Without `as_of` a figure has the day of its passages.",
	Example: `as_of    = "2031-04-06"     # the day of the page
evidence = [{ source = "reprint", quote = "1,200 residents were moved on Wednesday" }]     # dated 2031-03-05`,
	Item: func(item dossier.Item, report Report) {
		f := figure(item)
		if f == nil || reasoned(f) {
			return
		}
		list, ok := supporting(f)
		if !ok || len(list) == 0 {
			return
		}
		if asOf := f.Record.AsOf; !asOf.Date.IsZero() && !anyBears(list, asOf.Date, holdsOn) {
			report(f.Place(asOf.Text), fmt.Sprintf("as_of is %s, which no quote says and from which no passage speaks", asOf.Value), asOfHelp(list), daysOf(list)...)
		}
		since := f.Record.Since
		if date, err := edtf.Parse(since.Value); err == nil && !date.IsZero() && !anyBears(list, date, beganOn) {
			report(f.Place(since), fmt.Sprintf("since is %s, which no quote says", since.Value), "", daysOf(list)...)
		}
	},
}

func anyBears(list []*dossier.Evidence, date edtf.Date, bears func(*dossier.Evidence, edtf.Date) bool) bool {
	for _, e := range list {
		if bears(e, date) {
			return true
		}
	}
	return false
}

// holdsOn reports whether a figure holds on a day by the words of a quote, or
// because its passage speaks from that day. What goes on since a day holds on
// every day up to that of the passage.
func holdsOn(e *dossier.Evidence, date edtf.Date) bool {
	if covers(date, e.Part.Dated) || covers(date, e.Said) {
		return true
	}
	for _, d := range days(e, e.Folded()) {
		for _, told := range d.dates {
			open := told.IsInterval() && told.Earliest() <= date.Earliest() && date.Latest() <= min(told.Latest(), e.Part.Dated.Latest())
			if covers(date, told) || open || d.until && date.Latest() == told.Latest() {
				return true
			}
		}
		if d.explained {
			return true
		}
	}
	return false
}

// beganOn reports whether a count runs from a day by the words of a quote.
func beganOn(e *dossier.Evidence, date edtf.Date) bool {
	if covers(date, e.Part.Dated) {
		return true
	}
	for _, d := range days(e, e.Folded()) {
		for _, told := range d.dates {
			if covers(date, told) || told.IsInterval() && told.Earliest() == date.Earliest() {
				return true
			}
		}
		if d.explained {
			return true
		}
	}
	return false
}

// covers reports whether a date is a known one and no narrower than it.
func covers(date, told edtf.Date) bool {
	return !told.IsZero() && told.Meets(date) && !date.Narrower(told)
}

// asOfHelp is the day that the quotes tell, where it is one, and else that of
// the passages.
func asOfHelp(list []*dossier.Evidence) string {
	var read []day
	for _, e := range list {
		read = append(read, days(e, e.Folded())...)
	}
	if len(read) > 0 {
		return strings.Replace(whenHelp(read), "when", "as_of", 1)
	}
	day := list[0].Part.Dated
	for _, e := range list {
		if e.Part.Dated != day {
			return ""
		}
	}
	if day.IsZero() {
		return ""
	}
	return fmt.Sprintf("as_of = %q", day)
}

// daysOf shows what the quotes say of days, and from which day each passage
// speaks.
func daysOf(list []*dossier.Evidence) []diag.Related {
	var out []diag.Related
	for _, e := range list[:min(len(list), maxPlaces)] {
		read := dayReadings(days(e, e.Folded()))
		if len(read) == 0 {
			read = []diag.Related{{Label: "speaks from", Place: e.Record.Place(e.Record.Source), Message: speaksFrom(e)}}
		}
		out = append(out, read...)
	}
	return out
}

func speaksFrom(e *dossier.Evidence) string {
	if e.Part.Dated.IsZero() {
		return "an unknown day"
	}
	return e.Part.Dated.Words()
}
