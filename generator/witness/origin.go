package witness

import (
	"slices"

	"factsheet/generator/dossier"
	"factsheet/generator/names"
	"factsheet/generator/text"
)

// Own stands among origins for the outlet's own words.
const Own = "own"

// Credits reports whether a part names one of its origins. Own words credit
// nobody.
func (b *Bench) Credits(p *dossier.Part, origin string) bool {
	return slices.Contains(p.Origins, origin) && slices.ContainsFunc(b.d.Mentions(p.Source), func(m names.Mention) bool {
		return slices.Contains(m.IDs, origin) && p.Source.At(p.Source.Text.View.Raw(m.Span).Start) == p
	})
}

// Origins returns the origins of a part, each once: an actor by its id, actors
// that are probably the same by the id of one of them, an outlet's own words
// by the actor that has its publisher's name, or else by a name that is no id.
func (b *Bench) Origins(p *dossier.Part) []string {
	var out []string
	for _, o := range p.Origins {
		if o = b.Voice(b.origin(p, o)); !slices.Contains(out, o) {
			out = append(out, o)
		}
	}
	return out
}

// origin returns the actor that an origin is, or a name that is no id.
func (b *Bench) origin(p *dossier.Part, id string) string {
	if id != Own {
		return id
	}
	return b.Outlet(p.Source)
}

// Outlet returns whose words a source's own words are: the actor that has its
// publisher's name, or else a name that is no id.
func (b *Bench) Outlet(s *dossier.Source) string {
	publisher := text.FoldString(s.Record.Publisher.Value)
	if publisher == "" {
		return Own + ": " + s.ID
	}
	for _, id := range b.d.Called(publisher) {
		if slices.Contains(b.d.Actor(id).Spellings(), publisher) {
			return id
		}
	}
	return Own + " " + publisher
}

// CommonOrigin reports whether two parts have an origin in common.
func (b *Bench) CommonOrigin(p, q *dossier.Part) bool {
	theirs := b.Origins(q)
	return slices.ContainsFunc(b.Origins(p), func(o string) bool { return slices.Contains(theirs, o) })
}
