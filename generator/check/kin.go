package check

import (
	"fmt"
	"slices"

	"factsheet/generator/annotation"
	"factsheet/generator/dossier"
	"factsheet/generator/form"
	"factsheet/generator/names"
	"factsheet/generator/text"
)

// mentionsIn returns the names of actors that stand in a span of a source's
// folded text.
func mentionsIn(d *dossier.Dossier, s *dossier.Source, span text.Span) []names.Mention {
	return text.Overlapping(d.Mentions(s), span, func(m names.Mention) text.Span { return m.Span })
}

// namedBy returns the actors that a fact's evidence names: in some spans of
// each text, as speakers, and by `refers`.
func namedBy(d *dossier.Dossier, f *dossier.Fact, spans func(*dossier.Evidence) []text.Span) map[string]bool {
	out := map[string]bool{}
	for _, e := range f.Evidence {
		if !e.Found() {
			continue
		}
		for _, span := range spans(e) {
			for _, m := range mentionsIn(d, e.Source, span) {
				addAll(out, m.IDs)
			}
		}
		addAll(out, form.Values(e.Record.By))
		for _, p := range e.Record.Refers {
			addAll(out, form.Values(p.Values))
		}
	}
	return out
}

// namedByQuotes returns the actors that a fact's quotes name.
func namedByQuotes(d *dossier.Dossier, f *dossier.Fact) map[string]bool {
	return namedBy(d, f, (*dossier.Evidence).Folded)
}

// unclaimedInStatement returns a name in a fact's statement of an actor whom the
// sentences of its quotes name too, or who published one, while no field has one
// that is kin to it.
func unclaimedInStatement(d *dossier.Dossier, f *dossier.Fact, want func(*dossier.Actor) bool) (m names.Mention, ok bool) {
	if f.Says == nil {
		return m, false
	}
	own, quoted := claimed(f), namedBy(d, f, (*dossier.Evidence).Sentences)
	for _, e := range f.Evidence {
		if e.Found() {
			for _, m := range d.ActorsIn(text.FoldString(e.Source.Record.Publisher.Value)) {
				addAll(quoted, m.IDs)
			}
		}
	}
	for _, m := range d.ActorsIn(f.Says.View.Text) {
		if !slices.ContainsFunc(m.IDs, func(id string) bool {
			a := d.Actor(id)
			return a == nil || !want(a) || !quoted[id] || slices.ContainsFunc(own, func(o string) bool { return kin(d, o, id) })
		}) {
			return m, true
		}
	}
	return m, false
}

// isNamedAnywhere reports whether a fact's statement names an actor, or one of
// the texts that it quotes does, if only in a quote by which the actor itself
// is declared. It reports true where a quote is missing, or its language has
// no tables.
func isNamedAnywhere(d *dossier.Dossier, f *dossier.Fact, id string) bool {
	named := namedBy(d, f, func(e *dossier.Evidence) []text.Span { return []text.Span{{End: len(e.Source.Text.View.Text)}} })
	if f.Says != nil {
		for _, m := range d.ActorsIn(f.Says.View.Text) {
			addAll(named, m.IDs)
		}
	}
	own := relatives(d, id)
	for _, e := range f.Evidence {
		if !e.Found() || e.Source.Lang == nil || isDeclaredIn(d, e.Source, own) {
			return true
		}
	}
	return isNamed(d, id, named)
}

// foreign says why an actor whom the quotes of a figure do not name cannot be
// meant by them either: the other figures of its measure all have another, or
// neither its statement nor any text that is quoted names it. It returns ""
// where the actor may be meant.
func foreign(d *dossier.Dossier, f *dossier.Fact, id string, field func(*annotation.Common) []form.Text) string {
	if a := d.Actor(id); a == nil || isSpelled(f, a) {
		return ""
	}
	others := series(d, f, field)
	switch one := slices.Compact(slices.Clone(others)); {
	case slices.ContainsFunc(one, func(other string) bool { return kin(d, id, other) }):
		return ""
	case len(one) == 1 && len(others) > 1:
		return fmt.Sprintf("the other figures of %q have %q", f.Record.Measure.Value, one[0])
	}
	if !isNamedAnywhere(d, f, id) {
		return "neither the statement nor any text that is quoted names it"
	}
	return ""
}

// isSpelled reports whether a name of an actor stands in a quote of a fact,
// if only within a longer name of another.
func isSpelled(f *dossier.Fact, a *dossier.Actor) bool {
	return slices.ContainsFunc(f.Evidence, func(e *dossier.Evidence) bool {
		return e.Found() && slices.ContainsFunc(a.Spellings(), func(name string) bool { return containsWordsFold(quoted(e), name) })
	})
}

