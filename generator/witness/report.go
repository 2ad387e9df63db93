package witness

import (
	"factsheet/generator/dossier"
	"factsheet/generator/edtf"
)

// A report is what one origin told on one day.
type report struct {
	origin string
	dated  edtf.Date
}

// A tally counts reports.
type tally struct {
	reports []report        // each once
	sure    map[report]bool // those whose origin a passage names, or is its own words
	joined  *ties
}

// reports counts the reports of evidence, and says whether there may be fewer.
func (b *Bench) reports(list []*dossier.Evidence, speaking *choir) (n int, atMost bool) {
	t := tally{sure: map[report]bool{}, joined: newTies()}
	parts := map[any]*dossier.Part{} // by what makes one report of two passages: the first that has it
	for _, e := range list {
		if b.standing(e) != counted {
			continue
		}
		t.add(b, e.Part)
		for _, key := range b.keys(e, speaking) {
			if first, ok := parts[key]; ok {
				t.join(b, first, e.Part)
			} else {
				parts[key] = e.Part
			}
		}
	}
	sets := map[any]bool{} // whether one of its reports is sure
	for _, r := range t.reports {
		root := t.joined.find(r)
		sets[root] = sets[root] || t.sure[r]
	}
	for _, isSure := range sets {
		atMost = atMost || !isSure
	}
	return len(sets), atMost || t.mayMeet()
}

// add adds what the origins of a passage told.
func (t *tally) add(b *Bench, p *dossier.Part) {
	for _, o := range p.Origins {
		r := report{b.origin(p, o), p.Dated}
		if _, ok := t.sure[r]; !ok {
			t.reports = append(t.reports, r)
		}
		t.sure[r] = t.sure[r] || o == Own || b.Credits(p, o)
	}
}

// join makes one report of what two passages tell.
func (t *tally) join(b *Bench, p, q *dossier.Part) {
	if p == q {
		return
	}
	first := report{b.Origins(p)[0], p.Dated}
	for _, part := range []*dossier.Part{p, q} {
		for _, o := range b.Origins(part) {
			t.joined.join(first, report{o, part.Dated})
		}
	}
}

// mayMeet reports whether two reports of one origin may be of one day, so
// that they may be one report.
func (t *tally) mayMeet() bool {
	for i, r := range t.reports {
		for _, other := range t.reports[:i] {
			if r.origin == other.origin && t.joined.find(r) != t.joined.find(other) && r.dated.Meets(other.dated) {
				return true
			}
		}
	}
	return false
}

// keys are what makes one report of a passage and others: declared wording,
// twin sentences, the voice that speaks in it.
func (b *Bench) keys(e *dossier.Evidence, speaking *choir) []any {
	type share struct{ root any }
	type twin struct{ group int }
	out := []any{share{b.shares.find(e.Part)}}
	for _, group := range b.twins[e.Part] {
		out = append(out, twin{group})
	}
	if len(e.Record.By) > 0 {
		if v := speaking.top(e.Record.By[0].Value); v != nil {
			out = append(out, v)
		}
	}
	return out
}
