package main

import (
	"bytes"
	"html/template"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"golang.org/x/sync/errgroup"

	"factsheet/generator/cli"
)

// floorMarkdown is the dialect of the program's pages.
var floorMarkdown = goldmark.New(
	goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.Footnote),
	goldmark.WithParserOptions(parser.WithAutoHeadingID()),
)

// A floorPage is the dot of the floor's layout.
type floorPage struct {
	Title, Description, Site string
	Body                     template.HTML
	Pages                    []string
}

// floor makes the pages of a project and nothing more: it reads each file,
// takes it through goldmark and html/template on all cores, and writes it, with
// the garbage collector as the program sets it.
func floor(from, to string) error {
	cli.PaceCollector()
	layout, err := template.New("page").Parse(floorLayout)
	if err != nil {
		return err
	}
	names, err := fs.Glob(os.DirFS(from), "content/notes/*.md")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Join(to, "notes"), 0o777); err != nil {
		return err
	}
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for _, name := range names {
		group.Go(func() error { return floorOne(layout, filepath.Join(from, name), target(to, name)) })
	}
	if err := group.Wait(); err != nil {
		return err
	}
	var list bytes.Buffer
	if err := layout.Execute(&list, floorPage{Title: "All pages", Site: "Notes", Pages: names}); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(to, "index.html"), list.Bytes(), 0o666)
}

func target(to, name string) string {
	return filepath.Join(to, strings.TrimSuffix(strings.TrimPrefix(name, "content/"), ".md")+".html")
}

func floorOne(layout *template.Template, from, to string) error {
	source, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	page := floorPage{Site: "Notes"}
	_, rest, _ := strings.Cut(string(source), "---\n")
	front, body, _ := strings.Cut(rest, "---\n")
	for line := range strings.Lines(front) {
		switch key, value, _ := strings.Cut(strings.TrimSpace(line), ": "); key {
		case "title":
			page.Title = value
		case "description":
			page.Description = value
		}
	}
	var html, out bytes.Buffer
	if err := floorMarkdown.Convert([]byte(body), &html); err != nil {
		return err
	}
	page.Body = template.HTML(html.String())
	if err := layout.Execute(&out, page); err != nil {
		return err
	}
	return os.WriteFile(to, out.Bytes(), 0o666)
}
