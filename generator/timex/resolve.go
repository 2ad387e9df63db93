package timex

import (
	"slices"

	"factsheet/generator/edtf"
)

// An Outcome says how far the words of an expression settle its date.
type Outcome uint8

// The outcomes.
const (
	Settled     Outcome = iota + 1 // Date is known
	Ambiguous                      // one of the Candidates, and the words do not say which
	NeedsAnchor                    // counted from a day that is not known, or from another event
	Undated                        // a duration or a time of day: there is no date in it
)

// A Resolution is the date of an expression and why it is that one.
type Resolution struct {
	Outcome    Outcome
	Date       edtf.Date   // of a settled one
	Candidates []edtf.Date // of an ambiguous one: two or more, earliest first
	Reason     string      // for people: "Friday → 2031-03-07: two days before …"
}

// Resolve returns the date of the expression in a passage that speaks from
// the days dated, which may be a span or unknown; where it is a span, every
// day of it must give the same answer.
func (e Expression) Resolve(dated edtf.Date) Resolution {
	switch {
	case !e.Dated():
		return Resolution{Outcome: Undated, Reason: e.reason("no date is in these words")}
	case e.spec.isEvent():
		return Resolution{Outcome: NeedsAnchor, Reason: e.reason("counted from another event, not from the day the passage speaks from")}
	case e.spec.absolute():
		return e.answer(e.spec.on(0), dated)
	case dated.Earliest() == edtf.MinDay || dated.Latest() == edtf.MaxDay:
		return Resolution{Outcome: NeedsAnchor, Reason: e.reason("counted from the day the passage speaks from, which is not known")}
	}
	dates := e.spec.on(dated.Earliest())
	for _, date := range e.spec.on(dated.Latest()) {
		if !slices.Contains(dates, date) {
			dates = append(dates, date)
		}
	}
	slices.SortFunc(dates, edtf.Date.Compare)
	return e.answer(dates, dated)
}

func (e Expression) answer(dates []edtf.Date, dated edtf.Date) Resolution {
	switch len(dates) {
	case 0:
		return Resolution{Outcome: Undated, Reason: e.reason("the calendar has no such day")}
	case 1:
		return Resolution{Outcome: Settled, Date: dates[0], Reason: e.settledReason(dates[0], dated)}
	}
	return Resolution{Outcome: Ambiguous, Candidates: dates, Reason: e.ambiguousReason(dates, dated)}
}

func (sp spec) isEvent() bool { return sp.base == event }

// on returns the dates that the words may mean when they are said on a day;
// one where they settle it.
func (sp spec) on(anchor edtf.Day) []edtf.Date {
	var dates []edtf.Date
	for _, date := range sp.plain(anchor) {
		date = sp.framed(sp.narrowed(date, anchor), date)
		if sp.about {
			date = date.AsApproximate()
		}
		if !date.IsZero() {
			dates = append(dates, date)
		}
	}
	return dates
}

// plain returns the dates without part and frame.
func (sp spec) plain(anchor edtf.Day) []edtf.Date {
	switch sp.base {
	case calendar:
		return sp.calendarDates(anchor)
	case weekday:
		return sp.weekdays(anchor)
	case offset:
		return []edtf.Date{edtf.FromDay(anchor + edtf.Day(sp.low))}
	case wayUnit:
		return sp.units(anchor)
	case counted:
		return []edtf.Date{sp.countedDate(anchor)}
	case turn:
		return sp.turns(anchor)
	case deictic:
		return []edtf.Date{deicticDate(anchor, sp.way)}
	}
	return nil
}

func deicticDate(anchor edtf.Day, w way) edtf.Date {
	day := edtf.FromDay(anchor)
	date := day
	switch w {
	case wayLast:
		date, _ = edtf.OneOf(edtf.Date{}, day)
	case wayNext:
		date, _ = edtf.OneOf(day, edtf.Date{})
	}
	return date
}

// narrowed returns the part of a date that the words name: "late", "earlier".
func (sp spec) narrowed(date edtf.Date, anchor edtf.Day) edtf.Date {
	first, last := date.Earliest(), date.Latest()
	switch {
	case sp.side < 0 && first <= anchor && anchor <= last:
		return within(first, anchor)
	case sp.side > 0 && first <= anchor && anchor <= last:
		return within(anchor, last)
	case sp.part.whole():
		return date
	}
	return sp.part.in(date)
}

// in returns the part of a date in its months, where it is a year, in its
// years, where it is a decade, and else in its days.
func (p partOf) in(date edtf.Date) edtf.Date {
	first, last := date.Earliest(), date.Latest()
	single := !date.IsInterval() && !date.IsOneOf()
	switch {
	case single && date.Precision() == edtf.PrecisionYear:
		from, to := p.of(monthsPerYear)
		return among(monthOf(first, from), monthOf(first, to))
	case single && date.Precision() == edtf.PrecisionDecade:
		from, to := p.of(10)
		a, _ := edtf.Year(yearOf(first) + from)
		b, _ := edtf.Year(yearOf(first) + to)
		return among(a, b)
	}
	from, to := p.of(int(last-first) + 1)
	return within(first+edtf.Day(from), first+edtf.Day(to))
}

// of returns the first and the last of n equal pieces, from 0, that the part
// touches.
func (p partOf) of(n int) (first, last int) {
	const rounding = 1e-9 // 5/12 of 12 months is five of them
	first = int(p.low*float64(n) + rounding)
	last = int(p.high*float64(n)-rounding) + 1
	return first, max(first, min(last, n)-1)
}

// framed puts the date into its frame. whole is the date without its part:
// the end of 2031 is over when 2031 is, and before it is until then.
func (sp spec) framed(date, whole edtf.Date) edtf.Date {
	none, frame := edtf.Date{}, sp.frame
	if frame == frameBefore && sp.part.end {
		frame = frameBy
	}
	switch frame {
	case frameBy:
		if date.Latest() == whole.Latest() {
			date = whole
		}
		return either(edtf.OneOf, none, date, none, edtf.FromDay(date.Latest()))
	case frameBefore:
		return either(edtf.OneOf, none, edtf.FromDay(date.Earliest()-1), none, none)
	case frameSince:
		return either(edtf.Interval, date, none, edtf.FromDay(date.Earliest()), none)
	case frameAfter:
		return either(edtf.OneOf, edtf.FromDay(date.Latest()+1), none, none, none)
	case frameFrom:
		return either(edtf.OneOf, date, none, edtf.FromDay(date.Earliest()), none)
	}
	return date
}

// either returns the span of the first pair of ends, or that of the second
// where an end of the first is a span itself.
func either(span func(a, b edtf.Date) (edtf.Date, bool), a, b, c, d edtf.Date) edtf.Date {
	if date, ok := span(a, b); ok {
		return date
	}
	date, _ := span(c, d)
	return date
}
