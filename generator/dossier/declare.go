package dossier

import (
	"factsheet/generator/annotation"
	"factsheet/generator/diag"
	"factsheet/generator/form"
	"factsheet/generator/memo"
)

// declare collects every id with its place. The first declaration of an id
// counts; a later one is a duplicate and is not linked.
func (l *linker) declare() {
	if len(l.base.Duplicates) > 0 || !l.declareChanged() {
		l.declareAll()
	}
}

// declareChanged takes over what base declares, but for what changed. It
// reports false where an id is declared twice.
func (l *linker) declareChanged() bool {
	var gone []string
	taken := map[string]bool{}
	for _, u := range l.dropped {
		eachID(u.Records, func(id form.ID, _ bool) {
			gone = append(gone, id.Text.Value)
			taken[id.Text.Value] = true
		})
	}
	set, twice := map[string]Declared{}, false
	for i, r := range l.Records {
		if l.same[i] != nil {
			continue
		}
		eachID(r, func(id form.ID, whole bool) {
			name := id.Text.Value
			_, known := l.base.names.Get(name)
			_, again := set[name]
			twice = twice || again || known && !taken[name]
			set[name] = declared(r, id, whole)
		})
	}
	l.names = l.base.names.With(gone, set)
	return !twice
}

func (l *linker) declareAll() {
	set := map[string]Declared{}
	for _, r := range l.Records {
		eachID(r, func(id form.ID, whole bool) {
			this := declared(r, id, whole)
			if first, ok := set[id.Text.Value]; ok {
				l.Duplicates = append(l.Duplicates, Duplicate{ID: id, Place: this.Place, First: first})
				return
			}
			set[id.Text.Value] = this
		})
	}
	l.names = memo.Map[string, Declared]{}.With(nil, set)
}

func eachID(r *annotation.Records, do func(id form.ID, whole bool)) {
	for _, id := range r.IDs() {
		do(id, true)
	}
	for _, id := range r.Broken {
		do(id, false)
	}
}

func declared(r *annotation.Records, id form.ID, whole bool) Declared {
	return Declared{Space: id.Space, Place: diag.Place{File: r.File, Span: id.Text.Span}, Whole: whole}
}

// isFirst reports whether a record is the one that its id names.
func (d *Dossier) isFirst(r form.Record, id form.Text) bool {
	return d.names.At(id.Value).Place == r.Place(id)
}
