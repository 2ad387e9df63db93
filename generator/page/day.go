package page

import (
	"slices"
	"strings"

	"factsheet/generator/dossier"
	"factsheet/generator/edtf"
)

// on says a date with its preposition: "on 5 March 2031", "in March 2031",
// "by the end of 2026", "perhaps 5 March 2031".
func on(d edtf.Date) Words {
	words := d.Words()
	switch {
	case d.IsZero(), d.IsInterval(), d.IsOneOf(), d.Uncertain(), d.Approximate(), strings.HasPrefix(words, "some "):
		return words
	case d.IsDay():
		return "on " + words
	}
	return "in " + words
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

// days says several dates: "5 and 7 March 2031", "6 days between 5 March 2031
// and 2 April 2031".
func (s speech) days(dates []edtf.Date) Words {
	known := distinct(dates)
	if n := len(known); n > maxDays {
		return s.count(n, "day", "days") + " between " + known[0].Words() + " and " + known[n-1].Words()
	}
	var words, numbers []Words
	months := map[Words]bool{}
	for _, d := range known {
		number, month, _ := strings.Cut(d.Words(), " ")
		words, numbers = append(words, d.Words()), append(numbers, number)
		months[month] = true
	}
	if len(months) == 1 && areDays(known) {
		_, month, _ := strings.Cut(words[0], " ")
		return and(numbers) + " " + month
	}
	return and(words)
}

// onDays is days with prepositions.
func (s speech) onDays(dates []edtf.Date) Words {
	known := distinct(dates)
	if areDays(known) && len(known) <= maxDays {
		return list(" ", "on", s.days(known))
	}
	var words []Words
	for _, d := range known {
		words = append(words, on(d))
	}
	if len(words) > maxDays {
		return "on " + s.days(known)
	}
	return and(words)
}

// areDays reports whether all dates are single days that are sure.
func areDays(dates []edtf.Date) bool {
	for _, d := range dates {
		if !d.IsDay() || d.Uncertain() || d.Approximate() {
			return false
		}
	}
	return len(dates) > 0
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
