package render

import (
	"html/template"
	"io"
	"sync"
)

// A layoutSet lays out the pages of a kind. Of layouts that are not the embedded
// ones it keeps copies, each of which counts what it does for one page at a time.
type layoutSet struct {
	*template.Template      // the base; never executed where copies are
	untried            bool // what the layouts do is counted

	mu   sync.Mutex
	idle []gauge // that no page uses at the moment
}

// A gauge is a copy with what counts for it.
type gauge struct {
	*template.Template
	*meter
}

// execute lays out a page by one of the templates.
func (s *layoutSet) execute(out io.Writer, name string, rounds int, v View) error {
	if !s.untried {
		return s.ExecuteTemplate(out, name, v)
	}
	g := s.take()
	defer s.give(g)
	g.reset(rounds)
	return g.ExecuteTemplate(out, name, v)
}

func (s *layoutSet) take() gauge {
	s.mu.Lock()
	defer s.mu.Unlock()
	if last := len(s.idle) - 1; last >= 0 {
		g := s.idle[last]
		s.idle = s.idle[:last]
		return g
	}
	m := new(meter)
	return gauge{m.metered(s.Template), m}
}

func (s *layoutSet) give(g gauge) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.idle = append(s.idle, g)
}
