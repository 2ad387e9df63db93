package edtf

import "cmp"

// A Date is a set of days without holes and how it was told. Its zero value
// is the unknown date, written "". Dates are equal (==) if they are written
// alike.
type Date struct {
	form       form
	start, end point // of a single date only start
}

type form uint8

const (
	unknown    form = iota
	single          // x
	throughout      // a/b
	oneOf           // [a..b]
)

// A point is a date without span: one end of an interval, or a date by
// itself. Its zero value is an end that is not told.
type point struct {
	kind      pointKind
	qualifier byte  // '?', '~', '%' or 0
	hidden    uint8 // digits X at the end of the year
	month     uint8 // 0 none, 1 to 12, a season 21 to 24, or unspecified
	day       uint8 // 0 none, 1 to 31, or unspecified
	year      int32 // digits X count as 0
}

type pointKind uint8

const (
	untold pointKind = iota // "" in an interval
	open                    // ".."
	told
)

// unspecified is a month or day written XX.
const unspecified = 101

// A Precision is the width of what a date tells, from a day up.
type Precision uint8

// The precisions. "2031-03-XX" tells a month, "203X" a decade.
const (
	PrecisionUnknown Precision = iota
	PrecisionDay
	PrecisionMonth
	PrecisionSeason
	PrecisionYear
	PrecisionDecade
	PrecisionCentury
	PrecisionMillennium
)

// IsZero reports whether d is the unknown date.
func (d Date) IsZero() bool { return d.form == unknown }

// IsDay reports whether d is one single day, sure or not.
func (d Date) IsDay() bool { return d.form == single && d.start.precision() == PrecisionDay }

// IsInterval reports whether d is a span throughout which something holds:
// "a/b", "a/..", "a/" or "/b".
func (d Date) IsInterval() bool { return d.form == throughout }

// IsOneOf reports whether d is some day within a span: "[a..b]", "[..b]" or
// "[a..]".
func (d Date) IsOneOf() bool { return d.form == oneOf }

// IsDeadline reports whether d is a day by which something is done: "[..b]".
func (d Date) IsDeadline() bool { return d.form == oneOf && d.start.kind == open }

// End returns the last date of a span as a date of its own. It is the unknown
// date where none is told, and of a date that is no span.
func (d Date) End() Date {
	if d.end.kind != told {
		return Date{}
	}
	return of(d.end)
}

// Since returns the first date of a span that goes on, "a/..", and the unknown
// date for any other date.
func (d Date) Since() Date {
	if d.form != throughout || d.start.kind != told || d.end.kind != open {
		return Date{}
	}
	return of(d.start)
}

// Uncertain reports whether any part of d is marked ? or %.
func (d Date) Uncertain() bool { return d.start.uncertain() || d.end.uncertain() }

// Approximate reports whether any part of d is marked ~ or %.
func (d Date) Approximate() bool { return d.start.approximate() || d.end.approximate() }

func (p point) uncertain() bool   { return p.qualifier == '?' || p.qualifier == '%' }
func (p point) approximate() bool { return p.qualifier == '~' || p.qualifier == '%' }

// Precision returns the coarser of the precisions of the ends that are told.
func (d Date) Precision() Precision {
	return max(d.start.precision(), d.end.precision())
}

func (p point) precision() Precision {
	switch {
	case p.kind != told:
		return PrecisionUnknown
	case p.hidden > 0:
		return PrecisionYear + Precision(p.hidden)
	case p.month == 0 || p.month == unspecified:
		return PrecisionYear
	case p.month >= firstSeason:
		return PrecisionSeason
	case p.day == 0 || p.day == unspecified:
		return PrecisionMonth
	}
	return PrecisionDay
}

// Earliest returns the first day of the set, or MinDay where the date has no
// beginning or does not tell it.
func (d Date) Earliest() Day {
	if d.start.kind != told {
		return MinDay
	}
	return d.start.first()
}

// Latest returns the last day of the set, or MaxDay where the date has no end
// or does not tell it.
func (d Date) Latest() Day {
	last := d.end
	if d.form == single {
		last = d.start
	}
	if last.kind != told {
		return MaxDay
	}
	return last.last()
}

func (p point) first() Day {
	year := int(p.year)
	switch p.precision() {
	case PrecisionDay:
		return dayOf(year, int(p.month), int(p.day))
	case PrecisionMonth:
		return dayOf(year, int(p.month), 1)
	case PrecisionSeason:
		return dayOf(year, p.seasonMonth(), 1)
	}
	return dayOf(year, 1, 1)
}

func (p point) last() Day {
	year := int(p.year)
	switch p.precision() {
	case PrecisionDay:
		return dayOf(year, int(p.month), int(p.day))
	case PrecisionMonth:
		return firstAfter(year, int(p.month)) - 1
	case PrecisionSeason:
		return firstAfter(year, p.seasonMonth()+monthsInSeason-1) - 1
	}
	return dayOf(p.lastYear(), 12, 31)
}

// seasonMonth returns the month in which a season begins. Seasons are those
// of the northern hemisphere in whole months, as a reader of news has them:
// spring is March to May, and winter runs from December into the next year.
func (p point) seasonMonth() int {
	return int(p.month-firstSeason)*monthsInSeason + 3
}

// lastYear returns the last year that the digits X leave possible.
func (p point) lastYear() int {
	width := 1
	for range p.hidden {
		width *= 10
	}
	return int(p.year) + width - 1
}

// firstAfter returns the first day after a month, which may count beyond 12.
func firstAfter(year, month int) Day {
	return dayOf(year+month/12, month%12+1, 1)
}

// Meets reports whether d and e have a day in common; dates that do not meet
// exclude each other. Two deadlines meet if their ends do: "by March" and "by
// May" are two dates. The unknown date meets every other. Qualifiers do not
// widen a date.
func (d Date) Meets(e Date) bool {
	d, e = byEnd(d, e)
	return d.Earliest() <= e.Latest() && e.Earliest() <= d.Latest()
}

// Within reports whether every day of d is a day of e; of two deadlines,
// whether that holds for their ends.
func (d Date) Within(e Date) bool {
	d, e = byEnd(d, e)
	return e.Earliest() <= d.Earliest() && d.Latest() <= e.Latest()
}

// Narrower reports whether d lies within e and leaves some day of it out, so
// that e does not bear d out.
func (d Date) Narrower(e Date) bool { return d.Within(e) && !e.Within(d) }

// byEnd turns two deadlines into their ends, and leaves other dates alone.
func byEnd(d, e Date) (Date, Date) {
	if d.IsDeadline() && e.IsDeadline() {
		return d.End(), e.End()
	}
	return d, e
}

// Compare orders dates by their first day, then by their last one. A date
// without a beginning stands at its end, and the unknown date comes last.
func (d Date) Compare(e Date) int {
	return cmp.Or(cmp.Compare(d.sortKey(), e.sortKey()), cmp.Compare(d.Latest(), e.Latest()))
}

func (d Date) sortKey() Day {
	switch {
	case d.start.kind == told:
		return d.start.first()
	case d.end.kind == told:
		return d.end.last()
	}
	return MaxDay
}
