package check

import (
	"fmt"
	"slices"
	"strings"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/lang"
	"factsheet/generator/seed"
	"factsheet/generator/text"
)

var speakerMissing = Rule{
	Code: "speaker-missing", Group: Voices, Severity: diag.Warning,
	Title: "the sentence of a quote says who said it, and `by` does not",
	Why: "Evidence without `by` is what the text says in its own name. Where the text passes on what somebody said, " +
		"the page must say so too. Words in quotation marks are always somebody's.",
	Example: `evidence = [{ source = "valley-post", quote = "three bridges were closed, the river office said" }]
# by = ["river-office"]`,
	Linked: func(d *dossier.Dossier, item dossier.Item, report Report) {
		f, ok := item.(*dossier.Fact)
		if !ok || f.Record.Kind == "question" {
			return
		}
		for _, e := range f.Evidence {
			if len(e.Record.By) > 0 || !e.Found() || e.Source.Lang == nil {
				continue
			}
			if c, ok := creditOf(d, f, e); ok {
				words := e.Source.Text.View.Text[c.span.Start:c.span.End]
				report(e.Record.Place(e.Record.Quote), fmt.Sprintf("the text credits this: %q", words),
					fmt.Sprintf("by = [%q]", c.actor.IDs[0]),
					diag.Related{Label: "there", Place: inSeed(e.Source, c.span), Message: q(words)})
			} else if isDirectSpeech(e) {
				report(e.Record.Place(e.Record.Quote), "the text has these words in quotation marks, so somebody said them", `by = ["…"], whoever did`,
					diag.Related{Label: "there", Place: diag.Place{File: e.Source.Text.File, Span: e.Span()}})
			}
		}
	},
}

// fewestSpoken is how many words in quotation marks at least are somebody's:
// fewer may be a name, or words held at arm's length.
const fewestSpoken = 5

// isDirectSpeech reports whether a quote lies between the quotation marks of its
// paragraph.
func isDirectSpeech(e *dossier.Evidence) bool {
	t := e.Source.Text
	quote := t.View.Folded(e.Span())
	around := t.View.Folded(t.Paragraphs[t.ParagraphAt(e.Span().Start)])
	return len(seed.Words(t.View.Text[quote.Start:quote.End])) >= fewestSpoken &&
		quotedIn(quotations(t.View.Text[around.Start:around.End]), text.Span{Start: quote.Start - around.Start, End: quote.End - around.Start})
}

// creditOf returns the credit that covers a quote: in it, or joined to it by
// no more than a sign and "that".
func creditOf(d *dossier.Dossier, f *dossier.Fact, e *dossier.Evidence) (credit, bool) {
	for _, c := range creditsOf(d, e) {
		if c.covers(f, e) {
			return c, true
		}
	}
	return credit{}, false
}

// covers reports whether a credit covers the words of a quote that carry a fact:
// of a sentence that has an event only in passing, those of `reads`; of a
// figure, the quote, but for a credit before the number, parted from it by a
// comma or having its first words for a name.
func (c credit) covers(f *dossier.Fact, e *dossier.Evidence) bool {
	if f.Record.Kind == "date" {
		return c.stands(e.Source, e.Reads())
	}
	s, carry := e.Source.Text.View.Text, e.Reads()[0]
	if e.Record.Reads.Given() && c.span.Start < carry.Start && (c.span.End > carry.Start || strings.Contains(s[c.span.End:carry.Start], ",")) {
		return false
	}
	return c.isOf(e)
}

// isOf reports whether a credit stands in a piece of a quote or right beside
// one.
func (c credit) isOf(e *dossier.Evidence) bool { return c.stands(e.Source, e.Folded()) }

// stands reports whether a credit stands in one of some spans or right beside
// one.
func (c credit) stands(source *dossier.Source, spans []text.Span) bool {
	s, t := source.Text.View.Text, source.Lang
	return slices.ContainsFunc(spans, func(piece text.Span) bool {
		switch {
		case piece.End <= c.span.Start:
			return isLink(s[piece.End:c.span.Start], t)
		case c.span.End <= piece.Start:
			between := s[c.span.End:piece.Start]
			return isLink(between, t) && !strings.HasSuffix(strings.TrimSpace(between), ",")
		}
		return piece.Contains(c.span)
	})
}

// isLink reports whether nothing but signs, articles and "that" stands between
// what was said and who said it.
func isLink(between string, t *lang.Table) bool {
	for _, tok := range t.Tokens(between) {
		if tok.Kind != lang.Sign && !tok.Is(lang.Filler) && !tok.Is(lang.Article) && !strings.EqualFold(between[tok.Start:tok.End], "that") {
			return false
		}
	}
	return true
}
