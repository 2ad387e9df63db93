package publish

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// A site is what a test publishes: bytes by path.
type site map[string]string

func (s site) files() iter.Seq2[File, error] {
	var files []File
	for _, path := range slices.Sorted(maps.Keys(s)) {
		files = append(files, File{Path: path, Data: []byte(s[path])})
	}
	return list(files...)
}

// list returns files as a stream that never fails.
func list(files ...File) iter.Seq2[File, error] {
	return func(yield func(File, error) bool) {
		for _, f := range files {
			if !yield(f, nil) {
				return
			}
		}
	}
}

// with returns a copy in which some files are others; "" takes a file away.
func (s site) with(changes site) site {
	next := maps.Clone(s)
	for path, data := range changes {
		next[path] = data
		if data == "" {
			delete(next, path)
		}
	}
	return next
}

var ferries = site{
	"index.html":           "<h1>Ferries</h1>",
	"routes.html":          "<h1>Routes</h1>",
	"sources/harbour.html": "<p>The ferry left at noon.</p>",
	"sources/gull.html":    "<p>The ferry left late.</p>",
	"assets/a.1f.css":      "h1 { color: navy }",
	".nojekyll":            "",
}

func input(n int) Input { return Input{"1.0 sha256:aa", fmt.Sprintf("sha256:%04d", n)} }

// modes are the ways in which a folder is replaced, each tried on every system.
func modes() map[string]publisher {
	unable := func(a, b string) error {
		return &os.LinkError{Op: "exchange", Old: a, New: b, Err: errors.ErrUnsupported}
	}
	journal := system
	journal.exchange = unable
	return map[string]publisher{"as here": system, ByJournal: journal}
}

func mustPublish(t testing.TB, p publisher, dir string, n int, s site) Result {
	t.Helper()
	res, err := p.publish(context.Background(), dir, input(n), s.files(), Guard{})
	if err != nil {
		t.Fatal(err)
	}
	return res
}

// wantSite fails unless the folder holds this site whole, and nothing stands
// beside it.
func wantSite(t testing.TB, dir string, want site) {
	t.Helper()
	for _, p := range Verify(dir) {
		t.Errorf("verify: %s", p)
	}
	got := site{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || d.Name() == ManifestName {
			return err
		}
		data, err := os.ReadFile(path)
		got[filepath.ToSlash(path[len(dir)+1:])] = string(data)
		return err
	})
	if err != nil {
		t.Error(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the folder (-want +got):\n%s", diff)
	}
	if left := placesOf(dir).leftovers(); left != nil {
		t.Errorf("left behind: %v", left)
	}
}

