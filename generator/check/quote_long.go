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
			words, sentences := len(strings.Fields(quoted(e))), sentencesOf(e)
			if words > maxQuoteWords && sentences > 1 {
				report(e.Record.Place(e.Record.Quote), fmt.Sprintf("the quote has %d words in %d sentences", words, sentences),
					fmt.Sprintf("at most one sentence, or %d words", maxQuoteWords))
			}
		}
	},
}

const maxQuoteWords = 40

// sentencesOf counts the sentences of the seed that a quote touches.
func sentencesOf(e *dossier.Evidence) int {
	abbreviation := func(string) bool { return false }
	if e.Source.Lang != nil {
		abbreviation = e.Source.Lang.Abbreviation
	}
	n := 0
	for _, s := range e.Source.Text.Sentences(e.Matches[0].Paragraph, abbreviation) {
		if s.Overlaps(e.Span()) {
			n++
		}
	}
	return n
}
