package quantity

import (
	"strings"

	"factsheet/generator/lang"
)

// counts reports whether a number that was read from token i to before next
// counts something. Digits with zeros before them do not, and the word "one"
// does only before what it counts, or after a hedge.
func (r *reader) counts(i, next int) bool {
	if next == i+1 && r.isPadded(i) {
		return false
	}
	if next != i+1 || !r.is(i, lang.Number) || !r.is(i, lang.Pronoun) {
		return true
	}
	if r.hedgeEnd == i {
		return true
	}
	if i > 0 && (r.is(i-1, lang.Direction) || r.is(i-1, lang.Pronoun) || r.is(i-1, lang.Ordinal) || r.is(i-1, lang.Article)) {
		return false
	}
	j := next
	if j < len(r.toks) && r.hyphen(j) {
		return r.is(j+1, lang.TimeUnit)
	}
	return j < len(r.toks) && r.toks[j].Kind == lang.Letters && (r.isNounPart(j, j) || r.is(j, lang.Filler)) && !r.is(j, lang.Of)
}

// isDate reports whether the number from token i to before next belongs to a
// date, a time of day or a list, or is an ordinal.
func (r *reader) isDate(i, next int) bool {
	if r.is(next, lang.Ordinal) && (r.touch(next) || r.is(i, lang.Number) && r.hyphenBefore(next)) {
		return true
	}
	if e := r.t.Match(r.toks, next, lang.Ordinal); e != nil && e.Low >= 100 { // "one hundredth"
		return true
	}
	if !r.isDigits(i) {
		return r.is(next, lang.Clock) && r.word(next) == "o'clock"
	}
	if r.is(next, lang.Clock) || r.is(next, lang.Zone) || r.isPartOfDate(i) {
		return true
	}
	if r.t == nil || next != i+1 {
		return false
	}
	return r.t.YearAt(r.s, r.toks, i) || r.t.DayOfMonthAt(r.s, r.toks, i) || r.isYearRange(i) || r.isListNumber(i)
}

func (r *reader) hyphenBefore(i int) bool { return i > 0 && r.hyphen(i-1) }

// isPartOfDate reports whether a colon or a slash joins the digits at i to
// others: "10:30", "9/11". Two hyphens do as well: "2031-03-05".
func (r *reader) isPartOfDate(i int) bool {
	for _, k := range [...]int{i - 1, i + 1} {
		if k < 1 || k+1 >= len(r.toks) || !lang.Touching(r.toks, k-1, k+1) || !r.isDigits(k-1) || !r.isDigits(k+1) {
			continue
		}
		if sign := r.word(k); sign == ":" || sign == "/" || sign == "-" && (r.chained(k-2) || r.chained(k+2)) {
			return true
		}
	}
	return false
}

func (r *reader) chained(k int) bool {
	return k > 0 && k+1 < len(r.toks) && r.hyphen(k) && r.isDigits(k-1) && r.isDigits(k+1)
}

// isYearRange reports whether the digits at i end a range of years: "2014-17".
func (r *reader) isYearRange(i int) bool {
	if i < 2 || !lang.Touching(r.toks, i-2, i) || !r.is(i-1, lang.To) || !r.isDigits(i-2) {
		return false
	}
	return len(r.word(i)) == 2 && len(r.word(i-2)) == 4 && r.t.YearAt(r.s, r.toks, i-2)
}

// isListNumber reports whether the digits at i open an item of a list: "2.
// Close the gate", "(3) the mayor".
func (r *reader) isListNumber(i int) bool {
	if len(r.word(i)) > 2 || i+1 >= len(r.toks) || !r.touch(i+1) {
		return false
	}
	mark := r.word(i + 1)
	starts := i == 0 || strings.ContainsAny(r.word(i-1), ".!?:;\"")
	if mark == ")" {
		return starts || r.word(i-1) == "("
	}
	return mark == "." && starts && i+2 < len(r.toks) && !r.touch(i+2) && r.toks[i+2].Capital
}

// isName reports whether the number at token i is part of a name or code:
// "Highway 12", "F-16", "5G", "No. 7", "#3".
func (r *reader) isName(i int) bool {
	if r.labelled(i) {
		return true
	}
	if !r.isDigits(i) {
		return false
	}
	if i > 0 && r.touch(i) && strings.Contains("#@_\\=&+", r.word(i-1)) {
		return true
	}
	if i > 1 && r.hyphen(i-1) && r.toks[i-2].Kind == lang.Letters && !r.is(i-2, lang.Part) {
		return true
	}
	return r.isCode(i+1) || r.isCall(i) || r.followsName(i)
}

// labelled reports whether a word or phrase before token i makes a name of
// the number.
func (r *reader) labelled(i int) bool {
	for k := max(0, i-2); k < i; k++ {
		if e := r.t.Match(r.toks, k, lang.Label); e != nil && k+e.Len() == i {
			return true
		}
	}
	return false
}

// isCode reports whether letters right after digits make a code of them:
// "5G", "4x4". A magnitude, an ending and a unit in small letters ("40km")
// do not.
func (r *reader) isCode(i int) bool {
	if !r.touch(i) || r.toks[i].Kind != lang.Letters {
		return false
	}
	if r.is(i, lang.Glued) || r.is(i, lang.Ordinal) || r.is(i, lang.Clock) {
		return false
	}
	word := r.word(i)
	return r.toks[i].Capital || strings.ContainsAny(word, "0123456789") || word == "s"
}

// followsName reports whether a capitalised word that is no word of the
// table, inside a sentence, takes the number into its name: "Boeing 737",
// unless a plural follows that it counts. A headline in capitals tells
// nothing.
func (r *reader) followsName(i int) bool {
	if i < 1 || r.t == nil || len(r.word(i)) > 4 || strings.ContainsAny(r.word(i), ".,") {
		return false
	}
	prev := r.toks[i-1]
	if !prev.Capital || prev.Word != nil || r.touch(i) {
		return false
	}
	if i+1 < len(r.toks) && (r.t.Plural(r.s, r.toks[i+1]) || r.is(i+1, lang.Magnitude) || r.is(i+1, lang.Percent)) {
		return false
	}
	return !r.inHeadline(i)
}

// inHeadline reports whether the words around token i are written with
// capitals throughout.
func (r *reader) inHeadline(i int) bool {
	const around = 6
	long := 0
	for k := max(0, i-around); k < min(len(r.toks), i+around); k++ {
		if tok := r.toks[k]; tok.Kind == lang.Letters && tok.Len() > 3 && !tok.Is(lang.Preposition) {
			long++
			if !tok.Capital {
				return false
			}
		}
	}
	return long > 2
}

// pastName skips what else belongs to a name or date whose number was read
// to before token i: the other digits of "2031-03-05".
func (r *reader) pastName(i int) int {
	for i < len(r.toks) && r.touch(i) && (r.isDigits(i) || i+1 < len(r.toks) && r.touch(i+1) && r.isDigits(i+1) && r.toks[i].Kind == lang.Sign) {
		i++
	}
	return i
}
