package cli

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"factsheet/generator/diag"
	"factsheet/generator/serve"
)

// A screen shows the newest state of a project that is followed: on a terminal
// in the place of the one before, else only where it is another one.
type screen struct {
	p       *program
	address string // "" where nothing is served
	pages   *serve.Counter

	mu    sync.Mutex
	count int      // of the states printed
	last  string   // what was printed of the findings
	lines []string // said since the start, the last few
}

const (
	// maxPrinted is how many findings a screen shows; the panel has the rest.
	maxPrinted = 20
	maxSaid    = 3
)

func (s *screen) begin() {
	if s.address != "" {
		s.p.say.line("the preview is at %s (ctrl-c ends it)", s.address)
	}
}

// say says a line now, and again below every later state.
func (s *screen) say(line string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.lines = append(s.lines, line)
	if n := len(s.lines); n > maxSaid {
		s.lines = s.lines[n-maxSaid:]
	}
	s.p.say.line("%s", line)
}

// show prints a generation that was judged. What else there is to one that is
// repeated was said already.
func (s *screen) show(g *serve.Generation) {
	if !g.Judged || g.Repeated {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	found := printable(g.Found)
	var b strings.Builder
	diag.Text(&b, found, s.p.say.color)
	if more := len(g.Found) - len(found); more > 0 {
		fmt.Fprintf(&b, "and %d more\n", more)
	}
	if s.p.say.terminal {
		fmt.Fprint(s.p.say.w, "\x1b[H\x1b[2J")
		s.begin()
		for _, line := range s.lines {
			s.p.say.line("%s", line)
		}
	}
	if s.p.say.terminal || b.String() != s.last {
		fmt.Fprint(s.p.say.w, b.String())
	}
	s.last = b.String()
	errs := g.Errors()
	s.p.say.line("%s, %s", count(errs, "error"), count(len(g.Found)-errs, "warning"))
	s.count++
	s.p.say.line("#%d %s%s", s.count, g.Why, s.counted())
}

// counted says which pages were made since the last state.
func (s *screen) counted() string {
	if s.pages == nil {
		return ""
	}
	made, remembered, took := s.pages.Take()
	if made+remembered == 0 {
		return ""
	}
	return fmt.Sprintf("; since the last: %s made, %d remembered in %d ms", count(made, "page"), remembered, took.Milliseconds())
}

// printable are the findings that are printed: errors before warnings, and of
// each the first ones.
func printable(found []diag.Diagnostic) []diag.Diagnostic {
	found = slices.Clone(found)
	slices.SortStableFunc(found, func(a, b diag.Diagnostic) int { return int(a.Severity) - int(b.Severity) })
	found = found[:min(len(found), maxPrinted)]
	diag.Sort(found)
	return found
}
