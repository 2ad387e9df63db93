package witness

import "factsheet/generator/dossier"

// Together groups evidence that was found by the report that it passes on, in
// the order in which each report first comes: one origin on one day, declared
// or shared wording, one voice. Unlike [Bench.Support] it also groups what
// credits nobody, so that a reprint never stands beside its model as if it
// bore it out. What nothing ties to the rest is a group of its own.
func (b *Bench) Together(list []*dossier.Evidence) [][]*dossier.Evidence {
	joined, speaking := NewTies(), b.choir(list, everybody, b.likely())
	for _, e := range list {
		joined.Join(e.Part, e)
		for _, r := range b.told(e.Part) {
			joined.Join(r, e)
		}
		for _, key := range b.keys(e, speaking) {
			joined.Join(key, e)
		}
	}
	var out [][]*dossier.Evidence
	at := map[any]int{}
	for _, e := range list {
		root := joined.find(e)
		n, ok := at[root]
		if !ok {
			n = len(out)
			at[root] = n
			out = append(out, nil)
		}
		out[n] = append(out[n], e)
	}
	return out
}

// told are the reports of a passage whose day is known: of one without a day
// nobody can say that it is the report of another.
func (b *Bench) told(p *dossier.Part) []report {
	if p.Dated.IsZero() {
		return nil
	}
	var out []report
	for _, o := range b.Origins(p) {
		out = append(out, report{origin: o, dated: p.Dated})
	}
	return out
}
