package check

import (
	"fmt"
	"slices"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/quantity"
)

var hedgeDiffers = Rule{
	Code: "hedge-differs", Group: Values, Severity: diag.Error,
	Title: "no quote that has the value has the hedge of the figure, or its statement has another",
	Why: "\"Over 1,200\" and \"1,200\" are two statements. One of the quotes that have the value has the figure's hedge, or none where the figure has none; " +
		"the page lists what each source says.",
	Example: `value    = 1200     # and no hedge
evidence = [{ source = "valley-post", quote = "more than 1,200 residents were moved" }]`,
	Item: func(item dossier.Item, report Report) {
		if f := figure(item); f != nil {
			hedgeOfQuotes(f, report)
			hedgeOfStatement(f, report)
		}
	},
}

func hedgeOfQuotes(f *dossier.Fact, report Report) {
	list, ok := supporting(f)
	var having []told
	for _, e := range list {
		a, given := amountOf(f.Record, e.Source.Lang)
		if !ok || !given {
			return
		}
		for _, t := range a.has(e, tells(e)) {
			if t.Hedge == a.Hedge || t.plain {
				return
			}
			having = append(having, t)
		}
	}
	if len(having) == 0 {
		return
	}
	at := f.Record.Hedge
	if !at.Given() {
		at = amountField(f.Record)
	}
	report(f.Place(at), hedgeMessage(f.Record.Hedge.Value, having), hedgeHelp(having), readings(having)...)
}

// hedgeOfStatement holds the number of a statement to the hedge of its figure.
// Words in quotation marks are the source's; hedges in a language without word
// tables nobody reads.
func hedgeOfStatement(f *dossier.Fact, report Report) {
	if f.Says == nil || f.Says.Lang == nil || !f.Record.Value.Numeric {
		return
	}
	marked := quotations(f.Says.View.Text)
	var other *quantity.Quantity
	for i, q := range f.Says.Quantities {
		switch {
		case q.Kind != quantity.Number || q.Low != f.Record.Value.Value || quotedIn(marked, q.Number):
		case hedgeWord(q.Hedge) == hedgeWord(quantity.Hedge(f.Record.Hedge.Value)):
			return
		case other == nil:
			other = &f.Says.Quantities[i]
		}
	}
	if other != nil {
		report(f.Says.Place(other.Span), fmt.Sprintf("the statement says %q, and the figure has %s", f.Says.Slice(other.Span), theHedge(f.Record.Hedge.Value)),
			"say it with the hedge of the figure")
	}
}

func hedgeWord(h quantity.Hedge) quantity.Hedge {
	if h == quantity.None {
		return ""
	}
	return h
}

func theHedge(hedge string) string {
	if hedge == "" || hedge == string(quantity.None) {
		return "no hedge"
	}
	return fmt.Sprintf("the hedge %q", hedge)
}

func hedgeMessage(hedge string, having []told) string {
	if hedge == "" || hedge == string(quantity.None) {
		return "the figure has no hedge, and every quote that has its value has one"
	}
	if slices.ContainsFunc(having, func(t told) bool { return t.Hedge != "" }) {
		return fmt.Sprintf("the figure has the hedge %q, and no quote that has its value has that one", hedge)
	}
	return fmt.Sprintf("the figure has the hedge %q, and no quote that has its value has any", hedge)
}

func hedgeHelp(having []told) string {
	if having[0].Hedge == "" {
		return `leave out the hedge`
	}
	return fmt.Sprintf("hedge = %q", having[0].Hedge)
}
