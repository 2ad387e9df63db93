package build_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"factsheet/generator/build"
)

// TestRereadReachesWhatReadReaches asks for what stands behind links and files:
// nothing is read that Read would not read.
func TestRereadReachesWhatReadReaches(t *testing.T) {
	root := onDisk(t)
	outside := t.TempDir()
	write(t, filepath.Join(outside, "far.toml"), "[[claims]]\n")
	write(t, filepath.Join(root, "content/annotations/own/near.toml"), "# nothing yet\n")
	link(t, outside, filepath.Join(root, "content/annotations/outside"))
	link(t, "own", filepath.Join(root, "content/annotations/inside"))
	link(t, "own/near.toml", filepath.Join(root, "content/annotations/linked.toml"))
	first, err := build.Read(projectOn(t, root), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{
		"content/annotations/outside/far.toml", "content/annotations/inside/near.toml", "content/annotations/inside",
		"content/annotations/linked.toml", "content/annotations/own", "seeds/017.txt/below.txt", "layouts", "nowhere",
		"site.toml", "content", "seeds", "../site.toml", "",
	} {
		again, err := build.Reread(projectOn(t, root), first, []string{path})
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		if diff := cmp.Diff(listing(first), listing(again)); diff != "" {
			t.Errorf("%s (-read +again):\n%s", path, diff)
		}
		if again.Annotations[0] != first.Annotations[0] {
			t.Errorf("%s: an annotation file with the same bytes is another one", path)
		}
	}
}

func write(t *testing.T, name, data string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(data), 0o666); err != nil {
		t.Fatal(err)
	}
}

func link(t *testing.T, to, name string) {
	t.Helper()
	if err := os.Symlink(to, name); err != nil {
		t.Fatal(err)
	}
}
