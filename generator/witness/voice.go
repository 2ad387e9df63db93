package witness

import (
	"slices"

	"factsheet/generator/dossier"
	"factsheet/generator/form"
)

// A Voice is whom texts credit.
type Voice struct {
	Actor *dossier.Actor
	// Probably are actors that are credited too and probably the same.
	Probably []*dossier.Actor
	// Parts are actors that are credited too and a part of it: those who
	// speak for a body, two of four sources.
	Parts []*dossier.Actor
	// Count is how many people an unnamed voice is, without those of its
	// parts who are on record; 0 where no text says.
	Count int
}

// isUnnamed reports whether an actor is a description and no name.
func isUnnamed(a *dossier.Actor) bool { return a.Record.Kind.Value == "anonymous" }

// A kin says which actors are one, and of whom an actor is a part.
type kin struct {
	root  func(id string) string
	whole func(*dossier.Actor) *dossier.Actor // nil: of nobody
}

// likely is the kin of a reader who takes actors for one another where the
// editor does.
func (b *Bench) likely() kin { return kin{b.Voice, b.whole} }

// certain is the kin of a reader who asks for a quote each time.
func (b *Bench) certain() kin {
	return kin{
		root: func(id string) string { return id },
		whole: func(a *dossier.Actor) *dossier.Actor {
			if a.Record.Because.Value != "" {
				return nil
			}
			return b.whole(a)
		},
	}
}

// A choir is the voices of some evidence: actors that are one by their kin are
// one.
type choir struct {
	kin    kin
	voices []*Voice // in the order of the evidence
	by     map[string]*Voice
}

// choir returns the voices of evidence, of those that pick takes from `by`.
func (b *Bench) choir(list []*dossier.Evidence, pick func([]form.Text) []form.Text, k kin) *choir {
	c := &choir{kin: k, by: map[string]*Voice{}}
	seen := map[*dossier.Actor]bool{}
	for _, e := range list {
		for _, id := range pick(e.Record.By) {
			if a := b.d.Actor(id.Value); a != nil && !seen[a] {
				seen[a] = true
				c.add(a)
			}
		}
	}
	return c
}

// add adds an actor. Of those that are probably the same one with a name
// stands for all.
func (c *choir) add(a *dossier.Actor) {
	root := c.kin.root(a.ID)
	v := c.by[root]
	if v == nil {
		v = &Voice{Actor: a}
		c.by[root] = v
		c.voices = append(c.voices, v)
		return
	}
	if isUnnamed(v.Actor) && !isUnnamed(a) {
		a, v.Actor = v.Actor, a
	}
	v.Probably = append(v.Probably, a)
}

// groupOf returns the outermost voice of a choir of which a voice, of this or
// of another choir, is a part, or nil.
func (c *choir) groupOf(v *Voice) *Voice {
	var outermost *Voice
	seen := map[string]bool{c.kin.root(v.Actor.ID): true}
	for _, a := range slices.Concat([]*dossier.Actor{v.Actor}, v.Probably) {
		for a = c.kin.whole(a); a != nil && !seen[c.kin.root(a.ID)]; a = c.kin.whole(a) {
			root := c.kin.root(a.ID)
			seen[root] = true
			if group := c.by[root]; group != nil {
				outermost = group
			}
		}
	}
	return outermost
}

// whole returns the actor of which another is a part, or nil.
func (b *Bench) whole(a *dossier.Actor) *dossier.Actor { return b.d.Actor(a.Record.PartOf.Value) }

// top returns the voice as part of which an actor speaks: itself, or that of
// its group.
func (c *choir) top(id string) *Voice {
	v := c.by[c.kin.root(id)]
	if v == nil {
		return nil
	}
	if group := c.groupOf(v); group != nil {
		return group
	}
	return v
}

// split tells the voices with a name from those without. A part of a group is
// not added to the group; only a part with a name is a voice beside a group
// without, which counts one less for it.
func (c *choir) split() (named, unnamed []Voice) {
	onRecord := map[*Voice]int{}
	var tops []*Voice
	for _, v := range c.voices {
		group := c.groupOf(v)
		if group == nil {
			tops = append(tops, v)
			continue
		}
		group.Parts = append(group.Parts, v.Actor)
		if isUnnamed(group.Actor) && !isUnnamed(v.Actor) {
			tops = append(tops, v)
			onRecord[group]++
		}
	}
	for _, v := range tops {
		if !isUnnamed(v.Actor) {
			named = append(named, *v)
			continue
		}
		v.Count = max(0, int(v.Actor.Record.Count.Value)-onRecord[v])
		unnamed = append(unnamed, *v)
	}
	return named, unnamed
}

// against returns who qualifies what others say: not who passes that on, not
// who says both, and of a group and its parts the group alone. Parts of it that
// say the other thing are named with it, since they count already.
func (b *Bench) against(list []*dossier.Evidence, speaking *choir) []Voice {
	c := b.choir(list, innermost, speaking.kin)
	for _, v := range slices.Concat(c.voices, speaking.voices) {
		if group := c.groupOf(v); group != nil && !slices.Contains(group.Parts, v.Actor) {
			group.Parts = append(group.Parts, v.Actor)
		}
	}
	var out []Voice
	for _, v := range c.voices {
		if c.groupOf(v) == nil && speaking.by[speaking.kin.root(v.Actor.ID)] == nil {
			out = append(out, *v)
		}
	}
	return out
}
