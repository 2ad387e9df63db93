package tomlfile

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2/unstable"

	"factsheet/generator/text"
)

// scalar fills in a value of which Text is still as written.
func (w *walker) scalar(v *Value, kind unstable.Kind) {
	switch kind {
	case unstable.String:
		w.string(v)
	case unstable.Bool:
		v.Kind, v.Boolean = Boolean, v.Text == "true"
	case unstable.Integer:
		w.integer(v)
	case unstable.Float:
		w.float(v)
	default:
		v.Kind = Datetime
		if problem := dateProblem(v.Text); problem != nil {
			problem.span = v.Span
			w.fail(*problem)
		}
	}
}

func (w *walker) string(v *Value) {
	v.Kind = String
	raw := v.Text
	marks := 1
	if len(raw) >= 6 && raw[1] == raw[0] {
		marks = 3
	}
	v.Content = text.Span{Start: v.Span.Start + marks, End: v.Span.End - marks}
	content := raw[marks : len(raw)-marks]
	if marks == 3 {
		trimmed := strings.TrimPrefix(strings.TrimPrefix(content, "\r"), "\n")
		if strings.HasPrefix(content, "\n") || strings.HasPrefix(content, "\r\n") {
			v.Content.Start += len(content) - len(trimmed)
			content = trimmed
		}
	}
	v.Text = decode(content, raw[0] == '\'')
}

func (w *walker) integer(v *Value) {
	v.Kind = Integer
	digits, base := strings.ReplaceAll(v.Text, "_", ""), 10
	if len(digits) > 2 && digits[0] == '0' {
		base = map[byte]int{'x': 16, 'o': 8, 'b': 2}[digits[1]]
		digits = digits[2:]
	}
	n, err := strconv.ParseInt(digits, base, 64)
	if err != nil {
		w.fail(fault{span: v.Span, message: fmt.Sprintf("the number %s is too large", clip(v.Text)),
			help: fmt.Sprintf("integers go from %d to %d", math.MinInt64, math.MaxInt64)})
	}
	v.Integer, v.Float = n, float64(n)
}

func (w *walker) float(v *Value) {
	v.Kind = Float
	digits := strings.ReplaceAll(v.Text, "_", "")
	if strings.HasSuffix(digits, "nan") {
		digits = "nan" // which strconv takes without a sign only
	}
	n, err := strconv.ParseFloat(digits, 64)
	if err != nil {
		w.fail(fault{span: v.Span, message: fmt.Sprintf("the number %s is too large", clip(v.Text)),
			help: "floats go up to 1.79e308"})
	}
	v.Float = n
}

// dateLayouts are the forms of RFC 3339 that TOML 1.0 knows; seconds may have
// a fraction.
var dateLayouts = []string{
	"2006-01-02", "15:04:05", "2006-01-02T15:04:05", "2006-01-02T15:04:05Z07:00",
}

// dateProblem says what is wrong with a date or time, nil for nothing.
func dateProblem(written string) *fault {
	s := strings.ToUpper(strings.Replace(written, " ", "T", 1))
	for _, layout := range dateLayouts {
		if sameShape(s, layout) {
			if _, err := time.Parse(layout, s); err != nil {
				return &fault{message: fmt.Sprintf("there is no day or time %s", clip(written)), help: "check year, month, day and time"}
			}
			return nil
		}
	}
	return &fault{
		message: fmt.Sprintf("%s is no date of TOML, and text needs quotation marks", clip(written)),
		help:    quoted(written),
	}
}

// sameShape reports whether s has digits and signs where the layout has them,
// since package time takes some fields with a digit less, and commas for
// points.
func sameShape(s, layout string) bool {
	clock, zone, hasZone := strings.Cut(layout, "Z")
	if len(s) < len(clock) || !sameSigns(s[:len(clock)], clock) {
		return false
	}
	rest := s[len(clock):]
	if strings.HasPrefix(rest, ".") && strings.HasSuffix(clock, "05") {
		digits := len(rest[1:]) - len(strings.TrimLeft(rest[1:], "0123456789"))
		if digits == 0 {
			return false
		}
		rest = rest[1+digits:]
	}
	if !hasZone {
		return rest == ""
	}
	return rest == "Z" || len(rest) == len("-")+len(zone) && strings.ContainsAny(rest[:1], "+-") &&
		sameSigns(rest[1:], zone) && rest[1:] < "24:00" && rest[4:] < "60"
}

func sameSigns(s, layout string) bool {
	if len(s) != len(layout) {
		return false
	}
	for i := range len(s) {
		if isDigit(layout[i]) != isDigit(s[i]) || !isDigit(s[i]) && s[i] != layout[i] {
			return false
		}
	}
	return true
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// decode returns the text of a string's content.
func decode(content string, literal bool) string {
	if strings.IndexByte(content, '\r') < 0 && (literal || strings.IndexByte(content, '\\') < 0) {
		return content
	}
	var b strings.Builder
	b.Grow(len(content))
	for {
		n := strings.IndexAny(content, "\\\r")
		if n < 0 {
			b.WriteString(content)
			return b.String()
		}
		b.WriteString(content[:n])
		taken, meant := unit(content[n:], literal)
		b.WriteString(meant)
		content = content[n+taken:]
	}
}

// unit returns how many bytes the first unit of a string's content takes, and
// what it means: an escape, a line ending, a line-ending backslash (which
// means nothing), or one byte.
func unit(s string, literal bool) (int, string) {
	switch {
	case strings.HasPrefix(s, "\r\n"):
		return 2, "\n"
	case literal || s[0] != '\\':
		return 1, s[:1]
	}
	switch s[1] {
	case 'b':
		return 2, "\b"
	case 't':
		return 2, "\t"
	case 'n':
		return 2, "\n"
	case 'f':
		return 2, "\f"
	case 'r':
		return 2, "\r"
	case '"', '\\':
		return 2, s[1:2]
	case 'u':
		return 6, codePoint(s[2:6])
	case 'U':
		return 10, codePoint(s[2:10])
	}
	return len(s) - len(strings.TrimLeft(s[1:], " \t\r\n")), ""
}

func codePoint(hex string) string {
	n, err := strconv.ParseUint(hex, 16, 32)
	if err != nil || !utf8.ValidRune(rune(n)) {
		panic("tomlfile: the parser let a bad escape pass: " + hex)
	}
	return string(rune(n))
}
