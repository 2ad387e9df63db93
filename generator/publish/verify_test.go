package publish

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestVerify(t *testing.T) {
	tests := []struct {
		name  string
		spoil func(dir string) error
		want  []Problem
	}{
		{"nothing", func(string) error { return nil }, nil},
		{"an empty folder", func(dir string) error { return os.Mkdir(filepath.Join(dir, "empty"), 0o755) }, nil},
		{"missing", func(dir string) error { return os.Remove(filepath.Join(dir, "index.html")) },
			[]Problem{{"index.html", "is missing"}}},
		{"a letter", func(dir string) error {
			return os.WriteFile(filepath.Join(dir, "index.html"), []byte("<h1>Fairies</h1>"), 0o644)
		}, []Problem{{"index.html", "has other bytes than were published"}}},
		{"shorter", func(dir string) error { return os.Truncate(filepath.Join(dir, "index.html"), 3) },
			[]Problem{{"index.html", "has 3 bytes, not the 16 that were published"}}},
		{"foreign", func(dir string) error {
			return os.WriteFile(filepath.Join(dir, "sources", "mine.html"), nil, 0o644)
		}, []Problem{{"sources/mine.html", "was put there by no build"}}},
		{"a link", func(dir string) error {
			if err := os.Remove(filepath.Join(dir, "index.html")); err != nil {
				return err
			}
			return os.Symlink("routes.html", filepath.Join(dir, "index.html"))
		}, []Problem{{"index.html", "is no plain file"}}},
		{"two, by path", func(dir string) error {
			if err := os.WriteFile(filepath.Join(dir, "a.html"), nil, 0o644); err != nil {
				return err
			}
			return os.RemoveAll(filepath.Join(dir, "sources"))
		}, []Problem{{"a.html", "was put there by no build"}, {"sources/gull.html", "is missing"}, {"sources/harbour.html", "is missing"}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			mustPublish(t, modes()["as here"], dir, 1, ferries)
			if err := test.spoil(dir); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, Verify(dir)); diff != "" {
				t.Errorf("problems (-want +got):\n%s", diff)
			}
			if fresh := Fresh(dir, input(1)); fresh != (test.want == nil) {
				t.Errorf("fresh: %t", fresh)
			}
		})
	}
}

func TestVerifyWithoutManifest(t *testing.T) {
	dir := t.TempDir()
	for folder, want := range map[string]string{dir: `".factsheet" is missing`, filepath.Join(dir, "none"): "cannot be read"} {
		problems := Verify(folder)
		if len(problems) != 1 || !strings.Contains(problems[0].String(), want) {
			t.Errorf("%s: %v", folder, problems)
		}
		if Fresh(folder, Input{}) {
			t.Errorf("%s is fresh", folder)
		}
	}
}

func TestFresh(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	mustPublish(t, modes()["as here"], dir, 1, ferries)
	if Fresh(dir, input(2)) {
		t.Error("fresh for other inputs")
	}
	if Fresh(dir, Input{"1.1 sha256:bb", input(1).Inputs}) {
		t.Error("fresh for another program")
	}
	if !Fresh(dir, input(1)) {
		t.Error("not fresh for the same")
	}
	at := placesOf(dir)
	for _, left := range []string{at.lock, at.stage, at.journal} {
		if err := os.Mkdir(left, 0o755); err != nil {
			t.Fatal(err)
		}
		if Fresh(dir, input(1)) {
			t.Errorf("fresh beside %s", left)
		}
		if err := os.Remove(left); err != nil {
			t.Fatal(err)
		}
	}
}

func TestProblemString(t *testing.T) {
	for want, p := range map[string]Problem{
		`"index.html" is missing`: {"index.html", "is missing"},
		"the folder is empty":     {"", "is empty"},
	} {
		if p.String() != want {
			t.Errorf("got %q, want %q", p, want)
		}
	}
}
