package timex

import "factsheet/generator/lang"

// span reads a date or the two ends of one: "from March to May 2031".
func (r *reader) span(i int) (sp spec, next int, ok bool) {
	open := i
	if r.is(i, lang.Between) || r.is(i, lang.From) {
		open = r.skipOn(i + 1)
	}
	sp, next, ok = r.about(open)
	if !ok || sp.base != calendar {
		return sp, next, ok && open == i
	}
	between := r.is(i, lang.Between)
	joint := r.is(next, lang.To) && !between || between && r.is(next, lang.And)
	if !joint {
		return r.single(i, open, sp, next)
	}
	to, end, ok := r.about(r.skipOn(next + 1))
	if !ok || to.base != calendar || to.frame != frameNone || !sp.joins(&to) {
		return r.single(i, open, sp, next)
	}
	sp.to, sp.some = &to, between
	return sp, end, true
}

// single returns a date that is no span after all. "from March" is the
// beginning of an open period.
func (r *reader) single(i, open int, sp spec, next int) (spec, int, bool) {
	if open == i {
		return sp, next, true
	}
	if !r.is(i, lang.From) || r.is(next, lang.To) {
		return spec{}, i, false
	}
	sp.frame, sp.ahead = frameSince, true
	return sp, next, true
}

// joins reports whether two dates are the ends of one span, and gives the
// first one the month and the year that only the last one has.
func (sp *spec) joins(to *spec) bool {
	if sp.month == 0 && sp.day != 0 {
		sp.month = to.month
	}
	if to.month == 0 && to.day != 0 {
		to.month = sp.month
	}
	if (sp.day == 0) != (to.day == 0) || (sp.month == 0) != (to.month == 0) || sp.season+to.season > 0 {
		return false
	}
	if sp.year == 0 {
		sp.year = to.year
	}
	if sp.inYear == wayNone {
		sp.inYear = to.inYear
	}
	if sp.year != 0 && to.year == 0 {
		to.year = sp.year
	}
	if sp.year == 0 {
		return true
	}
	return sp.year < to.year || sp.year == to.year && sp.month*31+sp.day <= to.month*31+to.day
}

// about reads a date with "around" or "sometime in" before it.
func (r *reader) about(i int) (sp spec, next int, ok bool) {
	if sp, next, ok = r.date(i); ok {
		sp, next = r.ofYear(sp, next)
		return sp, next, true
	}
	e, j := r.match(i, lang.Around)
	if e == nil {
		return sp, i, false
	}
	sp, next, ok = r.date(r.skipOn(j))
	if !ok || !sp.isDate() {
		return sp, i, false
	}
	sp, next = r.ofYear(sp, next)
	sp.about = true
	return sp, next, true
}

// ofYear adds the year that stands after a month, day or season in words:
// "June last year", "autumn of next year". The year of "June of that year" is
// counted from another event, and so is the date.
func (r *reader) ofYear(sp spec, i int) (spec, int) {
	if sp.base != calendar || sp.year != 0 || sp.way != wayNone || sp.month+sp.season == 0 {
		return sp, i
	}
	j := i
	if r.isSign(j, ",") || r.is(j, lang.Of) || r.is(j, lang.In) {
		j++
	}
	e, j := r.match(j, lang.Direction)
	if e == nil || e.Arg == "rolling" {
		return sp, i
	}
	u, next := r.match(j, lang.TimeUnit)
	if u == nil || unitNames[u.Arg] != year || r.t.Plural(r.s, r.toks[j]) {
		return sp, i
	}
	if e.Arg == "event" {
		return spec{base: event}, next
	}
	sp.inYear = wayOf(e.Low)
	return sp, next
}
