package quantity

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"factsheet/generator/lang"
)

// A numeral is a number as it stands in the text, with its sign.
type numeral struct {
	value     Value
	kind      Kind
	words     bool
	sign      string
	magnitude float64 // what it was multiplied by; 1 for nothing
	unknown   bool    // its marks may be read in two ways
}

// core reads what stands between the hedges. next is past whatever was read,
// also where it is no quantity.
func (r *reader) core(i int) (n numeral, next int, ok bool) {
	if n, next, ok = r.phrase(i); ok {
		return n, next, true
	}
	if n, next, ok = r.fraction(i); ok {
		return n, next, true
	}
	if r.is(i, lang.Between) {
		if n, next, ok = r.between(i); ok {
			return n, next, true
		}
	}
	return r.numberOrRange(i)
}

// phrase reads a number word that the table has as a whole.
func (r *reader) phrase(i int) (n numeral, next int, ok bool) {
	for _, p := range [...]struct {
		class lang.Class
		kind  Kind
	}{{lang.Vague, Vague}, {lang.Share, Share}, {lang.Remainder, Remainder}} {
		if e := r.t.Match(r.toks, i, p.class); e != nil {
			n = numeral{value: Value{Low: e.Low, High: e.High}, kind: p.kind, words: true}
			if p.kind == Remainder {
				n.value.High = math.Inf(1)
			}
			return n, i + e.Len(), true
		}
	}
	return n, i, false
}

func (r *reader) between(i int) (n numeral, next int, ok bool) {
	low, j, ok := r.number(i + 1)
	if !ok || !r.is(j, lang.And) {
		return n, i, false
	}
	high, next, ok := r.number(j + 1)
	if !ok || r.isName(i+1) || r.isDate(j+1, next) {
		return n, i, false
	}
	n, ok = join(low, high)
	return n, next, ok
}

func (r *reader) numberOrRange(i int) (n numeral, next int, ok bool) {
	n, next, ok = r.number(i)
	if !ok {
		return n, next, false
	}
	if r.isName(i) || r.isDate(i, next) {
		if !r.single { // else each number of "10-11-12-…" would go to its end
			next = r.pastName(next)
		}
		return n, next, false
	}
	if part, end, ok := r.outOf(n, next); ok {
		return part, end, true
	}
	if to := r.pastHanging(next); r.is(to, lang.To) {
		high, end, ok := r.number(to + 1)
		if ok && !r.isDate(to+1, end) {
			if joined, ok := join(n, high); ok {
				return joined, end, true
			}
		}
	}
	return n, next, r.counts(i, next)
}

// pastHanging skips the hyphen of "two- to three-year".
func (r *reader) pastHanging(i int) int {
	if r.touch(i) && r.word(i) == "-" && !r.touch(i+1) {
		return i + 1
	}
	return i
}

// join makes a range of its ends, which share a sign and a magnitude that
// only the last one has: "2 to 3 million", "$30-40", "10 to 15 percent".
func join(low, high numeral) (numeral, bool) {
	if low.magnitude == 1 && high.magnitude > 1 && low.value.High*high.magnitude < high.value.Low {
		low.value.Low *= high.magnitude
	}
	n := high
	if n.sign == "" {
		n.sign = low.sign
	}
	n.kind = Range
	n.value = Value{Low: low.value.Low, High: high.value.High}
	n.words = low.words && high.words
	return n, n.value.Low < n.value.High && !low.unknown && !high.unknown
}

