package check

import (
	"fmt"
	"slices"
	"strings"

	"factsheet/generator/annotation"
	"factsheet/generator/conflict"
	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/form"
	"factsheet/generator/lang"
	"factsheet/generator/text"
)

var measureDiffers = Rule{
	Code: "measure-differs", Group: Values, Severity: diag.Warning,
	Title: "a figure is kept apart from the measure whose words it has",
	Why: "Figures of one measure are compared with one another, others never: a number that is filed under another measure, or under none, contradicts nobody any more. " +
		"Two figures of one unit that are said to differ, or to replace one another, are of one measure; so is a figure with all the words of a measure's title, or one of its `words`.",
	Example: `unit     = "people"     # and a measure "missing" has the words "missing"
evidence = [{ source = "valley-post", quote = "22 people were missing on Friday" }]`,
	Linked: func(d *dossier.Dossier, item dossier.Item, report Report) {
		f, ok := item.(*dossier.Fact)
		if !ok || f.Record.Kind != "quantity" {
			return
		}
		type key struct{}
		byUnit := dossier.Derived(d, key{}, measuresByUnit)
		if unit := unitOf(d, f); len(byUnit) > 0 && unit != "" && !splits(d, f, unit, report) {
			strays(d, f, byUnit[unit], report)
		}
	},
}

// A worded measure is one with the words of its title that tell it from others
// of its unit, in small letters.
type worded struct {
	*dossier.Measure
	title []string
}

// measuresByUnit are the measures of a dossier by what they count; none where
// no words of its language are known.
func measuresByUnit(d *dossier.Dossier) map[string][]worded {
	table, ok := lang.For(d.Site.Language())
	if !ok {
		return nil
	}
	out := map[string][]worded{}
	for _, m := range d.AllMeasures() {
		unit := m.Record.Unit.Value
		out[unit] = append(out[unit], worded{m, titleWords(m.Record, table)})
	}
	return out
}

// titleWords are the words of a measure's title that carry meaning and are not
// its unit.
func titleWords(r *annotation.Measure, t *lang.Table) (out []string) {
	s, unit := text.FoldString(r.Title.Value), unitStems(r.Unit.Value)
	for _, tok := range t.Tokens(s) {
		word := strings.ToLower(s[tok.Start:tok.End])
		if tok.Kind == lang.Letters && (!tok.Is(lang.Stop) || tok.Capital) && !tok.Is(lang.Filler) && !containsAll(unit, []string{word}) {
			out = append(out, word)
		}
	}
	return out
}

// unitOf is what a figure counts, by itself or by its measure.
func unitOf(d *dossier.Dossier, f *dossier.Fact) string {
	if own := d.Measure(f.Record.Measure.Value); own != nil {
		return own.Record.Unit.Value
	}
	return f.Record.Unit.Value
}

// splits reports a figure that differs from, or replaces, one of the same unit
// and another measure.
func splits(d *dossier.Dossier, f *dossier.Fact, unit string, report Report) bool {
	for _, list := range [][]form.Text{f.Record.Differs, f.Record.Supersedes} {
		for _, id := range list {
			other := d.Fact(id.Value)
			if other == nil || other == f || other.Record.Kind != "quantity" || unitOf(d, other) != unit || other.Record.Measure.Value == f.Record.Measure.Value {
				continue
			}
			report(measurePlace(f), fmt.Sprintf("the figure %s, and %q, with which it is compared, %s", countedAs(f), other.ID, countedAs(other)), "one measure for both",
				diag.Related{Label: "the other", Place: measurePlace(other), Message: q(other.Record.Statement.Value)})
			return true
		}
	}
	return false
}

// countedAs says under which measure a figure stands.
func countedAs(f *dossier.Fact) string {
	if id := f.Record.Measure.Value; id != "" {
		return fmt.Sprintf("is of the measure %q", id)
	}
	return "is of no measure"
}

func measurePlace(f *dossier.Fact) diag.Place {
	if f.Record.Measure.Given() {
		return f.Place(f.Record.Measure)
	}
	return f.Place(f.Record.Unit)
}

