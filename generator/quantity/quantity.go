// Package quantity reads the numbers of a text: digits and number words,
// fractions, percentages, sums of money, ranges, words that leave a number
// open ("dozens") and remainders ("the rest"), each with its hedge and what
// it counts.
//
// Years, days of a month, times of day, ordinals, the numbers of a list,
// telephone numbers and numbers that belong to a name are no quantities.
// Durations are: "six months" counts months.
package quantity

import (
	"factsheet/generator/lang"
	"factsheet/generator/text"
)

// A Kind is what a quantity is made of.
type Kind uint8

// The kinds.
const (
	Number    Kind = iota + 1 // "1,200", "twenty-five", "$1.4 million", "12%"
	Range                     // "30 to 40"
	Vague                     // "dozens"
	Fraction                  // "a third"; Low and High are 1/3
	Share                     // "most of"; bounds within 0 and 1
	Remainder                 // "the rest"; from 0 up
)

var kindNames = [...]string{"", "number", "range", "vague", "fraction", "share", "remainder"}

// String returns the name of the kind in lower case.
func (k Kind) String() string { return kindNames[k] }

// A Quantity is one number of a text.
type Quantity struct {
	Value
	Kind   Kind
	Span   text.Span // number, sign and hedge; of a hedge after the unit also the unit
	Number text.Span // the number without hedge, with its sign or percent word
	Words  bool      // in words
	Sign   string    // "$", "%" and their like, also for "dollars" and "percent"; "" for none
	Unit   Unit      // what is counted; zero where the words beside the number do not say
	At     text.Span // the words of the hedge; zero without one
}

// A Unit is the noun phrase after a number. Its zero value is none: "some 900
// in the north" counts something that was named before.
type Unit struct {
	Span   text.Span // "residents of" is "residents", "armed patrol boats" is the whole
	Head   text.Span // "boats"; zero after a sign or percent word without a noun
	Period bool      // the head is a unit of time
}

// Word returns the words of a quantity of which no page makes a number, or
// "" for one that has a number. s is the text that was read.
func (q Quantity) Word(s string) string {
	if q.Kind == Number || q.Kind == Range {
		return ""
	}
	return s[q.Number.Start:q.Number.End]
}

// Read returns the quantities of a folded text (text.View.Text) in their
// order. Without a table it reads digits only, with no hedge and no unit;
// what they mean where marks may be read in two ways ("2.500") stays open,
// with bounds that meet every value.
func Read(s string, t *lang.Table) []Quantity {
	return ReadTokens(s, t.Tokens(s), t)
}

// ReadTokens is Read for a text whose tokens are at hand.
func ReadTokens(s string, toks []lang.Token, t *lang.Table) []Quantity {
	return (&reader{s: s, toks: toks, t: t}).all()
}

// ReadVoices is Read for the words beside a speaker, where "a" and "an" count
// one: "a medic and two drivers".
func ReadVoices(s string, t *lang.Table) []Quantity {
	return (&reader{s: s, toks: t.Tokens(s), t: t, articles: true}).all()
}

// At reads the quantity that begins at token i, and returns the token after
// it; it reports false where none begins there, and then next says nothing.
func At(s string, toks []lang.Token, i int, t *lang.Table) (q Quantity, next int, ok bool) {
	r := &reader{s: s, toks: toks, t: t, single: true}
	if i >= len(toks) || !r.mayBegin(i) {
		return Quantity{}, i, false
	}
	return r.quantity(i)
}

type reader struct {
	s        string
	toks     []lang.Token
	t        *lang.Table
	articles bool // whether an article counts one
	single   bool // whether nothing is read on after what is no quantity
	hedgeEnd int  // the token after the last hedge that was read
}

func (r *reader) all() []Quantity {
	var list []Quantity
	for i := 0; i < len(r.toks); {
		if !r.mayBegin(i) {
			i++
			continue
		}
		if idiom := r.t.Match(r.toks, i, lang.Idiom); idiom != nil {
			i += idiom.Len()
			continue
		}
		q, next, ok := r.quantity(i)
		if ok {
			list = append(list, q)
		}
		i = max(next, i+1)
	}
	return list
}

var openings = lang.SetOf(
	lang.Number, lang.Magnitude, lang.Fraction, lang.Article, lang.Currency, lang.Vague, lang.Share,
	lang.Remainder, lang.HedgeBefore, lang.Between, lang.Idiom,
)

// mayBegin reports whether a quantity or an idiom may begin at token i. Most
// words of a text fail it, which is what makes reading fast.
func (r *reader) mayBegin(i int) bool {
	tok := r.toks[i]
	return tok.Kind == lang.Digits || isVulgar(r.s, tok) || tok.Begins(openings) || r.isMinus(i)
}

// quantity reads the quantity with its hedges that begins at token i. Where
// there is none, next is the token from which to read on, past a number that
// is no quantity.
func (r *reader) quantity(i int) (q Quantity, next int, ok bool) {
	hedge, at, j := r.hedgeBefore(i)
	r.hedgeEnd = -1
	if j > i {
		r.hedgeEnd = j
	}
	n, next, ok := r.core(j)
	if !ok {
		if j > i && next == j {
			next = i
		}
		return Quantity{}, next, false
	}
	q = Quantity{Value: n.value, Kind: n.kind, Number: r.span(j, next), Words: n.words, Sign: n.sign}
	q.Hedge, q.At = hedge, at
	q.Span = r.span(i, next)
	if r.t == nil {
		return q, next, true
	}
	next = r.hedgeAfter(&q, next)
	q.Unit = r.unit(next)
	if q.Hedge == Over && q.Sign == "" && j == i+1 && r.isThroughout(i, next) {
		q.Hedge, q.At, q.Span.Start = "", text.Span{}, r.toks[j].Start
	}
	next = r.hedgeAfterUnit(&q, next)
	return q, next, true
}

// span returns the bytes from token i to before token j.
func (r *reader) span(i, j int) text.Span {
	if i >= j {
		return text.Span{}
	}
	return text.Span{Start: r.toks[i].Start, End: r.toks[j-1].End}
}

func (r *reader) is(i int, c lang.Class) bool {
	return 0 <= i && i < len(r.toks) && r.toks[i].Is(c)
}

func (r *reader) word(i int) string { return r.s[r.toks[i].Start:r.toks[i].End] }

// touch reports whether token i exists and stands right after the one before.
func (r *reader) touch(i int) bool { return lang.Touching(r.toks, i-1, i) }

// hyphen reports whether token i joins the words on both its sides.
func (r *reader) hyphen(i int) bool {
	return r.touch(i) && r.touch(i+1) && r.word(i) == "-"
}
