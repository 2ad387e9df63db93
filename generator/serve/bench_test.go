package serve_test

import (
	"context"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"factsheet/generator/annotation"
	"factsheet/generator/build"
	"factsheet/generator/corpus"
	"factsheet/generator/serve"
	"factsheet/layouts"
)

// BenchmarkSave measures the preview as its user meets it: from the end of a
// save, in which one fact changes, until the page with the new words has
// arrived, the time in which a save settles included. It does so for this
// repository's own project and for invented ones, fifty saves each round with
// half a second between them, and reports
//
//	ms/first    from the start to the first page
//	ms/median   the median save, and
//	ms/worst    the worst
//	ms/checked  the median time until the rules were asked as well
//	MB/held     what the process has of the system's memory then, and
//	MB/live     what of it is in use after a collection
//	ms/rebuild  reading, checking and making everything, for comparison
//
// The client is of the same process. With -short there are neither a whole
// rebuild nor ten thousand texts.
func BenchmarkSave(b *testing.B) {
	b.Run("own", func(b *testing.B) { benchmarkSave(b, own(b)) })
	for _, n := range []int{1000, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			if testing.Short() && n > 1000 {
				b.Skip("large")
			}
			benchmarkSave(b, invented(b, n))
		})
	}
}

// own is a copy of this repository's project.
func own(b *testing.B) *site {
	b.Helper()
	s := &site{t: b, root: b.TempDir()}
	for _, name := range []string{"seeds", "content"} {
		s.check(os.CopyFS(s.path(name), os.DirFS(filepath.Join("../..", name))))
	}
	data, err := os.ReadFile("../../site.toml")
	s.check(err)
	s.write("site.toml", string(data))
	return s
}

// invented is a project of n texts.
func invented(b *testing.B, n int) *site {
	b.Helper()
	s := &site{t: b, root: b.TempDir()}
	s.check(corpus.Write(s.root, corpus.Project(n, 1)))
	return s
}

const (
	saves = 50 // in a round
	// between is how quickly anybody saves again who has looked at the page.
	between = time.Second / 2
)

func benchmarkSave(b *testing.B, s *site) {
	s.forgetful = true
	start := time.Now()
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	s.check(err)
	stop := s.serveOn(ln)
	for status := 0; status != 200; time.Sleep(time.Millisecond) {
		status, _ = s.get("/")
	}
	first := time.Since(start)
	e := s.editing()
	var seen, checked []time.Duration
	for round := 0; b.Loop(); round++ {
		for i := range saves {
			time.Sleep(between)
			a, b := e.save(round*saves + i)
			seen, checked = append(seen, a), append(checked, b)
		}
	}
	slices.Sort(seen)
	slices.Sort(checked)
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(ms(first), "ms/first")
	b.ReportMetric(ms(seen[len(seen)/2]), "ms/median")
	b.ReportMetric(ms(seen[len(seen)-1]), "ms/worst")
	b.ReportMetric(ms(checked[len(checked)/2]), "ms/checked")
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	b.ReportMetric(float64(m.Sys-m.HeapReleased)/(1<<20), "MB/held")
	b.ReportMetric(float64(liveHeap())/(1<<20), "MB/live")
	stop()
	if !testing.Short() {
		b.ReportMetric(ms(s.rebuild()), "ms/rebuild")
	}
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// liveHeap returns how many bytes are in use after collections.
func liveHeap() uint64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// rebuild makes the whole site from nothing, and returns how long that took.
func (s *site) rebuild() time.Duration {
	s.t.Helper()
	start := time.Now()
	in, done, err := s.open()
	s.check(err)
	defer done()
	files, err := build.Read(in, nil)
	s.check(err)
	state := build.Next(files, nil)
	if state.Errors() > 0 {
		s.t.Fatalf("%d errors", state.Errors())
	}
	for _, err := range state.Output(layouts.FS).Files(context.Background()) {
		s.check(err)
	}
	return time.Since(start)
}

// An editing is somebody who saves again and again and looks at the page.
type editing struct {
	*site
	stream *stream
	facts  []*annotation.Fact // one of each file
}

func (s *site) editing() *editing {
	s.t.Helper()
	g := s.wait("the rules", func(g *serve.Generation) bool { return g.Judged })
	e := &editing{site: s, stream: s.stream(s.t.Context())}
	for _, records := range g.State.Dossier.Records {
		i := slices.IndexFunc(records.Facts, func(f *annotation.Fact) bool { return f.Note.Value == "" })
		if i >= 0 {
			e.facts = append(e.facts, records.Facts[i])
		}
	}
	if len(e.facts) == 0 {
		s.t.Fatal("there is no fact without a note")
	}
	return e
}

// save adds a note to a fact, of another file each time as far as there are
// any, and takes it back. It returns how long it took until the page showed it
// and until the rules were asked.
func (e *editing) save(n int) (seen, checked time.Duration) {
	e.t.Helper()
	fact := e.facts[n%saves*len(e.facts)/saves]
	ref, ok := e.newest().Preview.Ref(fact.ID.Value)
	if !ok {
		e.t.Fatalf("no page shows %s", fact.ID.Value)
	}
	page, _, _ := strings.Cut(ref.Link, "#")
	e.get("/" + page) // as a browser has it
	path, before := fact.File.Path, e.read(fact.File.Path)
	at := fact.ID.Span.Start + strings.IndexByte(before[fact.ID.Span.Start:], '\n')
	words := fmt.Sprintf("Seen in save %d.", n)

	known := e.newest().Number
	e.write(path, before[:at]+"\nnote = \""+words+"\""+before[at:])
	start := time.Now()
	for body := ""; !strings.Contains(body, words); {
		if e.stream.next().Generation > known {
			_, body = e.get("/" + page)
		}
	}
	seen = time.Since(start)
	e.wait("the rules", func(g *serve.Generation) bool { return g.Judged && g.Why.Paths[0] == path })
	checked = time.Since(start)

	e.write(path, before)
	e.wait("the fact as it was", func(g *serve.Generation) bool {
		f := g.State.Dossier.Fact(fact.ID.Value)
		return g.Judged && f != nil && f.Record.Note.Value == ""
	})
	return seen, checked
}
