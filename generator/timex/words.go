package timex

import "factsheet/generator/lang"

// deepest is how far dates nest: "early in the fall of last year" is three.
const deepest = 4

// date reads one date, by what its first token may begin.
func (r *reader) date(i int) (sp spec, next int, ok bool) {
	r.depth++
	defer func() { r.depth-- }()
	if i >= len(r.toks) || r.depth > deepest {
		return sp, i, false
	}
	if r.isDigits(i) {
		if sp, next, ok = r.digits(i); ok {
			return sp, next, true
		}
		return r.count(i)
	}
	if r.toks[i].Word == nil {
		return sp, i, false
	}
	if sp, next, ok = r.weekendWord(i); ok {
		return sp, next, true
	}
	if !r.toks[i].Begins(dateWords) {
		return r.count(i)
	}
	for _, read := range [...]func(*reader, int) (spec, int, bool){
		(*reader).part, (*reader).close, (*reader).side, (*reader).dayWord, (*reader).eventDay, (*reader).direction,
		(*reader).weekday, (*reader).monthWord, (*reader).seasonWord, (*reader).holiday, (*reader).turn,
		(*reader).ordinal, (*reader).clockWord,
	} {
		if sp, next, ok = read(r, i); ok {
			return sp, next, true
		}
	}
	if sp, next, ok = r.count(i); ok {
		return sp, next, true
	}
	return spec{}, i, false
}

// dateWords are those of dates that are no count.
var dateWords = lang.SetOf(
	lang.Part, lang.Close, lang.Before, lang.After, lang.Day, lang.Event, lang.Direction, lang.Weekday, lang.Month, lang.Season,
	lang.Holiday, lang.Turn, lang.Ordinal, lang.ClockWord,
)

// part reads "late 2031", "mid-March", "the end of last year", "the end of
// the year".
func (r *reader) part(i int) (sp spec, next int, ok bool) {
	e, j := r.match(i, lang.Part)
	if e == nil {
		return sp, i, false
	}
	if r.joined(j) { // "early-2031"
		j++
	}
	sp, next, ok = r.whole(j)
	if !ok {
		return sp, i, false
	}
	sp.part = partOf{e.Low, e.High, e.Arg == "end"}
	return sp, next, true
}

// close reads the "year-end" of "by year-end" and "at year-end 2031", but none
// of "the year-end party".
func (r *reader) close(i int) (sp spec, next int, ok bool) {
	e, j := r.match(i, lang.Close)
	if e == nil || !r.placed(i) {
		return sp, i, false
	}
	sp = spec{base: wayUnit, way: wayThis, unit: unitNames[e.Arg], part: partOf{e.Low, e.High, true}}
	if y, after := r.yearAfter(j); y != 0 && sp.unit == year {
		return spec{base: calendar, year: y, part: sp.part}, after, true
	}
	return sp, j, !r.isNoun(j)
}

// side reads "earlier this year", "later in March", "later in the week".
func (r *reader) side(i int) (sp spec, next int, ok bool) {
	side := 0
	switch {
	case r.is(i, lang.Before):
		side = -1
	case r.is(i, lang.After):
		side = 1
	default:
		return sp, i, false
	}
	j := i + 1
	if r.is(j, lang.In) {
		j++
	} else if !r.is(j, lang.Direction) {
		return sp, i, false
	}
	sp, next, ok = r.whole(j)
	if !ok {
		return sp, i, false
	}
	sp.side = side
	return sp, next, true
}

// whole reads a span that has parts: a month, a year, "last week", "the year".
func (r *reader) whole(i int) (sp spec, next int, ok bool) {
	j := r.skipOn(i)
	if e, after := r.match(j, lang.TimeUnit); e != nil && j > i && unitNames[e.Arg] > dayUnit {
		return spec{base: wayUnit, way: wayThis, unit: unitNames[e.Arg]}, after, true
	}
	sp, next, ok = r.date(j)
	ok = ok && (sp.base == wayUnit || sp.base == calendar && sp.day == 0)
	return sp, next, ok && sp.part.whole()
}

func (r *reader) dayWord(i int) (sp spec, next int, ok bool) {
	e, next := r.match(i, lang.Day)
	if e == nil {
		return sp, i, false
	}
	return spec{base: offset, low: e.Low}, r.pastDayPart(next), true
}

func (r *reader) eventDay(i int) (sp spec, next int, ok bool) {
	e, next := r.match(i, lang.Event)
	if e == nil {
		return sp, i, false
	}
	return spec{base: event}, next, true
}

// pastDayPart skips the "morning" of "Friday morning".
func (r *reader) pastDayPart(i int) int {
	if r.is(i, lang.DayPart) {
		return i + 1
	}
	return i
}