// number reads a single number with its sign, in digits or in words.
func (r *reader) number(i int) (n numeral, next int, ok bool) {
	sign := r.signBefore(i)
	j := i
	if sign != nil {
		j += sign.Len()
	}
	negative := r.isMinus(j)
	if negative {
		j++
	}
	switch {
	case j >= len(r.toks):
		return n, i, false
	case r.toks[j].Kind == lang.Digits:
		n, next, ok = r.digits(j)
	case sign == nil && !negative && isVulgar(r.s, r.toks[j]):
		n = numeral{value: exactly(vulgar(r.word(j))), kind: Number, magnitude: 1}
		next, ok = j+1, true
	case sign == nil && !negative:
		n, next, ok = r.numberWords(j)
	}
	if !ok {
		return n, max(next, i), false
	}
	if negative {
		n.value.Low, n.value.High = -n.value.High, -n.value.Low
	}
	if sign != nil {
		n.sign = sign.Arg
		return n, next, true
	}
	n.sign, next = r.signAfter(next)
	return n, next, true
}

// signBefore returns the currency before digits at token i: a sign or
// letters in capitals, since "won 5" is no sum of money.
func (r *reader) signBefore(i int) *lang.Entry {
	e := r.t.Match(r.toks, i, lang.Currency)
	if e == nil || !r.isDigits(i+e.Len()) {
		return nil
	}
	if last := r.word(i + e.Len() - 1); strings.ToUpper(last) != last {
		return nil
	}
	return e
}

// signAfter reads a percent word or a currency after a number.
func (r *reader) signAfter(i int) (sign string, next int) {
	j := i
	if j < len(r.toks) && r.hyphen(j) { // "a 12-percent rise"
		j++
	}
	if e := r.t.Match(r.toks, j, lang.Percent); e != nil {
		return signOf(e), j + e.Len()
	}
	if e := r.t.Match(r.toks, j, lang.Currency); e != nil {
		return signOf(e), j + e.Len()
	}
	return "", i
}

func (r *reader) isDigits(i int) bool { return i < len(r.toks) && r.toks[i].Kind == lang.Digits }

// digits reads a number that begins with digits: "1,200", "1.4 million",
// "2.5K", "2 and a half", "2½". Those of a telephone number are none.
func (r *reader) digits(i int) (n numeral, next int, ok bool) {
	if end := r.pastCall(i); end > i {
		return n, end, false
	}
	plain, unknown, ok := r.plain(r.word(i))
	if !ok {
		return n, i + 1, false
	}
	next = i + 1
	exponent, factor := 0, 1.0
	n = numeral{kind: Number, magnitude: 1, unknown: unknown}
	if half, after := r.andFraction(next); half > 0 {
		whole, _ := strconv.ParseFloat(plain, 64)
		scale, end := r.magnitudes(after)
		n.value, n.magnitude = exactly((whole+half)*scale), scale
		return n, end, true
	}
	if scale, end := r.magnitudes(next); end > next {
		n.magnitude, next = scale, end
		exponent, factor = decimalExponent(scale)
	}
	n.value = literal(plain, exponent, factor)
	if unknown {
		n.value = Value{Low: math.Inf(-1), High: math.Inf(1)}
	}
	return n, next, !math.IsInf(n.value.Low, 0) || unknown
}

// literal returns the value of a plain decimal times a magnitude, rounded
// once, so that "2.3 million" is 2300000 to the last bit.
func literal(plain string, exponent int, factor float64) Value {
	v, _ := strconv.ParseFloat(plain+"e"+strconv.Itoa(exponent), 64)
	v *= factor
	return Value{Low: v, High: v, Step: stepOf(plain) * power(exponent) * factor}
}

// decimalExponent takes the powers of ten out of a magnitude.
func decimalExponent(scale float64) (exponent int, factor float64) {
	for scale >= 10 && math.Mod(scale, 10) == 0 {
		scale /= 10
		exponent++
	}
	return exponent, scale
}

// marks are what a token of digits has besides them.
const marks = ".,"

