package check

import (
	"slices"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/quantity"
	"factsheet/generator/text"
)

func numberSpan(q quantity.Quantity) text.Span { return q.Number }

// overlapsAny reports whether a span overlaps one of a few others.
func overlapsAny(list []text.Span, s text.Span) bool {
	return slices.ContainsFunc(list, s.Overlaps)
}

// containsAny reports whether one of a few spans contains another.
func containsAny(list []text.Span, s text.Span) bool {
	return slices.ContainsFunc(list, func(t text.Span) bool { return t.Contains(s) })
}

func shifted(s text.Span, by int) text.Span { return text.Span{Start: s.Start + by, End: s.End + by} }

// inSeed is the place of a span of a source's folded text.
func inSeed(s *dossier.Source, folded text.Span) diag.Place {
	return diag.Place{File: s.Text.File, Span: s.Text.View.Raw(folded)}
}

// sentenceAt returns the sentence of the folded text in which an offset lies.
func sentenceAt(s *dossier.Source, offset int) text.Span {
	at := text.Span{Start: offset, End: offset + 1}
	for _, sentence := range text.Overlapping(s.Readings.Sentences, at, text.Itself) {
		return sentence
	}
	return at
}
