package generator_test

import (
	"context"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"factsheet/generator/build"
	"factsheet/layouts"
)

// chromium returns the path of Chromium. Where there is none the test is left
// out, and says so; with FACTSHEET_CI=1 it fails.
func chromium(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if os.Getenv("FACTSHEET_CI") == "1" {
		t.Fatal("there is no chromium here, and in CI nothing is left out")
	}
	t.Skip("LEFT OUT: there is no chromium here, so nobody has looked at the site in a browser")
	return ""
}

// A tab is a page of Chromium with everything that went wrong in it.
type tab struct {
	context.Context
	mu    sync.Mutex
	said  []string
	asked []string // the addresses of all requests
}

// open opens a tab, which is closed with the test and wants nothing to be said
// on the console and no request to fail.
func open(t *testing.T) *tab {
	t.Helper()
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(chromium(t)), chromedp.NoSandbox)
	ctx, stop := chromedp.NewExecAllocator(t.Context(), options...)
	t.Cleanup(stop)
	p := new(tab)
	ctx, stop = chromedp.NewContext(ctx, chromedp.WithListener(p.hear))
	t.Cleanup(stop)
	ctx, stop = context.WithTimeout(ctx, 10*time.Minute)
	t.Cleanup(stop)
	p.Context = ctx
	t.Cleanup(func() {
		p.mu.Lock()
		defer p.mu.Unlock()
		for _, s := range p.said {
			t.Errorf("the browser says: %s", s)
		}
	})
	return p
}

func (p *tab) hear(event any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch e := event.(type) {
	case log.EventEntryAdded:
		p.said = append(p.said, e.Entry.Text)
	case *runtime.EventConsoleAPICalled:
		p.said = append(p.said, "console."+string(e.Type))
	case *runtime.EventExceptionThrown:
		p.said = append(p.said, e.ExceptionDetails.Text)
	case *network.EventRequestWillBeSent:
		p.asked = append(p.asked, e.Request.URL)
	case *network.EventLoadingFailed:
		if !e.Canceled {
			p.said = append(p.said, e.ErrorText)
		}
	}
}

// requests returns the addresses of what the tab has asked for so far, but for
// what an address itself holds.
func (p *tab) requests() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.DeleteFunc(slices.Clone(p.asked), func(address string) bool { return strings.HasPrefix(address, "data:") })
}

func (p *tab) do(t *testing.T, actions ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(p, actions...); err != nil {
		t.Fatal(err)
	}
}

// eval returns the value of an expression.
func eval[T any](t *testing.T, p *tab, expression string) T {
	t.Helper()
	v, err := chromedp.Run(p, chromedp.Evaluate[T](expression))
	if err != nil {
		t.Fatalf("%s: %v", expression, err)
	}
	return v
}

// wait waits until an expression is true, on this page or the next.
func (p *tab) wait(t *testing.T, expression string) {
	t.Helper()
	for end := time.Now().Add(time.Minute); ; time.Sleep(10 * time.Millisecond) {
		done, err := chromedp.Run(p, chromedp.Evaluate[bool](expression))
		if err == nil && done {
			return
		}
		if time.Now().After(end) {
			t.Fatalf("it does not come true that %s (%v)", expression, err)
		}
	}
}

// output is what a project without errors gives.
func output(t *testing.T, in build.Folders) *build.Output {
	t.Helper()
	files, err := build.Read(in, nil)
	if err != nil {
		t.Fatal(err)
	}
	s := build.Next(files, nil)
	if s.Errors() > 0 {
		t.Fatalf("the project has errors; the first: %s", s.Found[0].Message)
	}
	out := s.Output(layouts.FS)
	if len(out.Found) > 0 {
		t.Fatalf("the site has errors; the first: %s", out.Found[0].Message)
	}
	return out
}

// onDisk writes the site of a project into a folder and returns its address.
func onDisk(t *testing.T, in build.Folders) (dir, address string) {
	t.Helper()
	dir = t.TempDir()
	for f, err := range output(t, in).Files(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(dir, filepath.FromSlash(f.Path)), f.Bytes())
	}
	return dir, "file://" + filepath.ToSlash(dir) + "/"
}

func write(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o666); err != nil {
		t.Fatal(err)
	}
}

// valley is the project of the tests of package export.
func valley(t *testing.T) build.Folders {
	t.Helper()
	root := os.DirFS("export/testdata/valley")
	return build.Folders{Root: root, Seeds: below(t, root, "seeds"), Content: below(t, root, "content")}
}

// functionOf returns the text of a function of a static script with what stands
// before it from a word on.
func functionOf(t *testing.T, script, from, name string) string {
	t.Helper()
	data, err := fs.ReadFile(layouts.FS, "static/"+script)
	if err != nil {
		t.Fatal(err)
	}
	_, rest, ok := strings.Cut(string(data), from)
	line, _, _ := strings.Cut(rest, "\n")
	_, body, found := strings.Cut(rest, "function "+name+"(")
	body, _, closed := strings.Cut(body, "\n  }\n")
	if !ok || !found || !closed {
		t.Fatalf("%s has no function %s after %s", script, name, from)
	}
	return from + line + "\nfunction " + name + "(" + body + "\n}"
}
