package quantity

import "factsheet/generator/lang"

// numberWords reads a number in words: "twenty-five", "one hundred and
// forty", "a million", "two and a half million", "half a million". A bare
// "hundred" is a number after a hedge only, which the caller has read.
func (r *reader) numberWords(i int) (n numeral, next int, ok bool) {
	n = numeral{kind: Number, words: true, magnitude: 1}
	w := wordSum{}
	next = i
	switch {
	case r.is(i, lang.Article) && r.is(i+1, lang.Magnitude):
		w.group, next = 1, i+1
	case r.is(i, lang.Article) && r.articles && !r.is(i+1, lang.Number) && !r.is(i+1, lang.Fraction):
		n.value = exactly(1)
		return n, i + 1, true
	case r.is(i, lang.Magnitude) && r.hedgeEnd == i:
		w.group = 1
	case !r.is(i, lang.Number):
		return r.wholePhrase(i)
	}
	for {
		j, ok := r.addWord(&w, next)
		if !ok {
			break
		}
		next = j
	}
	if half, after := r.andFraction(next); half > 0 {
		if scale, end := r.magnitudes(after); end > after {
			w.group = (w.group + half) * scale
			after = end
		} else if w.last > 1 {
			w.total += half * w.last // "a million and a half"
		} else {
			w.group += half
		}
		next = after
	}
	n.value = exactly(w.total + w.group)
	if w.last > 1 {
		n.magnitude = w.last
	}
	return n, next, next > i
}

// wholePhrase reads a number that the table has as a phrase: "half a dozen".
func (r *reader) wholePhrase(i int) (n numeral, next int, ok bool) {
	e := r.t.Match(r.toks, i, lang.Number)
	if e == nil {
		return r.halfMagnitude(i)
	}
	return numeral{kind: Number, words: true, value: exactly(e.Low), magnitude: 1}, i + e.Len(), true
}

// halfMagnitude reads "half a million", "a quarter of a million" and "a half
// million".
func (r *reader) halfMagnitude(i int) (n numeral, next int, ok bool) {
	j := i
	if r.is(j, lang.Article) {
		j++
	}
	part := r.t.Match(r.toks, j, lang.Fraction)
	if part == nil {
		return n, i, false
	}
	j++
	if r.is(j, lang.Of) {
		j++
	}
	if r.is(j, lang.Article) {
		j++
	}
	whole := r.t.Match(r.toks, j, lang.Magnitude)
	if whole == nil {
		return n, i, false
	}
	n = numeral{kind: Number, words: true, value: exactly(part.Low * whole.Low), magnitude: whole.Low}
	return n, j + 1, true
}

// largest is the largest number that is read in words.
const largest = 1e18

// A wordSum adds up number words as they come.
type wordSum struct {
	total float64 // what thousands and more have closed
	group float64 // the words since then
	last  float64 // the last magnitude; 0 for none
	tens  bool    // the last word was "twenty" to "ninety"
	open  bool    // the last word was a magnitude, so that units may follow
	begun bool
}

// addWord adds the word at token i, with an "and" or a hyphen before it, and
// returns the token after it.
func (r *reader) addWord(w *wordSum, i int) (next int, ok bool) {
	j := i
	switch {
	case w.begun && w.open && r.is(i, lang.And):
		j++
	case w.begun && i < len(r.toks) && r.hyphen(i):
		j++
	}
	if e := r.t.Match(r.toks, j, lang.Magnitude); e != nil && (w.begun || w.group > 0) {
		return j + 1, w.multiply(e.Low)
	}
	if !r.is(j, lang.Number) {
		return i, false
	}
	e := r.t.Match(r.toks, j, lang.Number)
	if e.Len() > 1 || !w.add(e.Low) {
		return i, false
	}
	if next := j + 1; r.is(next, lang.Number) || !r.isJoinedOrdinal(next) {
		return next, true
	}
	return i, false
}

// isJoinedOrdinal reports whether a hyphen and an ordinal make no number of
// the word before: "twenty-first".
func (r *reader) isJoinedOrdinal(i int) bool {
	return i < len(r.toks) && r.hyphen(i) && r.is(i+1, lang.Ordinal) && !r.is(i+1, lang.Fraction)
}

func (w *wordSum) add(v float64) bool {
	switch {
	case !w.begun || w.open:
	case w.tens && 1 <= v && v <= 9:
	default:
		return false
	}
	if w.open && w.last > 0 && v >= w.last {
		return false
	}
	w.group += v
	w.tens, w.open, w.begun = v >= 20 && v <= 90, false, true
	return true
}

func (w *wordSum) multiply(m float64) bool {
	if w.group == 0 || w.group*m > largest || w.total > 0 && m >= 1000 && m >= w.closed() {
		return false
	}
	w.group *= m
	if m >= 1000 {
		w.total, w.group = w.total+w.group, 0
	}
	w.last, w.tens, w.open, w.begun = m, false, true, true
	return true
}

