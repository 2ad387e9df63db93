package build_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"factsheet/generator/dossier"
	"factsheet/generator/form"
	"factsheet/generator/quantity"
	"factsheet/generator/text"
	"factsheet/generator/tomlfile"
)

var valuePlants = []class{
	{"digit", []string{"value-not-in-quote", "reading-differs", "statement-unsupported", "quotation-altered"}, digits},
	{"hedge lost or added", []string{"hedge-differs"}, hedges},
	{"hedge of a statement", []string{"hedge-differs", "quotation-altered"}, statementHedges},
	{"another number of the quote", []string{"value-not-in-quote", "reading-differs", "statement-unsupported", "hedge-differs", "unit-not-in-quote"}, otherNumbers},
	{"unit", []string{"unit-not-in-quote"}, units},
	{"owner", []string{"owner-differs"}, owners},
	{"place", []string{"place-differs"}, places},
	{"as_of or since of the page", []string{"as-of-differs"}, pageDays},
	{"measure split", []string{"measure-differs", "conflict-unmarked", "unit-not-in-quote"}, splitMeasures},
}

// facts are those of a kind; of every kind for "".
func (g *garden) facts(kind string) []*dossier.Fact {
	return slices.DeleteFunc(slices.Clone(g.state.Dossier.Facts), func(f *dossier.Fact) bool {
		return kind != "" && f.Record.Kind != kind
	})
}

// planted is a plant in one record.
func (g *garden) planted(r form.Record, what string, edits ...edit) plant {
	return plant{what: what, edits: edits, zones: []zone{g.record(r)}}
}

func inFact(f *dossier.Fact, format string, args ...any) string {
	return f.ID + ": " + fmt.Sprintf(format, args...)
}

// digits changes single digits of a figure and of what its statement says.
func digits(g *garden) (list []plant) {
	for _, f := range g.state.Dossier.Facts {
		r := f.Record
		for _, n := range []form.Number{r.Value, r.Low, r.High} {
			if n.Given() && n.Numeric {
				written := r.File.Slice(n.Span)
				eachDigit(written, func(i int, other string) {
					list = append(list, g.planted(r.Record, inFact(f, "%s → %s", written, other), edit{r.File, n.Span, other}))
				})
			}
		}
		if said := said(f); said.Value != "" {
			eachDigit(said.Value, func(i int, other string) {
				around := text.Span{Start: max(0, i-10), End: min(len(other), i+10)}
				list = append(list, g.planted(r.Record, inFact(f, "statement: %q", strings.ToValidUTF8(other[around.Start:around.End], "")), set(r.Record, said, other)))
			})
		}
	}
	return list
}

// said is what a fact says in its own words.
func said(f *dossier.Fact) form.Text {
	if f.Record.Kind == "question" {
		return f.Record.Answer
	}
	return f.Record.Statement
}

// eachDigit calls do with a string for each of its digits replaced by the next.
func eachDigit(s string, do func(i int, other string)) {
	for i := range len(s) {
		if '0' <= s[i] && s[i] <= '9' {
			do(i, s[:i]+string('0'+(s[i]-'0'+1)%10)+s[i+1:])
		}
	}
}

func hasNumber(f *dossier.Fact) bool { return f.Record.Value.Given() && f.Record.Value.Numeric }

// hedges drops, adds and exchanges the hedge of a figure.
func hedges(g *garden) (list []plant) {
	for _, f := range g.facts("quantity") {
		r := f.Record
		if !hasNumber(f) {
			continue
		}
		if r.Hedge.Given() {
			list = append(list, g.planted(r.Record, inFact(f, "hedge %s dropped", r.Hedge.Value), g.drop(r.Record, "hedge")))
		}
		for _, h := range []string{"about", "over", "at-most"} {
			if h != r.Hedge.Value {
				list = append(list, g.planted(r.Record, inFact(f, "hedge %q → %q", r.Hedge.Value, h), g.put(r.Record, "hedge", strconv.Quote(h))))
			}
		}
	}
	return list
}

