package check

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/form"
	"factsheet/generator/lang"
	"factsheet/generator/quantity"
	"factsheet/generator/seed"
	"factsheet/generator/text"
)

var unitNotInQuote = Rule{
	Code: "unit-not-in-quote", Group: Values, Severity: diag.Error,
	Title: "the unit of a figure stands not in the sentence of its quote",
	Why: "A number counts what its sentence says it counts. Either the figure counts something else, or the measure lacks the word of this text in its `words`; " +
		"where the text leaves the unit out, an `allow` says why it is plain.",
	Example: `unit     = "families"
evidence = [{ source = "valley-post", quote = "more than 1,200 residents were moved" }]`,
	Linked: func(d *dossier.Dossier, item dossier.Item, report Report) {
		if f, ok := item.(*dossier.Fact); ok && f.Record.Kind == "quantity" {
			unitsOf(d, f, report)
		}
	},
}

func unitsOf(d *dossier.Dossier, f *dossier.Fact, report Report) {
	units := unitWords(d, f)
	if len(units) == 0 {
		return
	}
	list, _ := supporting(f)
	for _, e := range list {
		a, ok := amountOf(f.Record, e.Source.Lang)
		if !ok {
			continue
		}
		having := a.has(e, tells(e))
		if len(having) == 0 || saysUnit(e, units, having) {
			continue
		}
		report(e.Record.Place(e.Record.Quote), unitMessage(units, having), unitHelp(f, having), readings(having)...)
	}
}

// unitWords are the ways to say what a figure counts.
func unitWords(d *dossier.Dossier, f *dossier.Fact) []string {
	if m := d.Measure(f.Record.Measure.Value); m != nil {
		return append([]string{m.Record.Unit.Value}, form.Values(m.Record.Words)...)
	}
	if f.Record.Unit.Value == "" {
		return nil
	}
	return []string{f.Record.Unit.Value}
}

// saysUnit reports whether the sentences of a quote say what is counted, or
// its number has the sign of it; "a third" is a share, like a percentage. Where
// the number has a sign, words do not help: "$1,200 a family" counts no families.
func saysUnit(e *dossier.Evidence, units []string, having []told) bool {
	for _, unit := range units {
		if slices.ContainsFunc(having, func(t told) bool {
			return hasSign(e.Source.Lang, unit, t.sign) || t.kind == quantity.Fraction && hasSign(e.Source.Lang, unit, "%")
		}) {
			return true
		}
	}
	if !slices.ContainsFunc(having, func(t told) bool { return t.sign == "" }) {
		return false
	}
	s := e.Source.Text.View.Text
	for _, sentence := range e.Sentences() {
		if slices.ContainsFunc(units, func(unit string) bool {
			return containsWords(s[sentence.Start:sentence.End], unit) && !isSign(e.Source.Lang, unit)
		}) {
			return true
		}
		words := unitStems(s[sentence.Start:sentence.End])
		for _, unit := range units {
			if !isSign(e.Source.Lang, unit) && containsAll(words, unitStems(unit)) {
				return true
			}
		}
	}
	return false
}

// hasSign reports whether a unit is what a sign says, by itself or among other
// words: "$", "dollars a barrel".
func hasSign(t *lang.Table, unit, sign string) bool {
	return sign != "" && (quantity.SameSign(t, unit, sign) || slices.Contains(quantity.SignsIn(t, unit), sign))
}

// isSign reports whether a unit is a percentage or a currency that a number
// has as its sign.
func isSign(t *lang.Table, unit string) bool { return t.Is(unit, lang.Percent, lang.Currency) }

// unitStems are the words of a text in small letters.
func unitStems(s string) []string {
	var out []string
	for _, w := range seed.Words(s) {
		if w.Letters {
			out = append(out, strings.TrimSuffix(strings.ToLower(w.Text(s)), "'s"))
		}
	}
	return out
}

// containsAll reports whether every word of a unit stands among others, in
// this form or with another ending.
func containsAll(words, unit []string) bool {
	for _, u := range unit {
		if !slices.ContainsFunc(words, func(w string) bool { return sameWordOf(w, u) }) {
			return false
		}
	}
	return len(unit) > 0
}

// sameWordOf reports whether two words differ in no more than an ending of two
// letters: "boat" and "boats", "body" and "bodies".
func sameWordOf(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	stem := 0
	for stem < len(a) && a[stem] == b[stem] {
		stem++
	}
	return stem == len(a) && (len(b) == len(a) || len(a) >= 3 && len(b)-len(a) <= 2) ||
		stem >= 3 && stem == len(a)-1 && len(b)-stem <= 3
}

func quotedList(list []string) string {
	words := make([]string, len(list))
	for i, w := range list {
		words[i] = q(w)
	}
	return text.List(words, "or")
}

func unitMessage(units []string, having []told) string {
	if sign := having[0].sign; sign != "" {
		return fmt.Sprintf("the number is one of %q, and the figure counts %s", sign, quotedList(units))
	}
	return fmt.Sprintf("neither the quote nor its sentence says %s", quotedList(units))
}

// unitHelp proposes what the text counts.
func unitHelp(f *dossier.Fact, having []told) string {
	unit := cmp.Or(having[0].sign, having[0].noun)
	switch {
	case f.Record.Measure.Given() && unit == "":
		return fmt.Sprintf("the word of the text as one of the words of the measure %q, or another measure", f.Record.Measure.Value)
	case f.Record.Measure.Given():
		return fmt.Sprintf("words = [%q] on the measure %q, or another measure", unit, f.Record.Measure.Value)
	case unit == "":
		return "take the word of the text"
	}
	return fmt.Sprintf("unit = %q", unit)
}
