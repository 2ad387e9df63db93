package watch

import (
	"maps"
	"slices"
	"time"
)

// pending is what changed and was not handed on yet. Its zero value is
// nothing.
type pending struct {
	paths       map[string]bool
	folder      bool // one of them is a folder
	first, last time.Time
}

// add adds a path at which something changed.
func (p *pending) add(path string, folder bool, now time.Time) {
	if len(p.paths) == 0 {
		p.paths, p.first = map[string]bool{}, now
	}
	p.paths[path] = true
	p.folder = p.folder || folder
	p.last = now
}

// due returns when the batch is to be handed on, and false where there is
// none.
func (p *pending) due() (time.Time, bool) {
	switch {
	case len(p.paths) == 0:
		return time.Time{}, false
	case len(p.paths) == 1 && !p.folder:
		return earlier(p.last.Add(oneFile), p.first.Add(atMost)), true
	}
	return earlier(p.last.Add(several), p.first.Add(atMost)), true
}

// take returns the batch and begins another one.
func (p *pending) take() Batch {
	b := Batch{Paths: slices.Collect(maps.Keys(p.paths)), Last: p.last}
	if p.paths[Everything] {
		b.Paths = []string{Everything}
	}
	*p = pending{}
	return b
}

func earlier(a, b time.Time) time.Time {
	if a.Before(b) {
		return a
	}
	return b
}
