package check

import (
	"fmt"
	"slices"
	"strings"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/lang"
	"factsheet/generator/names"
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
		told := false
		for _, e := range f.Evidence {
			if len(e.Record.By) > 0 || !e.Found() || e.Source.Lang == nil {
				continue
			}
			told = true
			if c, ok := creditOf(d, f, e); ok {
				words := e.Source.Text.View.Text[c.span.Start:c.span.End]
				report(e.Record.Place(e.Record.Quote), fmt.Sprintf("the text credits this: %q", words),
					fmt.Sprintf("by = [%q]", c.actor.IDs[0]),
					diag.Related{Label: "there", Place: inSeed(e.Source, c.span), Message: q(words)})
			} else if isDirectSpeech(e) {
				report(e.Record.Place(e.Record.Quote), "the text has these words in quotation marks, so somebody said them", `by = ["…"], whoever did`,
					diag.Related{Label: "there", Place: diag.Place{File: e.Source.Text.File, Span: e.Span()}})
			} else if c, ok := unnamedCreditOf(e); ok && c.covers(f, e) {
				words := e.Source.Text.View.Text[c.span.Start:c.span.End]
				report(e.Record.Place(e.Record.Quote), fmt.Sprintf("the text credits this: %q", words), `by = ["…"], whoever did`,
					diag.Related{Label: "there", Place: inSeed(e.Source, c.span), Message: q(words)})
			} else {
				told = false
			}
		}
		if !told {
			saidByNobody(d, f, report)
		}
	},
}

// saidByNobody reports a fact whose statement says that somebody said it, while
// no evidence has a speaker.
func saidByNobody(d *dossier.Dossier, f *dossier.Fact, report Report) {
	table, ok := lang.For(d.Site.Language())
	if !ok || f.Says == nil || slices.ContainsFunc(f.Evidence, func(e *dossier.Evidence) bool { return len(e.Record.By) > 0 || !e.Found() || e.Source.Lang == nil }) {
		return
	}
	span, ok := unnamedCredit(f.Says.View.Text, table)
	if ok && !isAct(d, f, span) && !isOutlets(f, f.Says.Slice(span)) {
		report(f.Says.Place(span), fmt.Sprintf("the statement says %q, and no evidence has a `by`", f.Says.Slice(span)), `by = ["…"], whoever said it`)
	}
}

// isAct reports whether the fact is that somebody said something: `who` has
// whoever says it.
func isAct(d *dossier.Dossier, f *dossier.Fact, credit text.Span) bool {
	return slices.ContainsFunc(d.ActorsIn(f.Says.View.Text), func(m names.Mention) bool {
		return credit.Overlaps(m.Span) && meansAny(m, f.Record.Who)
	})
}

// isOutlets reports whether a credit is that of an outlet that is quoted: what
// it writes it says in its own name.
func isOutlets(f *dossier.Fact, credit string) bool {
	return slices.ContainsFunc(f.Evidence, func(e *dossier.Evidence) bool {
		return containsWordsFold(credit, text.FoldString(e.Source.Record.Publisher.Value))
	})
}

// unnamedCreditOf returns what a noun credits in one of the sentences of a
// quote, or the verb of saying with which a quote begins whose subject it
// leaves out: "writes that".
func unnamedCreditOf(e *dossier.Evidence) (credit, bool) {
	s := e.Source.Text.View.Text
	start := e.Folded()[0]
	toks := e.Source.Lang.Tokens(s[start.Start:start.End])
	if verb := e.Source.Lang.Match(toks, 0, lang.Say); verb != nil && !toks[0].Capital && verb.Arg == "" && (opensClause(toks, verb.Len()) || verb.Len() < len(toks) && e.Source.Lang.Gerund(s[start.Start:start.End], toks[verb.Len()])) {
		return credit{span: shifted(toks[0].Span, start.Start)}, true
	}
	for _, sentence := range e.Sentences() {
		if span, ok := unnamedCredit(s[sentence.Start:sentence.End], e.Source.Lang); ok {
			return credit{span: shifted(span, sentence.Start)}, true
		}
	}
	return credit{}, false
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
		if c.isLast(e) && meansAny(c.actor, f.Record.Who) {
			return false // that it was said is what is dated
		}
		return c.stands(e.Source, e.Reads()) || c.opens(e, e.Reads()[0])
	}
	s, carry := e.Source.Text.View.Text, e.Reads()[0]
	if e.Record.Reads.Given() && c.span.Start < carry.Start && (c.span.End > carry.Start || strings.Contains(s[c.span.End:carry.Start], ",")) {
		return false
	}
	return c.isOf(e)
}

// opens reports whether a credit begins a quote, and the clause of some words
// is what it says: no other clause stands between them.
func (c credit) opens(e *dossier.Evidence, words text.Span) bool {
	s, t := e.Source.Text.View.Text, e.Source.Lang
	if c.span.End > words.Start || !containsAny(e.Folded(), c.span) {
		return false
	}
	first := t.Tokens(s[words.Start:words.End])[:1]
	return !slices.ContainsFunc(append(t.Tokens(s[c.span.End:words.Start]), first...), func(tok lang.Token) bool {
		return tok.Kind == lang.Sign || tok.Is(lang.Since) || tok.Is(lang.Later) || tok.Is(lang.And) || tok.Is(lang.Say) || tok.Is(lang.Pronoun) && !tok.Is(lang.Filler) && !isThat(tok)
	})
}

// isLast reports whether the words that carry a date end with a credit, so that
// they have nothing of what was said after it.
func (c credit) isLast(e *dossier.Evidence) bool {
	list := e.Reads()
	first, last := list[0], list[len(list)-1]
	before := e.Source.Lang.Tokens(e.Source.Text.View.Text[first.Start:max(first.Start, c.span.Start)])
	return c.span.End == last.End && !slices.ContainsFunc(before, func(tok lang.Token) bool { return tok.Is(lang.Verb) || tok.Is(lang.Modal) })
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
