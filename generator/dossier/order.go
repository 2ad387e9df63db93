package dossier

import (
	"cmp"
	"slices"
	"strings"

	"factsheet/generator/memo"
)

// The order of everything is made of the records' own values, so that it does
// not depend on how they are split into files.

var actorKinds = []string{"person", "state", "forces", "armed-group", "organisation", "media", "place", "thing", "anonymous"}

var questionStatus = []string{"open", "partly", "contested", "answered"}

// order puts what is linked into the lists of the dossier.
func (l *linker) order() {
	gone, fresh := l.changes()
	l.Sources = patched(l.base.Sources, gone, fresh, func(u *Unit) []*Source { return u.Sources }, compareSources)
	l.Measures = patched(l.base.Measures, gone, fresh, func(u *Unit) []*Measure { return u.Measures }, func(a, b *Measure) int { return strings.Compare(a.ID, b.ID) })
	l.Actors = patched(l.base.Actors, gone, fresh, func(u *Unit) []*Actor { return u.Actors }, compareActors)
	l.Facts = make([]*Fact, 0, len(l.base.Facts))
	for i := range l.Site.Sheets {
		sheet := &Sheet{Config: &l.Site.Sheets[i]}
		var before []*Fact
		if len(l.base.Sheets) > 0 {
			before = l.base.Sheets[i].Facts
		}
		ofSheet := func(u *Unit) []*Fact {
			return only(u.Facts, func(f *Fact) bool { return f.Record.Table == sheet.Config.Name.Value })
		}
		sheet.Facts = patched(before, gone, fresh, ofSheet, compareFacts)
		l.Facts = append(l.Facts, sheet.Facts...)
		l.Sheets = append(l.Sheets, sheet)
	}
	l.items = items(l.Dossier)
}

// patched is a list without what some units have linked and with what others
// have.
func patched[T any](list []T, gone, fresh []*Unit, of func(*Unit) []T, compare func(a, b T) int) []T {
	all := func(units []*Unit) (out []T) {
		for _, u := range units {
			out = append(out, of(u)...)
		}
		return out
	}
	return memo.Patch(list, all(gone), all(fresh), compare)
}

func compareSources(a, b *Source) int { return strings.Compare(a.ID, b.ID) }

func compareActors(a, b *Actor) int {
	ra, rb := a.Record, b.Record
	return cmp.Or(
		strings.Compare(ra.Group.Value, rb.Group.Value),
		cmp.Compare(slices.Index(actorKinds, ra.Kind.Value), slices.Index(actorKinds, rb.Kind.Value)),
		strings.Compare(ra.Name.Value, rb.Name.Value),
		strings.Compare(a.ID, b.ID),
	)
}

// compareFacts orders the facts of one sheet, which are of one kind.
func compareFacts(a, b *Fact) int {
	ra, rb := a.Record, b.Record
	return cmp.Or(
		strings.Compare(ra.Group.Value, rb.Group.Value),
		compareByKind(a, b),
		strings.Compare(a.ID, b.ID),
	)
}

func compareByKind(a, b *Fact) int {
	ra, rb := a.Record, b.Record
	switch ra.Kind {
	case "quantity":
		return cmp.Or(strings.Compare(ra.Measure.Value, rb.Measure.Value), a.AsOf().Compare(b.AsOf()))
	case "date":
		return ra.When.Date.Compare(rb.When.Date)
	case "question":
		return cmp.Compare(slices.Index(questionStatus, ra.Status.Value), slices.Index(questionStatus, rb.Status.Value))
	}
	return 0
}