// statementHedges drops and adds a hedge in what a statement says.
func statementHedges(g *garden) (list []plant) {
	for _, f := range g.facts("quantity") {
		if !hasNumber(f) {
			continue
		}
		for _, q := range f.Says.Quantities {
			if q.Low != q.High || q.Low != f.Record.Value.Value {
				continue
			}
			number := f.Says.Place(q.Number).Span
			switch whole := f.Says.Place(q.Span).Span; {
			case q.Hedge != "" && whole.Start < number.Start:
				list = append(list, g.planted(f.Record.Record, inFact(f, "statement without the hedge of %q", f.Says.Slice(q.Span)),
					edit{f.Record.File, text.Span{Start: whole.Start, End: number.Start}, ""}))
			case q.Hedge == "":
				for _, h := range []string{"about ", "more than ", "nearly "} {
					list = append(list, g.planted(f.Record.Record, inFact(f, "statement has %q", h+f.Says.Slice(q.Number)),
						edit{f.Record.File, text.Span{Start: number.Start, End: number.Start}, h}))
				}
			}
		}
	}
	return list
}

// otherNumbers gives a figure another number of its quote: as its value, as
// the words that carry it, and both.
func otherNumbers(g *garden) (list []plant) {
	for _, f := range g.facts("quantity") {
		r := f.Record
		if !hasNumber(f) {
			continue
		}
		for _, e := range f.Evidence {
			if e.Role != "supports" {
				continue
			}
			for _, q := range e.AllQuantities() {
				if q.Kind != quantity.Number || q.Low != q.High || q.Low == r.Value.Value {
					continue
				}
				words := quoteWords(e, q.Span)
				value := edit{r.File, r.Value.Span, strconv.FormatFloat(q.Low, 'f', -1, 64)}
				reads := g.put(e.Record.Record, "reads", tomlfile.Quote(words))
				list = append(list, g.planted(r.Record, inFact(f, "value → that of %q", words), value))
				if e.Record.Reads.Given() {
					list = append(list,
						g.planted(r.Record, inFact(f, "reads → %q", words), reads),
						g.planted(r.Record, inFact(f, "value and reads → %q", words), value, reads))
				}
			}
		}
	}
	return list
}

// quoteWords are the words of the seed in a span of its folded text.
func quoteWords(e *dossier.Evidence, folded text.Span) string {
	return e.Source.Text.File.Slice(e.Source.Text.View.Raw(folded))
}

// units gives a figure the unit or measure of others.
func units(g *garden) (list []plant) {
	var all []string
	for _, f := range g.facts("quantity") {
		if u := f.Record.Unit.Value; u != "" {
			all = append(all, u)
		}
	}
	slices.Sort(all)
	all = slices.Compact(all)
	for k, f := range g.facts("quantity") {
		r := f.Record
		for i := range 3 {
			if unit := all[(k*7+i*5)%len(all)]; r.Unit.Given() && !alike(unit, r.Unit.Value) {
				list = append(list, g.planted(r.Record, inFact(f, "unit %q → %q", r.Unit.Value, unit), set(r.Record, r.Unit, unit)))
			}
			own := g.state.Dossier.Measure(r.Measure.Value)
			if other := g.state.Dossier.Measures[(k*7+i*5)%len(g.state.Dossier.Measures)]; own != nil && !alike(other.Record.Unit.Value, own.Record.Unit.Value) {
				list = append(list, g.planted(r.Record, inFact(f, "measure %q → %q", own.ID, other.ID), set(r.Record, r.Measure, other.ID)))
			}
		}
	}
	return list
}

// alike reports whether two units have a word in common, or are of money.
func alike(a, b string) bool {
	for _, w := range strings.Fields(a) {
		for _, v := range strings.Fields(b) {
			if n := min(4, len(w), len(v)); w[:n] == v[:n] {
				return true
			}
		}
	}
	return false
}

// others are ids that stand in a field of other facts, none of them kin to
// the one that stands here.
func (g *garden) others(own *dossier.Fact, id string, field func(*dossier.Fact) []form.Text) (list []string) {
	for _, f := range g.state.Dossier.Facts {
		for _, t := range field(f) {
			if f != own && t.Value != id && !slices.Contains(list, t.Value) && !g.kin(t.Value, id) {
				list = append(list, t.Value)
			}
		}
	}
	return list
}

