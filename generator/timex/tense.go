package timex

import "factsheet/generator/lang"

// clauseWords is how many words on either side of a date tell its tense, and
// whether it is denied.
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

// denied returns the frame of a deadline at token i, which a word like "not"
// before it in its clause turns round: what does not open until May opens then
// or later, and what did not opened then.
func (r *reader) denied(i int, f frame) frame {
	for k := i - 1; k >= max(0, i-clauseWords); k-- {
		switch {
		case r.toks[k].Kind == lang.Sign:
			return f
		case r.t.Match(r.toks, k, lang.NotYet) != nil, r.t.Match(r.toks, k-1, lang.NotYet) != nil:
			return frameNone
		case r.is(k, lang.Negation):
			return frameFrom
		case r.is(k, lang.Clause), r.is(k, lang.Asking), r.is(k, lang.And), r.is(k, lang.Say), r.t.Match(r.toks, k, lang.Lasting) != nil:
			return f
		}
	}
	return f
}
