// Package edtf holds dates as values: a day, a month, a season, a year, some
// day within a span, a whole span, each exact, uncertain or approximate.
//
// The notation is the Extended Date/Time Format, level 1
// (ISO 8601-2:2019, https://www.loc.gov/standards/datetime/), without times of
// day, and of level 2 the sets "[..x]", "[x..]" and "[a..b]":
//
//	2031-03-05            a day; 2031-03 a month, 2031-21 a season, 2031 a year
//	2031-03-05?           uncertain; ~ approximate; % both
//	2031-03-XX            some day of that month; 2031-XX, 2031-XX-XX, 203X, 20XX
//	2031-03-04/2031-03-06 throughout, from the first to the last
//	2031-03-04/..         since then, and going on; "2031-03-04/" until nobody says when
//	/2031-03-06           until then, since nobody says when
//	[2031-03-04..2031-03-06] some day within
//	[..2031-03-06]        by then: a deadline; [2031-03-06..] then or later
//	Y20310, -0043         years beyond four digits, years before the year 0
//
// Two things differ from level 1 on purpose. "../x", an interval without a
// beginning, is refused: people write it when they mean a deadline, and it
// would say that something always was. And the empty text is a date, unknown.
//
// Every date is a set of days without holes, so that dates are compared by
// their first and last day. All days are those of the proleptic Gregorian
// calendar, which has a year 0.
package edtf

import (
	"math"
	"time"
)

// A Day counts days from 1970-01-01, which is 0.
type Day int32

// MinDay and MaxDay stand for the ends that a date leaves open or does not
// tell. No date that can be written falls on them.
const (
	MinDay Day = math.MinInt32
	MaxDay Day = math.MaxInt32
)

// maxYear bounds the years that can be written, on both sides of year 0, well
// within what a Day can count.
const maxYear = 999999

const (
	daysPerEra     = 146097 // 400 years, after which the calendar repeats
	daysToEpoch    = 719468 // from 0000-03-01 to 1970-01-01
	daysPer100     = 36524
	daysPer4       = 1461
	daysPerYear    = 365
	monthsAtMarch  = 153 // days in five months counted from March
	firstSeason    = 21
	lastSeason     = 24
	monthsInSeason = 3
)

// dayOf returns the day of a date of the calendar. Years are counted from
// March, so that a leap day is the last day of its year
// (http://howardhinnant.github.io/date_algorithms.html).
func dayOf(year, month, day int) Day {
	if month <= 2 {
		year--
		month += 12
	}
	era := floorDiv(year, 400)
	yearOfEra := year - era*400
	dayOfYear := (monthsAtMarch*(month-3)+2)/5 + day - 1
	dayOfEra := yearOfEra*daysPerYear + yearOfEra/4 - yearOfEra/100 + dayOfYear
	return Day(era*daysPerEra + dayOfEra - daysToEpoch)
}

// Civil returns the year, the month (1 to 12) and the day of the month. The
// year before 1 is 0, and the one before it -1.
func (d Day) Civil() (year, month, day int) {
	n := int(d) + daysToEpoch
	era := floorDiv(n, daysPerEra)
	dayOfEra := n - era*daysPerEra
	yearOfEra := (dayOfEra - dayOfEra/(daysPer4-1) + dayOfEra/daysPer100 - dayOfEra/(daysPerEra-1)) / daysPerYear
	dayOfYear := dayOfEra - (daysPerYear*yearOfEra + yearOfEra/4 - yearOfEra/100)
	fromMarch := (5*dayOfYear + 2) / monthsAtMarch
	year, month = era*400+yearOfEra, fromMarch+3
	if month > 12 {
		year++
		month -= 12
	}
	return year, month, dayOfYear - (monthsAtMarch*fromMarch+2)/5 + 1
}

// Weekday returns the day of the week.
func (d Day) Weekday() time.Weekday {
	const firstWeekday = int(time.Thursday) // of 1970-01-01
	n := int(d) + firstWeekday
	return time.Weekday(n - floorDiv(n, 7)*7)
}

// daysIn returns the number of days of a month, which is 1 to 12.
func daysIn(year, month int) int {
	if month == 12 {
		return 31
	}
	return int(dayOf(year, month+1, 1) - dayOf(year, month, 1))
}

// floorDiv divides towards minus infinity.
func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}
