package suggest

import (
	"fmt"
	"slices"
	"strings"

	"factsheet/generator/check"
	"factsheet/generator/dossier"
	"factsheet/generator/form"
	"factsheet/generator/witness"
)

// agree fills in what proposed sources say of one another: shared wording, and
// what follows from it for origins and days. Outlets that it names join the cast.
func agree(d *dossier.Dossier, proposed []*proposedSource, c *cast) {
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
	inherit(d, proposed, c)
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
func inherit(d *dossier.Dossier, proposed []*proposedSource, c *cast) {
	for changed := true; changed; {
		told := map[string][]string{}
		for _, p := range proposed {
			told[p.id] = c.tellers(d, p.id, p.origins)
		}
		changed = false
		for _, p := range proposed {
			for _, other := range p.shares {
				found, ok := told[other]
				if !ok {
					found = c.tellers(d, other, form.Values(d.Source(other).Record.Origins))
				}
				changed = p.inherit(d, c, other, found) || changed
			}
		}
	}
}

// inherit takes over the origins of another source, whose tellers are given, or
// says that they differ. It reports whether the origins changed.
func (p *proposedSource) inherit(d *dossier.Dossier, c *cast, other string, tellers []string) (changed bool) {
	if len(tellers) == 0 || meet(c.tellers(d, p.id, p.origins), tellers) {
		return false
	}
	if len(p.origins) > 0 {
		if p.basis == "" {
			p.basis = fmt.Sprintf("Sentences of it stand in [%s](%s) too, which has another origin.", other, other)
		}
		return false
	}
	if p.origins = c.actors(d, other, tellers); len(p.origins) == 0 {
		return false
	}
	p.basis = fmt.Sprintf("Sentences of it stand in [%s](%s) too; the origin is the one given there.", other, other)
	return true
}

// tellers returns whom the origins of a source name. "Own" is the outlet that
// published it: an actor, or a name that is no id.
func (c *cast) tellers(d *dossier.Dossier, source string, origins []string) []string {
	out := slices.Clone(origins)
	if i := slices.Index(out, witness.Own); i >= 0 {
		s := d.Source(source)
		out[i] = witness.New(d).Outlet(s)
		if m := c.byName[s.Record.Publisher.Value]; m != nil {
			out[i] = m.id
		}
	}
	return out
}

// actors returns the actors among those who tell what a source says first. Its
// outlet joins the cast where it is none.
func (c *cast) actors(d *dossier.Dossier, source string, tellers []string) []string {
	var out []string
	s := d.Source(source)
	for _, id := range tellers {
		publisher := s.Record.Publisher.Value
		switch isActor := !strings.Contains(id, " "); {
		case isActor:
			out = append(out, id)
		case publisher != "":
			m := c.member(publisher, s)
			m.kind, m.because = "media", publisher
			out = append(out, m.id)
		}
	}
	return out
}

func meet(a, b []string) bool {
	return slices.ContainsFunc(a, func(x string) bool { return slices.Contains(b, x) })
}

// date leaves open the day from which the words of a page speak that are also
// those of an older one, whatever its dateline says.
func (p *proposedSource) date(d *dossier.Dossier, byID map[string]*proposedSource) {
	own := p.dated()
	if own.IsZero() {
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