// kin reports whether one actor is a part of another, or may be it.
func (g *garden) kin(a, b string) bool {
	for _, pair := range [][2]string{{a, b}, {b, a}} {
		for id := pair[0]; id != ""; {
			actor := g.state.Dossier.Actor(id)
			if actor == nil {
				break
			}
			if id == pair[1] || actor.Record.Likely.Value == pair[1] {
				return true
			}
			id = actor.Record.PartOf.Value
		}
	}
	return false
}

func who(f *dossier.Fact) []form.Text   { return f.Record.Who }
func where(f *dossier.Fact) []form.Text { return f.Record.Where }

// exchanged replaces ids of a field by those of other facts.
func (g *garden) exchanged(facts []*dossier.Fact, field func(*dossier.Fact) []form.Text) (list []plant) {
	for k, f := range facts {
		for _, t := range field(f) {
			others := g.others(f, t.Value, field)
			for i := range min(3, len(others)) {
				id := others[(k*5+i*3)%len(others)]
				if !slices.ContainsFunc(field(f), func(o form.Text) bool { return g.kin(o.Value, id) }) {
					p := g.planted(f.Record.Record, inFact(f, "%s → %s", t.Value, id), set(f.Record.Record, t, id))
					p.beyond = g.ownerBeyond(f, t.Value, id)
					list = append(list, p)
				}
			}
		}
	}
	return list
}

func owners(g *garden) []plant { return g.exchanged(g.facts("quantity"), who) }

func places(g *garden) []plant { return g.exchanged(g.facts("quantity"), where) }

// pageDays takes the day of the page for the day on which a figure holds, or
// from which it is counted.
func pageDays(g *garden) (list []plant) {
	for _, f := range g.facts("quantity") {
		for _, e := range f.Evidence {
			page := e.Source.Record.Published
			if e.Role != "supports" || page.Date.IsZero() || page.Date.Meets(e.Part.Dated) {
				continue
			}
			r := f.Record.Record
			list = append(list,
				g.planted(r, inFact(f, "as_of → %s", page.Value), g.put(r, "as_of", strconv.Quote(page.Value))),
				g.planted(r, inFact(f, "since → %s", page.Value), g.put(r, "since", strconv.Quote(page.Value))))
			break
		}
	}
	return list
}

// splitMeasures takes one of the figures of a measure out of it: into another
// of the same unit, or into none.
func splitMeasures(g *garden) (list []plant) {
	d := g.state.Dossier
	for _, f := range g.facts("quantity") {
		own := d.Measure(f.Record.Measure.Value)
		if own == nil || !slices.ContainsFunc(g.facts("quantity"), func(o *dossier.Fact) bool { return o != f && o.Record.Measure.Value == own.ID }) {
			continue
		}
		r := f.Record.Record
		add := func(p plant) {
			p.zones, p.beyond = append(p.zones, g.compared(f)...), g.measureBeyond(f, own)
			list = append(list, p)
		}
		add(g.planted(r, inFact(f, "measure %s → unit alone", own.ID), g.drop(r, "measure"), g.put(r, "unit", tomlfile.Quote(own.Record.Unit.Value))))
		for _, m := range d.Measures {
			if m != own && m.Record.Unit.Value == own.Record.Unit.Value {
				add(g.planted(r, inFact(f, "measure %s → %s", own.ID, m.ID), set(r, f.Record.Measure, m.ID)))
			}
		}
	}
	return list
}

// compared are the records of the figures that say that they differ from a
// figure, or replace it.
func (g *garden) compared(f *dossier.Fact) (zones []zone) {
	for _, other := range g.facts("quantity") {
		if slices.Contains(form.Values(append(slices.Clone(other.Record.Differs), other.Record.Supersedes...)), f.ID) {
			zones = append(zones, g.record(other.Record.Record))
		}
	}
	return zones
}
