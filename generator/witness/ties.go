package witness

import "factsheet/generator/dossier"

// Ties join things into sets (union-find). A thing that was never joined is a
// set of its own.
type ties struct{ parent map[any]any }

func newTies() *ties { return &ties{map[any]any{}} }

func (t *ties) find(x any) any {
	for {
		p, ok := t.parent[x]
		if !ok || p == x {
			return x
		}
		x = p
	}
}

func (t *ties) join(x, y any) {
	if a, b := t.find(x), t.find(y); a != b {
		t.parent[b] = a
	}
}

// actorTies joins the actors that are probably the same.
func actorTies(d *dossier.Dossier) *ties {
	t := newTies()
	for _, a := range d.Actors {
		if likely := d.Actor(a.Record.Likely.Value); likely != nil {
			t.join(likely.ID, a.ID)
		}
	}
	return t
}

// shareTies joins the parts whose wording is declared to be the same. The id
// of a source stands for those of its parts that have its origins.
func shareTies(d *dossier.Dossier) *ties {
	t := newTies()
	for _, s := range d.Sources {
		for _, p := range s.Parts {
			for _, id := range p.Shares {
				if other := d.Part(id); other != nil {
					t.join(other, p)
				} else if other := d.Source(id); other != nil {
					joinSource(t, other, p)
				}
			}
		}
	}
	return t
}

func joinSource(t *ties, s *dossier.Source, with *dossier.Part) {
	for _, p := range s.Parts {
		if p.Record == nil || p.Record.Origins == nil {
			t.join(with, p)
		}
	}
}

// twinGroups gives the parts that have a sentence in common a number in
// common.
func twinGroups(d *dossier.Dossier) map[*dossier.Part][]int {
	groups := map[*dossier.Part][]int{}
	n := 0
	for i := range d.Wording.Clusters {
		c := &d.Wording.Clusters[i]
		joined := newTies()
		for _, l := range c.Links {
			if l.Shared() {
				joined.join(l.A, l.B)
			}
		}
		numbers := map[any]int{}
		for at, place := range c.Places {
			root := joined.find(at)
			if _, ok := numbers[root]; !ok {
				n++
				numbers[root] = n
			}
			if _, p := d.SharedAt(place); p.Proves() {
				groups[p] = append(groups[p], numbers[root])
			}
		}
	}
	return groups
}

// DeclaredSame reports whether two parts are declared to have the same
// wording.
func (b *Bench) DeclaredSame(p, q *dossier.Part) bool { return b.shares.find(p) == b.shares.find(q) }

// Kin returns what a part has in common with the parts whose wording it may
// have without another word: wording that is declared to be the same, origins,
// a source that one of them names or both are of.
func (b *Bench) Kin(p *dossier.Part) []any {
	type share struct{ root any }
	type source struct{ id string }
	out := []any{share{b.shares.find(p)}, source{p.Source.ID}}
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

// Voice returns one id for all actors that are probably the same.
func (b *Bench) Voice(id string) string { return b.actors.find(id).(string) }

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
	want := b.actors.find(y)
	seen := map[any]bool{}
	for root := b.actors.find(x); !seen[root]; root = b.actors.find(x) {
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
