package witness

import (
	"slices"
	"strings"

	"factsheet/generator/dossier"
)

// Ties join things into sets (union-find). A thing that was never joined is a
// set of its own.
type Ties struct{ parent map[any]any }

// NewTies returns ties that join nothing.
func NewTies() *Ties { return &Ties{map[any]any{}} }

// find returns the root of a set, which changes nothing: any number of readers
// may share ties.
func (t *Ties) find(x any) any {
	for {
		p, ok := t.parent[x]
		if !ok || p == x {
			return x
		}
		x = p
	}
}

// Join makes one set of those of two things, and reports whether they were two.
func (t *Ties) Join(x, y any) bool {
	a, b := t.find(x), t.find(y)
	if a != b {
		t.parent[b] = a
	}
	t.shorten(x, a)
	t.shorten(y, a)
	return a != b
}

// shorten makes the way from a thing to its root one step long.
func (t *Ties) shorten(x, root any) {
	for x != root {
		x, t.parent[x] = t.parent[x], root
	}
}

// share returns one part for all whose wording is declared to be the same as
// that of a part, be it over several steps.
func (b *Bench) share(p *dossier.Part) *dossier.Part {
	if root, ok := b.shares.Load(p); ok {
		return root.(*dossier.Part)
	}
	all, seen := []*dossier.Part{p}, map[*dossier.Part]bool{p: true}
	for i := 0; i < len(all); i++ {
		for _, q := range b.declared(all[i]) {
			if !seen[q] {
				seen[q] = true
				all = append(all, q)
			}
		}
	}
	root := slices.MinFunc(all, comparePlaces)
	for _, q := range all {
		b.shares.Store(q, root)
	}
	return root
}

// comparePlaces orders parts by their sources and by their places there.
func comparePlaces(p, q *dossier.Part) int {
	if p.Source != q.Source {
		return strings.Compare(p.Source.ID, q.Source.ID)
	}
	return slices.Index(p.Source.Parts, p) - slices.Index(q.Source.Parts, q)
}

// declared returns the parts that a part declares to have its wording, and
// those that declare it. The id of a source stands for those of its parts that
// have its origins.
func (b *Bench) declared(p *dossier.Part) (list []*dossier.Part) {
	for _, id := range p.Shares {
		if q := b.d.Part(id); q != nil {
			list = append(list, q)
		} else if s := b.d.Source(id); s != nil {
			list = append(list, ofSource(s)...)
		}
	}
	if p.ID != "" && b.d.Part(p.ID) == p {
		list = append(list, b.sharing(p.ID)...)
	}
	if isOfSource(p) {
		list = append(list, b.sharing(p.Source.ID)...)
	}
	return list
}

// sharing returns the parts that declare to share the wording of an id.
func (b *Bench) sharing(id string) (list []*dossier.Part) {
	for _, s := range b.d.SourcesReferring(id) {
		for _, p := range s.Parts {
			if slices.Contains(p.Shares, id) {
				list = append(list, p)
			}
		}
	}
	return list
}

func ofSource(s *dossier.Source) (list []*dossier.Part) {
	for _, p := range s.Parts {
		if isOfSource(p) {
			list = append(list, p)
		}
	}
	return list
}

func isOfSource(p *dossier.Part) bool { return p.Record == nil || p.Record.Origins == nil }

// twins are the numbers of the groups of sentences that a part has in common
// with others.
func (b *Bench) twins(p *dossier.Part) (groups []int) {
	if !p.Proves() {
		return nil
	}
	for _, s := range b.d.Shared(p.Source) {
		if _, q := b.d.SharedAt(s.Place); q == p {
			groups = append(groups, s.Group)
		}
	}
	return groups
}

// DeclaredSame reports whether two parts are declared to have the same
// wording.
func (b *Bench) DeclaredSame(p, q *dossier.Part) bool {
	return b.share(p) == b.share(q)
}

// Kin returns what a part has in common with the parts whose wording it may
// have without another word: wording that is declared to be the same, origins,
// a source that one of them names or both are of.
func (b *Bench) Kin(p *dossier.Part) []any {
	type share struct{ root *dossier.Part }
	type source struct{ id string }
	out := []any{share{b.share(p)}, source{p.Source.ID}}
	for _, id := range p.Shares {
		if b.d.Source(id) != nil {
			out = append(out, source{id})
		}
	}
	for _, o := range b.Origins(p) {
		out = append(out, o)
	}
	return out
}

// Voice returns one id for all actors that are probably the same: that of the
// last of whom no other is likely; where these go round in a circle, the first
// by its bytes.
func (b *Bench) Voice(id string) string {
	var seen []string
	for {
		if i := slices.Index(seen, id); i >= 0 {
			return slices.Min(seen[i:])
		}
		seen = append(seen, id)
		a := b.d.Actor(id)
		if a == nil || b.d.Actor(a.Record.Likely.Value) == nil {
			return id
		}
		id = a.Record.Likely.Value
	}
}

// SameVoice reports whether two actors are probably the same, or one is a part
// of the other.
func (b *Bench) SameVoice(x, y string) bool {
	return b.within(x, y) || b.within(y, x)
}

// SurelyWithin reports whether an actor is a part of another without anything
// that only a reason supports.
func (b *Bench) SurelyWithin(x, y string) bool {
	seen := map[string]bool{}
	for k := b.certain(); !seen[x]; {
		if x == y {
			return true
		}
		seen[x] = true
		a := b.d.Actor(x)
		if a == nil {
			return false
		}
		if a = k.whole(a); a == nil {
			return false
		}
		x = a.ID
	}
	return false
}

// within reports whether an actor is another or a part of it.
func (b *Bench) within(x, y string) bool {
	want := b.Voice(y)
	seen := map[string]bool{}
	for root := b.Voice(x); !seen[root]; root = b.Voice(x) {
		if root == want {
			return true
		}
		seen[root] = true
		a := b.d.Actor(x)
		if a == nil || a.Record.PartOf.Value == "" {
			return false
		}
		x = a.Record.PartOf.Value
	}
	return false
}
