package check

import (
	"fmt"
	"strings"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/form"
	"factsheet/generator/lang"
	"factsheet/generator/quote"
	"factsheet/generator/text"
)

var quoteNotFound = Rule{
	Code: "quote-not-found", Group: Quotes, Severity: diag.Error,
	Title: "a quote does not stand in its source",
	Why: "Every quote is verbatim: letters, digits and case count; kinds of quotation marks, spaces and hyphens do not. " +
		"It lies within one paragraph and one part; ` […] ` stands for a gap. A near passage is proposed and never accepted.",
	Example: `evidence = [{ source = "valley-post", quote = "tree bridges were closed" }]`,
	Whole: func(d *dossier.Dossier, report Report) {
		for _, item := range d.Items() {
			for _, e := range item.Cited() {
				notFound(d, e, report)
			}
		}
		for _, s := range d.Sources {
			unfoundWords(s, report)
		}
	},
}

func notFound(d *dossier.Dossier, e *dossier.Evidence, report Report) {
	if e.Source == nil || e.Source.Text == nil {
		return
	}
	r := e.Record
	q := quote.Parse(r.Quote.Value, r.Prefix.Value, r.Suffix.Value)
	switch {
	case len(e.Matches) == 0 && !isElsewhere(d, e):
		reportUnfound(e.Source, r.Place(r.Quote), q, "quote", report)
	case e.Found() && !e.Source.Within(e.Span()):
		report(r.Place(r.Quote), "the quote runs over two parts of its source", "cite each part by itself")
	}
	if !e.Found() {
		return
	}
	whole := quoted(e)
	if reads := text.FoldString(r.Reads.Value); !strings.Contains(whole, reads) {
		report(r.Place(r.Reads), fmt.Sprintf("reads is %q, and the quote does not hold these words", r.Reads.Value), "")
	}
	for _, p := range r.Refers {
		if !strings.Contains(whole, text.FoldString(p.Key.Value)) {
			report(r.Place(p.Key), fmt.Sprintf("refers explains %q, and the quote does not hold these words", p.Key.Value), "")
		}
	}
}

// unfoundWords reports the words of a source's record that do not stand in
// its text: the ends of parts, loaded words, the places of permissions.
func unfoundWords(s *dossier.Source, report Report) {
	if s.Text == nil {
		return
	}
	for _, m := range s.Marks {
		if len(m.Matches) == 0 {
			reportUnfound(s, m.Record.Place(m.Text), quote.Parse(m.Text.Value, "", ""), "part's end", report)
		}
	}
	look := func(t form.Text, what string) {
		q := quote.Parse(t.Value, "", "")
		if t.Given() && len(quote.Find(s.Text, q)) == 0 {
			reportUnfound(s, s.Record.Place(t), q, what, report)
		}
	}
	for _, t := range s.Record.Loaded {
		look(t, "loaded words")
	}
	for i := range s.Record.Allow {
		look(s.Record.Allow[i].Quote, "place")
	}
}

func reportUnfound(s *dossier.Source, place diag.Place, q quote.Quote, what string, report Report) {
	message := fmt.Sprintf("%s not found in %q", what, s.ID)
	near, ok := quote.Nearest(s.Text, q, ClassOf(s.Lang))
	if !ok {
		report(place, message, fmt.Sprintf("no passage of %s is near; factsheet quote looks for words in every source", s.Record.Seed.Value))
		return
	}
	words, help := quote.Verbatim(s.Text, near.Spans), ""
	if near.Fits {
		help = fmt.Sprintf("quote = %q", words)
	}
	span := text.Span{Start: near.Spans[0].Start, End: near.Spans[len(near.Spans)-1].End}
	report(place, message, help,
		diag.Related{Label: "nearest", Place: diag.Place{File: s.Text.File, Span: span}, Message: fmt.Sprintf("%q", words)},
		diag.Related{Label: "differs", Message: strings.Join(near.Differences, "; ")})
}

// ClassOf names the words whose loss or gain turns a statement round.
func ClassOf(t *lang.Table) quote.Class {
	if t == nil {
		return nil
	}
	return func(word string) string {
		switch {
		case t.Negation(word):
			return "negation"
		case t.Hedge(word):
			return "hedge"
		}
		return ""
	}
}
