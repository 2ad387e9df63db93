package serve

import (
	"time"

	"factsheet/generator/build"
	"factsheet/generator/export"
	"factsheet/generator/panics"
)

// A judge asks the rules about generations that are shown, beside the work on the
// next one: whoever saved sees the page before what is wrong with it, and to
// judge takes several times as long as to show.
type judge struct {
	waiting *candidate       // of the generation shown, as long as that is not judged
	asked   *candidate       // that is being judged
	done    chan *Generation // where it will be, or nil after a fault; nil while none is being judged
	last    *build.State     // the newest one that was judged, or nil
}

// begin judges what is waiting, which is shown, in a goroutine of its own.
func (j *judge) begin(p Project, shown *Generation) {
	j.asked, j.done = j.waiting, make(chan *Generation, 1)
	go func(c *candidate, last *build.State, done chan<- *Generation) {
		var catch panics.Catcher
		var g *Generation
		catch.Do(func() { g = c.judged(p, shown, last) })
		if fault := catch.Caught(); fault != nil {
			p.Say(faultWords(fault))
		}
		done <- g
	}(j.asked, j.last, j.done)
}

// over takes in a generation that was judged, or nil, and reports whether there
// is none newer by now. What was found in it helps to judge the newer one.
func (j *judge) over(g *Generation) bool {
	newest := j.asked == j.waiting
	j.asked, j.done = nil, nil
	if g != nil {
		j.last = g.State
	}
	if newest {
		j.waiting = nil
	}
	return newest
}

// judged returns the generation of a candidate with what the rules find in it.
// last is the state that was judged last, or nil.
func (c *candidate) judged(p Project, before *Generation, last *build.State) *Generation {
	start := time.Now()
	state := c.state.JudgeAfter(last)
	why := c.why
	why.count(state, c.from)
	why.Judge = time.Since(start)
	g := newGeneration(state, why, p, before)
	if p.WriteSchema != nil && state.Dossier != nil {
		g.schema = export.Schema(state.Dossier)
	}
	return g
}
