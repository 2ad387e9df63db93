package corpus_test

import (
	"bytes"
	"io/fs"
	"iter"
	"maps"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"factsheet/generator/build"
	"factsheet/generator/corpus"
	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/layouts"
)

// inMemory holds the files of a project.
func inMemory(files iter.Seq[corpus.File]) fstest.MapFS {
	out := fstest.MapFS{}
	for f := range files {
		out[f.Path] = &fstest.MapFile{Data: f.Data}
	}
	return out
}

func buildOf(t *testing.T, project fstest.MapFS) *build.State {
	t.Helper()
	sub := func(name string) fs.FS {
		if !slices.ContainsFunc(slices.Collect(maps.Keys(project)), func(file string) bool { return strings.HasPrefix(file, name+"/") }) {
			return nil
		}
		dir, err := fs.Sub(project, name)
		if err != nil {
			t.Fatal(err)
		}
		return dir
	}
	files, err := build.Read(build.Folders{Root: project, Seeds: sub("seeds"), Content: sub("content")}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return build.Next(files, nil)
}

func silent(t *testing.T, found []diag.Diagnostic) {
	t.Helper()
	var b strings.Builder
	if err := diag.Text(&b, found, false); err != nil {
		t.Fatal(err)
	}
	if b.Len() > 0 {
		t.Errorf("%.4000s", &b)
	}
}

// TestProject sees that a project passes every check, coverage included, and
// has the size that benchmarks count on.
func TestProject(t *testing.T) {
	for _, n := range []int{1, 7, 10, 60} {
		project := inMemory(corpus.Project(n, 1))
		s := buildOf(t, project)
		silent(t, s.Found)
		if got := len(s.Dossier.Sources); got != n {
			t.Errorf("%d sources of %d texts", got, n)
		}
		if n%10 > 0 {
			continue
		}
		if evidence := evidenceOf(s.Dossier); evidence < 10*n || evidence > 14*n {
			t.Errorf("%d texts are cited %d times", n, evidence)
		}
		size := 0
		for _, f := range s.Files.Seeds {
			size += len(f.File.Data)
		}
		if mean := size / n; mean < 2500 || mean > 3500 {
			t.Errorf("a text has %d bytes in the mean", mean)
		}
	}
}

func evidenceOf(d *dossier.Dossier) int {
	n := 0
	for _, item := range d.Items() {
		n += len(item.Cited())
	}
	return n
}

// TestRetold sees that a project has what makes texts of one report hard to
// count: wording in common, a number that one of them changed, speakers
// without names and time words.
func TestRetold(t *testing.T) {
	s := buildOf(t, inMemory(corpus.Project(10, 1)))
	if len(s.Dossier.Wording.Clusters) < 20 {
		t.Errorf("%d sentences that texts share", len(s.Dossier.Wording.Clusters))
	}
	kinds := map[string]int{}
	for _, f := range s.Dossier.Facts {
		if len(f.Record.Differs) > 0 {
			kinds["differs"]++
		}
		for _, e := range f.Evidence {
			if len(e.Record.Refers) > 0 {
				kinds["refers"]++
			}
			if len(e.Record.By) == 2 {
				kinds["passed on"]++
			}
			if strings.Contains(e.Record.Quote.Value, "[…]") {
				kinds["gap"]++
			}
		}
	}
	for _, a := range s.Dossier.Actors {
		kinds[a.Record.Kind.Value]++
	}
	for _, want := range []string{"differs", "refers", "passed on", "gap", "anonymous", "person", "organisation", "place", "media"} {
		if kinds[want] == 0 {
			t.Errorf("nothing in the project is of the kind %q", want)
		}
	}
}

// TestSame sees that the same numbers give the same bytes, other ones others,
// and that a larger project begins as the smaller one does.
func TestSame(t *testing.T) {
	a, b, other, larger := inMemory(corpus.Project(20, 1)), inMemory(corpus.Project(20, 1)), inMemory(corpus.Project(20, 2)), inMemory(corpus.Project(40, 1))
	if len(a) != len(b) || len(a) < 30 {
		t.Fatalf("%d files, then %d", len(a), len(b))
	}
	for name, f := range a {
		if !bytes.Equal(f.Data, b[name].Data) {
			t.Errorf("%s is another file the second time", name)
		}
		if path.Ext(name) == ".txt" && (other[name] == nil || bytes.Equal(f.Data, other[name].Data)) {
			t.Errorf("%s is the same with another seed", name)
		}
		if path.Ext(name) == ".txt" && (larger[name] == nil || !bytes.Equal(f.Data, larger[name].Data)) {
			t.Errorf("%s is another file in a larger project", name)
		}
	}
}

// TestPages sees that hand-written pages build without a finding, have the
// size and the parts that they are said to have, and are the same every time.
func TestPages(t *testing.T) {
	project, again := inMemory(corpus.Pages(30, 1)), inMemory(corpus.Pages(30, 1))
	s := buildOf(t, project)
	silent(t, build.Check(t.Context(), s, layouts.FS))
	if len(s.Files.Pages) != 30 {
		t.Errorf("%d pages of 30", len(s.Files.Pages))
	}
	for _, f := range s.Files.Pages {
		if !bytes.Equal(f.Data, again[f.Path].Data) {
			t.Errorf("%s is another file the second time", f.Path)
		}
		if len(f.Data) < 3000 || len(f.Data) > 4200 {
			t.Errorf("%s has %d bytes", f.Path, len(f.Data))
		}
		for part, want := range map[string]int{"\n## ": 5, "](": 15, "\n[^": 3, "\n| ": 10, "\n- ": 4, "\n1. ": 4, "\n\n> ": 3} {
			if got := bytes.Count(f.Data, []byte(part)); got != want {
				t.Errorf("%s has %q %d times, not %d", f.Path, part, got, want)
			}
		}
	}
}
