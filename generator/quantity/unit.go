package quantity

import (
	"strings"

	"factsheet/generator/lang"
)

// longestUnit is how many words a noun phrase has at most.
const longestUnit = 6

// unit reads the noun phrase from token i on. Its head is the last plural in
// it, or the last word where none is: "three armed patrol boats", "a 12-mile
// border", "one driver".
func (r *reader) unit(i int) Unit {
	first := r.pastFillers(i)
	head, end := -1, first
	for j := first; j < len(r.toks) && j < first+longestUnit; j++ {
		tok := r.toks[j]
		if r.t.Plural(r.s, tok) {
			head, end = j, j+1
			continue
		}
		if !r.isNounPart(j, first) {
			break
		}
		if tok.Kind == lang.Letters && !r.isPossessor(j) {
			end = j + 1
		}
	}
	if end == first || r.toks[first].Kind != lang.Letters {
		return Unit{}
	}
	if r.is(first, lang.TimeUnit) {
		head = first
	}
	for head < 0 && end-1 > first && r.t.Participle(r.s, r.toks[end-1]) {
		end--
	}
	if head < 0 {
		head = end - 1
	}
	return Unit{Span: r.span(first, head+1), Head: r.span(head, head+1), Period: r.is(head, lang.TimeUnit)}
}

// pastFillers skips what stands between a number and its noun: "three more
// of the boats", "12-mile".
func (r *reader) pastFillers(i int) int {
	if i < len(r.toks) && r.hyphen(i) {
		return i + 1
	}
	for i < len(r.toks) && (r.is(i, lang.Filler) || r.is(i, lang.Article)) && !r.t.Plural(r.s, r.toks[i]) {
		i++
	}
	return i
}

var notNouns = [...]lang.Class{
	lang.Stop, lang.Verb, lang.Say, lang.Preposition, lang.Number, lang.Modal, lang.Ago, lang.Percent, lang.Weekday,
	lang.HedgeAfter, lang.Day, lang.Pronoun, lang.Negation,
}

func (r *reader) isNounPart(j, first int) bool {
	tok := r.toks[j]
	switch tok.Kind {
	case lang.Digits:
		return false
	case lang.Sign:
		return j > first && (r.hyphen(j) || tok.Is(lang.Clitic) && r.touch(j))
	}
	if r.hyphenBefore(j) { // "US-led"
		return true
	}
	for _, class := range notNouns {
		if tok.Is(class) {
			return false
		}
	}
	return true
}

// isPossessor reports whether the word at j owns what follows: "two weeks'
// pay" counts weeks, but "two miners' lamps" is read as lamps.
func (r *reader) isPossessor(j int) bool { return r.is(j+1, lang.Clitic) }

// SameSign reports whether a unit as an annotation writes it ("dollars",
// "US dollars", "$", "per cent") is what a sign of Quantity.Sign says.
func SameSign(t *lang.Table, unit, sign string) bool {
	if strings.EqualFold(unit, sign) {
		return true
	}
	toks := t.Tokens(unit)
	for _, class := range [...]lang.Class{lang.Currency, lang.Percent} {
		e := t.Match(toks, 0, class)
		if e != nil && e.Len() == len(toks) && signOf(e) == sign {
			return true
		}
	}
	return false
}

// SignsIn returns the signs whose words stand in a unit, as in "dollars a
// barrel".
func SignsIn(t *lang.Table, unit string) (signs []string) {
	toks := t.Tokens(unit)
	for i := range toks {
		for _, class := range [...]lang.Class{lang.Currency, lang.Percent} {
			if e := t.Match(toks, i, class); e != nil {
				signs = append(signs, signOf(e))
			}
		}
	}
	return signs
}

// signOf is the sign of a currency, percentage or its points.
func signOf(e *lang.Entry) string {
	if e.Class == lang.Percent && e.Arg == "" {
		return "%"
	}
	return e.Arg
}

// BareWord is a number word in small letters, without its article and without
// what joins it to a noun: "a handful of" is "handful".
func BareWord(word string, t *lang.Table) string {
	toks := t.Tokens(word)
	joins := func(tok lang.Token) bool { return tok.Is(lang.Of) || tok.Is(lang.Filler) || tok.Is(lang.Article) }
	for len(toks) > 1 && joins(toks[len(toks)-1]) {
		toks = toks[:len(toks)-1]
	}
	for len(toks) > 1 && joins(toks[0]) {
		toks = toks[1:]
	}
	if len(toks) == 0 {
		return strings.ToLower(word)
	}
	return strings.ToLower(word[toks[0].Start:toks[len(toks)-1].End])
}
