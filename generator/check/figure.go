package check

import (
	"math"
	"strconv"
	"strings"

	"factsheet/generator/annotation"
	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/form"
	"factsheet/generator/lang"
	"factsheet/generator/quantity"
	"factsheet/generator/text"
)

// An amount is what a figure says: a number, a range, or a word of its
// sources. An end of a range that is not told is infinite.
type amount struct {
	quantity.Value
	word string // of an amount of which no page makes a number
	bare string // the word as quantity.BareWord has it
}

// has returns the amounts of a quote that are what the figure says.
func (a amount) has(e *dossier.Evidence, list []told) []told {
	found := a.in(list)
	if len(found) == 0 && a.word != "" {
		if t, ok := a.spelt(e, list); ok {
			found = append(found, t)
		}
	}
	return found
}

// amountOf returns the amount of a figure whose words are those of a language,
// and false where it has none.
func amountOf(r *annotation.Fact, t *lang.Table) (amount, bool) {
	return amountFrom(r.Value, r.Low, r.High, quantity.Hedge(r.Hedge.Value), t)
}

func amountFrom(value, low, high form.Number, hedge quantity.Hedge, t *lang.Table) (amount, bool) {
	if hedge == quantity.None {
		hedge = ""
	}
	switch {
	case value.Given() && value.Numeric:
		return amount{Value: quantity.Of(value.Value, hedge)}, true
	case value.Given():
		return vague(value.Text.Value, hedge, t), true
	case low.Numeric || high.Numeric:
		return amount{Value: quantity.Value{Low: low.Bound(-1), High: high.Bound(1), Hedge: hedge}}, true
	}
	return amount{}, false
}

// vague returns the amount of a word, with the bounds that its language gives
// it.
func vague(word string, hedge quantity.Hedge, t *lang.Table) amount {
	a := amount{Value: quantity.Value{Low: math.Inf(-1), High: math.Inf(1), Hedge: hedge}, word: text.FoldString(word)}
	a.bare = quantity.BareWord(a.word, t)
	if read := quantity.Read(a.word, t); len(read) == 1 {
		a.Low, a.High = read[0].Low, read[0].High
	}
	return a
}

// String returns the amount as the annotation writes it.
func (a amount) String() string {
	low, high := strconv.FormatFloat(a.Low, 'f', -1, 64), strconv.FormatFloat(a.High, 'f', -1, 64)
	switch {
	case a.word != "":
		return strconv.Quote(a.word)
	case math.IsInf(a.High, 1):
		return low + " or more"
	case math.IsInf(a.Low, -1):
		return high + " or less"
	case low != high:
		return low + " to " + high
	}
	return low
}

// A told is an amount that the words of a quote tell.
type told struct {
	amount
	kind  quantity.Kind
	sign  string     // "$", "%" and their like, or ""
	noun  string     // what is counted, as the text has it, or ""
	words string     // in the text, with the hedge
	place diag.Place // in the seed, or of what the author gives instead
	plain bool       // the language has no tables, so that no hedge was read
}

// tells returns the amounts that a quote tells of a figure: those that the
// program reads in the words that carry the value, or the one that the author
// gives.
func tells(e *dossier.Evidence) []told {
	r := e.Record
	if a, ok := amountFrom(r.Value, r.Low, r.High, quantity.Hedge(r.Hedge.Value), e.Source.Lang); ok {
		return []told{{amount: a, words: a.String(), place: r.Place(r.Quote)}}
	}
	carry := e.Reads()
	var list []told
	for _, q := range text.Overlapping(e.Source.Readings.Quantities, e.Source.Text.View.Folded(e.Span()), numberSpan) {
		if overlapsAny(carry, q.Number) && containsAny(e.Folded(), q.Number) {
			list = append(list, newTold(e, q, 0))
		}
	}
	if len(list) == 0 && r.Reads.Value != "" && len(carry) == 1 {
		list = alone(e, carry[0])
	}
	return list
}

// newTold returns the amount of a quantity, which was read from an offset of
// the text on.
func newTold(e *dossier.Evidence, q quantity.Quantity, from int) told {
	s := e.Source.Text.View.Text[from:]
	t := told{
		amount: amount{Value: q.Value, word: q.Word(s)}, kind: q.Kind, sign: q.Sign,
		words: s[q.Span.Start:q.Span.End], place: inSeed(e.Source, shifted(q.Span, from)), plain: e.Source.Lang == nil,
	}
	t.bare = quantity.BareWord(s[q.Number.Start:q.Number.End], e.Source.Lang)
	t.noun = s[q.Unit.Span.Start:q.Unit.Span.End]
	if hedge := quantity.Hedge(e.Record.Hedge.Value); hedge != "" {
		t.Hedge, t.plain = hedge, false
		if hedge == quantity.None {
			t.Hedge = ""
		}
	}
	return t
}

