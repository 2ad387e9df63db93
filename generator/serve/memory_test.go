package serve_test

import (
	"fmt"
	"os"
	"strconv"
	"testing"

	"factsheet/generator/serve"
)

// TestMemory sees that what the preview holds does not grow with the number of
// edits. FACTSHEET_EDITS=5000 makes so many instead of a few hundred.
func TestMemory(t *testing.T) {
	edits := 400
	if n, err := strconv.Atoi(os.Getenv("FACTSHEET_EDITS")); err == nil {
		edits = max(n, 100)
	}
	s := starter(t)
	s.forgetful = true
	s.serve()
	m := mess{site: s, good: s.read(facts)}
	var early uint64
	for i := range edits {
		m.edit(i)
		if i+1 == edits/10 {
			early = m.rest()
		}
	}
	late := m.rest()
	t.Logf("%d bytes live after %d edits, %d after %d", early, edits/10, late, edits)
	if late > early+early/10 {
		t.Errorf("the heap grew from %d bytes after %d edits to %d bytes after %d", early, edits/10, late, edits)
	}
}

// A mess is a project in which everything changes again and again: with ids,
// addresses and assets that never were there before, and files that break.
type mess struct {
	*site
	good string
}

func (m mess) edit(i int) {
	m.t.Helper()
	m.write(facts, fmt.Sprintf("%s\n[[claims]]\nid = \"claim-%d\"\nstatement = \"Nobody was hurt.\"\nevidence = [{ source = \"courier\", quote = \"Nobody was hurt\" }]\n", m.good, i))
	m.shows("/claims.html", fmt.Sprintf("claim-%d", i))
	switch i % 20 {
	case 3:
		m.write(facts, m.good+"\n= 1\n")
	case 7:
		m.write(facts, m.good+fmt.Sprintf("\n[[claims]]\nid = \"faulty-%d\"\nvalve = 1\n", i))
		m.shows("/claims.html", fmt.Sprintf("faulty-%d", i))
	case 9:
		m.write(fmt.Sprintf("content/page-%d.md", i), fmt.Sprintf("# Page %d\n", i))
		m.shows(fmt.Sprintf("/page-%d.html", i), "Page")
		m.check(os.Remove(m.path(fmt.Sprintf("content/page-%d.md", i))))
	case 13:
		m.write("layouts/static/style.css", fmt.Sprintf("h1 { margin: %dpx }", i))
	case 17:
		m.write("layouts/home.html", fmt.Sprintf(`{{define "main"}}<p>%d</p>{{end}}`, i))
		m.shows("/", fmt.Sprintf("<p>%d</p>", i))
	}
}

// rest brings the project to what it was at first and returns how many bytes
// the preview holds of it.
func (m mess) rest() uint64 {
	m.t.Helper()
	m.check(os.RemoveAll(m.path("layouts")))
	m.write(facts, m.good)
	m.wait("rest", func(g *serve.Generation) bool {
		return g.Errors() == 0 && len(g.State.Files.Layouts) == 0 && string(g.State.Dossier.Records[0].File.Data) == m.good
	})
	m.endsAtTheTruth()
	return liveHeap()
}
