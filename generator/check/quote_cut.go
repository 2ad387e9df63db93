package check

import (
	"fmt"
	"unicode/utf8"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/quote"
	"factsheet/generator/seed"
	"factsheet/generator/text"
)

var quoteCut = Rule{
	Code: "quote-cut", Group: Quotes, Severity: diag.Error,
	Title: "a quote begins or ends inside a word or number, or leaves out what turns it round",
	Why: "\"200 people\" is not what \"1,200 people\" says, and \"likely\" not what \"unlikely\" does. " +
		"A warning says that a \"not\", \"denied\", \"about\" or \"could\" of the clause stands just outside.",
	Doubt:   Finder{Item: leftOutside},
	Example: `quote = "200 residents were moved"     # the text says 1,200`,
	Item: func(item dossier.Item, report Report) {
		for _, e := range item.Cited() {
			if !e.Found() {
				continue
			}
			for _, span := range e.Matches[0].Spans {
				if quote.CutsWord(e.Source.Text, span) {
					whole := wholeWords(e.Source.Text, span)
					report(e.Record.Place(e.Record.Quote), fmt.Sprintf("the quote is cut inside a word of %q", e.Source.ID),
						fmt.Sprintf("quote = %q", e.Source.Text.File.Slice(whole)),
						diag.Related{Label: "there", Place: diag.Place{File: e.Source.Text.File, Span: whole}})
				}
			}
		}
	},
}

// wholeWords widens a span to the words in which it begins and ends.
func wholeWords(t *seed.Text, s text.Span) text.Span {
	folded := t.View.Folded(s)
	for seed.InWord(t.View.Text, folded.Start) {
		_, size := utf8.DecodeLastRuneInString(t.View.Text[:folded.Start])
		folded.Start -= size
	}
	for seed.InWord(t.View.Text, folded.End) {
		_, size := utf8.DecodeRuneInString(t.View.Text[folded.End:])
		folded.End += size
	}
	return t.View.Raw(folded)
}