// times returns when everything in a folder, and the folder, last changed.
func times(t testing.TB, dir string) map[string]time.Time {
	t.Helper()
	at := map[string]time.Time{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err == nil {
			at[path] = info.ModTime()
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return at
}

// age makes every file of a folder an hour older, so that a rewrite shows.
func age(t testing.TB, dir string) {
	t.Helper()
	for path, at := range times(t, dir) {
		if err := os.Chtimes(path, time.Time{}, at.Add(-time.Hour)); err != nil {
			t.Fatal(err)
		}
	}
}

func TestPublish(t *testing.T) {
	steps := []struct {
		name                   string
		next                   site
		written, kept, removed int
	}{
		{"one page changed", ferries.with(site{"routes.html": "<h1>All routes</h1>"}), 1, 5, 0},
		{"a page more", ferries.with(site{"sources/tide.html": "<p>High.</p>"}), 1, 6, 0},
		{"a page less", ferries.with(site{"sources/gull.html": ""}), 0, 5, 1},
		{"a folder less", ferries.with(site{"assets/a.1f.css": ""}), 0, 5, 1},
		{"a file where a folder was", ferries.with(site{"assets/a.1f.css": "", "assets": "none"}), 1, 5, 1},
		{"a folder where a file was", ferries.with(site{"routes.html": "", "routes.html/a.html": "x"}), 1, 5, 1},
		{"only inputs changed", ferries, 0, 6, 0},
		{"everything changed", site{"other.html": "x"}, 1, 0, 6},
		{"nothing left", site{}, 0, 0, 6},
	}
	for mode, p := range modes() {
		for _, step := range steps {
			t.Run(mode+"/"+step.name, func(t *testing.T) {
				dir := filepath.Join(t.TempDir(), "public")
				if res := mustPublish(t, p, dir, 1, ferries); res.How != ByRename {
					t.Errorf("first publication by %s", res.How)
				}
				age(t, dir)
				before := times(t, dir)
				res := mustPublish(t, p, dir, 2, step.next)
				want := Result{Dir: res.Dir, Written: step.written, Kept: step.kept, Removed: step.removed, How: res.How}
				if diff := cmp.Diff(want, res); diff != "" {
					t.Errorf("result (-want +got):\n%s", diff)
				}
				if mode == ByJournal && res.How != ByJournal {
					t.Errorf("published by %s", res.How)
				}
				wantSite(t, dir, step.next)
				wantTimes(t, dir, before, step.next)
			})
		}
	}
}

// wantTimes fails unless the files that did not change have their times.
func wantTimes(t *testing.T, dir string, before map[string]time.Time, next site) {
	t.Helper()
	after := times(t, dir)
	for path := range next {
		if file := join(dir, path); ferries[path] == next[path] && !before[file].Equal(after[file]) {
			t.Errorf("%s did not change and has a new time", path)
		}
	}
}

func TestPublishNothingChanged(t *testing.T) {
	for mode, p := range modes() {
		t.Run(mode, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			mustPublish(t, p, dir, 1, ferries)
			if !Fresh(dir, input(1)) {
				t.Error("not fresh")
			}
			age(t, dir)
			before := times(t, dir)
			res := mustPublish(t, p, dir, 1, ferries)
			if diff := cmp.Diff(Result{Dir: res.Dir, Kept: len(ferries), Unchanged: true}, res); diff != "" {
				t.Errorf("result (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(before, times(t, dir)); diff != "" {
				t.Errorf("times (-before +after):\n%s", diff)
			}
			wantSite(t, dir, ferries)
		})
	}
}

// Equal inputs with other files cannot come from our own build, but may from
// a program that somebody is changing.
func TestPublishSameInputsOtherFiles(t *testing.T) {
	for _, next := range []site{ferries.with(site{"routes.html": ""}), ferries.with(site{"routes.html": "other"}), ferries.with(site{"new.html": "new"})} {
		dir := filepath.Join(t.TempDir(), "public")
		mustPublish(t, modes()["as here"], dir, 1, ferries)
		mustPublish(t, modes()["as here"], dir, 1, next)
		wantSite(t, dir, next)
	}
}

func TestPublishMendsWhatWasTouched(t *testing.T) {
	index := func(dir string) string { return filepath.Join(dir, "index.html") }
	touches := map[string]func(dir string) error{
		"edited, size and time as before": func(dir string) error {
			info, err := os.Stat(index(dir))
			if err != nil {
				return err
			}
			if err := os.WriteFile(index(dir), []byte("<h1>Fairies</h1>"), 0o644); err != nil {
				return err
			}
			return os.Chtimes(index(dir), time.Time{}, info.ModTime())
		},
		"longer":         func(dir string) error { return os.WriteFile(index(dir), []byte("<h1>Ferries</h1> "), 0o644) },
		"shorter":        func(dir string) error { return os.Truncate(index(dir), 3) },
		"deleted":        func(dir string) error { return os.Remove(index(dir)) },
		"folder deleted": func(dir string) error { return os.RemoveAll(filepath.Join(dir, "sources")) },
		"all deleted":    os.RemoveAll,
		"emptied":        func(dir string) error { return os.WriteFile(index(dir), nil, 0o644) },
	}
	for mode, p := range modes() {
		for name, touch := range touches {
			t.Run(mode+"/"+name, func(t *testing.T) {
				dir := filepath.Join(t.TempDir(), "public")
				mustPublish(t, p, dir, 1, ferries)
				if err := touch(dir); err != nil {
					t.Fatal(err)
				}
				if Fresh(dir, input(1)) {
					t.Error("fresh in spite of it")
				}
				if len(Verify(dir)) == 0 {
					t.Error("verify sees nothing")
				}
				if res := mustPublish(t, p, dir, 1, ferries); res.Unchanged {
					t.Error("unchanged")
				}
				wantSite(t, dir, ferries)
			})
		}
	}
}

func TestPublishToEmptyFolder(t *testing.T) {
	for mode, p := range modes() {
		t.Run(mode, func(t *testing.T) {
			dir := t.TempDir()
			if err := os.Chmod(dir, 0o711); err != nil {
				t.Fatal(err)
			}
			before, err := os.Stat(dir)
			if err != nil {
				t.Fatal(err)
			}
			mustPublish(t, p, dir, 1, ferries)
			wantSite(t, dir, ferries)
			after, err := os.Stat(dir)
			if err != nil || after.Mode() != before.Mode() {
				t.Errorf("mode %v, before %v, %v", after.Mode(), before.Mode(), err)
			}
		})
	}
}

func TestPublishDropsLitter(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	for _, name := range litter {
		mustPublish(t, modes()["as here"], dir, 1, ferries)
		if err := os.WriteFile(filepath.Join(dir, "sources", name), nil, 0o644); err != nil {
			t.Fatal(err)
		}
		for _, p := range Verify(dir) {
			t.Errorf("verify: %s", p)
		}
		mustPublish(t, modes()[ByJournal], dir, 2, site{"sources": "a file now"})
		wantSite(t, dir, site{"sources": "a file now"})
	}
}

func TestPublishRefusesFolder(t *testing.T) {
	write := func(names ...string) func(string) error {
		return func(dir string) error {
			for _, name := range names {
				if err := os.WriteFile(filepath.Join(dir, name), []byte("mine"), 0o644); err != nil {
					return err
				}
			}
			return nil
		}
	}
	tests := []struct {
		name      string
		published bool
		spoil     func(dir string) error
		want      []string
	}{
		{"foreign", false, write("notes.txt"), []string{"notes.txt", "no .factsheet", "choose another folder"}},
		{"foreign among ours", true, write("CNAME"), []string{"CNAME", "no build put there", "move them away"}},
		{"many", true, write("a", "b", "c", "d", "e", "f", "g"), []string{"a, b, c, d, e and 2 more"}},
		{"a broken manifest", true, write(ManifestName), []string{ManifestName, "not a whole manifest", "delete the folder"}},
		{"a link", true, func(dir string) error { return os.Symlink("index.html", filepath.Join(dir, "home")) }, []string{"home"}},
		{"a link in a file's place", true, func(dir string) error {
			return errors.Join(os.Remove(filepath.Join(dir, "index.html")), os.Symlink("routes.html", filepath.Join(dir, "index.html")))
		}, []string{"index.html"}},
		{"a folder in a file's place", true, func(dir string) error {
			return errors.Join(os.Remove(filepath.Join(dir, "index.html")), os.Mkdir(filepath.Join(dir, "index.html"), 0o755))
		}, []string{"index.html"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			if test.published {
				mustPublish(t, modes()["as here"], dir, 1, ferries)
			}
			if err := test.spoil(dir); err != nil {
				t.Fatal(err)
			}
			before := times(t, dir)
			_, err := Publish(context.Background(), dir, input(2), ferries.files(), Guard{})
			wantWords(t, err, append(test.want, dir)...)
			if diff := cmp.Diff(before, times(t, dir)); diff != "" {
				t.Errorf("the folder changed (-before +after):\n%s", diff)
			}
		})
	}
}

// A file that comes in while the pages are being made is not lost either.
func TestPublishRefusesLateFile(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	mustPublish(t, modes()["as here"], dir, 1, ferries)
	late := func(yield func(File, error) bool) {
		yield(File{Path: "index.html", Data: []byte("new")}, os.WriteFile(filepath.Join(dir, "CNAME"), []byte("example.org"), 0o644))
	}
	_, err := Publish(context.Background(), dir, input(2), late, Guard{})
	wantWords(t, err, "CNAME")
	wantSiteBut(t, dir, Problem{"CNAME", "was put there by no build"})
}

func wantSiteBut(t *testing.T, dir string, want ...Problem) {
	t.Helper()
	if diff := cmp.Diff(want, Verify(dir)); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
}

func wantWords(t *testing.T, err error, words ...string) {
	t.Helper()
	if err == nil {
		t.Fatal("no error")
	}
	for _, w := range words {
		if !strings.Contains(err.Error(), w) {
			t.Errorf("error %q lacks %q", err, w)
		}
	}
}

func TestPublishStopped(t *testing.T) {
	layout := errors.New("layouts/home.html:3: no field Titel")
	ctx, cancel := context.WithCancel(context.Background())
	tests := []struct {
		name  string
		last  func(yield func(File, error) bool)
		check func(t *testing.T, err error)
	}{
		{"by the stream", func(yield func(File, error) bool) { yield(File{}, layout) }, func(t *testing.T, err error) {
			if err != layout {
				t.Errorf("got %v", err)
			}
		}},
		{"by a name", func(yield func(File, error) bool) { yield(File{Path: "../up.html"}, nil) }, func(t *testing.T, err error) {
			wantWords(t, err, `"../up.html"`)
		}},
		{"by two names", func(yield func(File, error) bool) { yield(File{Path: "Index.html"}, nil) }, func(t *testing.T, err error) {
			wantWords(t, err, `"Index.html"`, `"index.html"`)
		}},
		{"by the context", func(yield func(File, error) bool) { cancel(); yield(File{Path: "x.html"}, nil) }, func(t *testing.T, err error) {
			if !errors.Is(err, context.Canceled) {
				t.Errorf("got %v", err)
			}
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			mustPublish(t, modes()["as here"], dir, 1, ferries)
			stream := func(yield func(File, error) bool) {
				for f := range ferries.with(site{"index.html": "other"}).files() {
					if !yield(f, nil) {
						return
					}
				}
				test.last(yield)
			}
			_, err := Publish(ctx, dir, input(2), stream, Guard{})
			test.check(t, err)
			wantSite(t, dir, ferries)
		})
	}
}

func TestManifestIsSameEverywhere(t *testing.T) {
	var texts []string
	for _, p := range modes() {
		dir := filepath.Join(t.TempDir(), "public")
		mustPublish(t, p, dir, 1, site{"index.html": "old"})
		mustPublish(t, p, dir, 2, ferries)
		data, err := os.ReadFile(filepath.Join(dir, ManifestName))
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(data))
	}
	if texts[0] != texts[1] {
		t.Errorf("%s\ndiffers from\n%s", texts[0], texts[1])
	}
}

func TestList(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "deep", "public")
	if _, err := Publish(context.Background(), dir, input(1), list(File{Path: "b.html", Data: []byte("b")}, File{Path: "a.html", Data: []byte("a")}), Guard{}); err != nil {
		t.Fatal(err)
	}
	wantSite(t, dir, site{"a.html": "a", "b.html": "b"})
}
