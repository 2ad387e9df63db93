// Package witness says what bears a fact out: in how many texts it stands, on
// how many reports these come down to, and who is on record for it. A page is
// not a witness: reprints, rewrites and one speaker in two outlets are one
// report, and what nobody can be credited with is none.
package witness

import (
	"sync"

	"factsheet/generator/dossier"
)

// A Bench knows which passages of a dossier tell one and the same report and
// which of its actors are one voice. It never changes.
type Bench struct {
	d      *dossier.Dossier
	shares sync.Map // of parts, what share returns
}

// New returns the bench of a dossier.
func New(d *dossier.Dossier) *Bench { return &Bench{d: d} }

// Support is what bears a fact out.
type Support struct {
	Texts   []*dossier.Source // that support it, in the order of its evidence
	Silent  int               // of these: texts that credit nobody with it
	Unknown int               // of these: texts that credit somebody, and whose origin is not known
	Reports Range             // of what is credited, and the origin known
	Named   []Voice           // on record, in the order of the evidence
	Unnamed []Voice
	Against []Voice // who qualifies it, on record or not, and is none of the above
}

// Support returns what evidence comes to. Evidence that supports or raises
// counts, once it was found; evidence that updates has no say in it.
func (b *Bench) Support(list []*dossier.Evidence) Support {
	var s Support
	var supporting, against []*dossier.Evidence
	for _, e := range list {
		switch {
		case !e.Found():
		case e.Role == "supports" || e.Role == "raises":
			supporting = append(supporting, e)
		case e.Role == "qualifies":
			against = append(against, e)
		}
	}
	b.countTexts(&s, supporting)
	speaking := b.choir(supporting, everybody, b.likely())
	s.Reports = b.reports(supporting)
	s.Named, s.Unnamed = speaking.split()
	s.Against = b.against(against, speaking)
	return s
}

func (b *Bench) countTexts(s *Support, list []*dossier.Evidence) {
	best := map[*dossier.Source]standing{}
	for _, e := range list {
		if _, ok := best[e.Source]; !ok {
			s.Texts = append(s.Texts, e.Source)
		}
		best[e.Source] = max(best[e.Source], b.standing(e))
	}
	for _, source := range s.Texts {
		switch best[source] {
		case silent:
			s.Silent++
		case unknown:
			s.Unknown++
		}
	}
}

// A standing is what evidence is worth as a report.
type standing int

const (
	silent  standing = iota + 1 // it credits nobody
	unknown                     // it credits somebody, and its origin is not known
	counted
)

func (b *Bench) standing(e *dossier.Evidence) standing {
	switch {
	case len(e.Record.By) == 0:
		return silent
	case len(e.Part.Origins) == 0:
		return unknown
	}
	return counted
}
