package watch

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"
)

// A field is a project that is watched.
type field struct {
	t    *testing.T
	root string
	w    *Watcher
	mu   sync.Mutex
	said []string
}

func reads(path string) bool {
	base := filepath.Base(path)
	if strings.HasPrefix(base, ".") || strings.HasSuffix(base, "~") {
		return false
	}
	ext := filepath.Ext(base)
	return path == "site.toml" || strings.Contains(path, "/") && (ext == ".toml" || ext == ".txt" || ext == ".md")
}

// newField makes a project and watches it.
func newField(t *testing.T, change func(*Watcher)) *field {
	t.Helper()
	f := &field{t: t, root: filepath.Join(t.TempDir(), "project")}
	for _, name := range []string{"site.toml", "content/annotations/a.toml", "content/annotations/b.toml", "seeds/1.txt", "content/about.md"} {
		f.write(name, name)
	}
	f.w = New(f.root, Options{Reads: reads, Say: func(line string) {
		f.mu.Lock()
		defer f.mu.Unlock()
		f.said = append(f.said, line)
	}})
	f.w.step, f.w.recent = 20*time.Millisecond, 40*time.Millisecond
	if change != nil {
		change(f.w)
	}
	f.run()
	return f
}

func (f *field) run() {
	ctx, stop := context.WithCancel(context.Background())
	ready, done := make(chan bool), make(chan bool)
	go func() {
		defer close(done)
		f.w.Run(ctx, func() { close(ready) })
	}()
	<-ready
	f.t.Cleanup(func() {
		stop()
		<-done
	})
}

func (f *field) path(name string) string { return filepath.Join(f.root, filepath.FromSlash(name)) }

func (f *field) check(err error) {
	f.t.Helper()
	if err != nil {
		f.t.Fatal(err)
	}
}

func (f *field) write(name, data string) {
	f.t.Helper()
	f.check(os.MkdirAll(filepath.Dir(f.path(name)), 0o777))
	f.check(os.WriteFile(f.path(name), []byte(data), 0o666))
}

func (f *field) rename(from, to string) {
	f.t.Helper()
	f.check(os.MkdirAll(filepath.Dir(f.path(to)), 0o777))
	f.check(os.Rename(f.path(from), f.path(to)))
}

func (f *field) remove(name string) {
	f.t.Helper()
	f.check(os.RemoveAll(f.path(name)))
}

// sees waits for a batch that names a path or a folder above it.
func (f *field) sees(name string) Batch {
	f.t.Helper()
	deadline := time.After(time.Minute)
	for {
		select {
		case b := <-f.w.Batches():
			if len(b.Paths) == 0 || b.Last.IsZero() {
				f.t.Fatalf("the batch %+v", b)
			}
			if covers(b.Paths, name) {
				return b
			}
		case <-deadline:
			f.t.Fatalf("no batch names %s; said %q", name, f.lines())
		}
	}
}

// covers reports whether paths name one, or a folder above it.
func covers(paths []string, name string) bool {
	return slices.ContainsFunc(paths, func(p string) bool {
		return p == Everything || p == name || strings.HasPrefix(name, p+"/")
	})
}

func (f *field) lines() []string {
	f.mu.Lock()
	defer f.mu.Unlock()
	return slices.Clone(f.said)
}

// settle takes batches until there is no more for a while.
func (f *field) settle() {
	for {
		select {
		case <-f.w.Batches():
		case <-time.After(3 * several):
			return
		}
	}
}

// ways are the two ways of watching.
var ways = map[string]func(*Watcher){
	"reported": nil,
	"polled":   func(w *Watcher) { w.opt.Poll = true },
}

// TestSaves saves a file as different programs do.
func TestSaves(t *testing.T) {
	const name = "content/annotations/a.toml"
	for way, change := range ways {
		for habit, save := range map[string]func(*field){
			"in place": func(f *field) { f.write(name, "new") },
			"truncated first": func(f *field) {
				f.check(os.Truncate(f.path(name), 0))
				f.write(name, "new")
			},
			"a file beside, renamed over it": func(f *field) {
				f.write("content/annotations/.a.toml.tmp", "new")
				f.rename("content/annotations/.a.toml.tmp", name)
			},
			"a file from elsewhere, renamed over it": func(f *field) {
				f.write("a.tmp", "new")
				f.rename("a.tmp", name)
			},
			"the old one renamed to a backup": func(f *field) {
				f.rename(name, name+"~")
				f.write("content/annotations/4913", "")
				f.remove("content/annotations/4913")
				f.write(name, "new")
				f.remove(name + "~")
			},
			"deleted and written again": func(f *field) {
				f.remove(name)
				f.write(name, "new")
			},
			"the same size": func(f *field) { f.write(name, strings.ToUpper(name)) },
			"deleted":       func(f *field) { f.remove(name) },
		} {
			t.Run(way+"/"+habit, func(t *testing.T) {
				t.Parallel()
				f := newField(t, change)
				save(f)
				f.sees(name)
			})
		}
	}
}

