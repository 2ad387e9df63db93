package timex

import (
	"slices"

	"factsheet/generator/edtf"
)

// A date without a year is settled where one answer is near: at most a third
// of the year away, and any other at least twice as far. Of a day without a
// month the same holds with a third of the month.
const (
	nearInYear  = 122
	nearInMonth = 10
	timesAsFar  = 2
)

// calendarDates returns what a date of the calendar may mean, whole or in
// part.
func (sp spec) calendarDates(anchor edtf.Day) []edtf.Date {
	if sp.year != 0 {
		dates := sp.ends(sp.in(sp.year, sp.month))
		if sp.or != nil {
			dates = append(dates, sp.or.in(sp.or.year, sp.or.month))
			slices.SortFunc(dates, edtf.Date.Compare)
		}
		return dates
	}
	if sp.inYear != wayNone {
		return sp.ends(sp.in(yearOf(anchor)+int(sp.inYear-wayThis), sp.month))
	}
	var dates []edtf.Date
	for _, date := range sp.chosen(sp.candidates(anchor), anchor) {
		dates = append(dates, sp.ends(date)...)
	}
	return dates
}

// in returns the date in a year and, where it has no month of its own, a
// month; or the unknown date where the calendar has no such day.
func (sp spec) in(y, m int) edtf.Date {
	var date edtf.Date
	switch {
	case sp.century:
		return centuryFrom(y)
	case sp.decade:
		date, _ = edtf.Decade(y)
	case sp.season != 0:
		date, _ = edtf.Season(y, sp.season)
	case sp.day != 0:
		date, _ = edtf.Civil(y, m, sp.day)
	case m != 0:
		date, _ = edtf.Month(y, m)
	default:
		date, _ = edtf.Year(y)
	}
	return date
}

// ends returns the date, or the span from it to the other end of the
// expression, which has the same year or else the one after.
func (sp spec) ends(date edtf.Date) []edtf.Date {
	if date.IsZero() || sp.to == nil {
		return slices.DeleteFunc([]edtf.Date{date}, edtf.Date.IsZero)
	}
	y := sp.to.year
	if y == 0 {
		y = yearOf(date.Earliest())
	}
	last := sp.to.in(y, sp.to.month)
	if sp.to.year == 0 && last.Latest() < date.Earliest() {
		last = sp.to.in(y+1, sp.to.month)
	}
	span, ok := edtf.Interval(date, last)
	if sp.some {
		span, ok = edtf.OneOf(date, last)
	}
	if !ok || last.IsZero() {
		return nil
	}
	return []edtf.Date{span}
}

// candidates returns the dates around the anchor that the words fit, earliest
// first.
func (sp spec) candidates(anchor edtf.Day) []edtf.Date {
	around := 2
	if sp.month == 2 && sp.day == 29 {
		around = 4
	}
	y, m, _ := anchor.Civil()
	var dates []edtf.Date
	for n := -around; n <= around; n++ {
		var date edtf.Date
		if sp.monthless() {
			date = sp.in(addMonths(y, m, n))
		} else {
			date = sp.in(y+n, sp.month)
		}
		if date.IsZero() || sp.weekday != 0 && isoWeekday(date.Earliest()) != sp.weekday {
			continue
		}
		dates = append(dates, date)
	}
	return dates
}

// monthless reports "the 14th".
func (sp spec) monthless() bool { return sp.day != 0 && sp.month == 0 }

// chosen returns those of the candidates that the words allow.
func (sp spec) chosen(dates []edtf.Date, anchor edtf.Day) []edtf.Date {
	past := slices.IndexFunc(dates, func(d edtf.Date) bool { return d.Latest() >= anchor }) - 1
	if past == -2 {
		past = len(dates) - 1
	}
	future := slices.IndexFunc(dates, func(d edtf.Date) bool { return d.Earliest() > anchor })
	switch {
	case len(dates) < 2:
		return dates
	case sp.way == wayThis:
		return sp.thisOne(dates, anchor)
	case sp.way == wayLast && past >= 0:
		return unlessSameYear(dates, past, -1, anchor)
	case sp.way == wayNext && future >= 0:
		return unlessSameYear(dates, future, 1, anchor)
	case sp.frame == frameSince && !sp.ahead && future != 0:
		if future < 0 {
			future = len(dates)
		}
		return dates[future-1 : future]
	}
	return sp.nearest(dates, anchor)
}

// unlessSameYear returns the date at i, with the one beyond it where it lies
// in the year of the anchor: in November "last March" may be either.
func unlessSameYear(dates []edtf.Date, i, beyond int, anchor edtf.Day) []edtf.Date {
	other := i + beyond
	if yearOf(dates[i].Earliest()) != yearOf(anchor) || other < 0 || other >= len(dates) {
		return dates[i : i+1]
	}
	return dates[min(i, other) : max(i, other)+1]
}

// thisOne returns the date around the anchor, or else the one in its year.
func (sp spec) thisOne(dates []edtf.Date, anchor edtf.Day) []edtf.Date {
	for i, date := range dates {
		if date.Earliest() <= anchor && anchor <= date.Latest() {
			return dates[i : i+1]
		}
	}
	for i, date := range dates {
		if yearOf(date.Earliest()) == yearOf(anchor) {
			return dates[i : i+1]
		}
	}
	return sp.nearest(dates, anchor)
}

func (sp spec) nearest(dates []edtf.Date, anchor edtf.Day) []edtf.Date {
	limit := nearInYear
	if sp.monthless() {
		limit = nearInMonth
	}
	best := 0
	for i, date := range dates {
		if gap(date, anchor) < gap(dates[best], anchor) {
			best = i
		}
	}
	second := best - 1
	if second < 0 || best+1 < len(dates) && gap(dates[best+1], anchor) < gap(dates[second], anchor) {
		second = best + 1
	}
	first := gap(dates[best], anchor)
	if sp.past && best > 0 && dates[best].Earliest() > anchor {
		return dates[best-1 : best+1] // near, but of what lies ahead nobody says that it has happened
	}
	if first == 0 || first <= limit && gap(dates[second], anchor) >= timesAsFar*first {
		return dates[best : best+1]
	}
	return dates[min(best, second) : max(best, second)+1]
}

// gap returns the days between a date and the anchor, 0 where it holds it.
func gap(date edtf.Date, anchor edtf.Day) int {
	return max(0, int(date.Earliest()-anchor), int(anchor-date.Latest()))
}
