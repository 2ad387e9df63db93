package check

import (
	"strings"
	"unicode/utf8"

	"factsheet/generator/lang"
)

// A denial is a word that turns its clause round, and what it turns.
type denial struct {
	word    string
	content []string // the words of the clause after it that carry meaning, in lower case
}

// denials returns the words of a folded text that deny something. One that
// belongs to a hedge or deadline ("no more than", "no later than") denies
// nothing.
func denials(s string, t *lang.Table) []denial {
	if t == nil {
		return nil
	}
	toks := t.Tokens(s)
	var out []denial
	for i := 0; i < len(toks); i++ {
		if n := harmless(toks, i, t); n > 0 {
			i += n - 1
			continue
		}
		if toks[i].Is(lang.Negation) || toks[i].Is(lang.Denial) {
			word := s[toks[i].Start:toks[i].End]
			out = append(out, denial{word, clause(s, toks[i+1:])})
			for _, rest := range alsoDenied(s, toks, i) {
				out = append(out, denial{word, clause(s, rest)})
			}
		}
	}
	return out
}

// alsoDenied returns what follows each "and that" in the sentence after a verb
// of denying at token i: "denies that it was shut, and that it leaked".
func alsoDenied(s string, toks []lang.Token, i int) (rests [][]lang.Token) {
	if !toks[i].Is(lang.Denial) {
		return nil
	}
	for k := i + 1; k+1 < len(toks); k++ {
		switch word := s[toks[k].Start:toks[k].End]; {
		case toks[k].Kind == lang.Sign && strings.Contains(".;!?", word):
			return rests
		case toks[k].Is(lang.And) && toks[k+1].Is(lang.Pronoun) && isThat(toks[k+1]):
			rests = append(rests, toks[k+2:])
		}
	}
	return rests
}

// harmless returns the length of a phrase at token i that only looks like a
// denial.
func harmless(toks []lang.Token, i int, t *lang.Table) int {
	for _, class := range [...]lang.Class{lang.HedgeBefore, lang.HedgeAfter, lang.Deadline, lang.Idiom, lang.Later, lang.Deictic} {
		if e := t.Match(toks, i, class); e != nil {
			return e.Len()
		}
	}
	return 0
}

// clauseWords is how many words with meaning a denial reaches at most.
const clauseWords = 8

// clause returns the first words with meaning up to the end of a clause. Who
// "did not say how the gap would be closed" denies no gap.
func clause(s string, toks []lang.Token) []string {
	var out []string
	for i, tok := range toks {
		word := s[tok.Start:tok.End]
		switch {
		case i > 0 && tok.Is(lang.Asking) && toks[i-1].Is(lang.Say):
			return out
		case tok.Kind == lang.Sign && strings.ContainsAny(word, ",.;:!?()–—\""):
			return out
		case tok.Kind != lang.Letters || tok.Is(lang.Stop) || tok.Is(lang.Preposition) || tok.Is(lang.Pronoun) || tok.Is(lang.Modal):
		default:
			if out = append(out, strings.ToLower(word)); len(out) == clauseWords {
				return out
			}
		}
	}
	return out
}

// sameStem reports whether two words in lower case are forms of one, as far
// as their beginnings tell: "close", "closed", "closing".
func sameStem(a, b string) bool {
	if a == b {
		return true
	}
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	const shortest, ending = 4, 4
	return n >= shortest && utf8.RuneCountInString(a[n:]) < ending && utf8.RuneCountInString(b[n:]) < ending
}
