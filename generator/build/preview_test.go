package build_test

import (
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"factsheet/generator/build"
	"factsheet/generator/dossier"
	"factsheet/layouts"
)

// session is a project in memory that is edited and previewed.
type session struct {
	t       *testing.T
	fsys    fstest.MapFS
	files   *build.Files
	preview *build.Preview
}

func newSession(t *testing.T, fsys fstest.MapFS) *session {
	t.Helper()
	s := &session{t: t, fsys: fsys}
	s.refresh(".")
	return s
}

func (s *session) refresh(paths ...string) {
	s.t.Helper()
	files, err := build.Reread(folders(s.t, s.fsys), s.files, paths)
	if err != nil {
		s.t.Fatal(err)
	}
	var before *build.State
	if s.preview != nil {
		before = s.preview.State
	}
	s.files = files
	s.preview = build.NewPreview(build.Lenient(files, before).Judge(), layouts.FS, s.preview)
}

func (s *session) write(path, data string) {
	s.t.Helper()
	s.fsys[path] = &fstest.MapFile{Data: []byte(data)}
	s.refresh(path)
}

func (s *session) edit(path, old, new string) {
	s.t.Helper()
	data := string(s.fsys[path].Data)
	if !strings.Contains(data, old) {
		s.t.Fatalf("%s has no %q", path, old)
	}
	s.write(path, strings.Replace(data, old, new, 1))
}

func (s *session) page(path string) build.Made {
	s.t.Helper()
	made, ok := s.preview.File(path)
	if !ok || !made.Page {
		s.t.Fatalf("there is no page %s", path)
	}
	return made
}

func (s *session) shows(path, words string) {
	s.t.Helper()
	if !strings.Contains(string(s.page(path).Data), words) {
		s.t.Errorf("%s does not show %q", path, words)
	}
}

func (s *session) finds(code string) {
	s.t.Helper()
	found := append(s.preview.State.Found, s.preview.Check()...)
	for _, d := range found {
		if d.Code == code {
			return
		}
	}
	s.t.Errorf("%s is not among the findings:\n%s", code, printed(found))
}

const baseFacts = "content/annotations/figures.toml"

func TestPreviewKeepsTheLastRecords(t *testing.T) {
	s := newSession(t, base(t))
	good := string(s.fsys[baseFacts].Data)
	s.shows("figures.html", `id="bridges-closed"`)
	s.write(baseFacts, good+"\n= nonsense\n")
	s.finds("syntax")
	s.shows("figures.html", `id="bridges-closed"`)
	if n := s.preview.State.Errors(); n != 1 {
		t.Errorf("%d errors of one line that is no TOML:\n%s", n, printed(s.preview.State.Found))
	}
	s.write(baseFacts, good)
	if n := s.preview.State.Errors(); n != 0 {
		t.Errorf("%d errors of a file that was mended", n)
	}
	delete(s.fsys, baseFacts)
	s.refresh(baseFacts)
	if strings.Contains(string(s.page("figures.html").Data), "bridges-closed") {
		t.Error("a deleted file still stands for its records")
	}
}

func TestPreviewKeepsTheLastSite(t *testing.T) {
	s := newSession(t, base(t))
	s.edit("site.toml", "title", "titel")
	s.finds("unknown-key")
	s.shows("figures.html", `id="bridges-closed"`)
	delete(s.fsys, "site.toml")
	s.refresh("site.toml")
	s.finds("missing-field")
	s.shows("figures.html", `id="bridges-closed"`)
}

func TestPreviewKeepsTheLastLayouts(t *testing.T) {
	s := newSession(t, base(t))
	const layout = "layouts/sheet.html"
	s.write(layout, `{{define "main"}}<p>My own layout</p>{{end}}`)
	s.shows("figures.html", "My own layout")
	s.write(layout, `{{define "main"}}<p>My own{{end`)
	s.finds("layout")
	s.shows("figures.html", "My own layout")
	s.write(layout, `{{define "main"}}{{if gt (len .Value.Sections) 0}}{{index .Value.Sections 99}}{{end}}{{end}}`)
	if made := s.page("figures.html"); len(made.Found) != 1 || !strings.Contains(string(made.Data), "My own layout") {
		t.Errorf("a page whose layout fails: %q, found %s", made.Data, printed(made.Found))
	}
}

// TestPreviewKeepsLayoutsThatWorked saves one layout that fails only when a page is
// rendered after another: the last that worked stands in, with its own style.
func TestPreviewKeepsLayoutsThatWorked(t *testing.T) {
	s := newSession(t, base(t))
	const layout, style = "layouts/sheet.html", "layouts/static/own.css"
	s.write(style, "p { color: teal }")
	s.write(layout, `{{define "main"}}<p>My own layout, {{asset "own.css"}}</p>{{end}}`)
	s.shows("figures.html", "My own layout")
	delete(s.fsys, style)
	s.refresh(style)
	for _, words := range []string{"a try", "another try", "one more"} {
		s.write(layout, `{{define "main"}}`+words+`{{slice .Title 999}}{{end}}`)
		s.finds("layout")
		if made := s.page("figures.html"); len(made.Found) != 1 || !strings.Contains(string(made.Data), "My own layout") {
			t.Errorf("%s: %q, found %s", words, made.Data, printed(made.Found))
		}
	}
	own := regexp.MustCompile(`assets/own\.[^<]*\.css`).FindString(string(s.page("figures.html").Data))
	if made, ok := s.preview.File(own); !ok || len(made.Data) == 0 {
		t.Errorf("the page asks for %q, which is not there", own)
	}
	s.write(layout, `{{define "main"}}<p>Mended</p>{{end}}`)
	s.shows("figures.html", "Mended")
	if found := s.preview.Check(); len(found) > 0 {
		t.Errorf("found in layouts that were mended:\n%s", printed(found))
	}
}

