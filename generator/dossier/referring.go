package dossier

import (
	"cmp"
	"slices"

	"factsheet/generator/form"
	"factsheet/generator/memo"
)

// referring are those that name an id.
type referring struct {
	items   []Item // in the order of Items
	sources []*Source
}

// Referring returns the facts and actors that name an id, in the order of
// Items. The list is shared, not to be changed.
func (d *Dossier) Referring(id string) []Item {
	return d.ask(askedReferring, id).referring.At(id).items
}

// SourcesReferring returns the sources that name an id, by id.
func (d *Dossier) SourcesReferring(id string) []*Source {
	return d.ask(askedReferring, id).referring.At(id).sources
}

// linkReferring finds who names which ids.
func (l *linker) linkReferring() {
	gone, fresh := l.changes()
	without, with := referringIn(gone), referringIn(fresh)
	set := map[string]referring{}
	var lost []string
	for id := range without {
		lost = append(lost, id)
	}
	for id := range with {
		lost = append(lost, id)
	}
	for _, id := range lost {
		if _, done := set[id]; done {
			continue
		}
		old := l.base.referring.At(id)
		now := referring{
			items:   memo.Patch(old.items, without[id].items, with[id].items, l.compareItems),
			sources: memo.Patch(old.sources, without[id].sources, with[id].sources, compareSources),
		}
		if len(now.items)+len(now.sources) > 0 {
			set[id] = now
		}
	}
	l.referring = l.base.referring.With(lost, set)
}

func referringIn(units []*Unit) map[string]referring {
	out := map[string]referring{}
	for _, u := range units {
		for _, s := range u.Sources {
			eachOnce(s.References, func(id string) {
				r := out[id]
				r.sources = append(r.sources, s)
				out[id] = r
			})
		}
		u.eachItem(func(x Item) {
			eachOnce(x.Refs(), func(id string) {
				r := out[id]
				r.items = append(r.items, x)
				out[id] = r
			})
		})
	}
	return out
}

func (u *Unit) eachItem(do func(Item)) {
	for _, a := range u.Actors {
		do(a)
	}
	for _, f := range u.Facts {
		do(f)
	}
}

func (u *Unit) eachReference(do func(id string)) {
	for _, s := range u.Sources {
		eachOnce(s.References, do)
	}
	u.eachItem(func(x Item) { eachOnce(x.Refs(), do) })
}

// eachOnce calls do for each id of some references, once each.
func eachOnce(list []form.Reference, do func(id string)) {
	for i, r := range list {
		known := slices.ContainsFunc(list[:i], func(o form.Reference) bool { return o.Text.Value == r.Text.Value })
		if !known {
			do(r.Text.Value)
		}
	}
}

// compareItems orders facts and actors as Items has them.
func (d *Dossier) compareItems(a, b Item) int {
	switch x := a.(type) {
	case *Actor:
		if y, ok := b.(*Actor); ok {
			return compareActors(x, y)
		}
		return -1
	case *Fact:
		if y, ok := b.(*Fact); ok {
			return cmp.Or(cmp.Compare(d.sheetOf(x), d.sheetOf(y)), compareFacts(x, y))
		}
	}
	return 1
}

// sheetOf returns the index of the sheet that shows a fact.
func (d *Dossier) sheetOf(f *Fact) int {
	return slices.IndexFunc(d.Sheets, func(s *Sheet) bool { return s.Config.Name.Value == f.Record.Table })
}
