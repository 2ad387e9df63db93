package witness

import (
	"slices"

	"factsheet/generator/dossier"
	"factsheet/generator/text"
)

// Own stands among origins for the outlet's own words.
const Own = "own"

// An origins knows who the origins of parts are.
type origins struct {
	byName  map[string]string // actors by each of their spellings
	credits map[credit]bool
}

// A credit is an origin that a part names.
type credit struct {
	part   *dossier.Part
	origin string
}

func readOrigins(d *dossier.Dossier) origins {
	o := origins{map[string]string{}, map[credit]bool{}}
	for _, a := range d.Actors {
		for _, name := range a.Spellings() {
			if _, ok := o.byName[name]; !ok {
				o.byName[name] = a.ID
			}
		}
	}
	for _, s := range d.Sources {
		for _, m := range d.Mentions(s) {
			p := s.At(s.Text.View.Raw(m.Span).Start)
			for _, id := range m.IDs {
				if slices.Contains(p.Origins, id) {
					o.credits[credit{p, id}] = true
				}
			}
		}
	}
	return o
}

// Credits reports whether a part names one of its origins. Own words credit
// nobody.
func (b *Bench) Credits(p *dossier.Part, origin string) bool {
	return b.origins.credits[credit{p, origin}]
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
	publisher := text.FoldString(p.Source.Record.Publisher.Value)
	actor, ok := b.origins.byName[publisher]
	switch {
	case publisher == "":
		return Own + ": " + p.Source.ID
	case !ok:
		return Own + " " + publisher
	}
	return actor
}

// CommonOrigin reports whether two parts have an origin in common.
func (b *Bench) CommonOrigin(p, q *dossier.Part) bool {
	theirs := b.Origins(q)
	return slices.ContainsFunc(b.Origins(p), func(o string) bool { return slices.Contains(theirs, o) })
}
