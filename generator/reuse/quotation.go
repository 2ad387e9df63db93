package reuse

import (
	"unicode"
	"unicode/utf8"

	"factsheet/generator/seed"
	"factsheet/generator/text"
)

// Quotations returns what stands in quotation marks, without the marks, in
// spans of the folded text. What is opened and not closed ends with its
// paragraph.
func Quotations(t *seed.Text) []text.Span {
	var out []text.Span
	for _, p := range t.Paragraphs {
		out = quotations(out, t.View.Text, t.View.Folded(p))
	}
	return out
}

func quotations(out []text.Span, s string, paragraph text.Span) []text.Span {
	start, mark := -1, byte(0)
	lastClosing := paragraph.Start + closing(s[paragraph.Start:paragraph.End])
	for i := paragraph.Start; i < paragraph.End; i++ {
		c := s[i]
		switch {
		case c != '"' && c != '\'':
		case start < 0 && opens(s, i) && (c == '"' || i < lastClosing):
			start, mark = i+1, c
		case start >= 0 && c == mark && closes(s, i):
			out = append(out, text.Span{Start: start, End: i})
			start = -1
		}
	}
	if start >= 0 {
		out = append(out, text.Span{Start: start, End: paragraph.End})
	}
	return out
}

// opens reports whether the mark at i stands where a quotation may begin: not
// after a word, and before one.
func opens(s string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, size := utf8.DecodeRuneInString(s[i+1:])
	return size > 0 && !unicode.IsSpace(after) && !isWordRune(before)
}

// closes reports whether the mark at i stands where a quotation may end:
// after something, and not before a word.
func closes(s string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i+1:])
	return !unicode.IsSpace(before) && !isWordRune(after)
}

// closing returns where the last single mark stands that may close a
// quotation, or -1: without one after it a single mark is an apostrophe.
func closing(paragraph string) int {
	for i := len(paragraph) - 1; i > 0; i-- {
		if paragraph[i] == '\'' && closes(paragraph, i) {
			return i
		}
	}
	return -1
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
