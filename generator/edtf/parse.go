package edtf

import (
	"cmp"
	"fmt"
	"strings"
)

// Parse returns the date that s writes; Parse(s).String() is s. The error is
// an *Error, worded for the author of s.
func Parse(s string) (Date, error) {
	d, problem := parse(s)
	if problem == errShape {
		problem = explain(s)
	}
	if problem != nil {
		problem.Text = s
		return Date{}, problem
	}
	return d, nil
}

// errShape stands for a text that does not even look like EDTF, to be
// explained by what else it looks like. It never leaves the package.
var errShape = &Error{}

func parse(s string) (Date, *Error) {
	switch {
	case s == "":
		return Date{}, nil
	case strings.HasPrefix(s, "[") || strings.Contains(s, "/"):
		return parseSpan(s)
	}
	p, problem := parsePoint(s)
	return Date{form: single, start: p}, problem
}

func parseSpan(s string) (Date, *Error) {
	e, ok := takeApart(s)
	switch {
	case !ok:
		return Date{}, errShape
	case e.empty():
		return Date{}, &Error{Problem: "names no day at all; an unknown date is", Fixes: []string{""}}
	}
	start, problem := parseEnd(e.first)
	if problem != nil {
		return Date{}, problem
	}
	end, problem := parseEnd(e.last)
	if problem != nil {
		return Date{}, problem
	}
	if e.openStart() {
		return Date{}, explainOpenStart(e.last)
	}
	d := Date{form: e.form, start: start, end: end}
	if d.Earliest() > d.Latest() {
		return Date{}, &Error{
			Problem: fmt.Sprintf("ends before it begins, %q being earlier than %q", e.last, e.first),
			Fixes:   []string{ends{e.form, e.last, e.first}.String()},
		}
	}
	return d, nil
}

// ends is the spelling of a span, taken apart. An open end is "..".
type ends struct {
	form        form
	first, last string
}

func takeApart(s string) (e ends, ok bool) {
	inner, bracketed := strings.CutPrefix(s, "[")
	if !bracketed {
		e.form = throughout
		e.first, e.last, ok = strings.Cut(s, "/")
		return e, ok
	}
	inner, closed := strings.CutSuffix(inner, "]")
	e.form = oneOf
	e.first, e.last, ok = strings.Cut(inner, "..")
	if e.first != "" && e.last == ".." {
		return e, false // "[2031....]": an open end is written once
	}
	return ends{oneOf, cmp.Or(e.first, ".."), cmp.Or(e.last, "..")}, ok && closed
}

// String puts the span together again.
func (e ends) String() string {
	if e.form == throughout {
		return e.first + "/" + e.last
	}
	return "[" + strings.TrimPrefix(e.first, "..") + ".." + strings.TrimPrefix(e.last, "..") + "]"
}

// empty reports whether neither end names a day.
func (e ends) empty() bool {
	return strings.Trim(e.first, ".") == "" && strings.Trim(e.last, ".") == ""
}

// openStart reports whether the span is "../x" (see the package comment).
func (e ends) openStart() bool { return e.form == throughout && e.first == ".." }

func parseEnd(s string) (point, *Error) {
	switch s {
	case "":
		return point{}, nil
	case "..":
		return point{kind: open}, nil
	}
	return parsePoint(s)
}

// parsePoint reads a date without span: year, month, season or day, with a
// qualifier after it.
func parsePoint(s string) (point, *Error) {
	p := point{kind: told}
	rest := s
	if n := len(s) - 1; n >= 0 && strings.IndexByte("?~%", s[n]) >= 0 {
		p.qualifier, rest = s[n], s[:n]
	}
	rest, ok := p.readYear(rest)
	if !ok {
		return p, errShape
	}
	if p.month, rest, ok = readTwo(rest); !ok {
		return p, errShape
	}
	if p.day, rest, ok = readTwo(rest); !ok || rest != "" || p.misplaced() {
		return p, errShape
	}
	return p, p.outOfRange()
}

