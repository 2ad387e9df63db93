package publish

import (
	"context"
	"os"
	"os/user"
	"path/filepath"
	"strconv"
	"testing"
)

// A project in a home folder, with a second home outside.
type homestead struct{ home, root, outside string }

func newHomestead(t *testing.T) homestead {
	t.Helper()
	base, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	h := homestead{home: filepath.Join(base, "home"), root: filepath.Join(base, "home", "project"), outside: filepath.Join(base, "srv")}
	for _, dir := range []string{filepath.Join(h.root, "seeds"), filepath.Join(h.root, "build", "site"), h.outside} {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	links := map[string]string{
		filepath.Join(h.root, "out"):       h.outside,
		filepath.Join(h.root, "in"):        filepath.Join("build", "site"),
		filepath.Join(h.root, "nowhere"):   "gone",
		filepath.Join(h.root, "round"):     "round",
		filepath.Join(h.root, "words"):     "seeds",
		filepath.Join(h.outside, "back"):   h.root,
		filepath.Join(base, "alias"):       h.root,
		filepath.Join(h.outside, "linked"): filepath.Join(h.root, "build"),
	}
	for name, target := range links {
		if err := os.Symlink(target, name); err != nil {
			t.Skip("no symbolic links here: ", err)
		}
	}
	if err := os.WriteFile(filepath.Join(h.root, "site.toml"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	t.Setenv("HOME", h.home)
	t.Setenv("USERPROFILE", h.home)
	return h
}

func (h homestead) guard() Guard {
	return Guard{Root: h.root, Own: []string{filepath.Join(h.root, "seeds"), filepath.Join(h.root, "content")}}
}

func TestGuardRefuses(t *testing.T) {
	h := newHomestead(t)
	root := filepath.VolumeName(h.root) + string(filepath.Separator)
	tests := []struct{ name, dir, want string }{
		{"nothing", "", "no folder"},
		{"the file system", root, "root of the file system"},
		{"the home folder", h.home, "home folder"},
		{"above the home folder", filepath.Dir(h.home), "home folder"},
		{"the project", h.root, "project itself"},
		{"the project, otherwise named", filepath.Join(h.root, "build", ".."), "project itself"},
		{"the project through a link", filepath.Join(h.outside, "back"), "project itself"},
		{"own folder", filepath.Join(h.root, "seeds"), "own folder"},
		{"below an own folder", filepath.Join(h.root, "seeds", "public"), "own folder"},
		{"own folder not there yet", filepath.Join(h.root, "content"), "own folder"},
		{"own folder through a link", filepath.Join(h.root, "words"), "own folder"},
		{"own folder through the project's alias", filepath.Join(filepath.Dir(h.home), "alias", "seeds"), "own folder"},
		{"a file", filepath.Join(h.root, "site.toml"), "it is a file"},
		{"a link out", filepath.Join(h.root, "out"), "out of the project"},
		{"below a link out", filepath.Join(h.root, "out", "deep", "public"), "out of the project"},
		{"a dangling link", filepath.Join(h.root, "nowhere"), "does not exist"},
		{"below a dangling link", filepath.Join(h.root, "nowhere", "public"), "does not exist"},
		{"a link to itself", filepath.Join(h.root, "round"), "too many links"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := Publish(context.Background(), test.dir, input(1), ferries.files(), h.guard())
			wantWords(t, err, test.want)
		})
	}
}

func TestGuardRefusesAboveProject(t *testing.T) {
	h := newHomestead(t)
	t.Setenv("HOME", h.outside)
	t.Setenv("USERPROFILE", h.outside)
	_, err := Publish(context.Background(), h.home, input(1), ferries.files(), h.guard())
	wantWords(t, err, "project itself or holds it")
}

// TestGuardHomeOfNobodyTold: the home folder is known where the environment
// does not tell it.
func TestGuardHomeOfNobodyTold(t *testing.T) {
	u, err := user.Current()
	if err != nil || u.HomeDir == "" || !exists(u.HomeDir) {
		t.Skip("no home folder here: ", err)
	}
	t.Setenv("HOME", "")
	t.Setenv("USERPROFILE", "")
	wantWords(t, Guard{}.Check(u.HomeDir), "home folder")
}

// TestGuardRefusesWithinSite: a site in a published one would keep that from
// ever being replaced.
func TestGuardRefusesWithinSite(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	mustPublish(t, modes()["as here"], dir, 1, ferries)
	for _, below := range []string{"sub", filepath.Join("deep", "sub"), "sources"} {
		_, err := Publish(t.Context(), filepath.Join(dir, below), input(1), ferries.files(), Guard{})
		wantWords(t, err, "it lies in the published folder", "choose another folder")
	}
	wantSite(t, dir, ferries)
	if problems := Verify(dir); problems != nil {
		t.Error(problems)
	}
}

// TestForeignFilesAreNotAllCounted: who names a folder of a whole disk need not
// wait until all of it is counted.
func TestForeignFilesAreNotAllCounted(t *testing.T) {
	dir := t.TempDir()
	for i := range mostForeign + 5 {
		if err := os.WriteFile(filepath.Join(dir, strconv.Itoa(i)), nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	_, err := Publish(t.Context(), dir, input(1), ferries.files(), Guard{})
	wantWords(t, err, "0, 1, 10, 100, 1000 and more than 9995 others; move them away")
}

func TestGuardAllows(t *testing.T) {
	h := newHomestead(t)
	tests := []struct{ name, dir, want string }{
		{"in the project", filepath.Join(h.root, "public"), filepath.Join(h.root, "public")},
		{"deep, not there yet", filepath.Join(h.root, "a", "b", "public"), filepath.Join(h.root, "a", "b", "public")},
		{"outside, named as such", filepath.Join(h.outside, "public"), filepath.Join(h.outside, "public")},
		{"a name like an own folder's", filepath.Join(h.root, "seeds-public"), filepath.Join(h.root, "seeds-public")},
		{"a link that stays inside", filepath.Join(h.root, "in"), filepath.Join(h.root, "build", "site")},
		{"a link from outside", filepath.Join(h.outside, "linked", "other"), filepath.Join(h.root, "build", "other")},
		{"the project's alias", filepath.Join(filepath.Dir(h.home), "alias", "public2"), filepath.Join(h.root, "public2")},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			res, err := Publish(context.Background(), test.dir, input(1), ferries.files(), h.guard())
			if err != nil {
				t.Fatal(err)
			}
			if res.Dir != test.want {
				t.Errorf("published to %s, want %s", res.Dir, test.want)
			}
			wantSite(t, res.Dir, ferries)
			if !Fresh(test.dir, input(1)) {
				t.Error("not fresh under the name that was given")
			}
		})
	}
}

func TestGuardRelativeFolder(t *testing.T) {
	h := newHomestead(t)
	t.Chdir(h.root)
	if _, err := Publish(context.Background(), "public", input(1), ferries.files(), h.guard()); err != nil {
		t.Fatal(err)
	}
	wantSite(t, filepath.Join(h.root, "public"), ferries)
	if problems := Verify("public"); problems != nil {
		t.Error(problems)
	}
	_, err := Publish(context.Background(), ".", input(1), ferries.files(), h.guard())
	wantWords(t, err, "project itself")
}
