package check

import (
	"factsheet/generator/dossier"
	"factsheet/generator/parallel"
	"factsheet/generator/reuse"
	"factsheet/generator/witness"
)

// A likeness is what the rules are to know of a cluster of sentences that texts
// share: most often nothing.
type likeness struct {
	asked     dossier.Trace
	strangers [][2]shared
	clashes   []clash
	times     []twinTime
}

// likenesses looks at every cluster, in their order. What stands of prev is
// taken over.
func likenesses(d *dossier.Dossier, prev *Verdict, changes *dossier.Changes) []*likeness {
	clusters := d.Wording.Clusters
	known := prev.across.likenesses
	if prev.dossier == nil || prev.dossier.Wording != d.Wording {
		known = make([]*likeness, len(clusters))
	}
	out := make([]*likeness, len(clusters))
	var work []func()
	for i, old := range known {
		if old != nil && !changes.Touch(old.asked) {
			out[i] = old
			continue
		}
		work = append(work, func() { out[i] = likenessOf(d, &clusters[i]) })
	}
	parallel.Run(work)
	return out
}

func likenessOf(d *dossier.Dossier, c *reuse.Cluster) *likeness {
	x := new(likeness)
	d = d.Watched(&x.asked)
	bench, all := witness.New(d), sharedOf(d, c)
	x.strangers = strangersIn(bench, c, all)
	x.clashes = clashesIn(d, bench, c, all)
	x.times = twinTimesIn(d, bench, c, all)
	x.asked = x.asked.Closed()
	return x
}
