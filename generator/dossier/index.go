package dossier

// indexSources takes sources and parts up into the index of what is linked.
func (l *linker) indexSources() {
	gone, fresh := l.changes()
	l.recited = map[string]bool{}
	var without []string
	for _, u := range gone {
		for _, s := range u.Sources {
			l.recited[s.ID] = true
			without = append(without, s.ID)
			for _, p := range l.base.namedParts(s) {
				without = append(without, p.ID)
			}
		}
	}
	with := map[string]any{}
	for _, u := range fresh {
		for _, s := range u.Sources {
			l.recited[s.ID] = l.base.Source(s.ID) != s
			with[s.ID] = s
			for _, p := range l.namedParts(s) {
				with[p.ID] = p
			}
		}
	}
	l.linked = l.base.linked.With(without, with)
}

// namedParts are the parts of a source to which their ids lead.
func (d *Dossier) namedParts(s *Source) []*Part {
	return only(s.Parts, func(p *Part) bool { return p.ID != "" && d.isFirst(p.Record.Record, p.Record.ID) })
}

// indexRest takes measures, actors and facts up into the index of what is
// linked.
func (l *linker) indexRest() {
	gone, fresh := l.changes()
	var without []string
	for _, u := range gone {
		u.eachOfRest(func(id string, x any) {
			if l.linked.At(id) == x { // and it is not that of a source or part by now
				without = append(without, id)
			}
		})
	}
	with := map[string]any{}
	for _, u := range fresh {
		u.eachOfRest(func(id string, x any) { with[id] = x })
	}
	l.linked = l.linked.With(without, with)
}

// eachOfRest calls do for what a unit has linked besides sources.
func (u *Unit) eachOfRest(do func(id string, linked any)) {
	for _, m := range u.Measures {
		do(m.ID, m)
	}
	for _, a := range u.Actors {
		do(a.ID, a)
	}
	for _, f := range u.Facts {
		do(f.ID, f)
	}
}