// TestPreviewStartsWithFailingLayout leaves the embedded ones as well, however often
// it fails.
func TestPreviewStartsWithFailingLayout(t *testing.T) {
	fsys := base(t)
	const layout = "layouts/sheet.html"
	fsys[layout] = &fstest.MapFile{Data: []byte(`{{define "main"}}{{slice .Title 999}}{{end}}`)}
	s := newSession(t, fsys)
	for range 2 {
		s.shows("figures.html", `id="bridges-closed"`)
		s.edit(layout, "999", "9999") // nobody looked at it in between
		s.edit(layout, "999", "9999")
	}
}

// A broken layout at the start leaves the embedded ones.
func TestPreviewStartsWithBrokenLayout(t *testing.T) {
	fsys := base(t)
	fsys["layouts/sheet.html"] = &fstest.MapFile{Data: []byte(`{{define "main"}}{{end`)}
	s := newSession(t, fsys)
	s.finds("layout")
	s.shows("figures.html", `id="bridges-closed"`)
}

func TestPreviewRemembers(t *testing.T) {
	s := newSession(t, base(t))
	for _, path := range []string{"figures.html", "sources.html"} {
		if s.page(path).Remembered {
			t.Errorf("%s is remembered from nowhere", path)
		}
	}
	s.edit(baseFacts, "Three bridges were closed.", "Three bridges were *closed*.")
	if s.page("figures.html").Remembered {
		t.Error("a page with another statement is remembered")
	}
	if !s.page("sources.html").Remembered {
		t.Error("a page of which nothing changed was made again")
	}
	if again := s.page("sources.html"); !again.Remembered {
		t.Error("a page that was remembered is made when asked for again")
	}
}

// TestPreviewOfErrors shows every page of every project in which something is
// wrong: none may fail.
func TestPreviewOfErrors(t *testing.T) {
	base := readArchive(t, "testdata/codes/base.txtar")
	cases, err := filepath.Glob("testdata/codes/*/fires*.txtar")
	if err != nil || len(cases) == 0 {
		t.Fatalf("%d cases: %v", len(cases), err)
	}
	for _, name := range cases {
		t.Run(name, func(t *testing.T) {
			fsys := overlay(base, readArchive(t, name))
			files, err := build.Read(folders(t, fsys), nil)
			if err != nil {
				t.Fatal(err)
			}
			s := build.Lenient(files, nil).Judge()
			if s.Dossier == nil {
				return
			}
			p := build.NewPreview(s, layouts.FS, nil)
			p.Check()
			for _, path := range p.Paths() {
				if made, ok := p.File(path); ok && made.Page && len(made.Data) == 0 {
					t.Errorf("%s is empty", path)
				}
			}
		})
	}
}

// TestPreviewOfExcerpts wants no text in the preview that will not be on the
// site.
func TestPreviewOfExcerpts(t *testing.T) {
	s := newSession(t, base(t))
	config := string(s.fsys["site.toml"].Data)
	for seeds, want := range map[string]bool{"full": true, "excerpts": false} {
		s.write("site.toml", "seeds = \""+seeds+"\"\n"+config)
		for _, path := range []string{dossier.SumsPath, s.preview.State.Dossier.Seeds[0].File.Path} {
			if _, ok := s.preview.File(path); ok != want {
				t.Errorf("%s: %s is there: %v", seeds, path, ok)
			}
		}
	}
}

// TestCheckedAgain wants to be found what a change of nothing but words does not
// bring about, and what any other may.
func TestCheckedAgain(t *testing.T) {
	s := newSession(t, base(t))
	s.write("content/about.md", "# About\n\n[Bridges](bridges-closed).\n")
	for _, edit := range []struct{ old, new, code string }{
		{"Three bridges were closed.", "Three bridges were *closed*.", ""},
		{`id        = "bridges-closed"`, `id        = "bridges-shut"`, "bad-link"},
		{`id        = "bridges-shut"`, `id        = "bridges-closed"`, ""},
		{`id        = "bridges-closed"`, "id        = \"bridges-closed\"\ndraft     = true", "bad-link"},
	} {
		s.edit(baseFacts, edit.old, edit.new)
		if edit.code != "" {
			s.finds(edit.code)
		} else if found := s.preview.Check(); len(found) > 0 {
			t.Errorf("%s:\n%s", edit.new, printed(found))
		}
	}
}
