package cli_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"factsheet/generator/cli"
	"factsheet/layouts"
)

// A session is the program at work until the test is over.
type session struct {
	t    *testing.T
	root string
	end  func() (status int)

	mu  sync.Mutex
	out bytes.Buffer
}

func (s *session) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.out.Write(p)
}

// begin makes a small site and runs a command on it.
func begin(t *testing.T, args ...string) *session {
	t.Helper()
	return beginIn(t, newSite(t), args...)
}

// beginIn runs a command on a site.
func beginIn(t *testing.T, root string, args ...string) *session {
	t.Helper()
	s := &session{t: t, root: root}
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan int, 1)
	go func() {
		ended <- cli.Run(ctx, append([]string{"--root", s.root}, args...), cli.Env{Stdout: io.Discard, Stderr: s, Layouts: layouts.FS})
	}()
	s.end = sync.OnceValue(func() int {
		stop()
		return <-ended
	})
	t.Cleanup(func() { s.end() })
	return s
}

// newSite makes a small site.
func newSite(t *testing.T) (root string) {
	t.Helper()
	root = filepath.Join(t.TempDir(), "demo")
	if status := cli.Run(t.Context(), []string{"new", root}, cli.Env{Stdout: io.Discard, Stderr: io.Discard, Layouts: layouts.FS}); status != 0 {
		t.Fatalf("new: status %d", status)
	}
	return root
}

// said is what the program has said.
func (s *session) said() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.out.String()
}

// says waits until the program has said something.
func (s *session) says(pattern string) []string {
	s.t.Helper()
	said := ""
	for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
		said = s.said()
		if found := regexp.MustCompile(pattern).FindStringSubmatch(said); found != nil {
			return found
		}
	}
	s.t.Fatalf("waited in vain for %q; said\n%s", pattern, said)
	return nil
}

func (s *session) edit(name, old, new string) {
	s.t.Helper()
	name = filepath.Join(s.root, filepath.FromSlash(name))
	data, err := os.ReadFile(name)
	if err != nil || !strings.Contains(string(data), old) {
		s.t.Fatalf("%s has no %q: %v", name, old, err)
	}
	tmp := filepath.Join(s.root, ".tmp")
	err = errors.Join(os.WriteFile(tmp, []byte(strings.Replace(string(data), old, new, 1)), 0o666), os.Rename(tmp, name))
	if err != nil {
		s.t.Fatal(err)
	}
}

// holds waits until a file of the project has some words.
func (s *session) holds(name, words string) {
	s.t.Helper()
	for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
		if data, _ := os.ReadFile(filepath.Join(s.root, filepath.FromSlash(name))); strings.Contains(string(data), words) {
			return
		}
	}
	s.t.Fatalf("%s never says %q", name, words)
}

const factsFile = "content/annotations/facts.toml"

func TestServe(t *testing.T) {
	s := begin(t, "serve", "--addr", "127.0.0.1:0", "--editor", "zed")
	address := s.says(`the preview is at (http://127\.0\.0\.1:\d+/)`)[1]
	s.says(`0 errors, \d+ warnings?\n#1 .*: read \d+ of \d+ files in .* ms; linked 3 of 3 texts`)
	res, err := http.Get(address + "figures.html")
	if err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(res.Body)
	res.Body.Close()
	if err != nil || !strings.Contains(string(body), "About 400 books were soaked.") {
		t.Errorf("the page: %v\n%s", err, body)
	}
	s.edit(factsFile, "about 400 books were soaked, the librarian", "about 500 books were soaked, the librarian")
	s.says(`quote not found in "courier" \(quote-not-found\)`)
	s.says(`1 error, \d+ warnings?\n#\d+ content/annotations/facts\.toml: read 1 of`)
	if status := s.end(); status != 0 {
		t.Errorf("ended with status %d", status)
	}
	if _, err := os.Stat(filepath.Join(s.root, "public")); err == nil {
		t.Error("the preview published something")
	}
	if _, err := os.Stat(filepath.Join(s.root, "content", "annotations", "schema.json")); err != nil {
		t.Errorf("the schema is not there: %v", err)
	}
}

