package build

import (
	"path"
	"slices"
	"strings"
	"sync"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/form"
	"factsheet/generator/markdown"
	"factsheet/generator/page"
	"factsheet/generator/parallel"
	"factsheet/generator/text"
)

// A proseLinks knows where the links of hand-written pages can lead.
type proseLinks struct {
	files *Files
	book  *page.Book
	ids   func() []string // what can be named by its id
	told  bool            // check was asked

	pages    map[string]*page.Prose // by path in content/, as are the others
	sheets   map[string]page.Ref
	pictures map[string]bool
	headings sync.Map // path of a page → func() map[string]bool, the anchors of its headings
}

func newProseLinks(files *Files, book *page.Book, d *dossier.Dossier) *proseLinks {
	l := &proseLinks{
		files: files, book: book, pages: make(map[string]*page.Prose, len(book.Prose())), sheets: map[string]page.Ref{}, pictures: map[string]bool{},
		ids: func() []string { return d.Names([]string{"source", "actor", "fact"}) },
	}
	for i := range book.Prose() {
		p := &book.Prose()[i]
		l.pages[p.Path] = p
	}
	for _, s := range book.Sheets() {
		l.sheets[strings.TrimPrefix(s.File, contentDir)] = s
	}
	for _, f := range files.Pictures {
		l.pictures[strings.TrimPrefix(f.Path, contentDir)] = true
	}
	return l
}

// check reports links of all pages that lead nowhere and pictures that are not
// there.
func (l *proseLinks) check() []diag.Diagnostic {
	l.told = true
	return slices.Concat(parallel.Map(l.book.Prose(), func(p page.Prose) []diag.Diagnostic {
		return l.checkPage(&p, markdown.Parse(p.Body))
	})...)
}

// checkOnce is checkPage for a page that is about to be rendered, unless all
// were checked before.
func (l *proseLinks) checkOnce(p *page.Prose, doc *markdown.Document) []diag.Diagnostic {
	if l.told {
		return nil
	}
	return l.checkPage(p, doc)
}

// checkPage does so for one page, which is given parsed.
func (l *proseLinks) checkPage(p *page.Prose, doc *markdown.Document) []diag.Diagnostic {
	problems := doc.Check(markdown.Options{Resolve: l.resolver(p.Path)})
	if len(problems) == 0 {
		return nil
	}
	l.propose(problems, p)
	f := l.file(p)
	return diagnose(f, len(f.Data)-len(p.Body), problems)
}

// propose adds to links that lead nowhere the destination that was probably
// meant.
func (l *proseLinks) propose(problems []markdown.Problem, from *page.Prose) {
	var valid []string
	for i := range problems {
		if p := &problems[i]; p.Code == "bad-link" && p.Help == "" {
			if valid == nil {
				valid = append(linkable(l.book, from.Path), l.ids()...)
			}
			p.Help, _ = diag.Nearest(string(from.Body[p.Span.Start:p.Span.End]), valid)
		}
	}
}

// linkable are the pages and sheets, seen from a page.
func linkable(book *page.Book, from string) []string {
	up := strings.Repeat("../", strings.Count(from, "/"))
	var names []string
	for _, p := range book.Prose() {
		names = append(names, up+p.Path)
	}
	for _, s := range book.Sheets() {
		names = append(names, up+strings.TrimPrefix(s.File, contentDir))
	}
	return names
}

// file is the file of a hand-written page; one without bytes of the page that
// lists the others.
func (l *proseLinks) file(p *page.Prose) *text.File {
	name := contentDir + p.Path
	i, ok := slices.BinarySearchFunc(l.files.Pages, name, func(f *text.File, name string) int { return strings.Compare(f.Path, name) })
	if !ok {
		return text.NewFile(name, nil)
	}
	return l.files.Pages[i]
}

func diagnose(f *text.File, base int, problems []markdown.Problem) []diag.Diagnostic {
	var found []diag.Diagnostic
	for _, p := range problems {
		span := text.Span{Start: base + p.Span.Start, End: base + p.Span.End}
		found = append(found, diag.Diagnostic{
			Code: p.Code, Severity: diag.Error, Place: diag.Place{File: f, Span: span}, Message: p.Message, Help: p.Help,
		})
	}
	return found
}

// resolver leads the relative destinations of a hand-written page to the site:
// an id to what it names, the path of a page, a sheet or a picture, seen from
// the page itself, to where that stands.
func (l *proseLinks) resolver(from string) markdown.Resolver {
	dir := path.Dir(contentDir + from)
	return func(destination string) (string, bool) {
		if form.IsID(destination) {
			ref, ok := l.book.Ref(destination)
			return ref.Link, ok && ref.Link != ""
		}
		name, fragment, _ := strings.Cut(destination, "#")
		name, inside := strings.CutPrefix(path.Join(dir, name), contentDir)
		if !inside {
			return "", false
		}
		return l.fileLink(name, fragment)
	}
}

// fileLink returns where a file, by its path in content/, stands on the site,
// or the place that a fragment names, and whether there is one. The facts of a
// group and the actors stand on pages of their own.
func (l *proseLinks) fileLink(name, fragment string) (string, bool) {
	if l.pictures[name] {
		return name, fragment == ""
	}
	if p := l.pages[name]; p != nil {
		if fragment == "" {
			return p.Ref().Link, true
		}
		return p.Ref().Link + "#" + fragment, l.hasHeading(name, fragment)
	}
	s, ok := l.sheets[name]
	if !ok || fragment == "" {
		return s.Link, ok
	}
	ref, ok := l.book.Ref(fragment)
	return ref.Link, ok && ref.File == s.File+"#"+fragment
}

// hasHeading reports whether a heading of a page has an anchor.
func (l *proseLinks) hasHeading(name, anchor string) bool {
	anchors, _ := l.headings.LoadOrStore(name, sync.OnceValue(func() map[string]bool {
		all := map[string]bool{}
		for _, h := range markdown.Parse(l.pages[name].Body).Headings() {
			all[h.ID] = true
		}
		return all
	}))
	return anchors.(func() map[string]bool)()[anchor]
}
