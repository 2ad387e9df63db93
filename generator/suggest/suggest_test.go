package suggest_test

import (
	"bytes"
	"crypto/sha256"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"factsheet/generator/build"
	"factsheet/generator/check"
	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/suggest"
)

var update = flag.Bool("update", false, "write what the program prints into the golden files")

// TestGolden compares the drafts of small projects, the files of an archive,
// with its file "want".
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no archives: %v", err)
	}
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			fsys, want := fstest.MapFS{}, ""
			for _, f := range archive.Files {
				if f.Name == "want" {
					want = string(f.Data)
					continue
				}
				fsys[f.Name] = &fstest.MapFile{Data: f.Data}
			}
			d := link(t, fsys)
			got := suggest.TOML(suggest.All(d))
			if *update {
				setFile(archive, "want", got)
				if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
			holds(t, fsys)
		})
	}
}

func setFile(a *txtar.Archive, name, data string) {
	i := slices.IndexFunc(a.Files, func(f txtar.File) bool { return f.Name == name })
	if i < 0 {
		a.Files = append(a.Files, txtar.File{Name: name})
		i = len(a.Files) - 1
	}
	a.Files[i].Data = []byte(data)
}

// link reads and links a project. SHA256SUMS lists the seeds as they are.
func link(t testing.TB, fsys fstest.MapFS) *dossier.Dossier {
	t.Helper()
	s := state(t, fsys)
	if s.Dossier == nil {
		t.Fatalf("no dossier: %v", s.Found)
	}
	return s.Dossier
}

func state(t testing.TB, fsys fstest.MapFS) *build.State {
	t.Helper()
	fsys = maps.Clone(fsys)
	fsys[dossier.SumsPath] = &fstest.MapFile{Data: sums(fsys)}
	files, err := build.Read(build.Folders{Root: fsys, Seeds: sub(t, fsys, "seeds"), Content: sub(t, fsys, "content")}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return build.Next(files, nil)
}

func sub(t testing.TB, fsys fs.FS, dir string) fs.FS {
	t.Helper()
	out, err := fs.Sub(fsys, dir)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func sums(fsys fstest.MapFS) []byte {
	var b bytes.Buffer
	names, _ := fs.Glob(fsys, "seeds/*.txt")
	for _, name := range names {
		fmt.Fprintf(&b, "%x  %s\n", sha256.Sum256(fsys[name].Data), strings.TrimPrefix(name, "seeds/"))
	}
	return b.Bytes()
}

// holds sees that the drafts of a project, pasted, are no error, and that there
// is nothing left to draft then.
func holds(t *testing.T, fsys fstest.MapFS) {
	t.Helper()
	d := link(t, fsys)
	before := state(t, fsys)
	pasted := maps.Clone(fsys)
	toml := suggest.TOML(suggest.All(d))
	pasted["content/annotations/drafts.toml"] = &fstest.MapFile{Data: []byte(toml)}
	after := state(t, pasted)
	for _, f := range after.Found {
		if f.Severity == diag.Error && !slices.ContainsFunc(before.Found, func(b diag.Diagnostic) bool { return b.Code == f.Code && b.Place == f.Place }) {
			var b bytes.Buffer
			diag.Text(&b, []diag.Diagnostic{f}, false)
			t.Errorf("the drafts raise an error:\n%s", &b)
		}
	}
	if after.Dossier == nil {
		t.Fatal("no dossier")
	}
	if strings.Contains(toml, "names no sheet") {
		return // what has no table cannot be pasted
	}
	if rest := suggest.TOML(suggest.All(after.Dossier)); rest != "" {
		t.Errorf("after the drafts are pasted, there are more:\n%s\n--- pasted:\n%s", rest, toml)
	}
	sum := check.Sum(check.CoverageOf(after.Dossier))
	for what, share := range map[string]check.Share{"numbers": sum.Numbers, "times": sum.Times, "sentences": sum.Sentences} {
		if open := share.Of - share.Read - share.Aside - share.Drafted; open != 0 {
			t.Errorf("%d %s of %d stay open", open, what, share.Of)
		}
	}
}

// newFolder is a project of nothing but texts: every coverage finding is an
// error unless a draft covers it.
func newFolder(seeds map[string]string) fstest.MapFS {
	fsys := fstest.MapFS{"site.toml": &fstest.MapFile{Data: []byte(newSite)}}
	for name, data := range seeds {
		fsys["seeds/"+name] = &fstest.MapFile{Data: []byte(data)}
	}
	return fsys
}

const newSite = `title = "New"
[check]
coverage = "error"
[[sheets]]
name = "figures"
kind = "quantity"
title = "Figures"
[[sheets]]
name = "actors"
kind = "actor"
title = "Actors"
[[sheets]]
name = "dates"
kind = "date"
title = "Dates"
[[sheets]]
name = "claims"
kind = "claim"
title = "Claims"
`

// TestNewFolder drafts the texts of whole corpora from nothing.
func TestNewFolder(t *testing.T) {
	folders := []string{"../cli/starter/seeds", "../../seeds"}
	corpora, err := filepath.Glob("../check/testdata/corpora/*/seeds")
	if err != nil || len(corpora) == 0 {
		t.Fatalf("no corpora: %v", err)
	}
	for _, dir := range append(folders, corpora...) {
		t.Run(dir, func(t *testing.T) {
			holds(t, newFolder(textsIn(t, dir)))
		})
	}
}

// textsIn reads the texts of a folder.
func textsIn(t testing.TB, dir string) map[string]string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no texts: %v", err)
	}
	seeds := map[string]string{}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		seeds[filepath.Base(name)] = string(data)
	}
	return seeds
}