// TestModes changes who may read a file or a folder. It is not left to the next
// look at all files.
func TestModes(t *testing.T) {
	for _, name := range []string{"content/annotations/a.toml", "content/annotations"} {
		f := newField(t, func(w *Watcher) { w.safety = time.Hour })
		info, err := os.Stat(f.path(name))
		f.check(err)
		for _, mode := range []os.FileMode{0o500, info.Mode()} {
			f.check(os.Chmod(f.path(name), mode))
			f.sees(name)
		}
	}
}

// TestFolders makes, moves and deletes folders.
func TestFolders(t *testing.T) {
	for way, change := range ways {
		for what, test := range map[string]func(*field){
			"a new folder with folders in it": func(f *field) {
				f.write("content/annotations/x/y/new.toml", "new")
				f.sees("content/annotations/x/y/new.toml")
				f.settle()
				f.write("content/annotations/x/y/later.toml", "new")
				f.sees("content/annotations/x/y/later.toml")
			},
			"a folder moved in": func(f *field) {
				f.write("elsewhere/deep/c.toml", "c")
				f.rename("elsewhere", "content/annotations/moved")
				f.sees("content/annotations/moved/deep/c.toml")
				f.settle()
				f.write("content/annotations/moved/deep/c.toml", "new")
				f.sees("content/annotations/moved/deep/c.toml")
			},
			"a folder moved out": func(f *field) {
				f.write("content/more/c.md", "c")
				f.sees("content/more/c.md")
				f.settle()
				f.rename("content/more", "away")
				f.sees("content/more/c.md")
			},
			"a folder deleted and made again": func(f *field) {
				f.remove("content")
				f.sees("content/annotations/a.toml")
				f.settle()
				f.write("content/annotations/a.toml", "back")
				f.sees("content/annotations/a.toml")
				f.settle()
				f.write("content/annotations/a.toml", "again")
				f.sees("content/annotations/a.toml")
			},
			"a folder replaced by another": func(f *field) {
				f.write("other/annotations/d.toml", "d")
				f.rename("content", "old")
				f.rename("other", "content")
				f.sees("content/annotations/d.toml")
				f.settle()
				f.write("content/annotations/d.toml", "new")
				f.sees("content/annotations/d.toml")
			},
			"a folder that was not there": func(f *field) {
				f.write("layouts/sheet.md", "new")
				f.sees("layouts/sheet.md")
				f.settle()
				f.write("layouts/sheet.md", "newer")
				f.sees("layouts/sheet.md")
			},
			"a folder in the place of a seed": func(f *field) {
				f.remove("seeds/1.txt")
				f.check(os.Mkdir(f.path("seeds/1.txt"), 0o777))
				f.sees("seeds/1.txt")
			},
			"the configuration": func(f *field) {
				f.write("site.toml", "new")
				f.sees("site.toml")
			},
			"the project deleted and made again": func(f *field) {
				f.rename(".", "../away")
				f.sees("content/annotations/a.toml")
				f.check(os.Rename(filepath.Join(filepath.Dir(f.root), "away"), f.root))
				f.sees("content/annotations/a.toml")
				f.settle()
				f.write("content/annotations/a.toml", "new")
				f.sees("content/annotations/a.toml")
			},
		} {
			t.Run(way+"/"+what, func(t *testing.T) {
				t.Parallel()
				test(newField(t, change))
			})
		}
	}
}

func TestLinks(t *testing.T) {
	for way, change := range ways {
		t.Run(way, func(t *testing.T) {
			t.Parallel()
			f := newField(t, change)
			f.write("content/shared/one/c.txt", "one")
			f.write("content/shared/two/c.txt", "two!")
			f.check(os.Symlink("one", f.path("content/shared/now")))
			f.check(os.Symlink("../shared/now/c.txt", f.path("content/annotations/c.toml")))
			f.sees("content/annotations/c.toml")
			f.settle()
			f.write("content/shared/one/c.txt", "changed")
			f.sees("content/annotations/c.toml")
			f.settle()
			f.check(os.Symlink("two", f.path("content/shared/next")))
			f.rename("content/shared/next", "content/shared/now")
			f.sees("content/annotations/c.toml")
		})
	}
}

