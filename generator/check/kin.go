package check

import (
	"slices"

	"factsheet/generator/dossier"
	"factsheet/generator/form"
	"factsheet/generator/names"
	"factsheet/generator/text"
)

// mentionsIn returns the names of actors that stand in a span of a source's
// folded text.
func mentionsIn(d *dossier.Dossier, s *dossier.Source, span text.Span) []names.Mention {
	return near(d.Mentions(s), span, func(m names.Mention) text.Span { return m.Span })
}

// namedBy returns the actors that a fact's evidence names: in the sentences of
// its quotes, as speakers, and by `refers`.
func namedBy(d *dossier.Dossier, f *dossier.Fact) map[string]bool {
	out := map[string]bool{}
	for _, e := range f.Evidence {
		if !e.Found() {
			continue
		}
		for _, sentence := range e.Sentences() {
			for _, m := range mentionsIn(d, e.Source, sentence) {
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

// unclaimed returns the mentions in a fact's supporting quotes of actors that
// no field of it has and that are kin to none that one has.
func unclaimed(d *dossier.Dossier, f *dossier.Fact, want func(*dossier.Evidence, names.Mention, *dossier.Actor) bool) (e *dossier.Evidence, m names.Mention, id string) {
	list, _ := supporting(f)
	own := claimed(f)
	for _, e := range list {
		for _, span := range e.Folded() {
			for _, m := range mentionsIn(d, e.Source, span) {
				for _, id := range m.IDs {
					a := d.Actor(id)
					if a == nil || !want(e, m, a) || slices.ContainsFunc(own, func(o string) bool { return kin(d, o, id) }) {
						continue
					}
					return e, m, id
				}
			}
		}
	}
	return nil, names.Mention{}, ""
}
