package check

import (
	"math"
	"testing"

	"factsheet/generator/lang"
	"factsheet/generator/quantity"
)

func english(t *testing.T) *lang.Table {
	t.Helper()
	table, ok := lang.For("en")
	if !ok {
		t.Fatal("no table for English")
	}
	return table
}

func TestAmountIn(t *testing.T) {
	en := english(t)
	number := func(low, high float64) amount { return amount{Value: quantity.Value{Low: low, High: high}} }
	inf := math.Inf(1)
	tests := []struct {
		name string
		a    amount
		text string
		want int // how many of the quantities of the text are the amount
	}{
		{"number", number(1200, 1200), "1,200 sheep and 1,300 goats", 1},
		{"magnitude", number(1.4e6, 1.4e6), "1.4 million sheep", 1},
		{"rounded", number(1200, 1200), "1,190 sheep", 0},
		{"end of a range", number(30, 30), "30 to 40 sheep", 0},
		{"range", number(30, 40), "30 to 40 sheep", 1},
		{"range in two numbers", number(5, 6), "five weeks, maybe six", 2},
		{"half a range", number(5, 7), "five weeks, maybe six", 0},
		{"open range", number(30, inf), "30 sheep", 1},
		{"word", vague("dozens", "", en), "Dozens of sheep", 1},
		{"word with an article", vague("a handful", "", en), "a handful of sheep", 1},
		{"other word", vague("scores", "", en), "dozens of sheep", 0},
		{"word for a number", number(24, 24), "dozens of sheep", 0},
		{"percentage of a fraction", amount{Value: quantity.Of(33, "")}, "a third of the sheep", 1},
		{"other percentage", amount{Value: quantity.Of(35, "")}, "a third of the sheep", 0},
	}
	for _, tt := range tests {
		var list []told
		for _, q := range quantity.Read(tt.text, en) {
			told := told{amount: amount{Value: q.Value, word: q.Word(tt.text)}, kind: q.Kind}
			told.bare = quantity.BareWord(tt.text[q.Number.Start:q.Number.End], en)
			list = append(list, told)
		}
		if got := len(tt.a.in(list)); got != tt.want {
			t.Errorf("%s: %d of the quantities of %q are %v, want %d", tt.name, got, tt.text, tt.a, tt.want)
		}
	}
}

func TestAmountString(t *testing.T) {
	for want, a := range map[string]amount{
		"1200":       {Value: quantity.Of(1200, "")},
		"30 to 40":   {Value: quantity.Value{Low: 30, High: 40}},
		"30 or more": {Value: quantity.Value{Low: 30, High: math.Inf(1)}},
		"40 or less": {Value: quantity.Value{Low: math.Inf(-1), High: 40}},
		`"dozens"`:   {word: "dozens"},
	} {
		if got := a.String(); got != want {
			t.Errorf("%+v is %q, want %q", a, got, want)
		}
	}
}

func TestSameWordOf(t *testing.T) {
	tests := []struct {
		a, b string
		want bool
	}{
		{"boat", "boats", true}, {"boats", "boat", true}, {"body", "bodies", true}, {"watch", "watches", true}, {"people", "people", true},
		{"year", "years", true}, {"boat", "bridge", false}, {"kilometres", "kilograms", false}, {"ox", "oxen", false}, {"man", "many", true},
		{"", "", true}, {"a", "as", false},
	}
	for _, tt := range tests {
		if got := sameWordOf(tt.a, tt.b); got != tt.want {
			t.Errorf("sameWordOf(%q, %q) = %v", tt.a, tt.b, got)
		}
	}
}

func TestHasSign(t *testing.T) {
	en := english(t)
	tests := []struct {
		unit, sign string
		want       bool
	}{
		{"$", "$", true}, {"dollars", "$", true}, {"$ a barrel", "$", true}, {"per cent", "%", true}, {"%", "%", true},
		{"euros", "$", false}, {"people", "%", false}, {"people", "", false},
	}
	for _, tt := range tests {
		if got := hasSign(en, tt.unit, tt.sign); got != tt.want {
			t.Errorf("hasSign(%q, %q) = %v", tt.unit, tt.sign, got)
		}
	}
}
