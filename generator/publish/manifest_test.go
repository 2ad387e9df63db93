package publish

import (
	"crypto/sha256"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const manifestText = `factsheet 1
program 1.2.0 sha256:3f79
inputs sha256:ab12
files 2

0404040404040404040404040404040404040404040404040404040404040404  11  a  b.html
0505050505050505050505050505050505050505050505050505050505050505  0  ø/b.html
`

var manifest = Manifest{
	Input: Input{"1.2.0 sha256:3f79", "sha256:ab12"},
	Files: []Entry{{"a  b.html", 11, sumOf(4)}, {"ø/b.html", 0, sumOf(5)}},
}

func sumOf(b byte) (sum [sha256.Size]byte) {
	for i := range sum {
		sum[i] = b
	}
	return sum
}

func TestManifest(t *testing.T) {
	if diff := cmp.Diff(manifestText, string(manifest.append(nil))); diff != "" {
		t.Errorf("text (-want +got):\n%s", diff)
	}
	got, err := parseManifest([]byte(manifestText))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(manifest, got); diff != "" {
		t.Errorf("manifest (-want +got):\n%s", diff)
	}
}

func TestParseManifestErrors(t *testing.T) {
	tests := []struct{ name, old, new, want string }{
		{"another version", "factsheet 1", "factsheet 2", "not a whole manifest"},
		{"cut", "html\n", "html", "not a whole manifest"},
		{"a field missing", "inputs", "input", `line 3 does not start with "inputs "`},
		{"carriage return", "ab12", "ab12\r", "line 3"},
		{"no empty line", "\n\n", "\n", `announces 2 files and lists 1`},
		{"a file less", "files 2", "files 3", "announces 3 files and lists 2"},
		{"order", "a  b.html", "ü", "line 7: the paths are not in order"},
		{"twice", "a  b.html", "ø/b.html", "line 7: the paths are not in order"},
		{"short sum", "05  0", "5  0", "line 7: it is not of the form"},
		{"long sum", "05  0", "0505  0", "line 7: it is not of the form"},
		{"no hex", "0404  11", "040g  11", "line 6: it is not of the form"},
		{"no size", "  11  ", "  ", "line 6"},
		{"a negative size", "  11  ", "  -1  ", `"-1" is no size`},
		{"a way out", "ø/b.html", "ø/../../b.html", `the part ".."`},
		{"itself", "a  b.html", ManifestName, "kept for the manifest"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			text := strings.Replace(manifestText, test.old, test.new, 1)
			if test.name == "cut" {
				text = strings.TrimSuffix(manifestText, "\n")
			}
			_, err := parseManifest([]byte(text))
			wantWords(t, err, test.want)
		})
	}
}

func TestReadManifest(t *testing.T) {
	dir := t.TempDir()
	if _, err := ReadManifest(dir); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("none there: %v", err)
	}
	file := filepath.Join(dir, ManifestName)
	if err := os.WriteFile(file, []byte("factsheet 1\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	_, err := ReadManifest(dir)
	wantWords(t, err, file, "not a whole manifest")
}

func TestManifestOfSeveralLines(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("no panic for an input of two lines")
		}
	}()
	Manifest{Input: Input{Program: "1\nfiles 0"}}.append(nil)
}

func FuzzParseManifest(f *testing.F) {
	f.Add([]byte(manifestText))
	f.Add([]byte("factsheet 1\nprogram \ninputs \nfiles 0\n\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := parseManifest(data)
		if err != nil {
			return
		}
		again, err := parseManifest(m.append(nil))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(m, again); diff != "" {
			t.Errorf("written and read again (-want +got):\n%s", diff)
		}
		for _, e := range m.Files {
			if !filepath.IsLocal(filepath.FromSlash(e.Path)) {
				t.Errorf("%q leads out of the folder", e.Path)
			}
		}
	})
}