// series returns the actors that a field of the other figures of a figure's
// measure has, figure by figure: of a running story one text has the ship's
// name, the next the dead alone.
func series(d *dossier.Dossier, f *dossier.Fact, field func(*annotation.Common) []form.Text) (ids []string) {
	for _, o := range figuresOf(d, f.Record.Measure.Value) {
		if o != f {
			ids = append(ids, form.Values(field(&o.Record.Common))...)
		}
	}
	return ids
}

// isDeclaredIn reports whether one of some actors has a quote in a source.
func isDeclaredIn(d *dossier.Dossier, s *dossier.Source, actors map[string]bool) bool {
	for id := range actors {
		if slices.ContainsFunc(d.Actor(id).Evidence, func(own *dossier.Evidence) bool { return own.Source == s }) {
			return true
		}
	}
	return false
}

func addAll(set map[string]bool, ids []string) {
	for _, id := range ids {
		set[id] = true
	}
}

// isNamed reports whether an actor, or one that it belongs to, is among
// others.
func isNamed(d *dossier.Dossier, id string, named map[string]bool) bool {
	for other := range named {
		if kin(d, id, other) {
			return true
		}
	}
	return false
}

// kin reports whether two actors are one, probably one, belong to one another,
// or share a name, so that words do not tell them apart.
func kin(d *dossier.Dossier, a, b string) bool {
	if a == b || belongs(d, a, b) || belongs(d, b, a) {
		return true
	}
	x, y := d.Actor(a), d.Actor(b)
	if x == nil || y == nil {
		return false
	}
	return slices.ContainsFunc(x.Spellings(), func(s string) bool { return slices.Contains(y.Spellings(), s) })
}

// deepest is how far part_of is followed, which an author may make a circle.
const deepest = 8

func belongs(d *dossier.Dossier, a, b string) bool {
	for range deepest {
		x := d.Actor(a)
		if x == nil {
			return false
		}
		if x.Record.Likely.Value == b {
			return true
		}
		if a = x.Record.PartOf.Value; a == b {
			return true
		}
	}
	return false
}

// claimed are the actors that a fact names in any of its fields.
func claimed(f *dossier.Fact) (ids []string) {
	c := &f.Record.Common
	for _, list := range [][]form.Text{c.Who, c.Whom, c.Where} {
		ids = append(ids, form.Values(list)...)
	}
	for _, e := range f.Evidence {
		ids = append(ids, form.Values(e.Record.By)...)
	}
	return ids
}

// unclaimed returns the first mention in a fact's supporting quotes of an actor
// that no field of it has and that is kin to none that one has; without one the
// evidence is nil.
func unclaimed(d *dossier.Dossier, f *dossier.Fact, want func(*dossier.Evidence, names.Mention, *dossier.Actor) bool) (e *dossier.Evidence, m names.Mention, id string) {
	list, _ := supporting(f)
	for _, e := range list {
		for _, span := range e.Folded() {
			for _, m := range mentionsIn(d, e.Source, span) {
				for _, id := range m.IDs {
					a := d.Actor(id)
					if a == nil || !want(e, m, a) || isClaimed(d, f, e, m, id) {
						continue
					}
					return e, m, id
				}
			}
		}
	}
	return nil, names.Mention{}, ""
}

// isClaimed reports whether a field of a fact has an actor that is named, or one
// kin to it. That somebody speaks for it claims it only where it is named as
// whoever says so.
func isClaimed(d *dossier.Dossier, f *dossier.Fact, e *dossier.Evidence, m names.Mention, id string) bool {
	c := &f.Record.Common
	for _, list := range [][]form.Text{c.Who, c.Whom, c.Where} {
		if slices.ContainsFunc(list, func(t form.Text) bool { return kin(d, t.Value, id) }) {
			return true
		}
	}
	subject := sentenceAt(e.Source, m.Span.Start).Start == m.Span.Start && !isCreditor(e.Source.Lang, tokensOf(e.Source, sentenceAt(e.Source, m.Span.Start)), m.Span)
	return slices.ContainsFunc(f.Evidence, func(e *dossier.Evidence) bool {
		return slices.ContainsFunc(e.Record.By, func(t form.Text) bool { return t.Value == id || !subject && kin(d, t.Value, id) })
	})
}

// unclaimedByRefers returns an actor whom `refers` says that words of a fact's
// supporting quotes mean, while no field has one that is kin to it.
func unclaimedByRefers(d *dossier.Dossier, f *dossier.Fact, want func(*dossier.Actor) bool) (e *dossier.Evidence, words text.Span, id string) {
	list, _ := supporting(f)
	own := claimed(f)
	for _, e := range list {
		for _, p := range e.Record.Refers {
			for _, v := range p.Values {
				a := d.Actor(v.Value)
				at := occurrences(e.Source.Text.View.Text, e.Folded(), text.FoldString(p.Key.Value))
				if a != nil && want(a) && len(at) > 0 && !slices.ContainsFunc(own, func(o string) bool { return kin(d, o, a.ID) }) {
					return e, at[0], a.ID
				}
			}
		}
	}
	return nil, text.Span{}, ""
}
