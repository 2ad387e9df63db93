package check

import (
	"math"
	"slices"
	"strings"

	"factsheet/generator/dossier"
	"factsheet/generator/form"
	"factsheet/generator/lang"
	"factsheet/generator/quantity"
	"factsheet/generator/text"
	"factsheet/generator/timex"
)

// A number is a quantity and the words in which it stands.
type number struct {
	quantity.Quantity
	words string // in lower case, without hedge
}

func writtenNumbers(s string, list []quantity.Quantity) []number {
	out := make([]number, len(list))
	for i, q := range list {
		out[i] = number{q, strings.ToLower(s[q.Number.Start:q.Number.End])}
	}
	return out
}

// numbers are all that the quotes and their translations tell, and the fields
// give.
func (s support) numbers() []number {
	var out []number
	table, _ := lang.For(s.d.Site.Language())
	for _, e := range s.evidence {
		out = append(out, writtenNumbers(e.Source.Text.View.Text, e.AllQuantities())...)
		r := e.Record
		if words := text.FoldString(r.Translation.Value); words != "" {
			out = append(out, writtenNumbers(words, quantity.Read(words, table))...)
		}
		out = append(out, fieldNumbers(r.Value, r.Low, r.High)...)
	}
	for _, f := range s.facts {
		out = append(out, fieldNumbers(f.Record.Value, f.Record.Low, f.Record.High)...)
	}
	for id := range s.actors() {
		if a := s.d.Actor(id); a != nil {
			out = append(out, fieldNumbers(a.Record.Count)...)
		}
	}
	return out
}

// fieldNumbers are the numbers that an author gives, and the ends of a range.
func fieldNumbers(list ...form.Number) []number {
	var out []number
	for _, n := range list {
		if n.Given() {
			q := quantity.Quantity{Value: quantity.Of(n.Value, ""), Kind: quantity.Number}
			if !n.Numeric {
				q.Kind = quantity.Vague
			}
			out = append(out, number{q, strings.ToLower(text.FoldString(n.Text.Value))})
		}
	}
	return out
}

// isNumberWord reports whether a quantity of a statement says how many: one
// that is a pronoun ("one of them"), or belongs to a date of the calendar, does
// not.
func isNumberWord(p *dossier.Prose, q quantity.Quantity) bool {
	if q.Words && q.Low == 1 && q.High == 1 {
		return false
	}
	if q.Unit.Period {
		return true
	}
	return !slices.ContainsFunc(p.Times, func(x timex.Expression) bool {
		return x.Kind != timex.Duration && x.Span.Contains(q.Number)
	})
}

// bearsNumber reports whether one of some numbers is the one of a statement.
func bearsNumber(said number, list []number) bool {
	var low, high bool
	for _, n := range list {
		if said.Sign != "" && n.Sign != "" && said.Sign != n.Sign {
			continue
		}
		if said.same(n) {
			return true
		}
		low = low || isEnd(said.Low, n)
		high = high || isEnd(said.High, n)
	}
	return said.Kind == quantity.Range && low && high
}

// same reports whether two numbers are one, however each is written and
// hedged: an end of a range is told with it, and a word that leaves its number
// open may be told by any number that it can stand for.
func (n number) same(other number) bool {
	switch {
	case n.words == other.words:
		return true
	case n.isOpen() && other.isOpen():
		return n.Low == other.Low
	case n.isOpen() || other.isOpen():
		return n.isOpen() && n.Meets(other.Value)
	case n.isPart() || other.isPart():
		return samePart(n, other)
	}
	return n.Low == other.Low && n.High == other.High || n.Low == n.High && isEnd(n.Low, other)
}

func isEnd(v float64, n number) bool { return !n.isOpen() && (n.Low == v || n.High == v) }

// isOpen reports whether the words leave the number open.
func (n number) isOpen() bool {
	return n.Kind == quantity.Vague || n.Kind == quantity.Share || n.Kind == quantity.Remainder || math.IsInf(n.Low, 0)
}

func (n number) isPart() bool { return n.Kind == quantity.Fraction || n.Sign == "%" }

// samePart compares fractions and percentages, as a half and 50 per cent.
func samePart(a, b number) bool {
	share := func(n number) float64 {
		if n.Kind == quantity.Fraction || n.Low < 1 {
			return n.Low
		}
		return n.Low / 100
	}
	return a.isPart() && (b.isPart() || b.Low <= 100) && math.Abs(share(a)-share(b)) < 0.005 || a.Low == b.Low
}