func BenchmarkAll(b *testing.B) {
	seeds := textsIn(b, "../check/testdata/corpora/ferry/seeds")
	size := 0
	for _, text := range seeds {
		size += len(text)
	}
	d := link(b, newFolder(seeds))
	b.SetBytes(int64(size))
	for b.Loop() {
		suggest.All(d)
	}
}

// FuzzNewFolder drafts any two texts from nothing: what is pasted parses, and
// raises no error.
func FuzzNewFolder(f *testing.F) {
	f.Add("Hallow Post, 3 May 2031\n\nDam holds\n\nMore than 1,200 people left, “about” two told the Post on Friday.\n\nRead more", "It held. It held. It held, Ada Brook said. 3")
	f.Add(" date 2031-05-03 A/ One. One. Two […] three, four (Post) - 5", "PORT HALE, May 3 (Post) -\u200b 5 \"of 6\" couldn't. No. 7 1\u202f300 e\u0301 $1e400 12345678901234567890123")
	f.Add("A\nPORT, (B) - two of two of two of the two", "*[a](b)* `c`\tat 10:30 ''\" \\ \x01")
	f.Add("The Hallow Post\nDam holds\nBy Ada Brook\nPublished: 3 May 2031 | Updated 4 May 2031\nIt held, Brook told the\nPost.\n\nENDS\nContact: a@b.example", "Hallow Notes — a blog about dams\nPosted on May 4, 2031\n\n3pmHale reported it\nBrook told the Post.")
	f.Fuzz(func(t *testing.T, a, b string) {
		if len(a)+len(b) > 1<<11 {
			return // which takes longer, and other ways hardly ever
		}
		d := link(t, newFolder(map[string]string{"a.txt": a, "b.txt": b}))
		toml := suggest.TOML(suggest.All(d))
		fsys := newFolder(map[string]string{"a.txt": a, "b.txt": b})
		before := map[string]bool{}
		for _, x := range state(t, fsys).Found {
			before[x.Code] = true
		}
		fsys["site.toml"] = &fstest.MapFile{Data: []byte(strings.Replace(newSite, `"error"`, `"warning"`, 1))}
		fsys["content/annotations/drafts.toml"] = &fstest.MapFile{Data: []byte(toml)}
		for _, x := range state(t, fsys).Found {
			if x.Severity == diag.Error && !before[x.Code] {
				var out bytes.Buffer
				diag.Text(&out, []diag.Diagnostic{x}, false)
				t.Errorf("the drafts of %q and %q raise an error:\n%s\n%s", a, b, &out, toml)
			}
		}
	})
}