// direction reads "last", "this" or "next" with a unit, a weekday, a month, a
// season, a holiday, or a number of units.
func (r *reader) direction(i int) (sp spec, next int, ok bool) {
	e, j := r.match(i, lang.Direction)
	if e == nil {
		return sp, i, false
	}
	sp, next, ok = r.directed(j, wayOf(e.Low), e.Arg == "rolling")
	if ok && e.Arg == "event" {
		if r.is(next, lang.Clitic) { // "following Tuesday's storm"
			return sp, i, false
		}
		return spec{base: event}, next, true
	}
	return sp, next, ok
}

func (r *reader) directed(j int, w way, rolling bool) (sp spec, next int, ok bool) {
	if unit, after := r.match(j, lang.TimeUnit); unit != nil {
		return r.directedUnit(j, unit, w, rolling), after, true
	}
	if r.is(j, lang.Weekday) {
		day, after := r.match(j, lang.Weekday)
		return spec{base: weekday, weekday: int(day.Low), way: w}, r.pastDayPart(after), true
	}
	for _, read := range [...]func(*reader, int) (spec, int, bool){(*reader).monthWord, (*reader).seasonWord, (*reader).holiday} {
		if sp, next, ok = read(r, j); ok {
			sp.way = w
			return sp, next, sp.year == 0
		}
	}
	sp, next, ok = r.units(j)
	if !ok || w == wayThis {
		return sp, j, false
	}
	sp.base, sp.back, sp.rolling = counted, w == wayLast, true
	return sp, next, true
}

func (r *reader) directedUnit(j int, e *lang.Entry, w way, rolling bool) spec {
	u := unitNames[e.Arg]
	switch {
	case r.t.Plural(r.s, r.toks[j]): // "the coming weeks"
		return spec{base: deictic, way: w}
	case rolling || u < dayUnit:
		return spec{base: counted, low: e.Low, high: e.Low, unit: u, back: w == wayLast, rolling: true}
	case u == dayUnit: // "the last day of the talks"
		return spec{base: event}
	}
	return spec{base: wayUnit, way: w, unit: u}
}

// weekday reads a weekday by itself, with a week, or with its date.
func (r *reader) weekday(i int) (sp spec, next int, ok bool) {
	e, j := r.match(i, lang.Weekday)
	if e == nil {
		return sp, i, false
	}
	day := int(e.Low)
	if sp, next, ok = r.weekdayDate(j); ok {
		sp.weekday = day
		return sp, next, true
	}
	if r.is(i, lang.Ambiguous) && !r.placed(i) {
		return sp, i, false
	}
	sp = spec{base: weekday, weekday: day}
	week := j
	if r.is(week, lang.Of) {
		week++
	}
	if w, after := r.match(week, lang.Direction); w != nil && w.Arg == "" {
		if u, end := r.match(after, lang.TimeUnit); u != nil && u.Arg == "week" {
			sp.way, sp.unit = wayOf(w.Low), unitNames["week"]
			return sp, end, true
		}
	}
	return sp, r.pastDayPart(j), true
}

// weekdayDate reads the date after a weekday: "Friday, 7 March", "Fri. March
// 7", "Friday the 7th".
func (r *reader) weekdayDate(j int) (sp spec, next int, ok bool) {
	if r.isSign(j, ".") && r.isSign(j+1, ",") {
		j++
	}
	if r.isSign(j, ",") || r.isSign(j, ".") {
		j++
	}
	j = r.skipOn(j)
	if r.is(j, lang.Month) {
		sp, next, ok = r.monthWord(j)
	} else if r.isDigits(j) {
		sp, next, ok = r.digits(j)
	}
	return sp, next, ok && sp.base == calendar && sp.day != 0 && sp.or == nil
}

// placed reports whether the words around token i make a date of a word that
// is another as well: "in May", "last fall".
func (r *reader) placed(i int) bool {
	if r.depth > 1 { // "the end of May"
		return true
	}
	for k := i - 1; k >= max(0, i-2); k-- {
		for _, c := range [...]lang.Class{
			lang.In, lang.Since, lang.Deadline, lang.Later, lang.Direction, lang.Part, lang.From, lang.Between, lang.To, lang.On,
		} {
			if r.is(k, c) && (c != lang.On || k < i-1 || !r.isThe(k)) {
				return true
			}
		}
		if !r.isThe(k) && !r.isSign(k, "-") && !r.is(k, lang.Of) {
			return false
		}
	}
	return false
}

// isThe reports whether token k is a word that says nothing of time: it
// stands before dates and is a filler.
func (r *reader) isThe(k int) bool { return r.is(k, lang.On) && r.is(k, lang.Filler) }

// monthWord reads a date that begins with the name of its month.
func (r *reader) monthWord(i int) (sp spec, next int, ok bool) {
	e, j := r.match(i, lang.Month)
	if e == nil {
		return sp, i, false
	}
	if r.isSign(j, ".") && lang.Touching(r.toks, i, j) && r.isDigits(j+1) {
		j++
	}
	sp = spec{base: calendar, month: int(e.Low)}
	if day, after, ok := r.dayNumber(j); ok && r.t.DayOfMonthAt(r.s, r.toks, j) {
		sp.day = day
		sp.year, next = r.yearAfter(after)
		return sp, next, true
	}
	sp.year, next = r.yearAfter(j)
	if sp.year == 0 && r.is(i, lang.Ambiguous) && !r.placed(i) {
		return sp, i, false
	}
	if sp.year == 0 {
		next = i + 1
	}
	return sp, next, true
}

