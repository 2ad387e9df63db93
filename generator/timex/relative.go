package timex

import "factsheet/generator/edtf"

// settledBack is how many days back a bare weekday may lie and still be
// settled by its words; see the package comment.
const settledBack = 3

// weekdays returns the days that a weekday may mean. A week begins on Monday.
func (sp spec) weekdays(anchor edtf.Day) []edtf.Date {
	back := edtf.Day((isoWeekday(anchor) - sp.weekday + daysPerWeek) % daysPerWeek)
	last, next := anchor-back, anchor-back+daysPerWeek
	inWeek := monday(anchor) + edtf.Day(sp.weekday-1)
	switch {
	case sp.unit == week:
		return days(inWeek + daysPerWeek*edtf.Day(sp.way-wayThis))
	case sp.way == wayLast && back == 0:
		return days(last - daysPerWeek)
	case sp.way == wayLast && last == inWeek: // on a Friday, "last Tuesday"
		return days(last-daysPerWeek, last)
	case sp.way == wayLast:
		return days(last)
	case sp.way == wayNext && next == inWeek: // on a Tuesday, "next Friday"
		return days(next, next+daysPerWeek)
	case sp.way == wayNext:
		return days(next)
	case sp.way == wayThis && inWeek < anchor:
		return days(inWeek, inWeek+daysPerWeek)
	case sp.way == wayThis:
		return days(inWeek)
	}
	return sp.bareWeekdays(last, anchor)
}

// bareWeekdays returns what a weekday without "last" or "next" may mean, last
// being the last one on or before the anchor. A frame tells which way to
// look, or that one may look both ways.
func (sp spec) bareWeekdays(last, anchor edtf.Day) []edtf.Date {
	back := anchor - last
	switch {
	case sp.frame == frameSince && back == 0:
		return days(last-daysPerWeek, last)
	case sp.frame == frameSince, sp.frame == frameNone && back <= settledBack:
		return days(last)
	}
	return days(last, last+daysPerWeek)
}

func days(list ...edtf.Day) []edtf.Date {
	dates := make([]edtf.Date, len(list))
	for i, d := range list {
		dates[i] = edtf.FromDay(d)
	}
	return dates
}

// units returns the week, month or year that lies where the direction points.
func (sp spec) units(anchor edtf.Day) []edtf.Date {
	n := int(sp.way - wayThis)
	first := monday(anchor) + edtf.Day(n*daysPerWeek)
	y := yearOf(anchor)
	var date edtf.Date
	switch sp.unit {
	case week:
		date = within(first, first+daysPerWeek-1)
	case weekend:
		if sp.way == wayNone {
			return sp.bareWeekends(anchor)
		}
		saturday := first + 5
		if sp.way == wayNext && isoWeekday(anchor) < 6 { // "next weekend" on a Wednesday
			return []edtf.Date{within(saturday-daysPerWeek, saturday-daysPerWeek+1), within(saturday, saturday+1)}
		}
		date = within(saturday, saturday+1)
	case month:
		date = monthOf(anchor, n)
	case quarter:
		_, m, _ := anchor.Civil()
		start := n*3 - (m-1)%3
		date = among(monthOf(anchor, start), monthOf(anchor, start+2))
	case year:
		date, _ = edtf.Year(y + n)
	case decade:
		date, _ = edtf.Decade(y - y%10 + 10*n)
	case century:
		date = centuryFrom(y - (y-1)%100 + 100*n)
	}
	return []edtf.Date{date}
}

// bareWeekends returns what "the weekend" may mean: the one that it is, or the
// last one and the next, of which a frame or the first days of the week after
// it tell which, as for a bare weekday.
func (sp spec) bareWeekends(anchor edtf.Day) []edtf.Date {
	next := monday(anchor) + 5
	last := next - daysPerWeek
	switch back := anchor - (last + 1); {
	case anchor >= next:
		return []edtf.Date{within(next, next+1)}
	case sp.frame == frameSince, sp.frame == frameNone && back <= settledBack:
		return []edtf.Date{within(last, last+1)}
	}
	return []edtf.Date{within(last, last+1), within(next, next+1)}
}

func centuryFrom(y int) edtf.Date {
	first, _ := edtf.Year(y)
	last, _ := edtf.Year(y + 99)
	date, _ := edtf.Interval(first, last)
	return date
}

// countedDate returns the days that lie a number of units from the anchor.
func (sp spec) countedDate(anchor edtf.Day) edtf.Date {
	near, far := sp.reach()
	if sp.rolling {
		near, far = 0, sp.high
	}
	u := max(sp.unit, dayUnit)
	if sp.rolling && sp.unit < dayUnit {
		_, far = sp.reach()
	}
	if sp.back {
		near, far = -near, -far
	}
	a, okA := shift(anchor, u, far)
	b, okB := shift(anchor, u, near)
	if !sp.back {
		a, b, okA, okB = b, a, okB, okA
	}
	from, to := sp.blurred(a, okA), sp.blurred(b, okB)
	if from.IsZero() && to.IsZero() {
		return edtf.Date{}
	}
	if sp.rolling && sp.back {
		to = edtf.FromDay(anchor)
	} else if sp.rolling {
		from = edtf.FromDay(anchor)
	}
	return among(from, to)
}

// blurred returns an end of a count: a day, or its month where months and
// years are counted. An open end is the unknown date.
func (sp spec) blurred(d edtf.Day, ok bool) edtf.Date {
	switch {
	case !ok:
		return edtf.Date{}
	case sp.unit >= month:
		return monthOf(d, 0)
	}
	return edtf.FromDay(d)
}

// turns returns the two months, years or weeks between which a unit turns,
// nearest to the anchor; both turns where it lies halfway.
func (sp spec) turns(anchor edtf.Day) []edtf.Date {
	y, m, d := anchor.Civil()
	switch sp.unit {
	case month:
		const days, from, to = 31, -3, 2
		var list []edtf.Date
		for _, n := range turnsNear(d, days) {
			first := monthOf(anchor, n).Earliest()
			list = append(list, within(first+from, first+to))
		}
		return list
	case year:
		var list []edtf.Date
		for _, n := range turnsNear(m, monthsPerYear) {
			list = append(list, among(monthOf(anchor, n*monthsPerYear-m), monthOf(anchor, n*monthsPerYear-m+1)))
		}
		return list
	}
	width := 10
	if sp.unit == century {
		width = 100
	}
	turn := (y + width/2) / width * width
	before, _ := edtf.Year(turn - 1)
	after, _ := edtf.Year(turn)
	return []edtf.Date{among(before, after)}
}

// turnsNear returns 0 for the turn at the start of n pieces, 1 for the one at
// their end, and both where the place lies in the middle third.
func turnsNear(place, n int) []int {
	switch {
	case place*3 <= n:
		return []int{0}
	case place*3 > n*2:
		return []int{1}
	}
	return []int{0, 1}
}
