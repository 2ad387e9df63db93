package quantity

import (
	"strings"

	"factsheet/generator/lang"
)

// How many digits a telephone number has: at most as E.164 of the ITU allows,
// and more than the years, scores and sums that a table sets side by side.
const (
	fewestCalled = 8
	mostCalled   = 15
)

// pastCall returns the token after the telephone number that begins with the
// digits at token i, and i where none does. One is groups of digits without
// marks, parted by a space or a hyphen, of which the first shows what they are:
//
//   - a plus stands right before it, and it may be the code of a country:
//     "+44 20 7946 0991", "+44 (0)20 7946 0991"
//   - it begins with a zero: "020 7946 0991", "(020) 7946 0991"
//   - it is the first of 3, 3 and 4 digits, in brackets, as in North America:
//     "(202) 555-0147"
//
// The digits of the first two must be as many as a telephone number has, so
// that "+4 20" and "007 12" in a table remain what they are, as do numbers that
// come after another in digits.
func (r *reader) pastCall(i int) (next int) {
	switch start := r.toks[i].Start; {
	case r.s[start] != '0' && (start == 0 || !strings.Contains("+(", r.s[start-1:start])): // nearly every number
		return i
	case r.opensCall(i):
		return r.pastGroups(i)
	case len(r.word(i)) == 3 && r.isBracketed(i) && !r.isAfterDigits(i-1):
		exchange, ok := r.group(i)
		line, also := r.group(exchange)
		if ok && also && len(r.word(exchange)) == 3 && len(r.word(line)) == 4 {
			return line + 1
		}
	}
	return i
}

// opensCall reports whether the digits at token i begin with a zero, or are
// the code of a country after a plus. No such code begins with a zero, and two
// have one digit.
func (r *reader) opensCall(i int) bool {
	code := r.word(i)
	switch {
	case strings.ContainsAny(code, marks):
		return false
	case i > 0 && r.touch(i) && r.word(i-1) == "+":
		isSum := r.touch(i-1) && r.toks[i-2].Kind != lang.Sign // "1,200+40"
		return !isSum && code[0] != '0' && len(code) <= 3 && (len(code) > 1 || code == "1" || code == "7")
	case r.isBracketed(i):
		i--
	}
	return code[0] == '0' && len(code) > 1 && !r.isAfterDigits(i)
}

func (r *reader) isAfterDigits(i int) bool { return i > 0 && r.isDigits(i-1) }

// isBracketed reports whether brackets enclose the digits at token i.
func (r *reader) isBracketed(i int) bool {
	return i > 0 && r.touch(i) && r.touch(i+1) && r.word(i-1) == "(" && r.word(i+1) == ")"
}

// pastGroups returns the token after the groups of digits from token i on, and
// i where they hold fewer or more digits than a telephone number.
func (r *reader) pastGroups(i int) (next int) {
	digits, last := len(r.word(i)), i
	for k, ok := r.group(i); ok && !(digits >= fewestCalled && r.isCounting(k)); k, ok = r.group(k) {
		digits, last = digits+len(r.word(k)), k
		if digits > mostCalled {
			return i
		}
	}
	if digits < fewestCalled || last == i {
		return i
	}
	return last + 1
}

// isCounting reports whether the digits at token i count what follows, though
// they come after a telephone number: "020 7946 0991 24 hours a day".
func (r *reader) isCounting(i int) bool {
	return len(r.word(i)) <= 2 && i+1 < len(r.toks) && r.t.Plural(r.s, r.toks[i+1])
}

// group returns the token of the group of digits after the one at token i.
func (r *reader) group(i int) (k int, ok bool) {
	for k = i + 1; k < len(r.toks) && !r.isDigits(k) && r.toks[k].Kind == lang.Sign; k++ {
		if k > i+len(")-") {
			return i, false
		}
	}
	if !r.isDigits(k) || strings.ContainsAny(r.word(k), marks) {
		return i, false
	}
	gap := r.s[r.toks[i].End:r.toks[k].Start]
	after, closed := strings.CutPrefix(gap, ")")
	if closed && !r.isBracketed(i) {
		return i, false
	}
	return k, after == " " || after == "-" || after == " (" || after == "" && closed
}

// isCall reports whether the digits at i are one half of a number to call:
// "555-0142".
func (r *reader) isCall(i int) bool {
	for _, k := range [...]int{i - 1, i + 1} {
		if k > 0 && k < len(r.toks) && r.hyphen(k) && r.isDigits(k-1) && r.isDigits(k+1) &&
			len(r.word(k-1)) == 3 && len(r.word(k+1)) == 4 {
			return true
		}
	}
	return false
}

// isPadded reports whether the token at i is digits that begin with a zero and
// are too many for a day or a short count: "0991" says which one, not how many.
func (r *reader) isPadded(i int) bool {
	word := r.word(i)
	return r.isDigits(i) && len(word) >= 4 && word[0] == '0' && !strings.ContainsAny(word, marks)
}
