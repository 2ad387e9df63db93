// Package quote finds verbatim quotes in source texts. A quote stands where
// its folded words do and nowhere else: no measure of likeness ever accepts
// one. Where it stands nowhere, the nearest passage is proposed, with what
// differs said in words.
package quote

import (
	"strings"

	"factsheet/generator/seed"
	"factsheet/generator/text"
)

// Gap stands in a quote for words that are left out within one paragraph.
const Gap = " […] "

// A Quote is a passage to be found. All of it is folded, without white space
// at the ends.
type Quote struct {
	Pieces []string // the words between the gaps
	Prefix string   // the words just before the first piece, or ""
	Suffix string   // the words just after the last piece, or ""
}

var foldedGap = text.FoldString(Gap)

// Parse reads a quote and its context as an author writes them.
func Parse(quote, prefix, suffix string) Quote {
	pieces := strings.Split(fold(quote), foldedGap)
	for i, p := range pieces {
		pieces[i] = strings.Trim(p, " ")
	}
	return Quote{pieces, fold(prefix), fold(suffix)}
}

func fold(s string) string { return strings.Trim(text.FoldString(s), " ") }

// Verbatim returns the words of a text in the spans of a match as a quote to be
// pasted: its own characters on one line, with a gap between the spans.
func Verbatim(t *seed.Text, spans []text.Span) string {
	pieces := make([]string, len(spans))
	for i, s := range spans {
		pieces[i] = strings.Join(strings.Fields(t.File.Slice(s)), " ")
	}
	return strings.Join(pieces, Gap)
}
