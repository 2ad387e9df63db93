package timex

import (
	"fmt"

	"factsheet/generator/edtf"
	"factsheet/generator/text"
)

// reason begins with the words of the text.
func (e Expression) reason(why string) string { return e.Text + ": " + why }

func (e Expression) settledReason(date, dated edtf.Date) string {
	return fmt.Sprintf("%s → %s: %s", e.Text, date, e.spec.why(date, dated)) + e.spec.frameWords()
}

func (e Expression) ambiguousReason(dates []edtf.Date, dated edtf.Date) string {
	names := make([]string, len(dates))
	for i, date := range dates {
		names[i] = date.String()
	}
	list := text.List(names, "or")
	if e.spec.absolute() {
		return e.reason(list + ", as day or month is written first")
	}
	return e.reason(list + "; the words do not say which, counted from " + anchorWords(dated))
}

// why says how a date follows from the words.
func (sp spec) why(date, dated edtf.Date) string {
	anchor := anchorWords(dated)
	switch {
	case sp.absolute():
		return "as the words name it"
	case sp.side != 0:
		return "the part of it on this side of " + anchor
	case sp.inYear != wayNone:
		return "in " + spec{way: sp.inYear, unit: year}.whichUnit() + anchor
	case sp.base == calendar:
		return sp.which() + anchor
	case sp.base == weekday && sp.unit == week:
		return "a day of " + sp.whichUnit() + anchor
	case sp.base == weekday || sp.base == offset || sp.base == counted && sp.unit == dayUnit && sp.low == sp.high:
		return sp.distance(date, dated) + anchor
	case sp.base == wayUnit:
		return sp.whichUnit() + anchor
	}
	return "counted from " + anchor
}

// which says which of the years was taken for a date without one.
func (sp spec) which() string {
	switch {
	case sp.way == wayLast:
		return "the last one before "
	case sp.way == wayNext:
		return "the first one after "
	case sp.frame == frameSince && !sp.ahead:
		return "the last one to begin before "
	}
	return "the nearest one to "
}

func (sp spec) whichUnit() string {
	switch sp.way {
	case wayLast:
		return "the " + sp.unit.String() + " before that of "
	case wayNext:
		return "the " + sp.unit.String() + " after that of "
	case wayNone:
		return "the last " + sp.unit.String() + " that begins before "
	}
	return "the " + sp.unit.String() + " of "
}

// distance says how far a single day lies from a single day: "two days
// before ".
func (sp spec) distance(date, dated edtf.Date) string {
	day := date.Earliest()
	switch sp.frame {
	case frameBy:
		day = date.Latest()
	case frameBefore:
		day = date.Latest() + 1
	case frameAfter:
		day = date.Earliest() - 1
	}
	if dated.Earliest() != dated.Latest() {
		return "the same day counted from every one of "
	}
	n := int(day - dated.Earliest())
	switch {
	case n == 0:
		return "on "
	case n < 0:
		return dayCount(-n) + " before "
	}
	return dayCount(n) + " after "
}

var countWords = [...]string{"", "one day", "two days", "three days", "four days", "five days", "six days", "seven days"}

func dayCount(n int) string {
	if n < len(countWords) {
		return countWords[n]
	}
	return fmt.Sprintf("%d days", n)
}

// anchorWords names the day from which a passage speaks, with its weekday.
func anchorWords(dated edtf.Date) string {
	if dated.Earliest() != dated.Latest() {
		return "the days the passage may speak from (" + dated.Words() + ")"
	}
	day := dated.Earliest()
	return day.Weekday().String() + " " + edtf.FromDay(day).Words() + ", the day the passage speaks from"
}

// frameWords says what the word before the date makes of it.
func (sp spec) frameWords() string {
	switch sp.frame {
	case frameBy:
		return "; a deadline, so any day up to it"
	case frameBefore:
		return "; some day before it"
	case frameSince:
		return "; from then on"
	case frameAfter:
		return "; some day after it"
	case frameFrom:
		return "; then or some day after it"
	}
	return ""
}
