package check

import (
	"slices"
	"strings"

	"factsheet/generator/lang"
	"factsheet/generator/text"
)

// Most words of whoever says something without a name.
const longestSpeaker = 9

// unnamedCredit finds in a sentence what only a noun credits, and returns
// noun and verb: "…, the official said." or "…, according to an official." at
// its end, "A second official said that …" at its start. Words in quotation
// marks credit nobody.
func unnamedCredit(sentence string, t *lang.Table) (text.Span, bool) {
	toks := t.Tokens(sentence)
	spoken := quotations(sentence)
	for i := range toks {
		e := t.Match(toks, i, lang.Say)
		if e != nil && e.Arg == "before" && e.Len() > 1 && i > 0 && isMarkOf(sentence, toks[i-1], ",") && !quotedIn(spoken, toks[i].Span) {
			if last, ok := isSource(toks, i+e.Len()); ok {
				return text.Span{Start: toks[i].Start, End: toks[last].End}, true
			}
		}
		if e == nil || e.Arg != "" && e.Arg != "hearer" || toks[i].Capital || quotedIn(spoken, toks[i].Span) {
			continue
		}
		first, ok := saidBy(sentence, toks, t, i)
		if ok && (first == 0 && opensClause(toks, i+e.Len()) || first > 0 && closes(sentence, toks, first, i+e.Len())) {
			return text.Span{Start: toks[first].Start, End: toks[i+e.Len()-1].End}, true
		}
	}
	return text.Span{}, false
}

// isSource reports whether the words from a token to the end of a sentence mean
// somebody whom "according to" may name, and returns the last: a few words with
// a noun that is neither a document nor something said.
func isSource(toks []lang.Token, from int) (last int, ok bool) {
	for last = from; last < len(toks) && (toks[last].Kind == lang.Letters || toks[last].Kind == lang.Digits); last++ {
		if tok := toks[last]; tok.Is(lang.Document) || tok.Is(lang.Say) || tok.Is(lang.Verb) || tok.Is(lang.Modal) {
			return 0, false
		}
	}
	determined := from < len(toks) && (toks[from].Capital || toks[from].Is(lang.Article) || toks[from].Is(lang.Number) || toks[from].Is(lang.Filler) || toks[from].Is(lang.Pronoun))
	atEnd := last >= len(toks)-1 // but for a full stop
	return last - 1, determined && atEnd && last-from <= longestSpeaker && hasNoun(toks[from:last])
}

// saidBy returns the first token of the noun before a verb of saying: words
// without a verb, back to the start of the sentence or a comma.
func saidBy(s string, toks []lang.Token, t *lang.Table, verb int) (first int, ok bool) {
	if verb > 0 && (toks[verb-1].Is(lang.Article) || toks[verb-1].Is(lang.Filler) || toks[verb-1].Is(lang.Document)) {
		return 0, false // "the report", "the letter says"
	}
	for i := verb - 1; i >= max(0, verb-longestSpeaker-1); i-- {
		switch tok := toks[i]; {
		case isMarkOf(s, tok, `,"`):
			return i + 1, i+1 < verb && isSubject(toks[i+1:], verb-i-1, t)
		case tok.Kind != lang.Letters && tok.Kind != lang.Digits, tok.Is(lang.Verb), tok.Is(lang.Say), tok.Is(lang.Modal), tok.Is(lang.Negation):
			return 0, false
		case i == 0:
			return 0, hasNoun(toks[:verb]) && isSubject(toks, verb, t)
		}
	}
	return 0, false
}

// isMarkOf reports whether a token is one of some signs.
func isMarkOf(s string, tok lang.Token, signs string) bool {
	return tok.Kind == lang.Sign && strings.Contains(signs, s[tok.Start:tok.End])
}

// hasNoun reports whether some words are more than a pronoun and its like.
func hasNoun(toks []lang.Token) bool {
	return slices.ContainsFunc(toks, func(tok lang.Token) bool { return !tok.Is(lang.Stop) && !tok.Is(lang.Pronoun) || tok.Is(lang.Number) })
}

// isSubject reports whether words before a verb can be a subject that means
// somebody: they begin with an article, a number, a capital or a word like
// "her", and are not "they" in "they say".
func isSubject(toks []lang.Token, verb int, t *lang.Table) bool {
	first, idiom := toks[0], t.Match(toks, 0, lang.Idiom)
	return !first.Is(lang.Preposition) && !first.Is(lang.And) && !first.Is(lang.Direction) && (idiom == nil || idiom.Len() <= verb) &&
		(first.Capital || first.Is(lang.Article) || first.Is(lang.Number) || first.Is(lang.Filler) || first.Is(lang.Pronoun))
}

// opensClause reports whether right after a verb of saying a clause begins that
// says what was said: at "that", a name, an article, a pronoun or a number.
// Who "said on Friday that" did so on that day, which may be what is told.
func opensClause(toks []lang.Token, after int) bool {
	if after >= len(toks) {
		return false
	}
	tok := toks[after]
	return tok.Capital || tok.Kind == lang.Digits ||
		slices.ContainsFunc([]lang.Class{lang.Pronoun, lang.Article, lang.Filler, lang.Negation, lang.Number}, tok.Is)
}

// closes reports whether a credit ends its sentence: a comma or quotation mark
// stands before it, and no clause comes after its verb.
func closes(s string, toks []lang.Token, first, after int) bool {
	if !isMarkOf(s, toks[first-1], `,"`) {
		return false
	}
	for _, tok := range toks[after:] {
		switch {
		case isMarkOf(s, tok, `,;:"`), tok.Is(lang.Verb), tok.Is(lang.Pronoun) && isThat(tok), tok.Is(lang.Say):
			return false
		}
	}
	return true
}