// readYear reads a year from the start of s: four digits of which the last
// may be X, the same negative, or Y and five or six digits.
func (p *point) readYear(s string) (rest string, ok bool) {
	digits, width := s, 4
	long := strings.HasPrefix(s, "Y")
	digits = strings.TrimPrefix(digits, "Y")
	digits, negative := strings.CutPrefix(digits, "-")
	if long {
		width = len(digits) - len(strings.TrimLeft(digits, "0123456789"))
	}
	if len(digits) < width || long && (width < 5 || width > 6 || digits[0] == '0') {
		return s, false
	}
	for _, c := range []byte(digits[:width]) {
		p.year *= 10
		switch {
		case c == 'X':
			p.hidden++
		case '0' <= c && c <= '9' && p.hidden == 0:
			p.year += int32(c - '0')
		default:
			return s, false
		}
	}
	if negative {
		p.year = -p.year
	}
	if p.hidden == 4 || negative && (p.year == 0 || p.hidden > 0) {
		return s, false
	}
	return digits[width:], true
}

// readTwo reads "-" and two digits, or "-XX", from the start of s. It leaves
// a text that begins with anything but "-" alone.
func readTwo(s string) (n uint8, rest string, ok bool) {
	if !strings.HasPrefix(s, "-") {
		return 0, s, true
	}
	switch {
	case len(s) < 3:
		return 0, s, false
	case s[1:3] == "XX":
		return unspecified, s[3:], true
	case !isDigit(s[1]) || !isDigit(s[2]):
		return 0, s, false
	}
	n = (s[1]-'0')*10 + s[2] - '0'
	if n == 0 {
		n = zero
	}
	return n, s[3:], true
}

// zero is what readTwo makes of "00", so that it differs from a month or day
// that is not there. No such value leaves parsePoint.
const zero = 100

// misplaced reports whether something stands after a part that takes nothing
// after it: digits after an X, a day after a season.
func (p point) misplaced() bool {
	switch {
	case p.hidden > 0:
		return p.month != 0
	case p.month == unspecified:
		return p.day != 0 && p.day != unspecified
	case firstSeason <= p.month && p.month <= lastSeason:
		return p.day != 0
	}
	return false
}

// outOfRange explains a month or day that the calendar does not have.
func (p point) outOfRange() *Error {
	isSeason := firstSeason <= p.month && p.month <= lastSeason
	switch {
	case p.month == 0 || p.month == unspecified || isSeason:
		return nil
	case p.month == zero || p.month > 12:
		return &Error{Problem: fmt.Sprintf("has month %02d; months run from 01 to 12 and seasons from 21 to 24", p.month%zero)}
	case p.day == 0 || p.day == unspecified:
		return nil
	}
	if last := daysIn(int(p.year), int(p.month)); p.day == zero || int(p.day) > last {
		month := monthNames[p.month-1]
		return &Error{Problem: fmt.Sprintf("has day %02d; %s %d has %d days", p.day%zero, month, p.year, last)}
	}
	return nil
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// String returns the date as Parse reads it, "" for the unknown date.
func (d Date) String() string {
	switch d.form {
	case single:
		return d.start.String()
	case throughout:
		return d.start.String() + "/" + d.end.String()
	case oneOf:
		return ends{oneOf, d.start.String(), d.end.String()}.String()
	}
	return ""
}

func (p point) String() string {
	switch p.kind {
	case untold:
		return ""
	case open:
		return ".."
	}
	b := p.appendYear(make([]byte, 0, len("Y-999999-99-99?")))
	for _, part := range []uint8{p.month, p.day} {
		switch part {
		case 0:
		case unspecified:
			b = append(b, "-XX"...)
		default:
			b = append(b, '-', '0'+part/10, '0'+part%10)
		}
	}
	if p.qualifier != 0 {
		b = append(b, p.qualifier)
	}
	return string(b)
}

func (p point) appendYear(b []byte) []byte {
	switch {
	case p.year > 9999 || p.year < -9999:
		return fmt.Appendf(b, "Y%d", p.year)
	case p.year < 0:
		return fmt.Appendf(b, "-%04d", -p.year)
	}
	b = fmt.Appendf(b, "%04d", p.year)
	for i := range p.hidden {
		b[len(b)-1-int(i)] = 'X'
	}
	return b
}
