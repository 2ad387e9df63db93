package dossier

import (
	"maps"
	"slices"
	"sync"

	"factsheet/generator/annotation"
	"factsheet/generator/edtf"
)

// A Unit is what one annotation file comes to: of its records those that are
// the first of their ids, in the order of the file. A unit that is the same in
// two dossiers is linked to the same sources.
type Unit struct {
	Records  *annotation.Records
	Sources  []*Source
	Measures []*Measure
	Actors   []*Actor
	Facts    []*Fact

	Cites   []string // the sources that its evidence names, each once
	Drafts  bool     // whether anything in it is a draft
	Ordered []*Fact  // events of which it is told what they come before or after

	newest edtf.Date // the latest day from which its sources speak
	unread bool      // whether a source has no text

	derived sync.Map // by key
}

// equals reports whether two units are linked alike.
func (u *Unit) equals(v *Unit) bool {
	return u.Records == v.Records && slices.Equal(u.Sources, v.Sources) && slices.Equal(u.Measures, v.Measures) &&
		slices.Equal(u.Actors, v.Actors) && slices.Equal(u.Facts, v.Facts)
}

// sumUp notes what is asked of all units.
func (u *Unit) sumUp() {
	cited := map[string]bool{}
	u.eachItem(func(x Item) {
		u.Drafts = u.Drafts || x.Common().Draft
		for _, e := range x.Cited() {
			cited[e.Record.Source.Value] = true
		}
	})
	u.Cites = slices.Sorted(maps.Keys(cited))
	u.Ordered = only(u.Facts, func(f *Fact) bool { return len(f.Record.Before)+len(f.Record.After) > 0 })
	u.newest = newestOf(u.Sources)
	u.unread = slices.ContainsFunc(u.Sources, func(s *Source) bool { return s.Text == nil })
}

// pair finds for each file of annotations the unit of base that has the same
// records, and the units of base that no file has. Both are in the order of
// their paths.
func (l *linker) pair() {
	l.Units = make([]*Unit, len(l.Records))
	l.same = make([]*Unit, len(l.Records))
	old := l.base.Units
	for i, r := range l.Records {
		for len(old) > 0 && old[0].Records.File.Path < r.File.Path {
			l.dropped, old = append(l.dropped, old[0]), old[1:]
		}
		if len(old) > 0 && old[0].Records == r {
			l.same[i], old = old[0], old[1:]
		}
	}
	l.dropped = append(l.dropped, old...)
}

// changes returns the units that base alone has and those that it has not.
func (l *linker) changes() (gone, fresh []*Unit) {
	gone = slices.Clone(l.dropped)
	for i, u := range l.Units {
		if u == l.same[i] {
			continue
		}
		fresh = append(fresh, u)
		if l.same[i] != nil {
			gone = append(gone, l.same[i])
		}
	}
	return gone, fresh
}
