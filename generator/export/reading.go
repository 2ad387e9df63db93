package export

import (
	"strings"

	"factsheet/generator/dossier"
	"factsheet/generator/edtf"
	"factsheet/generator/quantity"
	"factsheet/generator/timex"
)

// Reading is what the program reads in a quote, of a figure its numbers
// ("over 1200 residents"), of anything else its dates in EDTF; several are
// joined by "; ". It is "" where it reads nothing, and where the editor gives
// instead what stands in no quote; a date that is inferred is left out.
func Reading(kind string, e *dossier.Evidence, inferred edtf.Date) string {
	var out []string
	if e.Infers() {
		return ""
	}
	if kind == "quantity" {
		for _, q := range e.Quantities() {
			out = append(out, quantityText(e.Source.Text.View.Text, q))
		}
		return strings.Join(out, "; ")
	}
	for _, x := range e.Times() {
		if r := e.Resolve(x); r.Outcome == timex.Settled && !e.Assumes(x) && r.Date != inferred {
			out = append(out, r.Date.String())
		}
	}
	return strings.Join(out, "; ")
}

// inferredDate is the date of a fact that its author gives a reason for, though
// some quote may read so: the year that "in May" leaves open. Zero of others.
func inferredDate(f *dossier.Fact) edtf.Date {
	if f.InfersDate() {
		return f.Record.When.Date
	}
	return edtf.Date{}
}

func quantityText(s string, q quantity.Quantity) string {
	var words []string
	if q.Hedge != "" && q.Hedge != quantity.None {
		words = append(words, string(q.Hedge))
	}
	switch word := q.Word(s); {
	case word != "":
		words = append(words, word)
	case q.Low == q.High:
		words = append(words, number(q.Low))
	default:
		words = append(words, number(q.Low)+" to "+number(q.High))
	}
	if q.Sign != "" {
		words = append(words, q.Sign)
	} else if q.Unit.Span.Len() > 0 {
		words = append(words, s[q.Unit.Span.Start:q.Unit.Span.End])
	}
	return strings.Join(words, " ")
}
