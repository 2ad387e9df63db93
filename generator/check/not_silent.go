package check

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/form"
	"factsheet/generator/text"
)

var notSilent = Rule{
	Code: "not-silent", Group: Across, Severity: diag.Error,
	Title: "a word that a source is said not to have stands in it",
	Why: "\"No text says\" is a finding like any other, and a page that says it gives the words looked for. " +
		"They are looked for in body and headline, in any case; a star at the end stands for any ending.",
	Example: `silent = [{ sources = ["valley-post"], words = ["mov*"] }]     # the text has "were moved"`,
	Linked: func(d *dossier.Dossier, item dossier.Item, report Report) {
		f, ok := item.(*dossier.Fact)
		if !ok {
			return
		}
		for i := range f.Record.Silent {
			silence := &f.Record.Silent[i]
			for _, word := range silence.Words {
				if s, span, ok := breaks(d, silence.Sources, word.Value); ok {
					report(silence.Place(word), fmt.Sprintf("%q stands in %q", word.Value, s.ID),
						fmt.Sprintf("look whether it answers the question; if it speaks of something else, leave the word or %q out", s.ID),
						diag.Related{Label: "there", Place: inSeed(s, span), Message: q(s.Text.View.Text[span.Start:span.End])})
				}
			}
		}
	},
}

// breaks returns the first of the sources in which a word stands, and where.
func breaks(d *dossier.Dossier, sources []form.Text, word string) (*dossier.Source, text.Span, bool) {
	for _, id := range sources {
		s := d.Source(id.Value)
		if s == nil || s.Text == nil {
			continue
		}
		for _, passage := range s.Passages {
			if !passage.Part.Proves() {
				continue
			}
			within := s.Text.View.Folded(passage.Span)
			if span, ok := findWord(s.Text.View.Text[within.Start:within.End], word); ok {
				return s, text.Span{Start: within.Start + span.Start, End: within.Start + span.End}, true
			}
		}
	}
	return nil, text.Span{}, false
}

// findWord finds a word or phrase in a folded text, whole and in any case,
// with any ending where it ends with a star.
func findWord(s, word string) (text.Span, bool) {
	stem, anyEnding := strings.CutSuffix(inSmall(text.FoldString(word)), "*")
	small := inSmall(s)
	for from := 0; stem != ""; {
		i := strings.Index(small[from:], stem)
		if i < 0 {
			break
		}
		start, end := from+i, from+i+len(stem)
		if !joined(s, start) && (anyEnding || !joined(s, end)) {
			return text.Span{Start: start, End: wordEnd(s, end)}, true
		}
		from = start + 1
	}
	return text.Span{}, false
}

// wordEnd returns the end of the word in which an offset lies.
func wordEnd(s string, offset int) int {
	for joined(s, offset) {
		_, n := utf8.DecodeRuneInString(s[offset:])
		offset += n
	}
	return offset
}

// inSmall returns a text in small letters, byte for byte at the same offsets;
// a text for which there is none such, as it is.
func inSmall(s string) string {
	if small := strings.ToLower(s); len(small) == len(s) {
		return small
	}
	return s
}
