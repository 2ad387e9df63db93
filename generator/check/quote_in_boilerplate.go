package check

import (
	"fmt"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
)

var quoteInBoilerplate = Rule{
	Code: "quote-in-boilerplate", Group: Quotes, Severity: diag.Error,
	Title:   "a quote stands in boilerplate or in a header",
	Why:     "Page furniture belongs to the page and not to the report; a header proves the source and no fact.",
	Example: `quote = "Read more: the flood in pictures"`,
	Item: func(item dossier.Item, report Report) {
		for _, e := range item.Cited() {
			if e.Part != nil && !e.Part.Proves() {
				report(e.Record.Place(e.Record.Quote), fmt.Sprintf("the quote stands in %s of %q, which proves no fact", partInWords(e.Part.Role), e.Source.ID),
					"", diag.Related{Label: "part", Place: e.Part.Record.Place(e.Part.Record.From)})
			}
		}
	},
}

func partInWords(role string) string {
	if role == "header" {
		return "the header"
	}
	return "the boilerplate"
}
