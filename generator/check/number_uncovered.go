package check

import (
	"fmt"
	"slices"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/text"
	"factsheet/generator/timex"
)

var numberUncovered = Rule{
	Code: "number-uncovered", Group: Coverage, Severity: diag.Error,
	Title: "no fact reads a number of a text",
	Why: "What a text counts is either a fact or set aside with a reason: `allow` on the source, with the words as `quote`. " +
		"Where a figure has `reads`, it reads those words and no other number of its quote.",
	Example: `allow = [{ code = "number-uncovered", quote = "In one version", because = "counts nothing" }]`,
	Named:   func(d *dossier.Dossier, s *dossier.Source, report Report) { uncoveredNumbers(d, s, false, report) },
	Doubt: Finder{Named: func(d *dossier.Dossier, s *dossier.Source, report Report) {
		uncoveredNumbers(d, s, true, report)
	}},
}

func uncoveredNumbers(d *dossier.Dossier, s *dossier.Source, drafted bool, report Report) {
	for _, g := range gaps(d, s, drafted, numberSpans, (*reading).readsNumber) {
		report(inSeed(g.source, g.span), fmt.Sprintf("%s reads the number %q", subject(drafted), g.words()), "")
	}
}

// numberSpans returns the numbers of a source that facts are to read.
func numberSpans(s *dossier.Source) []text.Span {
	var out []text.Span
	for _, q := range s.Readings.Quantities {
		if !inDate(s, q.Number) {
			out = append(out, q.Number)
		}
	}
	return out
}

// inDate reports whether a number belongs to a date or counts from an event:
// "two weeks ago", "seven minutes later". The rule on dates has those.
func inDate(s *dossier.Source, number text.Span) bool {
	return slices.ContainsFunc(text.Overlapping(s.Readings.Times, number, timeSpan), func(x timex.Expression) bool {
		return x.Kind != timex.Duration && x.Span.Contains(number)
	})
}

func subject(drafted bool) string {
	if drafted {
		return "only a draft"
	}
	return "no fact"
}
