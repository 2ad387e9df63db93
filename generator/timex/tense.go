package timex

import "factsheet/generator/lang"

// clauseWords is how many words on either side of a date tell its tense.
const clauseWords = 12

// toldOf reports whether the words around the tokens from i to next tell of
// what has happened, and none of what is to come: "in July, she broke down".
func (r *reader) toldOf(i, next int) bool {
	before, aheadBefore := r.tense(i-1, -1)
	after, aheadAfter := r.tense(next, 1)
	return (before || after) && !aheadBefore && !aheadAfter
}

// tense reads the words from token i in one direction, up to the end of the
// clause; a comma right beside the date does not end it.
func (r *reader) tense(i, step int) (past, ahead bool) {
	for n := range clauseWords {
		k := i + n*step
		if k < 0 || k >= len(r.toks) {
			break
		}
		tok := r.toks[k]
		switch {
		case tok.Kind == lang.Sign && !(n == 0 && r.isSign(k, ",")), tok.Is(lang.Asking):
			return past, ahead
		case tok.Is(lang.Modal), r.t.Match(r.toks, k, lang.Status) != nil:
			ahead = true
		case tok.Is(lang.Past) && !tok.Is(lang.Say):
			past = true
		}
	}
	return past, ahead
}