// TestLocked saves as Emacs does, which marks an open file by a link that leads
// nowhere: the batch is that of one file, which settles sooner than several.
func TestLocked(t *testing.T) {
	f := newField(t, nil)
	f.check(os.Symlink("me@here.1:1", f.path("content/annotations/.#b.toml")))
	f.check(os.Symlink("me@here.1:1", f.path("content/annotations/.#a.toml")))
	f.write("content/annotations/#a.toml#", "x")
	f.write("content/annotations/a.toml", "new")
	f.remove("content/annotations/#a.toml#")
	f.remove("content/annotations/.#a.toml")
	if b := f.sees("content/annotations/a.toml"); !slices.Equal(b.Paths, []string{"content/annotations/a.toml"}) {
		t.Errorf("the batch names %q", b.Paths)
	}
}

// A link to a folder above itself must not be followed.
func TestLinkInACircle(t *testing.T) {
	for way, change := range ways {
		t.Run(way, func(t *testing.T) {
			t.Parallel()
			f := newField(t, func(w *Watcher) {
				f := &field{t: t, root: w.root}
				f.check(os.Symlink("..", f.path("content/annotations/up")))
				if change != nil {
					change(w)
				}
			})
			f.write("content/annotations/a.toml", "new")
			f.sees("content/annotations/a.toml")
		})
	}
}

// TestBurst changes very many files, as a switch of branches does: few batches
// tell of all of them.
func TestBurst(t *testing.T) {
	f := newField(t, nil)
	const n = 500
	for i := range n {
		f.write(fmt.Sprintf("content/annotations/many/%d.toml", i), "x")
	}
	told, batches := map[string]bool{}, 0
	for !told[Everything] && !told["content/annotations/many"] && len(told) < n {
		b := f.sees("content/annotations/many/0.toml")
		for _, p := range b.Paths {
			told[p] = true
		}
		if batches++; batches > 20 {
			t.Fatalf("%d batches told of %d files", batches, len(told))
		}
	}
}

// TestOthersAreLeftOut changes what nobody reads, and of one file the time alone:
// the next batch tells of none of it.
func TestOthersAreLeftOut(t *testing.T) {
	f := newField(t, nil)
	f.check(os.Chtimes(f.path("content/annotations/a.toml"), time.Unix(1e9, 0), time.Unix(1e9, 0)))
	for _, name := range []string{"public/index.html", "notes.txt", "content/annotations/.a.toml.swp", "content/annotations/a.toml~", "content/annotations/4913"} {
		f.write(name, "x")
	}
	f.write("seeds/1.txt", "new")
	if b := f.sees("seeds/1.txt"); !slices.Equal(b.Paths, []string{"seeds/1.txt"}) {
		t.Errorf("the batch names %q", b.Paths)
	}
}

// TestHiddenFolders sees that the folders of other programs, which may be very
// large, are not watched.
func TestHiddenFolders(t *testing.T) {
	var mu sync.Mutex
	var added []string
	s := &stub{add: func(dir string) error {
		mu.Lock()
		defer mu.Unlock()
		added = append(added, filepath.Base(dir))
		return nil
	}}
	f := newField(t, func(w *Watcher) {
		f := &field{t: t, root: w.root}
		f.write("content/.git/objects/1.md", "x")
		stubbed(s)(w)
	})
	f.write("content/annotations/.old/deep/a.toml", "x")
	f.write("content/annotations/new/b.toml", "x")
	f.sees("content/annotations/new/b.toml")
	mu.Lock()
	defer mu.Unlock()
	if !slices.Contains(added, "annotations") || !slices.Contains(added, "new") {
		t.Errorf("watched: %q", added)
	}
	for _, name := range []string{".git", "objects", ".old", "deep"} {
		if slices.Contains(added, name) {
			t.Errorf("the folder %s is watched", name)
		}
	}
}

// TestRelativeRoot watches a project by a path that is not the whole one, as
// the program does where it is started in the project.
func TestRelativeRoot(t *testing.T) {
	for way, change := range ways {
		for root, from := range map[string]string{".": "project", "project/": ".", "../project": "elsewhere"} {
			t.Run(way+"/"+root, func(t *testing.T) {
				f := newField(t, func(w *Watcher) {
					parent := filepath.Dir(w.root)
					if err := os.MkdirAll(filepath.Join(parent, "elsewhere"), 0o777); err != nil {
						t.Fatal(err)
					}
					t.Chdir(filepath.Join(parent, from))
					w.root = root
					if change != nil {
						change(w)
					}
				})
				for _, name := range []string{"site.toml", "content/annotations/a.toml", "seeds/new/2.txt"} {
					f.write(name, "new")
					f.sees(name)
				}
			})
		}
	}
}

