package page

import (
	"slices"
	"strings"

	"factsheet/generator/dossier"
	"factsheet/generator/edtf"
)

// on says a date with its preposition: "on 5 March 2031", "in March 2031",
// "by the end of 2026", "on some day between 3 and 8 March 2031", "perhaps 5
// March 2031".
func on(d edtf.Date) Words {
	words := d.Words()
	switch {
	case isBetween(d):
		return "on some day " + words
	case strings.HasPrefix(words, "some day "):
		return "on " + words
	case d.IsZero(), d.IsInterval(), d.IsOneOf(), d.Uncertain(), d.Approximate():
		return words
	case d.IsDay():
		return "on " + words
	}
	return "in " + words
}

// isBetween reports whether a date is some day between two that are told.
func isBetween(d edtf.Date) bool {
	return d.IsOneOf() && d.Earliest() != edtf.MinDay && d.Latest() != edtf.MaxDay
}

// past says a date of what lies behind whoever speaks, for whom a deadline is
// only the last day on which it can have been: "on or before 8 March 2031".
func past(d edtf.Date) Words {
	if !d.IsDeadline() {
		return d.Words()
	}
	end := d.End()
	if end.IsDay() {
		return "on or before " + end.Words()
	}
	return "in or before " + end.Words()
}

// onPast is on for what lies behind whoever speaks.
func onPast(d edtf.Date) Words {
	if d.IsDeadline() {
		return past(d)
	}
	return on(d)
}

// distinct returns the dates that are known, each once, the earliest first.
func distinct(dates []edtf.Date) []edtf.Date {
	var known []edtf.Date
	for _, d := range unique(dates) {
		if !d.IsZero() {
			known = append(known, d)
		}
	}
	slices.SortStableFunc(known, edtf.Date.Compare)
	return known
}

// maxDays is how many days a line names before it gives the first and last.
const maxDays = 3

// days says several dates, each as say does: "5 and 7 March 2031", "March 2031
// and 7 April 2031", "6 days between 5 March 2031 and 2 April 2031".
func (s speech) days(dates []edtf.Date, say func(edtf.Date) Words) Words {
	known := distinct(dates)
	if n := len(known); n > maxDays {
		return s.count(n, "day", "days") + " between " + known[0].Words() + " and " + known[n-1].Words()
	}
	if days := ofOneMonth(known); days != "" {
		return strings.Replace(say(known[0]), known[0].Words(), days, 1)
	}
	var words []Words
	for _, d := range known {
		words = append(words, say(d))
	}
	return and(words)
}

// ofOneMonth says sure days of one month, naming the month once; "" where the
// dates are others.
func ofOneMonth(dates []edtf.Date) Words {
	var days []Words
	var month Words
	for _, d := range dates {
		if !d.IsDay() || d.Uncertain() || d.Approximate() {
			return ""
		}
		day, rest, _ := strings.Cut(d.Words(), " ")
		if month != "" && month != rest {
			return ""
		}
		days, month = append(days, day), rest
	}
	return list(" ", and(days), month)
}

// noun says a date so that "as of" or "up to" can stand before it.
func noun(d edtf.Date) Words {
	switch {
	case d.IsOneOf():
		return "some day " + past(d)
	case d.IsInterval():
		return "the time " + d.Words()
	}
	return d.Words()
}

// spoken are the days from which the passages of evidence speak.
func spoken(list []*dossier.Evidence) []edtf.Date {
	var out []edtf.Date
	for _, e := range list {
		if e.Part != nil {
			out = append(out, e.Part.Dated)
		}
	}
	return out
}

// said are the days on which evidence was said.
func said(list []*dossier.Evidence) []edtf.Date {
	var out []edtf.Date
	for _, e := range list {
		out = append(out, e.Said)
	}
	return out
}
