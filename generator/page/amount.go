package page

import (
	"slices"
	"strings"
	"unicode"

	"factsheet/generator/annotation"
	"factsheet/generator/form"
	"factsheet/generator/lang"
)

// An amount is a number, a range or a word with its hedge and what it counts.
type amount struct {
	value, low, high form.Number
	hedge            string // as in annotations
	unit             string // a sign or a word
	of               string // of a share: of what
}

// amountOf returns the amount of a figure.
func (b *Book) amountOf(r *annotation.Fact) amount {
	a := amount{value: r.Value, low: r.Low, high: r.High, hedge: r.Hedge.Value, unit: r.Unit.Value, of: r.Of.Value}
	if m := b.d.Measure(r.Measure.Value); m != nil {
		a.unit = m.Record.Unit.Value
	}
	return a
}

var hedges = map[string]Words{
	"exactly":  "exactly ",
	"about":    "about ",
	"nearly":   "nearly ",
	"at-least": "at least ",
	"at-most":  "at most ",
	"over":     "more than ",
	"under":    "under ",
}

// amount says an amount: "more than 1,200 people", "30 to 40 boats", "$1.4
// million", "12% of the boats", "one decade", "“several” boats", "“dozens”
// (people)".
func (s speech) amount(a amount) Words {
	words := hedges[a.hedge] + s.bare(a)
	switch {
	case isSign(a.unit), a.unit == "", a.tellsUnit():
	case a.takesUnit():
		words += " " + a.unit
	default:
		words += " (" + a.unit + ")"
	}
	if a.of != "" {
		words += " of " + a.of
	}
	return words
}

// bare says an amount without its hedge and without a unit in words.
func (s speech) bare(a amount) Words {
	switch {
	case a.value.Numeric && a.value.Value == 1 && isWord(a.unit) && !isPlural(a.unit):
		return "one"
	case a.value.Given():
		return s.one(a.value, a.unit)
	case !a.high.Given():
		return s.one(a.low, a.unit) + " or more"
	case !a.low.Given():
		return "up to " + s.one(a.high, a.unit)
	}
	return s.one(a.low, a.unit) + " to " + s.one(a.high, a.unit)
}

// one says one number with the sign of its unit, or a source's word for one.
func (s speech) one(n form.Number, unit string) Words {
	switch {
	case !n.Numeric:
		return quoted(n.Text.Value)
	case unit == "%":
		return s.number(n.Value) + unit
	case isSign(unit):
		return unit + s.number(n.Value)
	}
	return s.number(n.Value)
}

// takesUnit reports whether the unit can follow the number: "12 boats", "one
// decade", "“several” boats", but not "“dozens” boats" and not "1 boats".
func (a amount) takesUnit() bool {
	for _, n := range a.numbers() {
		if !n.Numeric && !isDeterminer(n.Text.Value) {
			return false
		}
	}
	return !a.value.Numeric || a.value.Value != 1 || !isPlural(a.unit)
}

// tellsUnit reports whether a source's word for the number tells the unit as
// well: "a few months".
func (a amount) tellsUnit() bool {
	return slices.ContainsFunc(a.numbers(), func(n form.Number) bool { return !n.Numeric && holdsWord(n.Text.Value, a.unit) })
}

// numbers are those that are given.
func (a amount) numbers() []form.Number {
	return slices.DeleteFunc([]form.Number{a.value, a.low, a.high}, func(n form.Number) bool { return !n.Given() })
}

// isDeterminer reports whether an English word stands right before what it
// counts: "several", "some", but not "hundreds".
func isDeterminer(word string) bool {
	t, _ := lang.For("en")
	toks := t.Tokens(word)
	return len(toks) == 1 && t.Is(word, lang.Vague, lang.Stop) && !isPlural(word)
}

// holdsWord reports whether a text holds a word, in whatever letters.
func holdsWord(s, word string) bool {
	t, _ := lang.For("en")
	return word != "" && slices.ContainsFunc(t.Tokens(s), func(tok lang.Token) bool { return strings.EqualFold(s[tok.Start:tok.End], word) })
}

// isWord reports whether a unit is a word.
func isWord(unit string) bool { return unit != "" && !isSign(unit) }

// isPlural reports whether an English noun looks like a plural.
func isPlural(unit string) bool {
	t, _ := lang.For("en")
	toks := t.Tokens(unit)
	return len(toks) > 0 && t.Plural(unit, toks[len(toks)-1])
}

// isSign reports whether a unit stands at the number without a space: "$",
// "US$", "%".
func isSign(unit string) bool {
	isWord := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	isCurrency := func(r rune) bool { return unicode.Is(unicode.Sc, r) }
	return unit != "" && (!strings.ContainsFunc(unit, isWord) || strings.ContainsFunc(unit, isCurrency))
}
