// Package serve shows a site while somebody works on it: generation after
// generation, each made whole before anybody sees it, the newest version of
// everything with what is wrong in its place.
package serve

import (
	"fmt"
	"strings"
	"time"

	"factsheet/generator/build"
	"factsheet/generator/diag"
	"factsheet/generator/dossier"
)

// A Generation is the project as it stood at one moment. It never changes.
type Generation struct {
	Number int // from 1
	State  *build.State
	// Preview makes the pages; nil while there is no site.toml that could
	// be read.
	Preview *build.Preview
	// Found is everything that is wrong, in the order of diag.Sort.
	Found []diag.Diagnostic
	// Judged says that the rules were asked. Pages are shown first, with what
	// was found before and still stands, and judged right after.
	Judged bool
	// Fault says that the program itself failed after it was shown: over the
	// rules, or over something newer.
	Fault bool
	// Unread says why the project cannot be read any more, and so why this
	// may not be the newest; "" where it can.
	Unread string
	// Repeated says that the one before showed the same, without the fault or
	// with another Unread.
	Repeated bool
	Why      Why

	checked []diag.Diagnostic // those of Found that the preview found
	cards   cards
	schema  []byte // of the annotations, where it is to be written
}

// Errors counts the findings that keep the site from being published.
func (g *Generation) Errors() int { return diag.Errors(g.Found) }

// Why says what became another generation, and what of it was made anew.
type Why struct {
	Paths   []string // that are not as they were
	Files   int      // of the project
	Gone    int      // of Paths, those at which there is no file any more
	Texts   Redone
	Facts   Redone // and actors
	Read    time.Duration
	Link    time.Duration // and the reading of what the files hold
	Judge   time.Duration
	Settled time.Duration // from the last event until the files were read
}

// Redone counts what was made anew among all.
type Redone struct{ Anew, All int }

// String is the line for people: what was redone, what was remembered, how
// long each took.
func (w Why) String() string {
	gone := ""
	if w.Gone > 0 {
		gone = fmt.Sprintf(", %d gone", w.Gone)
	}
	return fmt.Sprintf("%s: read %d of %d files%s in %s; linked %d of %d texts, %d of %d facts in %s; checked in %s",
		some(w.Paths), len(w.Paths)-w.Gone, w.Files, gone, ms(w.Read),
		w.Texts.Anew, w.Texts.All, w.Facts.Anew, w.Facts.All, ms(w.Link), ms(w.Judge))
}

// some names the first of many, on one line whatever stands in their names.
func some(paths []string) string {
	const most = 2
	first := diag.Visible(strings.Join(paths[:min(most, len(paths))], ", "))
	if len(paths) <= most {
		return first
	}
	return fmt.Sprintf("%s and %d more", first, len(paths)-most)
}

func ms(d time.Duration) string {
	return fmt.Sprintf("%.1f ms", float64(d.Microseconds())/1000)
}

// count compares the linked records of a state with those of the one before.
func (w *Why) count(now, before *build.State) {
	if now.Dossier == nil {
		return
	}
	old := &dossier.Dossier{}
	if before != nil && before.Dossier != nil {
		old = before.Dossier
	}
	gone, fresh := now.Dossier.UnitsSince(old)
	texts := anew(gone, fresh, func(u *dossier.Unit) []*dossier.Source { return u.Sources })
	actors := anew(gone, fresh, func(u *dossier.Unit) []*dossier.Actor { return u.Actors })
	facts := anew(gone, fresh, func(u *dossier.Unit) []*dossier.Fact { return u.Facts })
	w.Texts, w.Facts = Redone{texts, len(now.Dossier.Sources)}, Redone{actors + facts, len(now.Dossier.Items())}
}

// anew counts what some units have linked and others had not.
func anew[T comparable](gone, fresh []*dossier.Unit, of func(*dossier.Unit) []T) (n int) {
	known := map[T]bool{}
	for _, u := range gone {
		for _, x := range of(u) {
			known[x] = true
		}
	}
	for _, u := range fresh {
		for _, x := range of(u) {
			if !known[x] {
				n++
			}
		}
	}
	return n
}

// newGeneration shows a state. before is the generation that it follows, or
// nil.
func newGeneration(s *build.State, why Why, p Project, before *Generation) *Generation {
	g := &Generation{State: s, Found: s.Found, Judged: s.Judged(), Why: why}
	var shown *build.Preview
	if before != nil {
		shown = before.Preview
		g.checked = s.Files.Carry(before.checked, before.State.Files)
	}
	if s.Dossier == nil {
		return g
	}
	g.Preview = build.NewPreview(s, p.Layouts, shown)
	if g.Judged {
		g.checked = g.Preview.Check()
	}
	g.Found = diag.Merge(g.Found, g.checked)
	g.cards = newCards(g, before)
	return g
}