// plain returns digits with their marks as a decimal with a point. unknown
// says that the one mark may part thousands or decimals; without a table
// nobody can say which.
func (r *reader) plain(word string) (plain string, unknown, ok bool) {
	if !strings.ContainsAny(word, marks) {
		return word, false, true
	}
	if r.t == nil {
		i := strings.IndexAny(word, marks)
		return word[:i], true, strings.Count(word, ".")+strings.Count(word, ",") == 1
	}
	whole, fraction, isDecimal := strings.Cut(word, r.t.Decimal)
	groups := strings.FieldsFunc(whole, func(c rune) bool { return strings.ContainsRune(r.t.Thousands, c) })
	for k, group := range groups {
		if strings.ContainsAny(group, marks) || len(groups) > 1 && (k > 0 && len(group) != 3 || len(group) > 3) {
			return "", false, false
		}
	}
	plain = strings.Join(groups, "")
	if isDecimal {
		plain += "." + fraction
	}
	return plain, false, !strings.ContainsAny(fraction, marks)
}

// magnitudes reads what multiplies digits: "K" right after them, "million",
// "hundred thousand", "-million". It returns 1 for nothing.
func (r *reader) magnitudes(i int) (scale float64, next int) {
	scale, next = 1, i
	if e := r.t.Match(r.toks, i, lang.Glued); e != nil && (r.touch(i) || e.Len() == 1 && len(r.word(i)) > 1) {
		return e.Low, i + 1
	}
	for range 3 { // "2 hundred thousand million" is more than anybody writes
		j := next
		if j < len(r.toks) && r.hyphen(j) {
			j++
		}
		e := r.t.Match(r.toks, j, lang.Magnitude)
		if e == nil {
			return scale, next
		}
		scale *= e.Low
		next = j + e.Len()
	}
	return scale, next
}

// andFraction reads "and a half", "½" or "1/2" after a whole number.
func (r *reader) andFraction(i int) (part float64, next int) {
	switch {
	case i < len(r.toks) && isVulgar(r.s, r.toks[i]):
		return vulgar(r.word(i)), i + 1
	case r.is(i, lang.And) && (r.is(i+1, lang.Article) || r.is(i+1, lang.Number)) && r.is(i+2, lang.Fraction):
		e := r.t.Match(r.toks, i+2, lang.Fraction)
		return e.Low, i + 3
	}
	return r.slashed(i)
}

// slashed reads "1/2" and its like, apart from dates and "24/7".
func (r *reader) slashed(i int) (part float64, next int) {
	if !r.isDigits(i) || !r.isDigits(i+2) || r.word(i+1) != "/" || !lang.Touching(r.toks, i, i+2) || r.touch(i) || r.touch(i+3) {
		return 0, i
	}
	over, _ := strconv.Atoi(r.word(i))
	under, _ := strconv.Atoi(r.word(i + 2))
	if over < 1 || over >= under || under > 8 || under == 7 {
		return 0, i
	}
	return float64(over) / float64(under), i + 3
}

// isMinus reports whether token i is a minus: it stands right before digits,
// and nothing stands right before it.
func (r *reader) isMinus(i int) bool {
	if !r.isDigits(i+1) || r.toks[i].Kind != lang.Sign || r.touch(i) || !r.touch(i+1) {
		return false
	}
	sign := r.word(i)
	return sign == "-" || sign == "−"
}

func exactly(v float64) Value { return Value{Low: v, High: v} }

const vulgars = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"

var vulgarValues = [...]float64{
	1. / 2, 1. / 3, 2. / 3, 1. / 4, 3. / 4, 1. / 5, 2. / 5, 3. / 5, 4. / 5, 1. / 6, 5. / 6, 1. / 8, 3. / 8, 5. / 8, 7. / 8,
}

func isVulgar(s string, tok lang.Token) bool {
	return tok.Kind == lang.Sign && s[tok.Start] >= utf8.RuneSelf && vulgar(s[tok.Start:tok.End]) != 0
}

// vulgar returns the value of a fraction that is one character, or 0.
func vulgar(sign string) float64 {
	k := 0
	for _, c := range vulgars {
		if string(c) == sign {
			return vulgarValues[k]
		}
		k++
	}
	return 0
}
