package check

import (
	"fmt"
	"slices"
	"strings"

	"factsheet/generator/annotation"
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
	Whole: func(d *dossier.Dossier, report Report) {
		m := newMeasures(d)
		if m == nil {
			return
		}
		for _, f := range d.Facts {
			if unit := m.unit(f); f.Record.Kind == "quantity" && unit != "" && !m.splits(f, unit, report) {
				m.strays(f, unit, report)
			}
		}
	},
}

// measures are the measures of a dossier by what they count.
type measures struct {
	d       *dossier.Dossier
	table   *lang.Table
	byUnit  map[string][]*dossier.Measure
	figures map[string][]*dossier.Fact // by measure
}

// newMeasures returns nil where no measure is declared.
func newMeasures(d *dossier.Dossier) *measures {
	table, ok := lang.For(d.Site.Language())
	if len(d.Measures) == 0 || !ok {
		return nil
	}
	m := &measures{d, table, map[string][]*dossier.Measure{}, map[string][]*dossier.Fact{}}
	for _, measure := range d.Measures {
		unit := measure.Record.Unit.Value
		m.byUnit[unit] = append(m.byUnit[unit], measure)
	}
	for _, f := range d.Facts {
		if id := f.Record.Measure.Value; id != "" {
			m.figures[id] = append(m.figures[id], f)
		}
	}
	return m
}

// unit is what a figure counts, by itself or by its measure.
func (m *measures) unit(f *dossier.Fact) string {
	if own := m.d.Measure(f.Record.Measure.Value); own != nil {
		return own.Record.Unit.Value
	}
	return f.Record.Unit.Value
}

// splits reports a figure that differs from, or replaces, one of the same unit
// and another measure.
func (m *measures) splits(f *dossier.Fact, unit string, report Report) bool {
	for _, list := range [][]form.Text{f.Record.Differs, f.Record.Supersedes} {
		for _, id := range list {
			other := m.d.Fact(id.Value)
			if other == nil || other == f || other.Record.Kind != "quantity" || m.unit(other) != unit || other.Record.Measure.Value == f.Record.Measure.Value {
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
func (m *measures) strays(f *dossier.Fact, unit string, report Report) {
	list, ok := supporting(f)
	if !ok || len(list) == 0 || f.Says == nil {
		return
	}
	own := m.d.Measure(f.Record.Measure.Value)
	if !slices.ContainsFunc(m.byUnit[unit], func(other *dossier.Measure) bool { return other != own }) {
		return
	}
	words := m.wordsOf(f, list)
	if own != nil && m.fits(own, words) > 0 {
		return
	}
	for _, other := range m.byUnit[unit] {
		fit := m.fits(other, words)
		if other == own || fit == 0 || !m.isKin(f, other, fit < settling) {
			continue
		}
		report(measurePlace(f), fmt.Sprintf("the figure %s, and has the words of %q (%q)", countedAs(f), other.ID, other.Record.Title.Value),
			fmt.Sprintf("measure = %q", other.ID), diag.Related{Label: "measure", Place: other.Record.Place(other.Record.ID)})
		return
	}
}

// wordsOf are the words by which a figure is told: the clauses of its quotes
// that carry it, its statement, and the names of those in `who` and `where`.
func (m *measures) wordsOf(f *dossier.Fact, list []*dossier.Evidence) string {
	words := []string{f.Says.View.Text}
	for _, e := range list {
		clause := governing(e, carrying(f, e))
		words = append(words, e.Source.Text.View.Text[clause.Start:clause.End])
	}
	for _, ids := range [][]form.Text{f.Record.Who, f.Record.Where} {
		for _, id := range ids {
			if a := m.d.Actor(id.Value); a != nil {
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
func (m *measures) fits(measure *dossier.Measure, words string) int {
	r := measure.Record
	title, has := m.content(r.Title.Value), wordsOf(words)
	unit := unitStems(r.Unit.Value)
	title = slices.DeleteFunc(title, func(w string) bool { return containsAll(unit, []string{w}) })
	isTitle := len(title) > 1 && !slices.ContainsFunc(title, func(w string) bool { return !has(w) })
	if isTitle || slices.ContainsFunc(r.Words, func(w form.Text) bool { return containsWordsFold(words, text.FoldString(w.Value)) }) {
		return max(1, len(title))
	}
	return 0
}

// content are the words of a title that carry meaning, in small letters.
func (m *measures) content(title string) (out []string) {
	s := text.FoldString(title)
	for _, tok := range m.table.Tokens(s) {
		if tok.Kind == lang.Letters && (!tok.Is(lang.Stop) || tok.Capital) && !tok.Is(lang.Filler) {
			out = append(out, strings.ToLower(s[tok.Start:tok.End]))
		}
	}
	return out
}

// isKin reports whether a measure has a figure that may be compared with
// another one: of no other people and no other place, not of the same sentence
// and, where that is asked, as much a plan.
func (m *measures) isKin(f *dossier.Fact, measure *dossier.Measure, asHeld bool) bool {
	return slices.ContainsFunc(m.figures[measure.ID], func(other *dossier.Fact) bool {
		return other != f && (!asHeld || isHeld(f.Record) == isHeld(other.Record)) && meetOrNone(m.d, f.Record.Who, other.Record.Who) && meetOrNone(m.d, f.Record.Where, other.Record.Where) && !shareSentence(f, other)
	})
}

// isHeld reports whether a figure is said to hold, and is no plan.
func isHeld(r *annotation.Fact) bool {
	switch r.Status.Value {
	case "", "happened", "ongoing", "alleged":
		return true
	}
	return false
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
