package dossier

import (
	"hash/maphash"
	"slices"

	"factsheet/generator/form"
)

// A Trace is what was asked of a dossier, as hashes: that of something else
// may be among them by chance, and nothing is lost by that but time.
type Trace []uint32

// An asking is a kind of question that a dossier answers by its methods.
type asking uint8

const (
	askedID        asking = iota // what an id names
	askedReferring               // who refers to an id
	askedNames                   // how actors are called
	askedLoaded                  // which words are loaded
	askedSources                 // which sources there are
	askedMeasures                // which measures there are
	askedIDs                     // which ids there are
	askedNewest                  // how far the sources reach
	askedComplete                // whether every file was read
	askedWhole                   // whether every record is linked
	askedRead                    // whether every text is read
	askedFirst                   // which facts come first
)

var hashSeed = maphash.MakeSeed()

func (a asking) of(id string) uint32 {
	return uint32(maphash.String(hashSeed, id)) + uint32(a)*0x9e3779b9
}

// Watched returns the dossier with its methods alone: it lists nothing but what
// texts share, so that whatever is found in it was asked for, and trace takes
// down what was. It is for one goroutine.
func (d *Dossier) Watched(trace *Trace) *Dossier {
	return &Dossier{Site: d.Site, Wording: d.Wording, full: d, trace: trace}
}

// unwatched returns the dossier that a watched one is of, else itself.
func (d *Dossier) unwatched() *Dossier {
	if d.full != nil {
		return d.full
	}
	return d
}

// ask takes down a question and returns the dossier that answers it.
func (d *Dossier) ask(a asking, id string) *Dossier {
	if d.full != nil {
		d.trace.add(a.of(id))
	}
	return d.unwatched()
}

// add takes questions down. What is asked again and again is thrown out where
// the list would have to grow.
func (t *Trace) add(keys ...uint32) {
	if len(*t)+len(keys) > cap(*t) {
		*t = slices.Grow(t.compact(), len(*t)+len(keys))
	}
	*t = append(*t, keys...)
}

func (t *Trace) compact() Trace {
	slices.Sort(*t)
	return slices.Compact(*t)
}

// Closed returns a trace to keep: with each question once, and no room for
// more.
func (t *Trace) Closed() Trace { return slices.Clone(t.compact()) }

// Changes are the questions to which two dossiers do not give the same answer.
type Changes struct {
	// Gone are the units that only the earlier dossier has.
	Gone []*Unit

	all   bool
	few   [1 << 10]uint64 // a bit for each hash, which several have
	asked map[uint32]bool
}

// Touch reports whether an answer to what was asked is another one.
func (c *Changes) Touch(t Trace) bool {
	if c.all {
		return true
	}
	for _, key := range t {
		if c.few[key>>6&1023]&(1<<(key&63)) != 0 && c.asked[key] {
			return true
		}
	}
	return false
}

func (c *Changes) note(a asking, id string) {
	key := a.of(id)
	c.few[key>>6&1023] |= 1 << (key & 63)
	c.asked[key] = true
}

// ChangesSince returns what changed since an earlier dossier, or nil.
func (d *Dossier) ChangesSince(old *Dossier) *Changes {
	c := &Changes{asked: map[uint32]bool{}}
	if c.all = old == nil || old.Site != d.Site; c.all {
		return c
	}
	gone, fresh := d.UnitsSince(old)
	c.Gone = gone
	for _, u := range slices.Concat(gone, fresh) {
		u.eachName(func(id string) {
			if old.linked.At(id) != d.linked.At(id) || old.names.At(id) != d.names.At(id) {
				c.note(askedID, id)
			}
		})
		u.eachReference(func(id string) { c.note(askedReferring, id) })
	}
	for a, same := range map[asking]bool{
		askedNames:    d.index == old.index,
		askedLoaded:   d.loaded == old.loaded,
		askedSources:  slices.Equal(d.Sources, old.Sources),
		askedMeasures: slices.Equal(d.Measures, old.Measures),
		askedIDs:      len(gone)+len(fresh) == 0,
		askedNewest:   d.KnownUpTo() == old.KnownUpTo(),
		askedComplete: d.Complete() == old.Complete(),
		askedWhole:    d.Whole() == old.Whole(),
		askedRead:     d.ReadsAll() == old.ReadsAll(),
		askedFirst:    slices.Equal(d.First(), old.First()),
	} {
		if !same {
			c.note(a, "")
		}
	}
	return c
}

// UnitsSince returns the units that only an earlier dossier has and those that
// only this one has, both in the order of their paths.
func (d *Dossier) UnitsSince(earlier *Dossier) (gone, fresh []*Unit) {
	old, now := earlier.Units, d.Units
	for len(old) > 0 && len(now) > 0 {
		a, b := old[0].Records.File.Path, now[0].Records.File.Path
		switch {
		case old[0] == now[0]:
			old, now = old[1:], now[1:]
		case a < b:
			gone, old = append(gone, old[0]), old[1:]
		case b < a:
			fresh, now = append(fresh, now[0]), now[1:]
		default:
			gone, fresh = append(gone, old[0]), append(fresh, now[0])
			old, now = old[1:], now[1:]
		}
	}
	return append(gone, old...), append(fresh, now...)
}

func (u *Unit) eachName(do func(id string)) {
	eachID(u.Records, func(id form.ID, _ bool) { do(id.Text.Value) })
}
