package check

import (
	"fmt"
	"strings"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/lang"
	"factsheet/generator/quantity"
	"factsheet/generator/text"
)

// leftOutside reports quotes that leave a negation, a denial, a hedge or a
// "could" of their clause outside. It is the doubt of quote-cut.
func leftOutside(item dossier.Item, report Report) {
	for _, e := range item.Cited() {
		if !e.Found() || e.Source.Lang == nil {
			continue
		}
		for _, span := range e.Folded() {
			for _, outside := range append(cutHedges(e, span), cutWords(e, span)...) {
				s := e.Source.Text.View.Text
				report(e.Record.Place(e.Record.Quote), fmt.Sprintf("the quote leaves %q outside", s[outside.Start:outside.End]), cutHelp(e, span, outside),
					diag.Related{Label: "there", Place: inSeed(e.Source, outside)})
			}
		}
	}
}

// cutHelp is the quote with the words that it leaves outside.
func cutHelp(e *dossier.Evidence, span, outside text.Span) string {
	if len(e.Folded()) > 1 || outside.Start >= span.End {
		return "let the quote go on to the end of the clause"
	}
	whole := text.Span{Start: outside.Start, End: span.End}
	return fmt.Sprintf("quote = %q", strings.Join(strings.Fields(e.Source.Text.File.Slice(e.Source.Text.View.Raw(whole))), " "))
}

// cutHedges are the hedges of numbers in a quote that stand outside of it.
func cutHedges(e *dossier.Evidence, span text.Span) (list []text.Span) {
	for _, q := range text.Overlapping(e.Source.Readings.Quantities, span, func(q quantity.Quantity) text.Span { return q.Span }) {
		if span.Contains(q.Number) && q.At.Len() > 0 && !span.Overlaps(q.At) && !overlapsAny(e.Folded(), q.At) {
			list = append(list, q.At)
		}
	}
	return list
}

// reach is how many words before a quote may turn its meaning round; further
// away they belong to something else.
const reach = 2

// cutWords are the negations, denials and modals right before a quote, and
// the negation right after it, within their clause.
func cutWords(e *dossier.Evidence, span text.Span) (list []text.Span) {
	t, s := e.Source.Lang, e.Source.Text.View.Text
	sentence := sentenceAt(e.Source, span.Start)
	before := t.LastTokens(s[sentence.Start:span.Start], reach)
	for k := len(before) - 1; k >= max(0, len(before)-reach); k-- {
		if before[k].Kind != lang.Letters {
			break
		}
		near := k == len(before)-1
		if before[k].Is(lang.Negation) || before[k].Is(lang.Denial) || near && isModal(before[k]) {
			list = append(list, shifted(before[k].Span, sentence.Start))
			break
		}
	}
	last := sentenceAt(e.Source, span.End-1)
	if after := t.Tokens(s[span.End:max(span.End, last.End)]); len(after) > 0 && after[0].Is(lang.Negation) && !after[0].Is(lang.Preposition) {
		list = append(list, shifted(after[0].Span, span.End))
	}
	return list
}

// isModal reports a verb that makes its clause less than a fact.
func isModal(tok lang.Token) bool { return tok.Is(lang.Modal) && !tok.Capital }
