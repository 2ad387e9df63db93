package generator_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// table lists the packages in the order in which they may import: a package
// from rows above its own and from packages to its left in its row.
var table = [][]string{
	{"memo", "panics", "parallel", "text", "filename"},
	{"diag"},
	{"lang"},
	{"tomlfile"},
	{"edtf", "quantity", "timex", "names"},
	{"seed"},
	{"quote", "reuse", "fragment"},
	{"markdown"},
	{"form"},
	{"config", "annotation"},
	{"dossier"},
	{"witness", "conflict"},
	{"check", "suggest"},
	{"page"},
	{"chart", "poster"},
	{"sheet", "render", "export"},
	{"build"},
	{"publish"},
	{"watch", "serve"},
	{"cli"},
	{"corpus"},
	{"bench"},
}

const prefix = "factsheet/generator/"

func TestImports(t *testing.T) {
	rank := map[string]int{}
	for _, row := range table {
		for _, name := range row {
			rank[name] = len(rank)
		}
	}
	seen := map[string]bool{}
	eachFile(t, func(name string) {
		pkg := path.Dir(name)
		seen[pkg] = true
		if _, ok := rank[pkg]; !ok && pkg != "." {
			t.Errorf("%s: package %s is not in the table", name, pkg)
		}
		for _, imported := range importsOf(t, name) {
			if other, ok := strings.CutPrefix(imported, prefix); ok && rank[other] >= rank[pkg] {
				t.Errorf("%s: %s may not import %s", name, pkg, other)
			}
		}
	})
	for name := range rank {
		if !seen[name] {
			t.Errorf("the table has a package %s that is not there", name)
		}
	}
}

// TestTOMLLibraries sees that one package alone knows how TOML is read.
func TestTOMLLibraries(t *testing.T) {
	eachFile(t, func(name string) {
		for _, imported := range importsOf(t, name) {
			if strings.Contains(imported, "toml") && !strings.HasPrefix(imported, prefix) && path.Dir(name) != "tomlfile" {
				t.Errorf("%s imports %s", name, imported)
			}
		}
	})
}

// eachFile calls do for every Go file of the engine but its tests.
func eachFile(t *testing.T, do func(name string)) {
	t.Helper()
	n := 0
	err := fs.WalkDir(os.DirFS("."), ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && path.Ext(name) == ".go" && !strings.HasSuffix(name, "_test.go") && !slices.Contains(strings.Split(name, "/"), "testdata") {
			n++
			do(name)
		}
		return err
	})
	if err != nil || n == 0 {
		t.Fatalf("read %d files: %v", n, err)
	}
}

func importsOf(t *testing.T, name string) []string {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, spec := range f.Imports {
		imported, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, imported)
	}
	return out
}