// closed returns a bound for the next magnitude: thousands do not follow
// thousands.
func (w *wordSum) closed() float64 {
	bound := 1e15
	for bound > w.total {
		bound /= 1000
	}
	return bound
}

// fraction reads a part of a whole: "a third of", "two-thirds", "half of the
// boats", "three quarters". An ordinal is none: "a third man".
func (r *reader) fraction(i int) (n numeral, next int, ok bool) {
	if part, end := r.slashed(i); part > 0 && !r.isName(i) {
		return numeral{kind: Fraction, value: exactly(part)}, end, true
	}
	if i < len(r.toks) && isVulgar(r.s, r.toks[i]) && r.is(i+1, lang.Of) {
		return numeral{kind: Fraction, value: exactly(vulgar(r.word(i)))}, i + 1, true
	}
	over, j := 1.0, i
	if number := r.t.Match(r.toks, i, lang.Number); number != nil && r.is(i, lang.Number) {
		over, j = number.Low, i+1
	} else if r.is(i, lang.Article) {
		j++
	}
	if j > i && j < len(r.toks) && r.hyphen(j) {
		j++
	}
	part := r.t.Match(r.toks, j, lang.Fraction)
	if part == nil || !r.isFraction(i, j, part) {
		return n, i, false
	}
	value := over / (1 / part.Low)
	return numeral{kind: Fraction, words: true, value: exactly(value)}, j + 1, value > 0 && value < 1
}

// isFraction tells a part from an ordinal and from a quarter of the year.
func (r *reader) isFraction(i, j int, part *lang.Entry) bool {
	after := j + part.Len()
	switch {
	case i > 0 && r.is(i-1, lang.Ordinal), r.isWholeMagnitude(after), r.is(after, lang.Of) && r.isWholeMagnitude(after+1):
		return false
	case j > i+1, r.is(after, lang.Of): // "two-thirds", "a third of"
		return j > i || r.isHalf(part)
	case r.isChange(i) && r.endsPhrase(after): // "by a third", "by half"
		return true
	case r.is(j, lang.Ordinal) || r.is(j, lang.TimeUnit): // "a third man", "one quarter"
		return false
	case j > i: // "two thirds", "one half"
		return !r.is(i, lang.Article) || r.isHalf(part)
	}
	return r.isHalf(part) && (r.is(after, lang.Filler) || r.is(after, lang.Article) || r.is(after, lang.Pronoun))
}

// isChange reports whether "by" stands before token i, or before the hedge
// there: "rose by almost a third".
func (r *reader) isChange(i int) bool {
	first := i - 1
	if r.hedgeEnd == i {
		first = i - longestHedge
	}
	for k := i - 1; k >= max(0, first); k-- {
		if r.is(k, lang.Agent) {
			return true
		}
	}
	return false
}

// Most words of a hedge, and the word before it.
const longestHedge = 5

// endsPhrase reports whether no noun stands at token i.
func (r *reader) endsPhrase(i int) bool {
	return i >= len(r.toks) || r.toks[i].Kind == lang.Sign || r.is(i, lang.Preposition) || r.is(i, lang.And) || r.is(i, lang.To) || r.is(i, lang.Direction)
}

// isWholeMagnitude reports "million" and "a million".
func (r *reader) isWholeMagnitude(i int) bool {
	return r.is(i, lang.Magnitude) || r.is(i, lang.Article) && r.is(i+1, lang.Magnitude)
}

func (r *reader) isHalf(part *lang.Entry) bool { return part.Low == 0.5 }

// outOf reads "in five" and "out of 10" after a number, which make a part of a
// whole of the two: "one in five", "9 out of 10". Before "in" that is one only:
// "two in five towns" may be two boats, and a year may follow.
func (r *reader) outOf(over numeral, i int) (n numeral, next int, ok bool) {
	j := r.pastHyphen(i)
	if e := r.t.Match(r.toks, j, lang.OutOf); e != nil {
		j += e.Len()
	} else if over.value.Low == 1 && r.is(j, lang.In) && j+1 < len(r.toks) && !r.t.YearAt(r.s, r.toks, j+1) {
		j++
	} else {
		return n, i, false
	}
	under, next, ok := r.number(r.pastHyphen(j))
	if !ok || over.kind != Number || over.sign != "" || under.sign != "" {
		return n, i, false
	}
	part := over.value.Low / under.value.Low
	return numeral{kind: Fraction, words: over.words && under.words, value: exactly(part)}, next, 0 < part && part < 1
}

func (r *reader) pastHyphen(i int) int {
	if i < len(r.toks) && r.hyphen(i) {
		return i + 1
	}
	return i
}
