package build

import (
	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/form"
	"factsheet/generator/text"
)

// An Owner is the record in which a finding is placed, or of which it speaks.
type Owner struct {
	Table     string // as in the annotations
	ID, Group string // "" where it has none that can be read
}

// Owner returns the record of an annotation file in which a place lies, or the
// source of the seed in which it does. It is zero for any other place.
func (s *State) Owner(p diag.Place) Owner {
	switch {
	case p.File == nil || s.Dossier == nil:
		return Owner{}
	case kindOf(p.File.Path) == seedFile:
		return s.ownerOfSeed(p.File)
	}
	parsed, ok := s.records[p.File]
	if !ok {
		return Owner{}
	}
	var own Owner
	start := -1
	see := func(r form.Record, o Owner) {
		if at := r.Span.Start; at <= p.Span.Start && at > start {
			start, own = at, o
		}
	}
	r := parsed.records
	for _, x := range r.Sources {
		see(x.Record, Owner{"sources", x.ID.Value, ""})
	}
	for _, x := range r.Measures {
		see(x.Record, Owner{"measures", x.ID.Value, ""})
	}
	for _, x := range r.Actors {
		see(x.Record, Owner{"actors", x.ID.Value, x.Group.Value})
	}
	for _, x := range r.Facts {
		see(x.Record, Owner{x.Table, x.ID.Value, x.Group.Value})
	}
	for _, x := range r.Faulty {
		see(x.Record, Owner{x.Table, x.ID, x.Group})
	}
	return own
}

func (s *State) ownerOfSeed(f *text.File) Owner {
	for _, x := range s.Dossier.Sources {
		if x.Seed != nil && x.Seed.File == f {
			return Owner{"sources", x.ID, ""}
		}
	}
	return Owner{}
}

// StandIns returns the facts and actors of the last version of an annotation
// file that was TOML, where it stands in for the file as it is.
func (s *State) StandIns(f *text.File) []dossier.Item {
	if s.lenient == nil || s.lenient.standIn[f] == nil {
		return nil
	}
	var out []dossier.Item
	r := s.lenient.standIn[f]
	for _, a := range r.Actors {
		if x := s.Dossier.Actor(a.ID.Value); x != nil && x.Record == a {
			out = append(out, x)
		}
	}
	for _, f := range r.Facts {
		if x := s.Dossier.Fact(f.ID.Value); x != nil && x.Record == f {
			out = append(out, x)
		}
	}
	return out
}
