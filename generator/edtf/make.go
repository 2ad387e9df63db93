package edtf

// FromDay returns the date of one day, or the unknown date where the day
// belongs to a year that cannot be written, as MinDay and MaxDay do.
func FromDay(d Day) Date {
	year, month, day := d.Civil()
	date, _ := Civil(year, month, day)
	return date
}

// Civil returns the date of one day of the calendar, and false where the
// calendar has no such day.
func Civil(year, month, day int) (Date, bool) {
	if !isYear(year) || month < 1 || month > 12 || day < 1 || day > daysIn(year, month) {
		return Date{}, false
	}
	return of(point{year: int32(year), month: uint8(month), day: uint8(day)}), true
}

// Month returns the date of a month, 1 to 12, and false for any other.
func Month(year, month int) (Date, bool) {
	if !isYear(year) || month < 1 || month > 12 {
		return Date{}, false
	}
	return of(point{year: int32(year), month: uint8(month)}), true
}

// Season returns the date of a season: 21 spring, 22 summer, 23 autumn, 24
// winter, which begins in that year; and false for any other.
func Season(year, season int) (Date, bool) {
	if !isYear(year) || season < firstSeason || season > lastSeason {
		return Date{}, false
	}
	return of(point{year: int32(year), month: uint8(season)}), true
}

// Year returns the date of a year, and false for one that cannot be written.
func Year(year int) (Date, bool) {
	if !isYear(year) {
		return Date{}, false
	}
	return of(point{year: int32(year)}), true
}

// Decade returns the date of the ten years that begin with year, as "203X",
// and false where they are no decade of the years 0 to 9999.
func Decade(year int) (Date, bool) {
	if year < 0 || year > 9999 || year%10 != 0 {
		return Date{}, false
	}
	return of(point{year: int32(year), hidden: 1}), true
}

// Interval returns "a/b", throughout from a to b. An unknown a is a beginning
// that nobody tells ("/b"), an unknown b an end still open ("a/.."). It
// returns false where an end is itself a span, both are unknown, or b is over
// before a begins.
func Interval(a, b Date) (Date, bool) {
	d := Date{form: throughout, start: a.start, end: b.start}
	if b.IsZero() {
		d.end = point{kind: open}
	}
	if !bounds(a, b) {
		return Date{}, false
	}
	return d, true
}

// OneOf returns "[a..b]", some day from a to b. An unknown a gives the
// deadline "[..b]", an unknown b "[a..]", b or later. It returns false where
// Interval does.
func OneOf(a, b Date) (Date, bool) {
	d := Date{form: oneOf, start: a.start, end: b.start}
	if a.IsZero() {
		d.start = point{kind: open}
	}
	if b.IsZero() {
		d.end = point{kind: open}
	}
	if !bounds(a, b) {
		return Date{}, false
	}
	return d, true
}

// bounds reports whether a span may run from a to b.
func bounds(a, b Date) bool {
	return a.form <= single && b.form <= single && a.form+b.form > unknown && a.Earliest() <= b.Latest()
}

// AsApproximate returns d with every end that is told marked ~, or % where it
// was uncertain.
func (d Date) AsApproximate() Date {
	d.start.markApproximate()
	d.end.markApproximate()
	return d
}

func (p *point) markApproximate() {
	switch {
	case p.kind != told:
	case p.qualifier == 0:
		p.qualifier = '~'
	case p.qualifier == '?':
		p.qualifier = '%'
	}
}

func of(p point) Date {
	p.kind = told
	return Date{form: single, start: p}
}

func isYear(year int) bool { return -maxYear <= year && year <= maxYear }
