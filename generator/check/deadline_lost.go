package check

import (
	"fmt"
	"slices"

	"factsheet/generator/dossier"
	"factsheet/generator/edtf"
	"factsheet/generator/lang"
	"factsheet/generator/text"
	"factsheet/generator/timex"
)

// deadlineLost reports a statement that something comes "in" a month or year of
// which every quote says only that it comes by then.
func deadlineLost(f *dossier.Fact, s support, report Report) {
	table, ok := lang.For(s.d.Site.Language())
	if !ok || f.Record.Kind == "question" || f.Record.When.Given() && !f.Record.When.Date.IsDeadline() {
		return
	}
	for _, x := range f.Says.Times {
		if !isPlainSpan(x) || !follows(f.Says.View.Text, x.Span, table) || quotedIn(quotations(f.Says.View.Text), x.Span) {
			continue
		}
		if words, ok := s.deadlineOf(x.Date); ok {
			report(f.Says.Place(x.Span), fmt.Sprintf("the statement says %q, and the quotes give a deadline: %q", x.Text, words), "say until when, as the quotes do")
		}
	}
}

// isPlainSpan reports a month, season or year that the words name by
// themselves.
func isPlainSpan(x timex.Expression) bool {
	return x.Absolute() && (x.Kind == timex.Month || x.Kind == timex.Season || x.Kind == timex.Year)
}

// follows reports whether a word like "in" stands right before a span.
func follows(s string, span text.Span, t *lang.Table) bool {
	toks := t.LastTokens(s[:span.Start], 1)
	return len(toks) > 0 && toks[len(toks)-1].Is(lang.In)
}

// deadlineOf returns the deadline that ends with a date, if the quotes tell
// nothing else of that date.
func (s support) deadlineOf(date edtf.Date) (words string, ok bool) {
	for _, e := range s.evidence {
		if e.Record.When.Given() || e.Source.Lang == nil {
			return "", false
		}
		for _, d := range days(e, e.Folded()) {
			switch {
			case !slices.ContainsFunc(d.dates, date.Meets):
			case d.until || d.kind != timex.Deadline || d.dates[0].Latest() != date.Latest():
				return "", false
			default:
				words = d.words
			}
		}
	}
	return words, words != ""
}
