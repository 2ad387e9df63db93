package serve_test

import (
	"fmt"
	"net"
	"testing"
	"time"

	"factsheet/generator/serve"
)

// BenchmarkStart measures how long whoever starts the preview waits, for this
// repository's own project and for invented ones. It reports, each from the
// start,
//
//	ms/read    until the files are read and
//	ms/link    until they are linked
//	ms/home    until the home page has arrived and
//	ms/source  the page of a source after it
//	ms/judged  until the rules were asked
//
// The command collects garbage as GOGC=off GOMEMLIMIT=840MiB does until then.
// With -short there are no ten thousand texts.
func BenchmarkStart(b *testing.B) {
	b.Run("own", func(b *testing.B) { benchmarkStart(b, own(b)) })
	for _, n := range []int{1000, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			if testing.Short() && n > 1000 {
				b.Skip("large")
			}
			benchmarkStart(b, invented(b, n))
		})
	}
}

func benchmarkStart(b *testing.B, s *site) {
	var read, link, home, source, judged time.Duration
	for b.Loop() {
		s.shown = nil
		start := time.Now()
		ln, err := net.Listen("tcp", "127.0.0.1:0")
		s.check(err)
		stop := s.serveOn(ln)
		s.arrives("/")
		home += time.Since(start)
		first := s.all()[0]
		s.arrives("/sources/" + first.State.Dossier.Sources[0].ID + ".html")
		source += time.Since(start)
		s.wait("the rules", func(g *serve.Generation) bool { return g.Judged })
		judged += time.Since(start)
		read += first.Why.Read
		link += first.Why.Read + first.Why.Link
		stop()
	}
	b.ReportMetric(0, "ns/op")
	for name, total := range map[string]time.Duration{"read": read, "link": link, "home": home, "source": source, "judged": judged} {
		b.ReportMetric(ms(total)/float64(b.N), "ms/"+name)
	}
}

// arrives asks for a page until it is there.
func (s *site) arrives(address string) {
	s.t.Helper()
	for status := 0; status != 200; time.Sleep(time.Millisecond) {
		status, _ = s.get(address)
	}
}
