package dossier

import (
	"slices"
	"sync"

	"factsheet/generator/annotation"
	"factsheet/generator/lang"
	"factsheet/generator/parallel"
)

// Link links records and seeds. What prev, the dossier of an earlier Link or
// nil, has linked from the same records and the same seeds is taken over, and
// so are its indexes and lists but for what changed.
func Link(in Input, prev *Dossier) *Dossier {
	l := newLinker(in, prev)
	l.declare()
	l.linkSources()
	l.linkRest()
	l.order()
	parallel.Run([]func(){l.linkWording, l.linkReferring, l.linkNames, l.linkLoaded}) // none needs another
	d := l.Dossier
	d.derived = new(sync.Map)
	d.summary = sync.OnceValue(func() summary { return summaryOf(d) })
	return d
}

// A linker puts a dossier together.
type linker struct {
	*Dossier
	prev    *Dossier        // of which texts, names and wording may be taken over
	base    *Dossier        // of which units, indexes and lists may be: prev, or an empty one
	same    []*Unit         // by unit: that of base with the same records, or nil
	dropped []*Unit         // of base, whose records are not here
	recited map[string]bool // sources that are not what they were in base

	sameSeeds bool // as in prev
}

func newLinker(in Input, prev *Dossier) *linker {
	if prev == nil {
		prev = new(Dossier)
	}
	l := &linker{Dossier: &Dossier{Site: in.Site, Sums: in.Sums, Seeds: in.Seeds, Records: in.Records}, prev: prev, base: prev}
	if prev.Site != in.Site {
		l.base = new(Dossier) // a record means what the site's sheets and language make of it
	}
	l.sameSeeds = slices.Equal(prev.Seeds, in.Seeds)
	if l.seeds = prev.seeds; !l.sameSeeds {
		l.seeds = index(in.Seeds, func(s *Seed) string { return s.Name })
	}
	l.pair()
	return l
}

func index[K comparable, V any](list []V, key func(V) K) map[K]V {
	m := make(map[K]V, len(list))
	for _, v := range list {
		m[key(v)] = v
	}
	return m
}

// clashes reports whether the first record of some id may be another than in
// base.
func (l *linker) clashes() bool { return len(l.base.Duplicates)+len(l.Duplicates) > 0 }

// linkSources links the sources of the files that changed or whose seeds did.
func (l *linker) linkSources() {
	var work []func()
	for i, r := range l.Records {
		old := l.same[i]
		if old != nil && !l.clashes() && l.haveSeeds(old.Sources) {
			l.Units[i] = old
			continue
		}
		u := &Unit{Records: r}
		l.Units[i] = u
		known := linkedOf(old, func(u *Unit) []*Source { return u.Sources }, func(s *Source) *annotation.Source { return s.Record })
		for n, s := range l.firstSources(r) {
			file, before := l.seeds[s.Seed.Value], known[s]
			u.Sources = append(u.Sources, before)
			if before == nil || before.Seed != file {
				work = append(work, func() { u.Sources[n] = linkSource(s, file, l.prev.Source(s.ID.Value)) })
			}
		}
	}
	parallel.Run(work)
	l.indexSources()
}

func (l *linker) firstSources(r *annotation.Records) []*annotation.Source {
	return only(r.Sources, func(s *annotation.Source) bool { return l.isFirst(s.Record, s.ID) })
}

// haveSeeds reports whether sources of base are of the seeds that are there.
func (l *linker) haveSeeds(list []*Source) bool {
	return l.sameSeeds || !slices.ContainsFunc(list, func(s *Source) bool { return s.Seed != l.seeds[s.Record.Seed.Value] })
}

// linkRest links the facts, actors and measures of the files that changed or
// that cite sources which did.
func (l *linker) linkRest() {
	var work []func()
	for i, u := range l.Units {
		if u == l.same[i] && !slices.ContainsFunc(u.Cites, func(id string) bool { return l.recited[id] }) {
			continue
		}
		u = &Unit{Records: u.Records, Sources: u.Sources}
		l.Units[i] = u
		l.linkMeasures(u, l.same[i])
		work = append(work, l.linkActors(u, l.same[i])...)
		work = append(work, l.linkFacts(u, l.same[i])...)
	}
	parallel.Run(work)
	l.settle()
	l.indexRest()
}

func (l *linker) linkMeasures(u, old *Unit) {
	known := linkedOf(old, func(u *Unit) []*Measure { return u.Measures }, func(m *Measure) *annotation.Measure { return m.Record })
	for _, r := range only(u.Records.Measures, func(m *annotation.Measure) bool { return l.isFirst(m.Record, m.ID) }) {
		m := known[r]
		if m == nil {
			m = &Measure{r, r.ID.Value}
		}
		u.Measures = append(u.Measures, m)
	}
}

func (l *linker) linkActors(u, old *Unit) (work []func()) {
	known := linkedOf(old, func(u *Unit) []*Actor { return u.Actors }, func(a *Actor) *annotation.Actor { return a.Record })
	for n, r := range only(u.Records.Actors, func(a *annotation.Actor) bool { return l.isFirst(a.Record, a.ID) }) {
		before := known[r]
		u.Actors = append(u.Actors, before)
		if before == nil || !l.stands(before.Evidence) {
			work = append(work, func() { u.Actors[n] = linkActor(r, l.Source) })
		}
	}
	return work
}

func (l *linker) linkFacts(u, old *Unit) (work []func()) {
	known := linkedOf(old, func(u *Unit) []*Fact { return u.Facts }, func(f *Fact) *annotation.Fact { return f.Record })
	table, _ := lang.For(l.Site.Language())
	for n, r := range only(u.Records.Facts, func(f *annotation.Fact) bool { return l.isFirst(f.Record, f.ID) }) {
		before := known[r]
		u.Facts = append(u.Facts, before)
		if before == nil || !l.stands(before.Evidence) {
			work = append(work, func() { u.Facts[n] = linkFact(r, l.Source, table) })
		}
	}
	return work
}

// linkedOf returns what a unit, or nil, has linked, by its records.
func linkedOf[R comparable, T any](u *Unit, list func(*Unit) []T, record func(T) R) map[R]T {
	if u == nil {
		return nil
	}
	return index(list(u), record)
}

// stands reports whether evidence cites the sources of this dossier.
func (d *Dossier) stands(list []*Evidence) bool {
	for _, e := range list {
		if e.Source != d.Source(e.Record.Source.Value) {
			return false
		}
	}
	return true
}

// settle makes a unit that is linked as it was the same again.
func (l *linker) settle() {
	for i, u := range l.Units {
		if old := l.same[i]; u == old {
			continue
		} else if old != nil && u.equals(old) {
			l.Units[i] = old
			continue
		}
		u.sumUp()
	}
}

func only[T any](list []T, want func(T) bool) []T {
	var out []T
	for _, x := range list {
		if want(x) {
			out = append(out, x)
		}
	}
	return out
}
