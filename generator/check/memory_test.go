package check_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"factsheet/generator/annotation"
	"factsheet/generator/check"
	"factsheet/generator/config"
	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/text"
)

// A project is what a dossier is linked from.
type project struct {
	site        *config.Site
	seeds       []*dossier.Seed
	annotations []*text.File
	records     map[*text.File]*annotation.Records
}

func readProject(t testing.TB, root string) *project {
	t.Helper()
	fsys := os.DirFS(root)
	read := func(name string) *text.File {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			t.Fatal(err)
		}
		return text.NewFile(name, data)
	}
	p := &project{records: map[*text.File]*annotation.Records{}}
	p.site, _ = config.Read(read("site.toml"))
	for _, name := range glob(t, fsys, "seeds/*.txt") {
		p.seeds = append(p.seeds, &dossier.Seed{Name: path.Base(name), File: read(name)})
	}
	for _, name := range glob(t, fsys, "content/annotations/*.toml") {
		p.annotations = append(p.annotations, read(name))
	}
	return p
}

func glob(t testing.TB, fsys fs.FS, pattern string) []string {
	t.Helper()
	names, err := fs.Glob(fsys, pattern)
	if err != nil || len(names) == 0 {
		t.Fatalf("%s: %d files, %v", pattern, len(names), err)
	}
	return names
}

func (p *project) link(prev *dossier.Dossier) *dossier.Dossier {
	sums, _ := dossier.ReadSums(text.NewFile(dossier.SumsPath, nil))
	in := dossier.Input{Site: p.site, Seeds: p.seeds, Sums: sums}
	for _, f := range p.annotations {
		if p.records[f] == nil {
			p.records[f], _ = annotation.Read(f, p.site)
		}
		in.Records = append(in.Records, p.records[f])
	}
	return dossier.Link(in, prev)
}

func findings(list []diag.Diagnostic) []string {
	out := make([]string, len(list))
	for i, d := range list {
		out[i] = fmt.Sprintf("%s: %s: %s", d.Place, d.Code, d.Message)
	}
	return out
}

// TestWhatIsRemembered edits one file after another and sees that a verdict
// that remembers the one before is that of a fresh run.
func TestWhatIsRemembered(t *testing.T) {
	p := readProject(t, "testdata/corpora/ferry")
	edits := []struct{ file, old, new string }{
		{"actors.toml", `name     = "Mirel Dosh"`, `name     = "Mirel Dush"`}, // whom statements name
		{"actors.toml", `count    = 2`, `count    = 3`},
		{"actors.toml", `part_of  = "coast-service"`, `part_of  = "tidewend"`}, // whose part a speaker is
		{"measures.toml", `unit  = "passengers"`, `unit  = "goats"`},
		{"claims.toml", `The captain came off the ship`, `Forty captains came off the ship`},
		{"figures.toml", `Ferry toll rises to 31`, `Ferry tool rises to 31`}, // a fact that answers
		{"questions.toml", `words = ["helmsman"`, `words = ["helmsman", "ferry"`},
		{"sources.toml", `origins`, `note_origins`}, // a record that is no longer whole
	}
	d := p.link(nil)
	verdict := check.Run(d, nil)
	for _, edit := range edits {
		i := slices.IndexFunc(p.annotations, func(f *text.File) bool { return path.Base(f.Path) == edit.file })
		f := p.annotations[i]
		data := bytes.Replace(f.Data, []byte(edit.old), []byte(edit.new), 1)
		if bytes.Equal(data, f.Data) {
			t.Fatalf("%s has no %s", edit.file, edit.old)
		}
		p.annotations[i] = text.NewFile(f.Path, data)
		before := findings(verdict.Found)
		d = p.link(d)
		verdict = check.Run(d, verdict)
		fresh := check.Run(p.link(nil), nil)
		if diff := cmp.Diff(findings(fresh.Found), findings(verdict.Found)); diff != "" {
			t.Errorf("after %s → %s (-fresh +remembered):\n%s", edit.old, edit.new, diff)
		}
		if slices.Equal(before, findings(fresh.Found)) {
			t.Errorf("%s → %s changes nothing for any rule", edit.old, edit.new)
		}
	}
}

func BenchmarkRun(b *testing.B) {
	d := readProject(b, "testdata/corpora/ferry").link(nil)
	verdict := check.Run(d, nil)
	b.Run("fresh", func(b *testing.B) {
		for b.Loop() {
			check.Run(d, nil)
		}
	})
	b.Run("remembered", func(b *testing.B) {
		for b.Loop() {
			check.Run(d, verdict)
		}
	})
}