// alone reads the words of `reads` by themselves, in which the author sees a
// number where the sentence shows none: "more than a decade", the "one" of
// "all but one of them".
func alone(e *dossier.Evidence, words text.Span) (list []told) {
	s, t := e.Source.Text.View.Text[words.Start:words.End], e.Source.Lang
	for _, q := range quantity.ReadVoices(s, t) {
		list = append(list, newTold(e, q, words.Start))
	}
	if toks := t.Tokens(s); len(list) == 0 && len(toks) == 1 {
		if n := t.Match(toks, 0, lang.Number); n != nil {
			list = append(list, told{
				amount: amount{Value: quantity.Value{Low: n.Low, High: n.High}}, kind: quantity.Number, words: s, place: inSeed(e.Source, words),
			})
		}
	}
	return list
}

// spelt returns the word of a figure where a quote has it and the program reads
// no amount in it: "a wave of". ok is false where it does not stand there.
func (a amount) spelt(e *dossier.Evidence, list []told) (t told, ok bool) {
	s := e.Source.Text.View.Text
	for _, t := range list {
		if containsWords(strings.ToLower(t.words), a.bare) {
			return told{}, false
		}
	}
	for _, span := range e.Reads() {
		if containsWords(strings.ToLower(s[span.Start:span.End]), a.bare) {
			return told{amount: a, words: a.word, place: inSeed(e.Source, span), plain: true}, true
		}
	}
	return told{}, false
}

// in returns those of the amounts that are what a figure says: its
// number, its word, both ends of its range.
func (a amount) in(list []told) []told {
	var low, high []told
	for _, t := range list {
		switch {
		case a.word != "":
			if t.bare == a.bare && t.bare != "" {
				low = append(low, t)
			}
		case a.isAt(a.Low, a.High, t):
			low = append(low, t)
		case a.Low != a.High && a.isAt(a.Low, a.Low, t):
			low = append(low, t)
		case a.Low != a.High && a.isAt(a.High, a.High, t):
			high = append(high, t)
		}
	}
	if a.word != "" || a.Low == a.High || len(low) == 0 {
		return low
	}
	whole := low[:0:0]
	for _, t := range low {
		if len(high) > 0 || t.Low != t.High || math.IsInf(a.Low, 0) || math.IsInf(a.High, 0) {
			whole = append(whole, t)
		}
	}
	return append(whole, high...)
}

// isAt reports whether a reading has the ends low and high. An infinite end is
// one that the figure does not tell.
func (a amount) isAt(low, high float64, t told) bool {
	if t.kind == quantity.Fraction {
		return a.isFraction(t.Low)
	}
	if t.word != "" && t.Low != t.High {
		return false
	}
	if t.unknown() {
		return true
	}
	return (math.IsInf(low, 0) || t.Low == low) && (math.IsInf(high, 0) || t.High == high)
}

// unknown reports whether what digits mean could not be read.
func (t told) unknown() bool { return t.word == "" && math.IsInf(t.Low, -1) && math.IsInf(t.High, 1) }

// isFraction reports whether the figure is a fraction of one, in itself or as
// a percentage, rounded to what it tells.
func (a amount) isFraction(part float64) bool {
	if a.Low > 1 {
		part *= 100
	}
	return a.Low == a.High && math.Abs(a.Low-part) <= max(a.Step, 0.01)/2
}

// excludes reports whether a reading cannot hold together with the figure. A
// share of an unnamed whole excludes nothing.
func (a amount) excludes(t told) bool {
	switch t.kind {
	case quantity.Share, quantity.Remainder:
		return false
	case quantity.Fraction:
		return a.word == "" && !a.isFraction(t.Low)
	}
	return !a.Meets(t.Value)
}

// supporting returns the evidence that bears a fact out. ok is false where a
// quote does not stand in its source: what it would have borne out is not
// known then.
func supporting(f *dossier.Fact) (list []*dossier.Evidence, ok bool) {
	ok = true
	for _, e := range f.Evidence {
		switch {
		case e.Role != "supports":
		case !e.Found():
			ok = false
		default:
			list = append(list, e)
		}
	}
	return list, ok
}

// figure returns the fact of a quantity, or nil.
func figure(item dossier.Item) *dossier.Fact {
	if f, ok := item.(*dossier.Fact); ok && f.Record.Kind == "quantity" {
		return f
	}
	return nil
}

// amountField is the field in which a figure says its amount.
func amountField(r *annotation.Fact) form.Text {
	switch {
	case r.Value.Given():
		return r.Value.Text
	case r.Low.Given():
		return r.Low.Text
	}
	return r.High.Text
}
