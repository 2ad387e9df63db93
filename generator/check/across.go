package check

import (
	"slices"
	"strings"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
)

// across is of what the rules across sources judge, and what they find.
type across struct {
	likenesses []*likeness
	quotations []*quotation // source by source, these by id

	found []diag.Diagnostic
	asked dossier.Trace
}

// judgeAcross judges what sources have in common. What prev says of the same
// is taken over.
func (v *Verdict) judgeAcross(prev *Verdict, changes *dossier.Changes) across {
	d := v.dossier
	x := across{likenesses: likenesses(d, prev, changes)}
	for _, s := range v.quoting() {
		x.quotations = append(x.quotations, s.quotations...)
	}
	old := prev.across
	if !changes.Touch(old.asked) && slices.Equal(x.likenesses, old.likenesses) && slices.Equal(x.quotations, old.quotations) {
		return old
	}
	watched := d.Watched(&x.asked)
	x.found = collect(func(f Finder, report Report) {
		if f.Across != nil {
			f.Across(watched, &x, report)
		}
	})
	x.asked = x.asked.Closed()
	return x
}

// quoting returns what is said of the sources that have quotations, by id.
func (v *Verdict) quoting() (list []*opinion) {
	for _, u := range v.dossier.Units {
		for _, s := range v.units[u].opinions[:len(u.Sources)] {
			if len(s.quotations) > 0 {
				list = append(list, s)
			}
		}
	}
	slices.SortFunc(list, func(a, b *opinion) int { return strings.Compare(a.quotations[0].source.ID, b.quotations[0].source.ID) })
	return list
}
