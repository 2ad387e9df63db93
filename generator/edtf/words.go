package edtf

import (
	"strconv"
	"strings"
)

var monthNames = [...]string{
	"January", "February", "March", "April", "May", "June",
	"July", "August", "September", "October", "November", "December",
}

var seasonNames = [...]string{"spring", "summer", "autumn", "winter"}

// Words returns the date as an English page says it, without a preposition
// before a single date: "5 March 2031", "perhaps March 2031", "by the end of
// 2026", "between 3 and 8 March 2031", "from 4 to 6 March 2031". The unknown
// date has no words.
func (d Date) Words() string {
	switch d.form {
	case single:
		return d.start.words()
	case throughout:
		return d.wordsThroughout()
	case oneOf:
		return d.wordsOneOf()
	}
	return ""
}

func (d Date) wordsThroughout() string {
	switch {
	case d.start.kind != told:
		return "until " + d.end.words()
	case d.end.kind == open:
		return "from " + d.start.words() + " on"
	case d.end.kind == untold:
		return "from " + d.start.words() + " until an unknown day"
	}
	first, last := wordsOfEnds(d.start, d.end)
	return "from " + first + " to " + last
}

func (d Date) wordsOneOf() string {
	switch {
	case d.start.kind != told:
		return d.end.qualified("by " + d.end.lastWords())
	case d.end.kind == told:
		first, last := wordsOfEnds(d.start, d.end)
		return "between " + first + " and " + last
	case d.start.precision() == PrecisionDay:
		return d.start.qualified("on or after " + d.start.plainWords())
	}
	return d.start.qualified("in " + d.start.plainWords() + " or later")
}

// wordsOfEnds says two ends, leaving out of the first what the last says too.
func wordsOfEnds(first, last point) (string, string) {
	a, b := first.words(), last.words()
	sameQualifier := first.qualifier == last.qualifier
	sameYear := sameQualifier && first.year == last.year && first.hidden+last.hidden == 0
	bothMonths := isMonth(first.month) && isMonth(last.month)
	bothDays := bothMonths && isDay(first.day) && isDay(last.day)
	switch {
	case sameYear && bothDays && first.month == last.month:
		a = first.qualified(strconv.Itoa(int(first.day)))
	case sameYear && bothDays:
		a = first.qualified(strconv.Itoa(int(first.day)) + " " + monthNames[first.month-1])
	case sameYear && bothMonths && first.day+last.day == 0:
		a = first.qualified(monthNames[first.month-1])
	}
	if sameQualifier && first.qualifier != 0 {
		b = last.plainWords()
	}
	return a, b
}

func isMonth(m uint8) bool { return 1 <= m && m <= 12 }
func isDay(d uint8) bool   { return 1 <= d && d <= 31 }

// qualified puts the words of the qualifier before others.
func (p point) qualified(words string) string {
	switch p.qualifier {
	case '?':
		return "perhaps " + words
	case '~':
		return "about " + words
	case '%':
		return "perhaps about " + words
	}
	return words
}

func (p point) words() string { return p.qualified(p.plainWords()) }

func (p point) plainWords() string {
	year := p.yearWords()
	switch {
	case p.day == unspecified && p.month == unspecified:
		return "some day in " + year
	case p.month == unspecified:
		return "some month of " + year
	case p.day == unspecified:
		return "some day in " + monthNames[p.month-1] + " " + year
	case p.day != 0:
		return strconv.Itoa(int(p.day)) + " " + monthNames[p.month-1] + " " + year
	case p.month == lastSeason:
		return "winter " + p.winterYears()
	case p.month > 12:
		return seasonNames[p.month-firstSeason] + " " + year
	case p.month != 0:
		return monthNames[p.month-1] + " " + year
	}
	return year
}

// lastWords says the last day of p, where it is a span by its end.
func (p point) lastWords() string {
	if p.precision() == PrecisionDay {
		return p.plainWords()
	}
	spanned := p
	if spanned.day == unspecified {
		spanned.day = 0
	}
	if spanned.month == unspecified {
		spanned.month = 0
	}
	return "the end of " + spanned.plainWords()
}

func (p point) yearWords() string {
	year := strconv.Itoa(int(p.year))
	switch {
	case p.hidden == 1:
		return "the " + year + "s"
	case p.hidden > 1:
		return "the years " + year + " to " + strconv.Itoa(p.lastYear())
	case p.year <= 0:
		return strconv.Itoa(1-int(p.year)) + " BC"
	}
	return year
}

// winterYears names both years that a winter lies in, so that nobody takes it
// for the one before: "2031–32".
func (p point) winterYears() string {
	next := p
	next.year++
	first, last := p.yearWords(), next.yearWords()
	if p.year > 0 && len(first) == 4 && strings.HasPrefix(last, first[:2]) {
		last = last[2:]
	}
	return first + "–" + last
}
