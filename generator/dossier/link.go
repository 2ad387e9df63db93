package dossier

import (
	"runtime"
	"sync"
	"sync/atomic"

	"factsheet/generator/annotation"
	"factsheet/generator/diag"
	"factsheet/generator/form"
	"factsheet/generator/lang"
)

// Link links records and seeds. What prev, the dossier of an earlier Link or
// nil, has linked from the same records and the same seeds is taken over.
func Link(in Input, prev *Dossier) *Dossier {
	d := &Dossier{Site: in.Site, Sums: in.Sums, Seeds: in.Seeds, Records: in.Records}
	d.seeds = index(in.Seeds, func(s *Seed) string { return s.Name })
	d.declare()
	d.linkSources(newMemory(prev))
	d.linkRest(newMemory(prev))
	d.order()
	d.linkNames(prev)
	d.linkWording(prev)
	return d
}

// memory is what an earlier dossier linked, by record.
type memory struct {
	sources map[*annotation.Source]*Source
	texts   map[string]*Source // by id
	actors  map[*annotation.Actor]*Actor
	facts   map[*annotation.Fact]*Fact
}

func newMemory(prev *Dossier) memory {
	if prev == nil {
		prev = new(Dossier)
	}
	return memory{
		sources: index(prev.Sources, func(s *Source) *annotation.Source { return s.Record }),
		texts:   prev.sources,
		actors:  index(prev.Actors, func(a *Actor) *annotation.Actor { return a.Record }),
		facts:   index(prev.Facts, func(f *Fact) *annotation.Fact { return f.Record }),
	}
}

func index[K comparable, V any](list []V, key func(V) K) map[K]V {
	m := make(map[K]V, len(list))
	for _, v := range list {
		m[key(v)] = v
	}
	return m
}

// declare collects every id with its place. The first declaration of an id
// counts; a later one is a duplicate and is not linked.
func (d *Dossier) declare() {
	d.names = map[string]Declared{}
	for _, r := range d.Records {
		for _, s := range r.Sources {
			d.declareAll(r, form.IDs(s), true)
		}
		for _, m := range r.Measures {
			d.declareAll(r, form.IDs(m), true)
		}
		for _, a := range r.Actors {
			d.declareAll(r, form.IDs(a), true)
		}
		for _, f := range r.Facts {
			d.declareAll(r, form.IDs(f), true)
		}
		d.declareAll(r, r.Broken, false)
	}
}

func (d *Dossier) declareAll(r *annotation.Records, ids []form.ID, whole bool) {
	for _, id := range ids {
		place := diag.Place{File: r.File, Span: id.Text.Span}
		if first, ok := d.names[id.Text.Value]; ok {
			d.Duplicates = append(d.Duplicates, Duplicate{ID: id, Place: place, First: first})
			continue
		}
		d.names[id.Text.Value] = Declared{Space: id.Space, Place: place, Whole: whole}
	}
}

// isFirst reports whether a record is the one that its id names.
func (d *Dossier) isFirst(r form.Record, id form.Text) bool {
	return d.names[id.Value].Place == r.Place(id)
}

func (d *Dossier) linkSources(old memory) {
	var records []*annotation.Source
	for _, r := range d.Records {
		for _, s := range r.Sources {
			if d.isFirst(s.Record, s.ID) {
				records = append(records, s)
			}
		}
	}
	d.Sources = Parallel(records, func(r *annotation.Source) *Source {
		file := d.seeds[r.Seed.Value]
		if s, ok := old.sources[r]; ok && s.Seed == file {
			return s
		}
		return linkSource(r, file, old.texts[r.ID.Value])
	})
	d.sources = index(d.Sources, func(s *Source) string { return s.ID })
	d.parts = map[string]*Part{}
	for _, s := range d.Sources {
		for _, p := range s.Parts {
			if p.ID != "" {
				d.parts[p.ID] = p
			}
		}
	}
}

func (d *Dossier) linkRest(old memory) {
	var actors []*annotation.Actor
	var facts []*annotation.Fact
	for _, r := range d.Records {
		for _, m := range r.Measures {
			if d.isFirst(m.Record, m.ID) {
				d.Measures = append(d.Measures, &Measure{m, m.ID.Value})
			}
		}
		for _, a := range r.Actors {
			if d.isFirst(a.Record, a.ID) {
				actors = append(actors, a)
			}
		}
		for _, f := range r.Facts {
			if d.isFirst(f.Record, f.ID) {
				facts = append(facts, f)
			}
		}
	}
	d.Actors = Parallel(actors, func(r *annotation.Actor) *Actor {
		if a, ok := old.actors[r]; ok && d.stands(a.Evidence) {
			return a
		}
		return linkActor(r, d.Source)
	})
	table, _ := lang.For(d.Site.Language())
	d.Facts = Parallel(facts, func(r *annotation.Fact) *Fact {
		if f, ok := old.facts[r]; ok && d.stands(f.Evidence) {
			return f
		}
		return linkFact(r, d.Source, table)
	})
	d.measures = index(d.Measures, func(m *Measure) string { return m.ID })
	d.actors = index(d.Actors, func(a *Actor) string { return a.ID })
	d.facts = index(d.Facts, func(f *Fact) string { return f.ID })
}

// stands reports whether evidence cites the sources of this dossier.
func (d *Dossier) stands(list []*Evidence) bool {
	for _, e := range list {
		if e.Source != d.sources[e.Record.Source.Value] {
			return false
		}
	}
	return true
}

// Parallel maps a list on all cores, keeping its order.
func Parallel[A, B any](list []A, f func(A) B) []B {
	out := make([]B, len(list))
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(list)) {
		wg.Go(func() {
			for i := next.Add(1) - 1; int(i) < len(list); i = next.Add(1) - 1 {
				out[i] = f(list[i])
			}
		})
	}
	wg.Wait()
	return out
}
