package dossier

import (
	"slices"

	"factsheet/generator/names"
	"factsheet/generator/text"
)

// Spellings are an actor's name and aliases, folded. A coined name stands in
// no text and is not among them.
func (a *Actor) Spellings() []string {
	var out []string
	if !a.Record.Coined {
		out = append(out, text.FoldString(a.Record.Name.Value))
	}
	for _, alias := range a.Record.Aliases {
		out = append(out, text.FoldString(alias.Value))
	}
	return out
}

// ActorsIn returns where a folded text names actors. Coined names count, since
// statements use them.
func (d *Dossier) ActorsIn(folded string) []names.Mention { return d.index.Find(folded) }

// Mentions returns where a source's text names actors, in the folded text.
func (d *Dossier) Mentions(s *Source) []names.Mention { return d.mentions[s] }

// linkNames finds the actors' names in all texts. While no name changes, what
// prev found in the same texts is taken over.
func (d *Dossier) linkNames(prev *Dossier) {
	d.named = make([]names.Named, len(d.Actors))
	for i, a := range d.Actors {
		d.named[i] = names.Named{ID: a.ID, Names: a.Spellings()}
		if a.Record.Coined {
			d.named[i].Names = append(d.named[i].Names, text.FoldString(a.Record.Name.Value))
		}
	}
	var old map[*Source][]names.Mention
	if prev != nil && slices.EqualFunc(d.named, prev.named, sameNames) {
		d.index, old = prev.index, prev.mentions
	} else {
		d.index = names.NewIndex(d.named)
	}
	found := Parallel(d.Sources, func(s *Source) []names.Mention {
		if m, ok := old[s]; ok || s.Text == nil {
			return m
		}
		return d.index.Find(s.Text.View.Text)
	})
	d.mentions = make(map[*Source][]names.Mention, len(found))
	for i, s := range d.Sources {
		d.mentions[s] = found[i]
	}
}

func sameNames(a, b names.Named) bool { return a.ID == b.ID && slices.Equal(a.Names, b.Names) }

// SameCast reports whether two dossiers have the same site, actors and
// measures.
func (d *Dossier) SameCast(other *Dossier) bool {
	sameMeasure := func(a, b *Measure) bool { return a.Record == b.Record }
	return d.Site == other.Site && slices.Equal(d.Actors, other.Actors) && slices.EqualFunc(d.Measures, other.Measures, sameMeasure)
}