// TestSignals ends the preview, to which a browser listens, and a watched
// build as users and systems do.
func TestSignals(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("there is no such signal to send to a process")
	}
	for _, sig := range []os.Signal{os.Interrupt, syscall.SIGTERM} {
		for args, ready := range map[string]string{
			"serve --addr 127.0.0.1:0": `preview is at (http://\S+)/ (?s:.*)\n#1 `,
			"build --watch":            `public: \d+ files written()`,
		} {
			t.Run(args+"/"+sig.String(), func(t *testing.T) {
				s := &session{t: t, root: newSite(t)}
				cmd := &exec.Cmd{Path: os.Args[0], Args: append([]string{"factsheet", "--root", s.root}, strings.Fields(args)...), Stderr: s}
				if err := cmd.Start(); err != nil {
					t.Fatal(err)
				}
				defer cmd.Process.Kill()
				if address := s.says(ready)[1]; address != "" {
					res, err := http.Get(address + "/_preview/events")
					if err != nil {
						t.Fatal(err)
					}
					defer res.Body.Close()
				}
				if err := cmd.Process.Signal(sig); err != nil {
					t.Fatal(err)
				}
				if err := cmd.Wait(); err != nil || strings.Contains(s.said(), "factsheet:") {
					t.Errorf("ended with %v; said\n%s", err, s.said())
				}
			})
		}
	}
}

func TestServeUsage(t *testing.T) {
	for args, want := range map[string]string{
		"--addr 0.0.0.0:0":       "no address of this machine alone",
		"--addr :0":              "no address of this machine alone",
		"--addr example.org:80":  "no address of this machine alone",
		"--addr 127.0.0.1:99999": "takes a free port",
		"--addr nonsense":        "is no address",
		"--editor word":          `there is no editor "word"; one of `,
		"--root /nowhere":        "cannot open the project",
	} {
		var said bytes.Buffer
		status := cli.Run(t.Context(), append([]string{"serve"}, strings.Fields(args)...), cli.Env{Stdout: io.Discard, Stderr: &said, Layouts: layouts.FS})
		if status != 2 || !strings.Contains(said.String(), want) {
			t.Errorf("%s: status %d, said %s", args, status, said.String())
		}
	}
}

func TestServeTakenPort(t *testing.T) {
	s := begin(t, "serve", "--addr", "127.0.0.1:0")
	address := s.says(`http://(127\.0\.0\.1:\d+)/`)[1]
	var said bytes.Buffer
	status := cli.Run(t.Context(), []string{"--root", s.root, "serve", "--addr", address}, cli.Env{Stdout: io.Discard, Stderr: &said, Layouts: layouts.FS})
	if status != 2 || !strings.Contains(said.String(), "answers at "+address+" already") || !strings.Contains(said.String(), "--addr 127.0.0.1:0 takes a free port") {
		t.Errorf("status %d, said %s", status, said.String())
	}
}

// away moves a folder of the project out of it and returns what moves it back,
// which fails where something stands in its place by then.
func (s *session) away(name string) (back func()) {
	s.t.Helper()
	here, there := filepath.Join(s.root, name), filepath.Join(s.t.TempDir(), name)
	move := func(from, to string) {
		s.t.Helper()
		if err := os.Rename(from, to); err != nil {
			s.t.Fatal(err)
		}
	}
	move(here, there)
	return func() { move(there, here) }
}

// TestServeContentAway moves the annotations away and back: the preview makes
// no folder in their place.
func TestServeContentAway(t *testing.T) {
	s := begin(t, "serve", "--addr", "127.0.0.1:0")
	s.says(`\n#1 `)
	back := s.away("content")
	s.says(`\n#\d+ content/.* files, \d+ gone in `)
	if _, err := os.Stat(filepath.Join(s.root, "content")); err == nil {
		t.Error("the preview made a folder content/")
	}
	back()
	s.says(`gone in .*(?s:.*)0 errors, \d+ warnings?\n#\d+ content/.*: read \d+ of \d+ files in .*`)
}

// TestBuildWatchContentAway is the same for what publishes: an empty site is
// not published meanwhile.
func TestBuildWatchContentAway(t *testing.T) {
	s := begin(t, "build", "--watch")
	s.says(`public: \d+ files written`)
	back := s.away("content")
	s.says(`nothing was written`)
	s.holds("public/figures.html", "About 400 books were soaked.")
	if _, err := os.Stat(filepath.Join(s.root, "content")); err == nil {
		t.Error("a folder content/ was made")
	}
	back()
	s.edit(factsFile, "About 400 books were soaked.", "The storm soaked about 400 books.")
	s.holds("public/figures.html", "The storm soaked about 400 books.")
}

