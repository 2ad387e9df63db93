package check

import (
	"slices"

	"factsheet/generator/text"
)

// quotations returns the words between pairs of double quotation marks in a
// folded text, without the marks. A mark right after a letter or digit opens
// nothing: it closes, or stands for inches.
func quotations(s string) []text.Span {
	var out []text.Span
	open := -1
	for i := range len(s) {
		if s[i] != '"' {
			continue
		}
		switch {
		case open >= 0:
			out = append(out, text.Span{Start: open, End: i})
			open = -1
		case i == 0 || !wordEndsAt(s, i):
			open = i + 1
		}
	}
	return out
}

// quotedIn reports whether a span lies in one of some quotations.
func quotedIn(quotations []text.Span, s text.Span) bool {
	return slices.ContainsFunc(quotations, func(q text.Span) bool { return q.Contains(s) })
}
