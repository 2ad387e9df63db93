package build_test

import (
	"bytes"
	"crypto/sha256"
	"flag"
	"fmt"
	"io/fs"
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
	"factsheet/layouts"
)

var update = flag.Bool("update", false, "write what the program prints into the golden files")

// TestCodes prints, for every code, the findings of a small project that
// raises it, and sees that another project raises nothing. A case is laid over
// testdata/codes/base.txtar; its file "want" holds the exact pictures. A code
// with several causes has a case for each, named fires-CAUSE.
func TestCodes(t *testing.T) {
	ground := readArchive(t, "testdata/codes/base.txtar")
	files, err := filepath.Glob("testdata/codes/*/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.ToSlash(strings.TrimPrefix(file, filepath.Join("testdata", "codes")+"/")), ".txtar"), func(t *testing.T) {
			t.Parallel()
			code := filepath.Base(filepath.Dir(file))
			got := printed(withoutCoverage(code, findings(t, overlay(ground, readArchive(t, file)))))
			compareGolden(t, file, got)
			checkFires(t, file, got)
		})
	}
}

// checkFires holds a case to its name: CODE/fires.txtar raises CODE and
// nothing else, CODE/silent.txtar raises nothing.
func checkFires(t *testing.T, file, got string) {
	code := filepath.Base(filepath.Dir(file))
	if strings.HasPrefix(filepath.Base(file), "silent") {
		if got != "" {
			t.Errorf("the silent case of %s is not silent:\n%s", code, got)
		}
		return
	}
	if !strings.Contains(got, "("+code+")\n") {
		t.Errorf("the case raises no %s:\n%s", code, got)
	}
	for _, r := range check.Rules {
		if r.Code != code && strings.Contains(got, "("+r.Code+")\n") {
			t.Errorf("the case of %s raises %s too", code, r.Code)
		}
	}
}

// TestEveryCodeHasCases sees that no rule is without a case that fires and
// one that stays silent.
func TestEveryCodeHasCases(t *testing.T) {
	for _, r := range check.Rules {
		for _, name := range []string{"fires", "silent"} {
			if found, _ := filepath.Glob(filepath.Join("testdata", "codes", r.Code, name+"*.txtar")); len(found) == 0 {
				t.Errorf("testdata/codes/%s has no case %s.txtar", r.Code, name)
			}
		}
	}
}

// TestUncitedWhileUnparsed sees that a text is not called uncited while a file
// that may cite it does not parse.
func TestUncitedWhileUnparsed(t *testing.T) {
	over := txtar.Parse([]byte("-- seeds/018.txt --\nThe choir sang.\n-- content/annotations/case.toml --\n[[sources]\n"))
	var codes []string
	for _, d := range findings(t, overlay(readArchive(t, "testdata/codes/base.txtar"), over)) {
		codes = append(codes, d.Code)
	}
	if diff := cmp.Diff([]string{"syntax"}, codes); diff != "" {
		t.Error(diff)
	}
}

func readArchive(t *testing.T, name string) *txtar.Archive {
	t.Helper()
	a, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// overlay lays the files of a case over those of the base. A file that holds
// the word DELETED alone is not there. SHA256SUMS lists the seeds as they are
// unless the case has one of its own.
func overlay(base, over *txtar.Archive) fstest.MapFS {
	fsys := fstest.MapFS{}
	layers := base.Files
	if over != nil {
		layers = slices.Concat(layers, over.Files)
	}
	for _, f := range layers {
		if strings.TrimSpace(string(f.Data)) == "DELETED" {
			delete(fsys, f.Name)
			continue
		}
		if f.Name != "want" {
			fsys[f.Name] = &fstest.MapFile{Data: f.Data}
		}
	}
	if _, ok := fsys["seeds/SHA256SUMS"]; !ok {
		fsys["seeds/SHA256SUMS"] = &fstest.MapFile{Data: sums(fsys)}
	}
	return fsys
}

func sums(fsys fstest.MapFS) []byte {
	var b bytes.Buffer
	names, _ := fs.Glob(fsys, "seeds/*.txt")
	for _, name := range names {
		fmt.Fprintf(&b, "%x  %s\n", sha256.Sum256(fsys[name].Data), strings.TrimPrefix(name, "seeds/"))
	}
	return b.Bytes()
}

// folders are the folders of a project in one file system.
func folders(t *testing.T, fsys fs.FS) build.Folders {
	t.Helper()
	sub := func(dir string) fs.FS {
		if _, err := fs.Stat(fsys, dir); err != nil {
			return nil
		}
		f, err := fs.Sub(fsys, dir)
		if err != nil {
			t.Fatal(err)
		}
		return f
	}
	return build.Folders{Root: fsys, Seeds: sub("seeds"), Content: sub("content"), Layouts: sub("layouts")}
}

// findings are what check finds in a project.
func findings(t *testing.T, fsys fs.FS) []diag.Diagnostic {
	t.Helper()
	return findingsIn(t, folders(t, fsys))
}

func findingsIn(t *testing.T, in build.Folders) []diag.Diagnostic {
	t.Helper()
	files, err := build.Read(in, nil)
	if err != nil {
		t.Fatal(err)
	}
	return build.Check(t.Context(), build.Next(files, nil), layouts.FS)
}

func printed(found []diag.Diagnostic) string {
	var b strings.Builder
	diag.Text(&b, found, false)
	return b.String()
}

// withoutCoverage leaves findings of coverage to the cases of those codes: a
// quote that does not stand leaves what it should have cited uncovered, and
// rightly so.
func withoutCoverage(code string, found []diag.Diagnostic) []diag.Diagnostic {
	if r, ok := check.Find(code); ok && r.Group == check.Coverage {
		return found
	}
	return slices.DeleteFunc(found, func(d diag.Diagnostic) bool {
		r, ok := check.Find(d.Code)
		return ok && r.Group == check.Coverage
	})
}

func compareGolden(t *testing.T, file, got string) {
	t.Helper()
	a := readArchive(t, file)
	i := slices.IndexFunc(a.Files, func(f txtar.File) bool { return f.Name == "want" })
	if *update {
		if i < 0 && got != "" {
			a.Files = append(a.Files, txtar.File{Name: "want"})
			i = len(a.Files) - 1
		}
		if i >= 0 {
			a.Files[i].Data = []byte(got)
		}
		if err := os.WriteFile(file, txtar.Format(a), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want := ""
	if i >= 0 {
		want = string(a.Files[i].Data)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("findings differ (-want +got):\n%s", diff)
	}
}
