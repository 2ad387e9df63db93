package check

import (
	"fmt"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/text"
	"factsheet/generator/timex"
)

var dateUncovered = Rule{
	Code: "date-uncovered", Group: Coverage, Severity: diag.Error,
	Title: "no fact reads a time expression of a text",
	Why: "Days, deadlines, \"currently\" and \"so far\" are what makes a statement true of one time and not of another. " +
		"Each stands in the quote of a fact, or is set aside with a reason.",
	Example: `allow = [{ code = "date-uncovered", quote = "these days", because = "a turn of phrase" }]`,
	Named:   func(d *dossier.Dossier, s *dossier.Source, report Report) { uncoveredDays(d, s, false, report) },
	Doubt: Finder{Named: func(d *dossier.Dossier, s *dossier.Source, report Report) {
		uncoveredDays(d, s, true, report)
	}},
}

func uncoveredDays(d *dossier.Dossier, s *dossier.Source, drafted bool, report Report) {
	for _, g := range gaps(d, s, drafted, timesIn, (*reading).readsDay) {
		report(inSeed(g.source, g.span), fmt.Sprintf("%s reads the time expression %q", subject(drafted), g.words()), "")
	}
}

// timesIn returns the time expressions of a source that facts are to read.
// Durations in numbers are left to the rule on numbers.
func timesIn(s *dossier.Source) []text.Span {
	var out []text.Span
	for _, x := range s.Readings.Times {
		if x.Kind != timex.Duration || len(text.Overlapping(s.Readings.Quantities, x.Span, numberSpan)) == 0 {
			out = append(out, x.Span)
		}
	}
	return out
}
