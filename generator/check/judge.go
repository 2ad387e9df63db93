package check

import (
	"slices"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/parallel"
)

// An opinion is a source, measure, actor or fact with what the rules say of it.
type opinion struct {
	of    any
	own   []diag.Diagnostic // by itself
	found []diag.Diagnostic // with what they asked of the dossier
	asked dossier.Trace

	quotations []*quotation // of a source
}

// judged is what the rules say of a unit.
type judged struct {
	opinions []*opinion
	asked    dossier.Trace     // for any of its opinions
	strays   []diag.Diagnostic // what stands in files that are not the unit's
}

// judgeUnits judges what is linked in each unit. What stands of prev is taken
// over.
func judgeUnits(d *dossier.Dossier, prev *Verdict, changes *dossier.Changes) map[*dossier.Unit]*judged {
	before := map[any]*opinion{} // of units that are gone
	for _, u := range changes.Gone {
		for _, s := range prev.units[u].opinions {
			before[s.of] = s
		}
	}
	out := make(map[*dossier.Unit]*judged, len(d.Units))
	var work []func()
	var fresh []*dossier.Unit
	for _, u := range d.Units {
		old := prev.units[u]
		if old != nil && !changes.Touch(old.asked) {
			out[u] = old
			continue
		}
		j := &judged{}
		out[u], fresh = j, append(fresh, u)
		for i, x := range subjectsOf(u) {
			s := &opinion{of: x}
			j.opinions = append(j.opinions, s)
			known := before[x]
			if old != nil {
				known = old.opinions[i]
			}
			switch {
			case known == nil:
				work = append(work, func() { s.judge(d) })
			case changes.Touch(known.asked):
				s.own = known.own
				work = append(work, func() { s.ask(d) })
			default:
				*s = *known
			}
		}
	}
	parallel.Run(work)
	for _, u := range fresh {
		out[u].close(u)
	}
	return out
}

// subjectsOf are what is linked in a unit.
func subjectsOf(u *dossier.Unit) []any {
	out := make([]any, 0, len(u.Sources)+len(u.Measures)+len(u.Actors)+len(u.Facts))
	for _, s := range u.Sources {
		out = append(out, s)
	}
	for _, m := range u.Measures {
		out = append(out, m)
	}
	for _, a := range u.Actors {
		out = append(out, a)
	}
	for _, f := range u.Facts {
		out = append(out, f)
	}
	return out
}

// close sums up what was asked, and what stands elsewhere.
func (j *judged) close(u *dossier.Unit) {
	own := filesOf(u)
	for _, s := range j.opinions {
		j.asked = append(j.asked, s.asked...)
		for _, d := range slices.Concat(s.own, s.found) {
			if !slices.Contains(own, d.Place.File) {
				j.strays = append(j.strays, d)
			}
		}
	}
	j.asked = j.asked.Closed()
}

// inOwn is what stands in the unit's own files.
func (j *judged) inOwn(u *dossier.Unit) []diag.Diagnostic {
	var list []diag.Diagnostic
	for _, s := range j.opinions {
		list = append(append(list, s.own...), s.found...)
	}
	if len(j.strays) > 0 {
		own := filesOf(u)
		list = slices.DeleteFunc(list, func(d diag.Diagnostic) bool { return !slices.Contains(own, d.Place.File) })
	}
	return list
}

// judge forms an opinion for the first time.
func (s *opinion) judge(d *dossier.Dossier) {
	s.own = collect(func(f Finder, report Report) {
		switch x := s.of.(type) {
		case *dossier.Source:
			if f.Source != nil {
				f.Source(x, report)
			}
		case dossier.Item:
			if f.Item != nil {
				f.Item(x, report)
			}
		}
	})
	s.ask(d)
}

// ask forms the part of an opinion that depends on what its subject is linked to.
func (s *opinion) ask(d *dossier.Dossier) {
	watched := d.Watched(&s.asked)
	s.found = collect(func(f Finder, report Report) {
		switch x := s.of.(type) {
		case *dossier.Source:
			if f.Named != nil {
				f.Named(watched, x, report)
			}
		case *dossier.Measure:
			if f.Measure != nil {
				f.Measure(watched, x, report)
			}
		case dossier.Item:
			if f.Linked != nil {
				f.Linked(watched, x, report)
			}
		}
	})
	if source, ok := s.of.(*dossier.Source); ok {
		s.quotations = quotationsOf(watched, source)
	}
	s.asked = s.asked.Closed()
}
