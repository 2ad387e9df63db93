package witness

import (
	"slices"

	"factsheet/generator/dossier"
	"factsheet/generator/edtf"
	"factsheet/generator/form"
)

// A Range is how many reports there are: as many as can be told apart for
// sure, up to as many as there are if whatever was only inferred is wrong.
type Range struct{ Min, Max int }

// A report is what one origin told on one day.
type report struct {
	origin string
	dated  edtf.Date
	// guessed is the passage of which the origin was inferred or the day is
	// not known, where a guess joins nothing.
	guessed *dossier.Part
}

// A tally counts reports.
type tally struct {
	b       *Bench
	kin     kin
	surely  bool            // whether only what is sure makes one report of two
	reports []report        // each once
	sure    map[report]bool // those whose origin a passage names, or is its own words
	joined  *Ties
}

// reports counts the reports of evidence. An inferred origin, actors that are
// probably the same and parts of a group that only a reason makes its parts
// leave open whether two reports are one.
func (b *Bench) reports(list []*dossier.Evidence) Range {
	most := b.tally(list, b.certain(), true)
	fewest := b.tally(list, b.likely(), false)
	fewest.joinMeeting()
	return Range{fewest.least(), len(most.sets())}
}

// Told returns to how many reports a whole collection of evidence comes down,
// and whose they are: ids in the order of the evidence, one for all actors that
// are probably the same. It counts pairs of an origin and a day, the fewest
// where days that may be one are one. Support goes further: behind one fact,
// wording that passages share makes one report of two, but behind everything,
// one sentence in common does not.
func (b *Bench) Told(list []*dossier.Evidence) (Range, []string) {
	t := &tally{b: b, kin: b.likely(), sure: map[report]bool{}, joined: NewTies()}
	var origins []string
	for _, p := range b.telling(list) {
		t.add(p)
		for _, o := range b.Origins(p) {
			if !slices.Contains(origins, o) {
				origins = append(origins, o)
			}
		}
	}
	most := len(t.reports)
	t.joinMeeting()
	return Range{len(t.sets()), most}, origins
}

// telling are the parts in which evidence counts as a report, each once.
func (b *Bench) telling(list []*dossier.Evidence) []*dossier.Part {
	var out []*dossier.Part
	seen := map[*dossier.Part]bool{}
	for _, e := range list {
		if e.Found() && e.Role == "supports" && b.standing(e) == counted && !seen[e.Part] {
			seen[e.Part] = true
			out = append(out, e.Part)
		}
	}
	return out
}

func (b *Bench) tally(list []*dossier.Evidence, k kin, surely bool) *tally {
	t := &tally{b: b, kin: k, surely: surely, sure: map[report]bool{}, joined: NewTies()}
	speaking := b.choir(list, everybody, k)
	parts := map[any]*dossier.Part{} // by what makes one report of two passages: the first that has it
	for _, e := range list {
		if b.standing(e) != counted {
			continue
		}
		t.add(e.Part)
		for _, key := range b.keys(e, speaking) {
			if first, ok := parts[key]; ok {
				t.join(first, e.Part)
			} else {
				parts[key] = e.Part
			}
		}
	}
	return t
}

// told are the reports that a passage passes on.
func (t *tally) told(p *dossier.Part) (list []report, sure []bool) {
	for _, o := range p.Origins {
		known := o == Own || t.b.Credits(p, o)
		r := report{origin: t.kin.root(t.b.origin(p, o)), dated: p.Dated}
		if t.surely && !(known && p.Dated.IsDay()) {
			r.guessed = p
		}
		list, sure = append(list, r), append(sure, known)
	}
	return list, sure
}

func (t *tally) add(p *dossier.Part) {
	list, sure := t.told(p)
	for i, r := range list {
		if _, ok := t.sure[r]; !ok {
			t.reports = append(t.reports, r)
		}
		t.sure[r] = t.sure[r] || sure[i]
	}
}

// join makes one report of what two passages tell.
func (t *tally) join(p, q *dossier.Part) {
	if p == q {
		return
	}
	ours, _ := t.told(p)
	theirs, _ := t.told(q)
	for _, r := range append(ours, theirs...) {
		t.joined.Join(ours[0], r)
	}
}

// joinMeeting makes one report of those of one origin that may be of one day.
func (t *tally) joinMeeting() {
	of := map[string][]report{}
	for _, r := range t.reports {
		for _, other := range of[r.origin] {
			if r.dated.Meets(other.dated) {
				t.joined.Join(other, r)
			}
		}
		of[r.origin] = append(of[r.origin], r)
	}
}

// sets are the reports that are told apart, and whether the origin of any of
// what was joined in one is sure.
func (t *tally) sets() map[any]bool {
	sets := map[any]bool{}
	for _, r := range t.reports {
		root := t.joined.find(r)
		sets[root] = sets[root] || t.sure[r]
	}
	return sets
}

// least counts the reports whose origin is sure. Any other may be one of
// these; where there is none, all may be one.
func (t *tally) least() int {
	n := 0
	for _, sure := range t.sets() {
		if sure {
			n++
		}
	}
	return max(n, min(1, len(t.reports)))
}

// keys are what makes one report of a passage and others: declared wording,
// twin sentences, the voice that speaks in it.
func (b *Bench) keys(e *dossier.Evidence, speaking *choir) []any {
	type share struct{ root *dossier.Part }
	type twin struct{ group int }
	out := []any{share{b.share(e.Part)}}
	for _, group := range b.twins(e.Part) {
		out = append(out, twin{group})
	}
	if by := innermost(e.Record.By); len(by) > 0 {
		if v := speaking.top(by[0].Value); v != nil {
			out = append(out, v)
		}
	}
	return out
}

// everybody is everybody through whom something came.
func everybody(by []form.Text) []form.Text { return by }

// innermost is who said something, without those who passed it on.
func innermost(by []form.Text) []form.Text { return by[:min(len(by), 1)] }
