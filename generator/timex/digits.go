package timex

import (
	"strconv"
	"strings"

	"factsheet/generator/lang"
)

// digits reads a date or a time of day that begins with digits.
func (r *reader) digits(i int) (sp spec, next int, ok bool) {
	for _, read := range [...]func(*reader, int) (spec, int, bool){
		(*reader).clockTime, (*reader).numeric, (*reader).decades, (*reader).dayMonth, (*reader).bareDay, (*reader).yearNumber,
	} {
		if sp, next, ok = read(r, i); ok {
			return sp, next, true
		}
	}
	return spec{}, i, false
}

// clockTime reads "10:30", "3 p.m.", "10.30 a.m.", "0900 GMT".
func (r *reader) clockTime(i int) (sp spec, next int, ok bool) {
	next = i + 1
	colon := r.isSign(next, ":") && r.isDigits(next+1) && lang.Touching(r.toks, i, next+1) && len(r.word(i)) <= 2 && len(r.word(next+1)) == 2
	if colon {
		next += 2
		if r.isSign(next, ":") && r.isDigits(next+1) && lang.Touching(r.toks, next-1, next+1) {
			next += 2
		}
	}
	e, after := r.match(next, lang.Clock)
	if e != nil && atoi(r.word(i)) <= 24 {
		next = after
	}
	zone, zoned := r.match(next, lang.Zone)
	if zone == nil {
		return spec{base: clock}, next, colon || e != nil
	}
	hours := colon || e != nil || len(r.word(i)) == 4
	return spec{base: clock}, zoned, hours
}

// numeric reads dates in digits alone: "2031-03-05", "2031-03", "2031/03/05",
// "5/3/2031", "5.3.2031".
func (r *reader) numeric(i int) (sp spec, next int, ok bool) {
	if parts := strings.Split(r.word(i), "."); len(parts) == 3 {
		return r.ordered(parts, i+1, true)
	}
	sign := ""
	if i+1 < len(r.toks) {
		sign = r.word(i + 1)
	}
	if sign != "-" && sign != "/" || !r.isDigits(i+2) || !lang.Touching(r.toks, i, i+2) {
		return sp, i, false
	}
	if r.isSign(i+3, sign) && r.isDigits(i+4) && lang.Touching(r.toks, i+2, i+4) {
		return r.ordered([]string{r.word(i), r.word(i + 2), r.word(i + 4)}, i+5, false)
	}
	year, month := r.word(i), r.word(i+2)
	if sign != "-" || len(year) != 4 || len(month) != 2 || month[0] > '1' || atoi(month) > 12 || atoi(month) == 0 {
		return sp, i, false
	}
	return spec{base: calendar, year: atoi(year), month: atoi(month)}, i + 3, true
}

// ordered reads three numbers as a date: year first, or day and month in the
// order of the language, which is doubtful where both are below 13, since
// those who share a language do not share the order.
func (r *reader) ordered(parts []string, next int, dots bool) (sp spec, _ int, ok bool) {
	a, b, c := atoi(parts[0]), atoi(parts[1]), atoi(parts[2])
	if len(parts[0]) == 4 {
		return spec{base: calendar, year: a, month: b, day: c}, next, a > 0 && isMonth(b) && isDay(c)
	}
	if len(parts[2]) != 4 || c == 0 {
		return sp, next, false
	}
	dayFirst := spec{base: calendar, year: c, month: b, day: a}
	monthFirst := spec{base: calendar, year: c, month: a, day: b}
	canDay, canMonth := isMonth(b) && isDay(a), isMonth(a) && isDay(b) && !dots
	switch {
	case canDay && canMonth && a != b:
		monthFirst.or = &dayFirst
		return monthFirst, next, true
	case canDay:
		return dayFirst, next, true
	}
	return monthFirst, next, canMonth
}

// decades reads "2030s".
func (r *reader) decades(i int) (sp spec, next int, ok bool) {
	word := r.word(i)
	if len(word) != 4 || word[3] != '0' || i+1 >= len(r.toks) || r.word(i+1) != "s" || !lang.Touching(r.toks, i, i+1) {
		return sp, i, false
	}
	return spec{base: calendar, year: atoi(word), decade: true}, i + 2, true
}

// dayMonth reads "5 March 2031", "5th of March", "21st century".
func (r *reader) dayMonth(i int) (sp spec, next int, ok bool) {
	day, j, ok := r.dayNumber(i)
	if !ok {
		return sp, i, false
	}
	if j > i+1 {
		if sp, next, ok := r.centuryAfter(day, j); ok {
			return sp, next, true
		}
	}
	if r.is(j, lang.Of) || r.isSign(j, ".") { // "5. März"
		j++
	}
	e, after := r.match(j, lang.Month)
	if e == nil {
		return sp, i, false
	}
	if r.isSign(after, ".") && (r.isDigits(after+1) || r.isSign(after+1, ",")) {
		after++
	}
	sp = spec{base: calendar, month: int(e.Low), day: day}
	sp.year, next = r.yearAfter(after)
	if sp.year == 0 {
		next = j + 1
	}
	return sp, next, true
}

// bareDay reads a day whose month stands elsewhere: the first of "5 to 7
// March", "Friday 7", or "the 14th" where no noun follows.
func (r *reader) bareDay(i int) (sp spec, next int, ok bool) {
	day, j, ok := r.dayNumber(i)
	if !ok {
		return sp, i, false
	}
	alone := j > i+1 && r.isThe(i-1) && (j >= len(r.toks) || r.toks[j].Kind == lang.Sign && !r.isSign(j, "-") || r.is(j, lang.Stop))
	if !alone && !r.t.DayOfMonthAt(r.s, r.toks, i) {
		return sp, i, false
	}
	sp = spec{base: calendar, day: day}
	if r.joins(j) {
		if later, _, ok := r.digits(j + 1); ok && later.base == calendar && later.day != 0 && later.or == nil {
			sp.month, sp.year = later.month, later.year
			return sp, j, true
		}
	}
	sp.year, next = r.yearAfter(j)
	return sp, next, true
}

// joins reports whether digits follow the token i, which stands between two
// days of a month.
func (r *reader) joins(i int) bool {
	return r.isDigits(i+1) && (r.is(i, lang.To) || r.is(i, lang.And) || r.isSign(i, ","))
}

// yearNumber reads a year, and "2030-31" and "2030/31".
func (r *reader) yearNumber(i int) (sp spec, next int, ok bool) {
	if !r.t.YearAt(r.s, r.toks, i) {
		return sp, i, false
	}
	sp = spec{base: calendar, year: atoi(r.word(i))}
	if last, after := r.secondYear(i); last != 0 {
		sp.to = &spec{base: calendar, year: last}
		return sp, after, true
	}
	next = i + 1
	if e, after := r.match(next, lang.Era); e != nil && e.Low > 0 {
		next = after
	}
	return sp, next, true
}

// secondYear reads the two last digits of a year after another: "2030/31".
func (r *reader) secondYear(i int) (year, next int) {
	if !r.isSign(i+1, "/") && !r.is(i+1, lang.To) || !r.isDigits(i+2) || len(r.word(i+2)) != 2 || !lang.Touching(r.toks, i, i+2) {
		return 0, i
	}
	first := atoi(r.word(i))
	year = first - first%100 + atoi(r.word(i+2))
	if year <= first {
		return 0, i
	}
	return year, i + 3
}

func isMonth(n int) bool { return 1 <= n && n <= 12 }
func isDay(n int) bool   { return 1 <= n && n <= 31 }

// atoi returns the value of digits, or 0 where they are too many.
func atoi(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}