// strays reports a figure with the words of another measure of its unit and
// not those of its own.
func strays(d *dossier.Dossier, f *dossier.Fact, ofUnit []worded, report Report) {
	list, ok := supporting(f)
	if !ok || len(list) == 0 || f.Says == nil {
		return
	}
	isOwn := func(m worded) bool { return m.ID == f.Record.Measure.Value }
	others := slices.DeleteFunc(slices.Clone(ofUnit), isOwn)
	if len(others) == 0 {
		return
	}
	words := toldBy(d, f, list)
	if slices.ContainsFunc(ofUnit, func(m worded) bool { return isOwn(m) && m.fits(words) > 0 }) {
		return
	}
	for _, m := range others {
		fit := m.fits(words)
		if fit == 0 || !hasKin(d, m.ID, f, fit < settling) {
			continue
		}
		report(measurePlace(f), fmt.Sprintf("the figure %s, and has the words of %q (%q)", countedAs(f), m.ID, m.Record.Title.Value),
			fmt.Sprintf("measure = %q", m.ID), diag.Related{Label: "measure", Place: m.Record.Place(m.Record.ID)})
		return
	}
}

// toldBy are the words by which a figure is told: the clauses of its quotes
// that carry it, its statement, and the names of those in `who` and `where`.
func toldBy(d *dossier.Dossier, f *dossier.Fact, list []*dossier.Evidence) string {
	words := []string{f.Says.View.Text}
	for _, e := range list {
		clause := governing(e, carrying(f, e))
		words = append(words, e.Source.Text.View.Text[clause.Start:clause.End])
	}
	for _, ids := range [][]form.Text{f.Record.Who, f.Record.Where} {
		for _, id := range ids {
			if a := d.Actor(id.Value); a != nil {
				words = append(words, a.Spellings()...)
			}
		}
	}
	return strings.Join(words, " | ")
}

// settling is how many words of a title leave no doubt, even where of two
// figures one is a plan.
const settling = 3

// fits returns how many words that are not its unit a measure's title has, if
// all of them are among some words, or one of its `words` is; else 0.
func (m worded) fits(words string) int {
	has := wordsOf(words)
	isTitle := len(m.title) > 1 && !slices.ContainsFunc(m.title, func(w string) bool { return !has(w) })
	if isTitle || slices.ContainsFunc(m.Record.Words, func(w form.Text) bool { return containsWordsFold(words, text.FoldString(w.Value)) }) {
		return max(1, len(m.title))
	}
	return 0
}

// hasKin reports whether a measure has a figure that may be compared with
// another one: of no other people and no other place, not of the same sentence
// and, where that is asked, as much a plan.
func hasKin(d *dossier.Dossier, measure string, f *dossier.Fact, asHeld bool) bool {
	return slices.ContainsFunc(figuresOf(d, measure), func(other *dossier.Fact) bool {
		return other != f && (!asHeld || conflict.IsHeld(f.Record) == conflict.IsHeld(other.Record)) && meetOrNone(d, f.Record.Who, other.Record.Who) && meetOrNone(d, f.Record.Where, other.Record.Where) && !shareSentence(f, other)
	})
}

// meetOrNone reports whether two lists of actors have one in common, or one of
// them is empty.
func meetOrNone(d *dossier.Dossier, a, b []form.Text) bool {
	return len(a) == 0 || len(b) == 0 || slices.ContainsFunc(a, func(x form.Text) bool {
		return slices.ContainsFunc(b, func(y form.Text) bool { return kin(d, x.Value, y.Value) })
	})
}

// shareSentence reports whether two figures cite one sentence: which of its
// words belong to which number only a reader can tell.
func shareSentence(a, b *dossier.Fact) bool {
	return slices.ContainsFunc(a.Evidence, func(x *dossier.Evidence) bool {
		return x.Found() && slices.ContainsFunc(b.Evidence, func(y *dossier.Evidence) bool {
			return y.Found() && x.Source == y.Source && slices.ContainsFunc(y.Sentences(), func(s text.Span) bool { return overlapsAny(x.Sentences(), s) })
		})
	})
}
