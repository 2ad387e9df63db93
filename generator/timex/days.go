package timex

import (
	"math"

	"factsheet/generator/edtf"
)

const (
	daysPerWeek   = 7
	daysPerMonth  = 30 // of the half of a month by which a count of months is blurred
	monthsPerYear = 12
	furthest      = 100_000 // units; a count beyond is as good as open
)

// isoWeekday returns 1 for Monday to 7 for Sunday.
func isoWeekday(d edtf.Day) int { return (int(d.Weekday())+6)%daysPerWeek + 1 }

// monday returns the first day of the week of d.
func monday(d edtf.Day) edtf.Day { return d - edtf.Day(isoWeekday(d)-1) }

func yearOf(d edtf.Day) int {
	y, _, _ := d.Civil()
	return y
}

// monthOf returns the month that lies n months from that of d.
func monthOf(d edtf.Day, n int) edtf.Date {
	y, m, _ := d.Civil()
	y, m = addMonths(y, m, n)
	date, _ := edtf.Month(y, m)
	return date
}

func addMonths(y, m, n int) (year, month int) {
	k := y*monthsPerYear + m - 1 + n
	month = (k%monthsPerYear + monthsPerYear) % monthsPerYear
	return (k - month) / monthsPerYear, month + 1
}

// shift moves a day by n units, and reports false where n is open or out of
// reach. A part of a month or year is taken in days.
func shift(d edtf.Day, u unit, n float64) (edtf.Day, bool) {
	if math.Abs(n) > furthest {
		return 0, false
	}
	months := 0.0
	switch u {
	case week, weekend:
		n *= daysPerWeek
	case month:
		months = n
	case quarter:
		months = n * 3
	case year:
		months = n * monthsPerYear
	case decade:
		months = n * 10 * monthsPerYear
	case century:
		months = n * 100 * monthsPerYear
	}
	if u < month {
		return d + edtf.Day(math.Round(n)), true
	}
	whole := math.Floor(months)
	y, m, day := d.Civil()
	y, m = addMonths(y, m, int(whole))
	date, ok := edtf.Month(y, m)
	if !ok {
		return 0, false
	}
	moved := min(date.Earliest()+edtf.Day(day-1), date.Latest())
	return moved + edtf.Day(math.Round((months-whole)*daysPerMonth)), true
}

// within returns some day from a to b, and the day itself where they are one.
func within(a, b edtf.Day) edtf.Date {
	if a == b {
		return edtf.FromDay(a)
	}
	date, _ := edtf.OneOf(edtf.FromDay(a), edtf.FromDay(b))
	return date
}

// among returns some day from a to b, each a month or a year.
func among(a, b edtf.Date) edtf.Date {
	if a == b {
		return a
	}
	date, _ := edtf.OneOf(a, b)
	return date
}
