package check

import (
	"fmt"
	"strings"
	"unicode"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/text"
)

var sentenceUncovered = Rule{
	Code: "sentence-uncovered", Group: Coverage, Severity: diag.Error,
	Title: "no fact cites anything of a sentence",
	Why: "A reader of the site should miss nothing that the texts say. A sentence is cited by some fact or actor, lies in a part with the role header or boilerplate, " +
		"or is set aside with a reason.",
	Example: `allow = [{ code = "sentence-uncovered", quote = "And that was that.", because = "states nothing" }]`,
	Named:   func(d *dossier.Dossier, s *dossier.Source, report Report) { uncoveredSentences(d, s, false, report) },
	Doubt: Finder{Named: func(d *dossier.Dossier, s *dossier.Source, report Report) {
		uncoveredSentences(d, s, true, report)
	}},
}

func uncoveredSentences(d *dossier.Dossier, s *dossier.Source, drafted bool, report Report) {
	for _, g := range gaps(d, s, drafted, sentencesIn, (*reading).cites) {
		report(inSeed(g.source, g.span), fmt.Sprintf("%s cites this sentence", subject(drafted)), "")
	}
}

// sentencesIn returns the sentences of a source that facts are to cite.
func sentencesIn(s *dossier.Source) []text.Span {
	var out []text.Span
	for _, span := range s.Readings.Sentences {
		out = append(out, proving(s, span)...)
	}
	return out
}

// proving cuts a sentence at the parts of its source and returns those pieces
// that facts may cite and in which there is a word: a dateline may begin a
// sentence.
func proving(s *dossier.Source, sentence text.Span) (list []text.Span) {
	raw := s.Text.View.Raw(sentence)
	for _, p := range text.Overlapping(s.Passages, raw, func(p dossier.Passage) text.Span { return p.Span }) {
		piece := s.Text.View.Folded(text.Span{Start: max(p.Span.Start, raw.Start), End: min(p.Span.End, raw.End)})
		words := s.Text.View.Text[piece.Start:piece.End]
		if p.Part.Proves() && strings.ContainsFunc(words, unicode.IsLetter) {
			trimmed := strings.TrimLeft(words, " ")
			list = append(list, text.Span{Start: piece.End - len(trimmed), End: piece.Start + len(strings.TrimRight(words, " "))})
		}
	}
	return list
}
