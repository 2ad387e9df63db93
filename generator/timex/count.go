package timex

import (
	"math"

	"factsheet/generator/lang"
	"factsheet/generator/quantity"
)

// vagueCount is how many units "weeks ago" may be: two, up to the bound by
// unit, beyond which people name the next unit.
var vagueCount = [...]float64{
	second: 120, minute: 120, hour: 48, dayUnit: 14, week: 8, weekend: 8, month: 24, quarter: 8, year: 30, decade: 10, century: 10,
}

// count reads a number of units of time: how long, how long ago, or how long
// before or after something else.
func (r *reader) count(i int) (sp spec, next int, ok bool) {
	if e, j := r.match(i, lang.AgoBefore); e != nil {
		sp, next, ok = r.units(j)
		sp.base, sp.back = counted, true
		return sp, next, ok
	}
	sp, next, ok = r.units(i)
	if !ok {
		sp, next, ok = r.bareUnits(i)
	}
	if !ok || r.t.Match(r.toks, next, lang.Age) != nil {
		return sp, i, false
	}
	if e, after := r.match(next, lang.Ago); e != nil {
		sp.base, sp.back = counted, true
		return sp, after, true
	}
	if e, after := r.match(next, lang.Hence); e != nil {
		sp.base = counted
		return sp, after, true
	}
	for _, c := range [...]lang.Class{lang.Before, lang.After} {
		if r.is(next, c) {
			return spec{base: event}, next + 1, true
		}
	}
	return sp, next, r.isDuration(i, next)
}

// units reads a number with a unit of time: "two and a half weeks", "more
// than a decade", "a few days", "half an hour".
func (r *reader) units(i int) (sp spec, next int, ok bool) {
	if sp, next, ok = r.oneUnit(i); ok {
		return sp, next, true
	}
	q, next, ok := quantity.At(r.s, r.toks, i, r.t)
	if !ok || !q.Unit.Period {
		return sp, i, false
	}
	for next < len(r.toks) && r.toks[next].Start < q.Unit.Head.Start {
		if r.is(next, lang.Direction) { // "by 8 votes to 5 last week"
			return sp, i, false
		}
		next++
	}
	for next > i && r.toks[next-1].Start >= q.Unit.Head.End { // a hedge after the unit
		next--
	}
	if next > i && r.toks[next-1].Start == q.Unit.Head.Start {
		next--
	}
	e, after := r.match(next, lang.TimeUnit)
	if e == nil {
		return sp, i, false
	}
	told := q.Value
	told.Step = 0
	low, high := told.Bounds()
	for after < len(r.toks) && r.toks[after].End <= q.Span.End {
		after++
	}
	return spec{base: duration, low: max(low, 0) * e.Low, high: high * e.Low, unit: unitNames[e.Arg]}, after, true
}

// oneUnit reads "a week" and "more than a decade".
func (r *reader) oneUnit(i int) (sp spec, next int, ok bool) {
	hedge, j := r.match(i, lang.HedgeBefore)
	if !r.is(j, lang.Article) {
		return sp, i, false
	}
	e, next := r.match(j+1, lang.TimeUnit)
	if e == nil {
		return sp, i, false
	}
	var h quantity.Hedge
	if hedge != nil {
		h = quantity.Hedge(hedge.Arg)
	}
	low, high := quantity.Of(1, h).Bounds()
	return spec{base: duration, low: max(low, 0) * e.Low, high: high * e.Low, unit: unitNames[e.Arg]}, next, true
}

// bareUnits reads units without a number: the "weeks" of "weeks ago".
func (r *reader) bareUnits(i int) (sp spec, next int, ok bool) {
	e, next := r.match(i, lang.TimeUnit)
	if e == nil || !r.t.Plural(r.s, r.toks[i]) {
		return sp, i, false
	}
	u := unitNames[e.Arg]
	return spec{base: duration, low: 2 * e.Low, high: vagueCount[u] * e.Low, unit: u}, next, true
}

// isDuration tells how long something took from the "day" of "twice a day"
// and the "second" of "a second boat".
func (r *reader) isDuration(i, next int) bool {
	last := next - 1
	switch {
	case r.is(i, lang.TimeUnit): // "for months", "it will be years", "weeks of rain"
		return r.is(i-1, lang.Preposition) || r.is(i-1, lang.Verb) || r.is(next, lang.Of)
	case r.is(i, lang.Article):
		named := r.is(last, lang.Ordinal) || r.is(last, lang.Fraction)
		return !named && r.is(i-1, lang.Preposition)
	}
	return true
}

// reach returns how many days back or ahead a count points, at least and at
// most. A count of weeks or more is good to half its unit; far is infinite
// where the words leave it open.
func (sp spec) reach() (near, far float64) {
	slack := 0.5
	switch {
	case sp.unit == dayUnit:
		slack = 0
	case sp.unit < dayUnit:
		perDay := [...]float64{second: 86400, minute: 1440, hour: 24}[sp.unit]
		return math.Max(0, math.Floor(sp.low/perDay)), math.Ceil(sp.high / perDay)
	}
	return math.Max(0, sp.low-slack), sp.high + slack
}