// TestRootBehindALink watches a project by a link that is then made to lead
// elsewhere, as deployments do.
func TestRootBehindALink(t *testing.T) {
	for way, change := range ways {
		t.Run(way, func(t *testing.T) {
			t.Parallel()
			f := newField(t, func(w *Watcher) {
				f := &field{t: t, root: w.root}
				parent := filepath.Dir(w.root)
				f.check(os.CopyFS(filepath.Join(parent, "second"), os.DirFS(w.root)))
				f.check(os.Rename(w.root, filepath.Join(parent, "first")))
				f.check(os.Symlink("first", w.root))
				w.safety = 20 * time.Millisecond
				if change != nil {
					change(w)
				}
			})
			f.write("content/annotations/a.toml", "new")
			f.sees("content/annotations/a.toml")
			next := f.root + ".next"
			f.check(os.Symlink("second", next))
			f.check(os.Rename(next, f.root))
			f.sees("seeds/1.txt")
			f.settle()
			f.write("content/annotations/b.toml", "newer")
			f.sees("content/annotations/b.toml")
		})
	}
}

// A stub is a notifier that says what a test wants.
type stub struct {
	notifier
	errs chan error
	add  func(string) error
}

func (s *stub) Errors() <-chan error { return s.errs }
func (s *stub) Add(dir string) error {
	if s.add != nil {
		if err := s.add(dir); err != nil {
			return err
		}
	}
	return s.notifier.Add(dir)
}

// stubbed opens the system's notifier behind a stub.
func stubbed(s *stub) func(*Watcher) {
	return func(w *Watcher) {
		w.open = func() (notifier, error) {
			n, err := openNotifier()
			s.notifier, s.errs = n, make(chan error)
			return s, err
		}
	}
}

func TestOverflow(t *testing.T) {
	s := new(stub)
	f := newField(t, stubbed(s))
	for range 5 {
		s.errs <- fsnotify.ErrEventOverflow
	}
	if b := f.sees("seeds/1.txt"); !slices.Equal(b.Paths, []string{Everything}) {
		t.Errorf("after an overflow the batch is %v", b.Paths)
	}
	if said := f.lines(); len(said) == 0 || !strings.Contains(said[0], "too many changes") {
		t.Errorf("said %q", said)
	}
	f.write("seeds/1.txt", "new")
	f.sees("seeds/1.txt")
}

// TestPollsInstead takes from the watcher what it needs to be told of changes:
// it says so in one line and goes on.
func TestPollsInstead(t *testing.T) {
	for name, test := range map[string]struct {
		change func(*Watcher)
		says   string
	}{
		"no watcher": {func(w *Watcher) {
			w.open = func() (notifier, error) { return nil, os.NewSyscallError("inotify_init1", syscall.EMFILE) }
		}, "max_user_instances"},
		"no watch": {stubbed(&stub{add: func(string) error { return syscall.ENOSPC }}), "max_user_watches"},
		"no watch for one folder": {stubbed(&stub{add: func(dir string) error {
			if filepath.Base(dir) == "annotations" {
				return syscall.ENOSPC
			}
			return nil
		}}), "max_user_watches"},
		"another error": {stubbed(&stub{add: func(string) error { return errors.New("out of luck") }}), "out of luck"},
		"a folder of another disk": {func(w *Watcher) {
			w.slow = func(dir string) string {
				if filepath.Base(dir) == "content" {
					return "a network file system (SMB)"
				}
				return ""
			}
		}, "SMB"},
		"a network file system": {func(w *Watcher) { w.slow = func(string) string { return "a network file system (NFS)" } }, "NFS"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f := newField(t, test.change)
			f.write("content/annotations/a.toml", "new")
			f.sees("content/annotations/a.toml")
			if said := f.lines(); len(said) != 1 || !strings.Contains(said[0], test.says) || !strings.Contains(said[0], "looking at all files") {
				t.Errorf("said %q", said)
			}
		})
	}
}

// The limit may be reached long after the start.
func TestPollsInsteadLater(t *testing.T) {
	f := newField(t, stubbed(&stub{add: func(dir string) error {
		if filepath.Base(dir) == "new" {
			return syscall.ENOSPC
		}
		return nil
	}}))
	f.write("content/annotations/new/c.toml", "c")
	f.sees("content/annotations/new/c.toml")
	f.settle()
	f.write("content/annotations/new/c.toml", "changed")
	f.sees("content/annotations/new/c.toml")
	if said := f.lines(); len(said) != 1 {
		t.Errorf("said %q", said)
	}
}

// What the system does not report is found by looking at all files now and
// then.
func TestSafety(t *testing.T) {
	f := newField(t, func(w *Watcher) {
		w.safety = 50 * time.Millisecond
		stubbed(&stub{add: func(string) error { return nil }})(w)
		open := w.open
		w.open = func() (notifier, error) {
			n, err := open()
			return deaf{n}, err
		}
	})
	f.write("seeds/1.txt", "new")
	f.sees("seeds/1.txt")
}

// deaf is a notifier that hears nothing.
type deaf struct{ notifier }

func (d deaf) Add(string) error { return nil }
