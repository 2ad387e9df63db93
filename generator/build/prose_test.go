package build_test

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"factsheet/generator/build"
	"factsheet/generator/diag"
	"factsheet/layouts"
)

// pagesOf is a project of nothing but hand-written pages.
func pagesOf(t *testing.T, pages map[string]string) *build.State {
	t.Helper()
	project := fstest.MapFS{"site.toml": {Data: []byte("title = \"Notes\"\n[[sheets]]\nname = \"claims\"\nkind = \"claim\"\ntitle = \"Claims\"\n")}}
	for name, body := range pages {
		project["content/"+name] = &fstest.MapFile{Data: []byte(body)}
	}
	content, err := fs.Sub(project, "content")
	if err != nil {
		t.Fatal(err)
	}
	files, err := build.Read(build.Folders{Root: project, Content: content}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return build.Next(files, nil)
}

// made renders a site and returns its files as text.
func made(t *testing.T, s *build.State) map[string]string {
	t.Helper()
	out := s.Output(layouts.FS)
	if len(out.Found) > 0 {
		t.Fatal(printed(out.Found))
	}
	files := map[string]string{}
	for f, err := range out.Files(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		files[f.Path] = string(f.Data)
	}
	return files
}

// TestNavigation sees that few pages stand in the navigation, and of very many
// those that ask for it and a list of the others.
func TestNavigation(t *testing.T) {
	pages := map[string]string{"first.md": "---\ntitle: First\norder: 1\n---\n\nIt is first.\n"}
	for i := range 39 {
		pages[fmt.Sprintf("more/%02d.md", i)] = fmt.Sprintf("---\ntitle: \"Note *%d*\"\n---\n\nA note.\n", i)
	}
	links := func(html string) int { return strings.Count(html, `<li><a href="more/`) }
	few := made(t, pagesOf(t, pages))
	if got := links(few["index.html"]); got != 39 || few["pages.html"] != "" {
		t.Errorf("few pages: %d are in the navigation, and a list of %d bytes", got, len(few["pages.html"]))
	}
	pages["more/39.md"] = "One more.\n"
	many := made(t, pagesOf(t, pages))
	home := many["index.html"]
	if links(home) != 0 || !strings.Contains(home, `href="first.html"`) || !strings.Contains(home, `href="pages.html"`) {
		t.Errorf("many pages: the navigation has %d of them:\n%.2000s", links(home), home)
	}
	if got := links(many["pages.html"]); got != 40 || !strings.Contains(many["pages.html"], `<a href="more/07.html">Note *7*</a>`) {
		t.Errorf("the list has %d pages:\n%s", got, many["pages.html"])
	}
	pages["pages.md"] = "My own list.\n"
	if own := made(t, pagesOf(t, pages)); !strings.Contains(own["pages.html"], "My own list.") {
		t.Errorf("a list written by hand is not there:\n%s", own["pages.html"])
	}
}

// TestEveryBadLink sees that links which lead nowhere are told of all pages,
// each once, whatever else is wrong.
func TestEveryBadLink(t *testing.T) {
	pages := map[string]string{"a.md": "See [b](c.md).\n", "b.md": "# One\n\nSee [a](a.md#two) and [one](b.md#one).\n", "c/d.md": "See [a](../a.md) and [b](../../content/b.md).\n"}
	const want = "content/a.md:1:9 bad-link; content/b.md:3:9 bad-link"
	s := pagesOf(t, pages)
	if got := spots(build.Check(t.Context(), s, layouts.FS)); got != want {
		t.Errorf("check: %s", got)
	}
	if _, found := s.Output(layouts.FS).Single(); spots(found) != want {
		t.Errorf("in one file: %s", spots(found))
	}
	for _, err := range s.Output(layouts.FS).Files(t.Context()) {
		if found, ok := err.(build.Findings); err != nil && (!ok || spots(found) != want) {
			t.Errorf("built: %v", err)
		}
	}
	pages["e.md"] = "---\norder: x\n---\n"
	if got := spots(build.Check(t.Context(), pagesOf(t, pages), layouts.FS)); got != want+"; content/e.md:2:8 bad-value" {
		t.Errorf("check, with another mistake: %s", got)
	}
}

func spots(found []diag.Diagnostic) string {
	var out []string
	for _, d := range found {
		at := d.Place.File.Position(d.Place.Span.Start)
		out = append(out, fmt.Sprintf("%s:%d:%d %s", d.Place.File.Path, at.Line, at.Column, d.Code))
	}
	return strings.Join(out, "; ")
}