// TestBuildWatchOutput names folders that are watched: what was published there
// would be read, and published again.
func TestBuildWatchOutput(t *testing.T) {
	root := newSite(t)
	for _, name := range []string{"content/out", "layouts/static", "seeds", "."} {
		var said bytes.Buffer
		status := cli.Run(t.Context(), []string{"--root", root, "build", "--watch", "--output", filepath.Join(root, name)}, cli.Env{Stdout: io.Discard, Stderr: &said, Layouts: layouts.FS})
		if status != 2 || !strings.Contains(said.String(), "choose another folder") {
			t.Errorf("%s: status %d, said %s", name, status, said.String())
		}
	}
}

// TestBuildWatchRefused puts a file into the published folder, which would be
// lost: nothing is published until it is away, and the program goes on.
func TestBuildWatchRefused(t *testing.T) {
	s := begin(t, "build", "--watch")
	s.says(`public: \d+ files written`)
	stray := filepath.Join(s.root, "public", "stray.html")
	if err := os.WriteFile(stray, []byte("by hand"), 0o666); err != nil {
		t.Fatal(err)
	}
	s.edit(factsFile, "About 400 books were soaked.", "The storm soaked about 400 books.")
	s.says(`factsheet: cannot publish to .*: stray\.html`)
	if err := os.Remove(stray); err != nil {
		t.Fatal(err)
	}
	s.edit(factsFile, "The storm soaked about 400 books.", "The storm soaked 400 books or so.")
	s.holds("public/figures.html", "The storm soaked 400 books or so.")
	if status := s.end(); status != 0 {
		t.Errorf("ended with status %d", status)
	}
}

// TestBuildWatchBack makes a mistake and takes it back: what is published stands
// through both, and no error is the last thing said.
func TestBuildWatchBack(t *testing.T) {
	s := begin(t, "build", "--watch")
	s.says(`public: \d+ files written`)
	const was, is = "about 400 books were soaked, the librarian", "about 500 books were soaked, the librarian"
	s.edit(factsFile, was, is)
	s.says(`nothing was written`)
	s.edit(factsFile, is, was)
	s.says(`nothing was written\n(?s:.*)0 errors, .*\n#\d+ .*\n.*public stands as it was published\n$`)
}

// TestBuildWatchDeleted deletes what was published: the next save publishes it
// again, also one that changes back what was changed in between.
func TestBuildWatchDeleted(t *testing.T) {
	s := begin(t, "build", "--watch")
	s.says(`public: \d+ files written`)
	const was, is = "about 400 books were soaked, the librarian", "about 500 books were soaked, the librarian"
	s.edit(factsFile, was, is)
	s.says(`nothing was written`)
	if err := os.RemoveAll(filepath.Join(s.root, "public")); err != nil {
		t.Fatal(err)
	}
	s.edit(factsFile, is, was)
	s.holds("public/figures.html", "About 400 books were soaked.")
}

func TestBuildWatch(t *testing.T) {
	s := begin(t, "build", "--watch")
	s.says(`public: \d+ files written`)
	page := filepath.Join(s.root, "public", "figures.html")
	s.edit(factsFile, "About 400 books were soaked.", "About 400 books were *soaked*.")
	s.says(`public: \d+ files? written, \d+ unchanged`)
	if data, err := os.ReadFile(page); err != nil || !strings.Contains(string(data), "<em>soaked</em>") {
		t.Errorf("the published page: %v\n%s", err, data)
	}
	s.edit(factsFile, "About 400 books were *soaked*.", "About 500 books were soaked.")
	s.says(`1 error, .*\n#.*\nnothing was written`)
	if data, _ := os.ReadFile(page); !strings.Contains(string(data), "<em>soaked</em>") {
		t.Error("something was published although there are errors")
	}
	s.edit(factsFile, "About 500 books were soaked.", "The storm soaked about 400 books.")
	for _, name := range []string{"public/figures.html", "content/sheets/figures.md"} {
		s.holds(name, "The storm soaked about 400 books.")
	}
	if status := s.end(); status != 0 {
		t.Errorf("ended with status %d", status)
	}
}
