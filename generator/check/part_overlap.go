package check

import (
	"fmt"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
)

var partOverlap = Rule{
	Code: "part-overlap", Group: Sources, Severity: diag.Error,
	Title: "two parts of a source have words in common",
	Why:   "Every word of a text has one day and one origin. `to` ends a part before the next one begins.",
	Example: `[[sources.parts]]
from = "Background: the dam"
to   = "was never repaired"
[[sources.parts]]
from = "The dam was built"     # before "was never repaired"`,
	Source: func(s *dossier.Source, report Report) {
		var last *dossier.Part
		for _, p := range s.Parts[1:] {
			if p.Span.Len() == 0 {
				continue
			}
			if last != nil && last.Span.Overlaps(p.Span) {
				report(p.Record.Place(p.Record.From),
					fmt.Sprintf("the part that begins %q starts before the one that begins %q has ended", p.Record.From.Value, last.Record.From.Value),
					"give the earlier part a `to` that ends before it",
					diag.Related{Label: "earlier", Place: last.Record.Place(last.Record.From)})
			}
			if last == nil || p.Span.End > last.Span.End {
				last = p
			}
		}
	},
}
