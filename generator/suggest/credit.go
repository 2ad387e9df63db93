package suggest

import (
	"slices"
	"sort"

	"factsheet/generator/dossier"
	"factsheet/generator/lang"
	"factsheet/generator/names"
	"factsheet/generator/quote"
	"factsheet/generator/text"
)

// A credit is a place where a text says which outlet it follows.
type credit struct {
	name   text.Span // folded
	marker text.Span // the words that say so
	weak   bool      // by words that stand before any speaker too: "according to"
}

// credits returns the outlets that a text credits: "told the Post", "the Post
// reported", "according to the Post", and the agency of a dateline, "(Post) -".
// Whoever has a title is a person and no outlet. "According to" counts only in
// a text that has no other marker.
func credits(s *dossier.Source) []credit {
	if s.Lang == nil {
		return nil
	}
	folded := s.Text.View.Text
	toks := s.Lang.Tokens(folded)
	var out []credit
	for _, c := range withinPassages(s, names.Candidates(folded, s.Readings.Sentences, toks, s.Lang)) {
		if x, ok := creditOf(s.Lang, folded, toks, c.Span); ok && c.Title.Len() == 0 && stands(s, x) {
			out = append(out, x)
		}
	}
	if slices.ContainsFunc(out, func(c credit) bool { return !c.weak }) {
		out = slices.DeleteFunc(out, func(c credit) bool { return c.weak })
	}
	return out
}

// stands reports whether a credit stands in one passage, and its name cuts no
// word: "3pmHale" names nobody.
func stands(s *dossier.Source, x credit) bool {
	return passageAt(s, x.marker).Contains(x.marker) && !quote.CutsWord(s.Text, s.Text.View.Raw(x.name))
}

// creditOf finds the marker beside a name.
func creditOf(t *lang.Table, folded string, toks []lang.Token, name text.Span) (credit, bool) {
	first := sort.Search(len(toks), func(i int) bool { return toks[i].Start >= name.Start })
	last := first
	for last < len(toks) && toks[last].End <= name.End {
		last++
	}
	if isDateline(folded, toks, first, last) {
		return credit{name: name, marker: text.Span{Start: toks[first-1].Start, End: toks[last].End}}, true
	}
	if e := t.Match(toks, last, lang.Report); e != nil && e.Arg == "" {
		return credit{name: name, marker: text.Span{Start: name.Start, End: toks[last+e.Len()-1].End}}, true
	}
	before := first - 1
	if before >= 0 && isArticle(toks[before]) {
		before--
	}
	for from := max(0, before-3); from <= before; from++ {
		if e := t.Match(toks, from, lang.Report); e != nil && e.Arg != "" && from+e.Len() == before+1 {
			return credit{name, text.Span{Start: toks[from].Start, End: name.End}, e.Arg == "by"}, true
		}
	}
	return credit{}, false
}

// isDateline reports whether a name stands between brackets before a dash, as
// an agency does at the head of its reports.
func isDateline(folded string, toks []lang.Token, first, last int) bool {
	sign := func(i int, signs ...string) bool {
		return i >= 0 && i < len(toks) && slices.Contains(signs, folded[toks[i].Start:toks[i].End])
	}
	return sign(first-1, "(") && sign(last, ")") && sign(last+1, "-", "–", "—")
}
