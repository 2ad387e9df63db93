package check

import (
	"fmt"
	"slices"

	"factsheet/generator/dossier"
	"factsheet/generator/lang"
	"factsheet/generator/quantity"
	"factsheet/generator/text"
)

// A framed number is one with what stands around it and makes another
// statement of it: "$5", "5 a week", "by 5", "more than 5".
type framed struct {
	number
	words  string // the number and what frames it, as the text has it
	noun   string // what it counts, unless that is time
	period string // the unit of time that it counts, or for which it is told
	change string // whether something changes by it, to it or from it
	cut    bool   // its hedge stands outside the quote
}

// framedNumbers returns numbers of a folded text in their frames.
func framedNumbers(s string, list []quantity.Quantity, t *lang.Table) []framed {
	out := make([]framed, len(list))
	for i, n := range writtenNumbers(s, list) {
		f := framed{number: n, words: s[n.Span.Start:max(n.Span.End, n.Unit.Head.End)]}
		if head := s[n.Unit.Head.Start:n.Unit.Head.End]; n.Unit.Period {
			f.period = timeUnit(t, head)
		} else {
			f.noun = head
		}
		if word, ok := changeBefore(s[:n.Span.Start], t); ok && !n.Words {
			f.change = word.Arg
			f.words = s[word.start:max(n.Span.End, n.Unit.Head.End)]
		}
		out[i] = f
	}
	return out
}

func timeUnit(t *lang.Table, word string) string {
	if e := t.Match(t.Tokens(word), 0, lang.TimeUnit); e != nil {
		return e.Arg
	}
	return ""
}

type changeWord struct {
	*lang.Entry
	start int
}

// changeBefore returns the word like "by" with which a text ends. That of
// "according to" says nothing of a number.
func changeBefore(s string, t *lang.Table) (changeWord, bool) {
	toks := t.LastTokens(s, 4)
	last := len(toks) - 1
	e := t.Match(toks, last, lang.Change)
	if e == nil {
		return changeWord{}, false
	}
	_, say := endingAt(t, toks, last)
	return changeWord{e, toks[last].Start}, say == nil
}

// framed holds the numbers of a statement to the currency, the unit of time,
// the hedge and the "by" or "to" with which the quotes have them. Where one
// quote has the number without such words, it says nothing of them.
func (u unsupported) framed(f *dossier.Fact) {
	if u.untranslated() || u.table == nil {
		return
	}
	var told []framed
	for _, said := range framedNumbers(u.p.View.Text, u.p.Quantities, u.table) {
		if !isNumberWord(u.p, said.Quantity) || quotedIn(u.quotations, said.Number) || u.inMention(said.Number) {
			continue
		}
		if told == nil {
			told = u.framedInQuotes()
		}
		var same []framed
		for i := range told {
			if said.same(told[i].number) {
				same = append(same, told[i])
			}
		}
		if other := said.otherIn(same, isOwnValue(f, said.number)); other != "" {
			u.report(u.p.Place(text.Span{Start: said.Span.Start, End: max(said.Span.End, said.Unit.Head.End)}),
				fmt.Sprintf("%s says %q, and the quotes say %q", u.what, said.words, other), "say it as a quote does")
		}
	}
}

func (s support) framedInQuotes() []framed {
	out := []framed{}
	for _, e := range s.evidence {
		for _, n := range framedNumbers(e.Source.Text.View.Text, e.AllQuantities(), e.Source.Lang) {
			n.cut = n.At != text.Span{} && !containsAny(e.Folded(), n.At)
			out = append(out, n)
		}
	}
	return out
}

// isOwnValue reports whether a number is the one that a figure gives as a
// number, of which hedge-differs judges the hedge.
func isOwnValue(f *dossier.Fact, n number) bool {
	return f != nil && slices.ContainsFunc(fieldNumbers(f.Record.Value, f.Record.Low, f.Record.High), func(own number) bool {
		return own.Kind == quantity.Number && n.same(own)
	})
}

// otherIn returns the words of those numbers that all have a frame which the
// one of a statement has in another form, or "".
func (said framed) otherIn(same []framed, hedgeJudged bool) string {
	for _, of := range [...]func(framed) string{
		func(n framed) string { return n.Sign },
		func(n framed) string { return n.period },
		func(n framed) string { return n.change },
	} {
		if own := of(said); own != "" && len(same) > 0 && !slices.ContainsFunc(same, func(n framed) bool { return of(n) == "" || of(n) == own }) {
			return same[0].words
		}
	}
	counts := func(n framed) bool { return n.Sign != "" || n.noun != "" }
	switch {
	case len(same) == 0:
		return ""
	case said.Sign != "" && !said.isPart() && !slices.ContainsFunc(same, func(n framed) bool { return n.Sign == said.Sign || !counts(n) }):
		return same[0].words
	case !hedgeJudged && !slices.ContainsFunc(same, func(n framed) bool { return n.cut || hedgeWord(n.Hedge) == hedgeWord(said.Hedge) }):
		return same[0].words
	}
	return ""
}
