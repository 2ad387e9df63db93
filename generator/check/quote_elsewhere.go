package check

import (
	"fmt"
	"strings"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/quote"
)

var quoteElsewhere = Rule{
	Code: "quote-elsewhere", Group: Quotes, Severity: diag.Error,
	Title:   "a quote stands in another source than the one named",
	Why:     "Who said it first depends on which text has it.",
	Example: `evidence = [{ source = "daily-star", quote = "three bridges were closed" }]     # valley-post has it`,
	Linked: func(d *dossier.Dossier, item dossier.Item, report Report) {
		for _, e := range item.Cited() {
			if e.Source == nil || e.Source.Text == nil || len(e.Matches) > 0 {
				continue
			}
			if s, m, ok := elsewhere(d, e); ok {
				report(e.Record.Place(e.Record.Quote), fmt.Sprintf("the quote stands not in %q but in %q", e.Source.ID, s.ID),
					fmt.Sprintf("source = %q", s.ID),
					diag.Related{Label: "there", Place: diag.Place{File: s.Text.File, Span: m.Span()}})
			}
		}
	},
}

func isElsewhere(d *dossier.Dossier, e *dossier.Evidence) bool {
	_, _, ok := elsewhere(d, e)
	return ok
}

// elsewhere looks for a quote in every other source. A quote of one or two
// words stands in many and proves nothing by that.
func elsewhere(d *dossier.Dossier, e *dossier.Evidence) (*dossier.Source, quote.Match, bool) {
	q := quote.Parse(e.Record.Quote.Value, "", "")
	if len(strings.Fields(e.Record.Quote.Value)) < 3 {
		return nil, quote.Match{}, false
	}
	for _, s := range d.AllSources() {
		if s == e.Source || s.Text == nil {
			continue
		}
		if found := quote.Find(s.Text, q); len(found) > 0 {
			return s, found[0], true
		}
	}
	return nil, quote.Match{}, false
}
