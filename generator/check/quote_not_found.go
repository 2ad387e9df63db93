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
	"factsheet/generator/tomlfile"
)

var quoteNotFound = Rule{
	Code: "quote-not-found", Group: Quotes, Severity: diag.Error,
	Title: "a quote does not stand in its source",
	Why: "Every quote is verbatim: letters, digits and case count; kinds of quotation marks, spaces and hyphens do not. " +
		"It lies within one paragraph and one part; ` […] ` stands for a gap. A near passage is proposed and never accepted.",
	Example: `evidence = [{ source = "valley-post", quote = "tree bridges were closed" }]`,
	Source:  unfoundWords,
	Linked: func(d *dossier.Dossier, item dossier.Item, report Report) {
		for _, e := range item.Cited() {
			notFound(d, e, report)
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
	case len(e.Matches) == 0:
		if bare := quote.Find(e.Source.Text, quote.Quote{Pieces: q.Pieces}); len(bare) > 0 {
			outOfContext(e, bare, report)
		} else if !isElsewhere(d, e) {
			reportUnfound(e.Source, r.Place(r.Quote), q, unfound{"quote", "quote = "}, report)
		}
	case e.Found() && !e.Source.Within(e.Span()):
		report(r.Place(r.Quote), fmt.Sprintf("the quote runs over two parts of %q", e.Source.ID), "cite each part by itself", partsOf(e)...)
	}
	if !e.Found() {
		return
	}
	whole := quoted(e)
	if reads := text.FoldString(r.Reads.Value); !strings.Contains(whole, reads) {
		report(r.Place(r.Reads), fmt.Sprintf("reads is %q, which does not stand in the quote", r.Reads.Value), "reads holds words of the quote, as it has them")
	}
	for _, p := range r.Refers {
		if !strings.Contains(whole, text.FoldString(p.Key.Value)) {
			report(r.Place(p.Key), fmt.Sprintf("refers explains %q, which does not stand in the quote", p.Key.Value), "its keys are words of the quote, as it has them")
		}
	}
}

// outOfContext reports a quote that stands in its source, and not where its
// prefix and suffix want it.
func outOfContext(e *dossier.Evidence, bare []quote.Match, report Report) {
	r := e.Record
	help := "delete prefix and suffix: the quote stands once"
	if len(bare) > 1 {
		help = "take the context of the place that is meant"
	}
	q := quote.Parse(r.Quote.Value, "", "")
	report(r.Place(r.Quote), fmt.Sprintf("the quote stands in %q, and not with this prefix and suffix", e.Source.ID), help, places(e.Source.Text, q, bare)...)
}

// partsOf names the parts in which a quote begins and ends.
func partsOf(e *dossier.Evidence) []diag.Related {
	var out []diag.Related
	for _, end := range []struct {
		label  string
		offset int
	}{{"begins in", e.Span().Start}, {"ends in", e.Span().End - 1}} {
		if p := e.Source.At(end.offset); p.Record != nil {
			out = append(out, diag.Related{Label: end.label, Place: p.Record.Place(p.Record.From), Message: q(p.Record.From.Value)})
		}
	}
	return out
}

// unfoundWords reports the words of a source's record that do not stand in
// its text: the ends of parts, loaded words, the places of permissions.
func unfoundWords(s *dossier.Source, report Report) {
	if s.Text == nil {
		return
	}
	for _, m := range s.Marks {
		if len(m.Matches) == 0 {
			reportUnfound(s, m.Record.Place(m.Text), quote.Parse(m.Text.Value, "", ""), markOf(m), report)
		}
	}
	turnedRound(s, report)
	look := func(t form.Text, what unfound) {
		q := quote.Parse(t.Value, "", "")
		if t.Given() && len(quote.Find(s.Text, q)) == 0 {
			reportUnfound(s, s.Record.Place(t), q, what, report)
		}
	}
	for _, t := range s.Record.Loaded {
		look(t, unfound{"loaded words", ""})
	}
	for i := range s.Record.Allow {
		look(s.Record.Allow[i].Quote, unfound{"the words of allow", "quote = "})
	}
}

// turnedRound reports parts whose last words stand before their first.
func turnedRound(s *dossier.Source, report Report) {
	for i, to := range s.Marks {
		if i == 0 || to.Text != to.Record.To || s.Marks[i-1].Record != to.Record || len(to.Matches) != 1 || len(s.Marks[i-1].Matches) != 1 {
			continue
		}
		if first, last := s.Marks[i-1].Matches[0].Span(), to.Matches[0].Span(); last.End < first.End {
			report(to.Record.Place(to.Text), "the last words of the part stand before its first words", "exchange from and to, or take words that end the part",
				diag.Related{Label: "first", Place: diag.Place{File: s.Text.File, Span: first}},
				diag.Related{Label: "last", Place: diag.Place{File: s.Text.File, Span: last}})
		}
	}
}

// unfound says what was looked for and under which key it stands: "quote = ",
// or "" in a list.
type unfound struct{ what, key string }

func markOf(m dossier.Mark) unfound {
	if m.Text == m.Record.To {
		return unfound{"the last words of the part", "to = "}
	}
	return unfound{"the first words of the part", "from = "}
}

func reportUnfound(s *dossier.Source, place diag.Place, q quote.Quote, u unfound, report Report) {
	message := fmt.Sprintf("%s not found in %q", u.what, s.ID)
	near, ok := quote.Nearest(s.Text, q, ClassOf(s.Lang))
	if !ok {
		report(place, message, fmt.Sprintf("no passage of %s is near; in every source looks: factsheet quote 'WORDS'", s.Record.Seed.Value))
		return
	}
	words, help := quote.Verbatim(s.Text, near.Spans), ""
	if near.Fits {
		help = u.key + tomlfile.Quote(words)
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
