package tomlfile

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"factsheet/generator/diag"
	"factsheet/generator/text"
)

var update = flag.Bool("update", false, "rewrite the expected pictures in testdata")

// An archive in testdata holds pairs of files: a mistake, NAME.toml, and what
// its author sees, NAME.txt.
func TestPictures(t *testing.T) {
	archives, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatalf("no archives in testdata: %v", err)
	}
	for _, path := range archives {
		t.Run(filepath.Base(path), func(t *testing.T) { testArchive(t, path) })
	}
}

func testArchive(t *testing.T, path string) {
	archive, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if len(archive.Files) == 0 || len(archive.Files)%2 != 0 {
		t.Fatalf("%d files do not make pairs", len(archive.Files))
	}
	for i := 0; i < len(archive.Files); i += 2 {
		file, want := archive.Files[i], &archive.Files[i+1]
		if strings.TrimSuffix(file.Name, ".toml") != strings.TrimSuffix(want.Name, ".txt") {
			t.Fatalf("%s and %s are no pair", file.Name, want.Name)
		}
		got := picture(t, file.Name, file.Data)
		if *update {
			want.Data = []byte(got)
		} else if diff := cmp.Diff(string(want.Data), got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", file.Name, diff)
		}
	}
	if *update {
		if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// picture prints what is wrong with a file that must be wrong.
func picture(t *testing.T, name string, data []byte) string {
	table, found := Parse(text.NewFile(name, data))
	if len(found) == 0 || table != nil {
		t.Fatalf("%s: %d findings and a table: %v", name, len(found), table != nil)
	}
	var b bytes.Buffer
	if err := diag.Text(&b, found, false); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