// dayNumber reads the day of a month in digits, with its ending.
func (r *reader) dayNumber(i int) (day, next int, ok bool) {
	if !r.isDigits(i) || len(r.word(i)) > 2 {
		return 0, i, false
	}
	day = atoi(r.word(i))
	next = i + 1
	if r.is(next, lang.Ordinal) && lang.Touching(r.toks, i, next) {
		next++
	}
	return day, next, 1 <= day && day <= 31
}

// yearAfter reads the year after a day, month or season: "2031", ", 2031",
// "of 2031". It returns 0 and i for none.
func (r *reader) yearAfter(i int) (year, next int) {
	j := i
	if r.isSign(j, ",") || r.is(j, lang.Of) || r.is(j, lang.In) {
		j++
	}
	if r.isDigits(j) && r.t.YearAt(r.s, r.toks, j) {
		return atoi(r.word(j)), j + 1
	}
	return 0, i
}

// seasonWord reads a season with its year, or where it is placed in time.
func (r *reader) seasonWord(i int) (sp spec, next int, ok bool) {
	e, j := r.match(i, lang.Season)
	if e == nil {
		return sp, i, false
	}
	sp = spec{base: calendar, season: int(e.Low)}
	sp.year, next = r.yearAfter(j)
	if sp.year != 0 {
		if last, after := r.secondYear(next - 1); last != 0 {
			next = after
		}
		return sp, next, true
	}
	return sp, j, r.placed(i) && !r.isNoun(j)
}

// isNoun reports whether token i may be a noun to which the words before it
// belong: it is a word that the table does not know, in small letters.
func (r *reader) isNoun(i int) bool {
	return i < len(r.toks) && r.toks[i].Kind == lang.Letters && r.toks[i].Word == nil && !r.toks[i].Capital
}

func (r *reader) holiday(i int) (sp spec, next int, ok bool) {
	e, j := r.match(i, lang.Holiday)
	if e == nil {
		return sp, i, false
	}
	sp = spec{base: calendar, month: int(e.Low) / 100, day: int(e.Low) % 100}
	sp.year, next = r.yearAfter(j)
	return sp, next, true
}

// weekendWord reads the "weekend" of "at the weekend". That "of the vote" and
// that "after" it are counted from another event.
func (r *reader) weekendWord(i int) (sp spec, next int, ok bool) {
	e, next := r.match(i, lang.TimeUnit)
	if e == nil || unitNames[e.Arg] != weekend || !r.isThe(i-1) || r.t.Plural(r.s, r.toks[i]) {
		return sp, i, false
	}
	if r.is(next, lang.Of) || r.is(next, lang.Before) || r.is(next, lang.After) {
		return spec{base: event}, next, true
	}
	return spec{base: wayUnit, unit: weekend}, next, true
}

func (r *reader) turn(i int) (sp spec, next int, ok bool) {
	e, j := r.match(i, lang.Turn)
	if e == nil {
		return sp, i, false
	}
	u, next := r.match(r.skipOn(j), lang.TimeUnit)
	if u == nil || unitNames[u.Arg] < month {
		return sp, i, false
	}
	return spec{base: turn, unit: unitNames[u.Arg]}, next, true
}

// ordinal reads "the fifth of March" and "the twenty-first century", from
// the ordinal on.
func (r *reader) ordinal(i int) (sp spec, next int, ok bool) {
	e, j := r.match(i, lang.Ordinal)
	if e == nil || e.Low < 1 || e.Low > 31 {
		return sp, i, false
	}
	if sp, next, ok = r.centuryAfter(int(e.Low), j); ok {
		return sp, next, true
	}
	if !r.is(j, lang.Of) || !r.is(j+1, lang.Month) {
		return sp, i, false
	}
	m, after := r.match(j+1, lang.Month)
	sp = spec{base: calendar, month: int(m.Low), day: int(e.Low)}
	sp.year, next = r.yearAfter(after)
	return sp, next, true
}

func (r *reader) centuryAfter(n, i int) (sp spec, next int, ok bool) {
	u, next := r.match(i, lang.TimeUnit)
	if u == nil || unitNames[u.Arg] != century || n < 1 {
		return sp, i, false
	}
	return spec{base: calendar, year: (n-1)*100 + 1, century: true}, next, true
}

func (r *reader) clockWord(i int) (sp spec, next int, ok bool) {
	if e, next := r.match(i, lang.ClockWord); e != nil {
		return spec{base: clock}, next, true
	}
	return sp, i, false
}
