package serve_test

import (
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"factsheet/generator/build"
	"factsheet/generator/serve"
	"factsheet/layouts"
)

// A site is a project on disk that is followed and served.
type site struct {
	t    testing.TB
	root string
	url  string // without a slash at the end
	opt  serve.Project
	// forgetful says that only the newest generation is kept, so that what
	// the tests remember does not count as the program's.
	forgetful bool
	// unjudged says that nothing is shown that was judged.
	unjudged bool
	onShow   func() // called with each generation, before it is shown; may be nil

	mu    sync.Mutex
	shown []*serve.Generation
	said  []string
}

// starterDir is the small site that every new project begins as.
const starterDir = "../cli/starter"

// starter writes the small site to a folder of the test.
func starter(t testing.TB) *site {
	t.Helper()
	s := &site{t: t, root: filepath.Join(t.TempDir(), "project")}
	if err := os.CopyFS(s.root, os.DirFS(starterDir)); err != nil {
		t.Fatal(err)
	}
	s.lock()
	return s
}

// lock lists the seeds as they are.
func (s *site) lock() {
	s.t.Helper()
	names, err := filepath.Glob(s.path("seeds/*.txt"))
	if err != nil || len(names) == 0 {
		s.t.Fatalf("%d seeds: %v", len(names), err)
	}
	var sums strings.Builder
	for _, name := range names {
		data, err := os.ReadFile(name)
		s.check(err)
		fmt.Fprintf(&sums, "%x  %s\n", sha256.Sum256(data), filepath.Base(name))
	}
	s.write("seeds/SHA256SUMS", sums.String())
}

func (s *site) path(name string) string { return filepath.Join(s.root, filepath.FromSlash(name)) }

func (s *site) check(err error) {
	s.t.Helper()
	if err != nil {
		s.t.Fatal(err)
	}
}

// write replaces a file at once, so that nobody ever reads half of it.
func (s *site) write(name, data string) {
	s.t.Helper()
	s.check(os.MkdirAll(filepath.Dir(s.path(name)), 0o777))
	tmp := filepath.Join(s.root, ".tmp")
	s.check(os.WriteFile(tmp, []byte(data), 0o666))
	s.check(os.Rename(tmp, s.path(name)))
}

// save writes a file in place, as many editors do.
func (s *site) save(name, data string) {
	s.t.Helper()
	s.check(os.WriteFile(s.path(name), []byte(data), 0o666))
}

func (s *site) read(name string) string {
	s.t.Helper()
	data, err := os.ReadFile(s.path(name))
	s.check(err)
	return string(data)
}

// edit replaces words in a file, which must be there.
func (s *site) edit(name, old, new string) {
	s.t.Helper()
	data := s.read(name)
	if !strings.Contains(data, old) {
		s.t.Fatalf("%s has no %q", name, old)
	}
	s.write(name, strings.Replace(data, old, new, 1))
}

// open opens the folders of the project.
func (s *site) open() (build.Folders, func(), error) {
	root, err := os.OpenRoot(s.root)
	if err != nil {
		return build.Folders{}, nil, err
	}
	in := build.Folders{Root: root.FS()}
	roots := []*os.Root{root}
	for name, into := range map[string]*fs.FS{"seeds": &in.Seeds, "content": &in.Content, "layouts": &in.Layouts} {
		if r, err := os.OpenRoot(s.path(name)); err == nil {
			roots = append(roots, r)
			*into = r.FS()
		}
	}
	return in, func() {
		for _, r := range roots {
			r.Close()
		}
	}, nil
}

// serve follows and serves the project until the test is over, and waits until
// it is judged, if it is to be.
func (s *site) serve() *site {
	s.t.Helper()
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	s.check(err)
	s.serveOn(ln)
	s.wait("the first generation", func(g *serve.Generation) bool { return g.Judged || s.unjudged })
	return s
}

// serveOn serves on a listener and returns what ends it.
func (s *site) serveOn(ln net.Listener) (stop func()) {
	s.url = "http://" + ln.Addr().String()
	editor, err := serve.NewEditor("vscode", s.root)
	s.check(err)
	server := serve.NewServer(editor, s.say)
	p := s.opt
	p.Root, p.Layouts, p.Open, p.Say = s.root, layouts.FS, s.open, s.say
	ctx, cancel := context.WithCancel(context.Background())
	var running sync.WaitGroup
	running.Go(func() {
		serve.Follow(ctx, p, func(g *serve.Generation) {
			if s.unjudged && g.Judged {
				return
			}
			if s.onShow != nil {
				s.onShow()
			}
			server.Show(g)
			s.mu.Lock()
			defer s.mu.Unlock()
			if s.forgetful {
				s.shown = nil
			}
			s.shown = append(s.shown, g)
		})
	})
	running.Go(func() {
		if err := server.Serve(ctx, ln); err != nil {
			s.t.Error(err)
		}
	})
	stop = sync.OnceFunc(func() {
		cancel()
		running.Wait()
	})
	s.t.Cleanup(stop)
	return stop
}

func (s *site) say(line string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.said = append(s.said, line)
}

func (s *site) lines() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.said)
}

// all are the generations that were shown.
func (s *site) all() []*serve.Generation {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.shown)
}

// newest is the generation shown, or nil.
func (s *site) newest() *serve.Generation {
	all := s.all()
	if len(all) == 0 {
		return nil
	}
	return all[len(all)-1]
}

// patience is how long a test waits for what must come.
const patience = time.Minute

// wait waits for a newest generation of which something holds.
func (s *site) wait(what string, ok func(*serve.Generation) bool) *serve.Generation {
	s.t.Helper()
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(2 * time.Millisecond) {
		if g := s.newest(); g != nil && ok(g) {
			return g
		}
	}
	s.t.Fatalf("waited in vain for %s; said %q", what, s.lines())
	return nil
}

// judged waits until the rules were asked about the newest generation.
func (s *site) judged() *serve.Generation {
	s.t.Helper()
	return s.wait("the rules", func(g *serve.Generation) bool { return g.Judged })
}

// get returns the answer to a request for an address.
func (s *site) get(address string) (status int, body string) {
	s.t.Helper()
	res, err := http.Get(s.url + address)
	s.check(err)
	defer res.Body.Close()
	data, err := io.ReadAll(res.Body)
	s.check(err)
	return res.StatusCode, string(data)
}

// shows waits until a page has some words.
func (s *site) shows(address, words string) {
	s.t.Helper()
	s.until(address, words, true)
}

// hides waits until a page has some words no longer.
func (s *site) hides(address, words string) {
	s.t.Helper()
	s.until(address, words, false)
}

func (s *site) until(address, words string, wanted bool) {
	s.t.Helper()
	body := ""
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(2 * time.Millisecond) {
		if _, body = s.get(address); strings.Contains(body, words) == wanted {
			return
		}
	}
	s.t.Fatalf("%s: %q is there: %v, said %q\n%s", address, words, !wanted, s.lines(), body)
}

// facts is the annotation file of the starter that the tests edit.
const facts = "content/annotations/facts.toml"
