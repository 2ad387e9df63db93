package check

import (
	"fmt"
	"strings"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
)

var quoteLong = Rule{
	Code: "quote-long", Group: Quotes, Severity: diag.Error,
	Title:   "a quote is longer than one sentence and than 40 words",
	Why:     "A reader must see at once which words bear the statement out. Cite the shortest passage that does, or several.",
	Example: `a quote of three sentences`,
	Item: func(item dossier.Item, report Report) {
		for _, e := range item.Cited() {
			if !e.Found() {
				continue
			}
			words, sentences := len(strings.Fields(quoted(e))), len(e.Sentences())
			if words > maxQuoteWords && sentences > 1 {
				report(e.Record.Place(e.Record.Quote), fmt.Sprintf("the quote has %d words in %d sentences", words, sentences),
					fmt.Sprintf("at most one sentence, or %d words", maxQuoteWords))
			}
		}
	},
}

const maxQuoteWords = 40
