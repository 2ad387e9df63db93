package suggest

import (
	"fmt"
	"slices"

	"factsheet/generator/check"
	"factsheet/generator/dossier"
	"factsheet/generator/form"
)

// agree fills in what proposed sources say of one another: shared wording, and
// what follows from it for origins and days.
func agree(d *dossier.Dossier, proposed []*proposedSource) {
	for _, p := range proposed {
		s := d.Source(p.id)
		for _, m := range check.Outlets(d, s) {
			p.addOrigin(m.IDs[0], s.Text.View.Text[m.Span.Start:m.Span.End])
		}
		p.share(d)
	}
	byID := map[string]*proposedSource{}
	for _, p := range proposed {
		byID[p.id] = p
	}
	inherit(d, proposed, byID)
	for _, p := range proposed {
		p.date(d, byID)
	}
}

// share notes the sources with which the text has a sentence in common,
// outside quotation marks and page furniture.
func (p *proposedSource) share(d *dossier.Dossier) {
	own := slices.IndexFunc(d.Sources, func(s *dossier.Source) bool { return s.ID == p.id })
	for _, c := range d.Wording.In(own) {
		for _, link := range c.Links {
			a, b := c.Places[link.A], c.Places[link.B]
			if b.Text == own {
				a, b = b, a
			}
			if a.Text != own || b.Text == own || !link.Shared() {
				continue
			}
			_, here := d.SharedAt(a)
			other, there := d.SharedAt(b)
			if here.Proves() && there.Proves() && !slices.Contains(p.shares, other.ID) {
				p.shares = append(p.shares, other.ID)
			}
		}
	}
	slices.Sort(p.shares)
}

// inherit gives a source that credits nobody the origins of one that has the
// same words, since they were told once, and so on from one to the next,
// whatever the order of the sources. Where two that share words credit
// different outlets, the basis of both says so.
func inherit(d *dossier.Dossier, proposed []*proposedSource, byID map[string]*proposedSource) {
	for changed := true; changed; {
		origins := map[string][]string{}
		for _, p := range proposed {
			origins[p.id] = p.origins
		}
		changed = false
		for _, p := range proposed {
			for _, other := range p.shares {
				found := originsOf(d, byID, origins, other)
				switch {
				case len(found) == 0 || len(p.origins) > 0 && meet(p.origins, found):
				case len(p.origins) == 0:
					p.origins = found
					p.basis = fmt.Sprintf("Sentences of it stand in [%s](%s) too; the origin is the one given there.", other, other)
					changed = true
				case p.basis == "":
					p.basis = fmt.Sprintf("Sentences of it stand in [%s](%s) too, which has another origin.", other, other)
				}
			}
		}
	}
}

// originsOf returns the origins of a source by the name of an actor: "own" is
// nobody else's.
func originsOf(d *dossier.Dossier, byID map[string]*proposedSource, proposed map[string][]string, id string) []string {
	if byID[id] != nil {
		return proposed[id]
	}
	return slices.DeleteFunc(form.Values(d.Source(id).Record.Origins), func(o string) bool { return o == "own" })
}

func meet(a, b []string) bool {
	return slices.ContainsFunc(a, func(x string) bool { return slices.Contains(b, x) })
}

// date leaves open the day from which the words of a page speak that are also
// those of an older page, unless a dateline names it.
func (p *proposedSource) date(d *dossier.Dossier, byID map[string]*proposedSource) {
	own := p.published()
	if own.IsZero() || !p.spoken.IsZero() {
		return
	}
	for _, id := range p.shares {
		other := d.Source(id).Parts[0].Dated
		if q := byID[id]; q != nil {
			other = q.dated()
		}
		if !other.IsZero() && other.Latest() < own.Earliest() {
			p.older = id
			return
		}
	}
}
