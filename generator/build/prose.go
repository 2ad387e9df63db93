package build

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/form"
	"factsheet/generator/markdown"
	"factsheet/generator/page"
	"factsheet/generator/text"
)

// contentDir is the folder of the hand-written pages.
const contentDir = "content/"

// readProse reads the hand-written pages, in the order that they ask for; those
// that ask for none come last, by path.
func readProse(files *Files) ([]page.Prose, []diag.Diagnostic) {
	var pages []page.Prose
	order := map[string]int{}
	var found []diag.Diagnostic
	for _, f := range files.Pages {
		front, problems := markdown.FrontMatter(f.Data)
		found = append(found, diagnose(f, 0, problems)...)
		name := strings.TrimPrefix(f.Path, contentDir)
		title := front.Title
		if title == "" {
			title = titleOf(name, f.Data[front.Body:])
		}
		order[name] = front.Order
		pages = append(pages, page.Prose{Path: name, Title: title, Description: front.Description, Body: f.Data[front.Body:]})
	}
	slices.SortFunc(pages, func(a, b page.Prose) int {
		i, j := order[a.Path], order[b.Path]
		return cmp.Or(compareBool(i == 0, j == 0), cmp.Compare(i, j), strings.Compare(a.Path, b.Path))
	})
	return pages, found
}

// compareBool orders false before true.
func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// titleOf is the first heading of a page that gives no title, else its name.
func titleOf(name string, body []byte) string {
	if headings := markdown.Parse(body).Headings(); len(headings) > 0 {
		return headings[0].Text
	}
	return strings.TrimSuffix(path.Base(name), ".md")
}

// checkProse reports links of hand-written pages that lead nowhere and
// pictures that are not there.
func checkProse(files *Files, book *page.Book, d *dossier.Dossier) []diag.Diagnostic {
	var found []diag.Diagnostic
	ids := d.Names([]string{"source", "actor", "fact"})
	for _, p := range book.Prose() {
		f := proseFile(files, p)
		problems := markdown.Parse(p.Body).Check(markdown.Options{Resolve: proseResolver(files, book, p.Path)})
		propose(problems, p, append(linkable(book, p.Path), ids...))
		found = append(found, diagnose(f, len(f.Data)-len(p.Body), problems)...)
	}
	return found
}

// propose adds to links that lead nowhere the destination that was probably
// meant.
func propose(problems []markdown.Problem, from page.Prose, valid []string) {
	for i := range problems {
		if p := &problems[i]; p.Code == "bad-link" && p.Help == "" {
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

// proseFile is the file of a hand-written page.
func proseFile(files *Files, p page.Prose) *text.File {
	i := slices.IndexFunc(files.Pages, func(f *text.File) bool { return f.Path == contentDir+p.Path })
	return files.Pages[i]
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

// proseResolver leads the relative destinations of a hand-written page to the
// site: an id to what it names, the path of a page, a sheet or a picture, seen
// from the page itself, to where that stands.
func proseResolver(files *Files, book *page.Book, from string) markdown.Resolver {
	return func(destination string) (string, bool) {
		if form.IsID(destination) {
			ref, ok := book.Ref(destination)
			return ref.Link, ok && ref.Link != ""
		}
		name, fragment, _ := strings.Cut(destination, "#")
		return fileLink(files, book, path.Join(path.Dir(contentDir+from), name), fragment)
	}
}

// fileLink returns where a file of content/ stands on the site, or the place
// that a fragment names, and whether there is one. The facts of a group and the
// actors stand on pages of their own.
func fileLink(files *Files, book *page.Book, name, fragment string) (string, bool) {
	if has(files.Pictures, name) {
		return strings.TrimPrefix(name, contentDir), fragment == ""
	}
	for _, p := range book.Prose() {
		switch {
		case contentDir+p.Path != name:
		case fragment == "":
			return p.Ref().Link, true
		default:
			return p.Ref().Link + "#" + fragment, hasHeading(p.Body, fragment)
		}
	}
	for _, s := range book.Sheets() {
		switch {
		case s.File != name:
		case fragment == "":
			return s.Link, true
		default:
			ref, ok := book.Ref(fragment)
			return ref.Link, ok && ref.File == s.File+"#"+fragment
		}
	}
	return "", false
}

func has(list []*text.File, name string) bool {
	return slices.ContainsFunc(list, func(f *text.File) bool { return f.Path == name })
}

func hasHeading(body []byte, anchor string) bool {
	return slices.ContainsFunc(markdown.Parse(body).Headings(), func(h markdown.Heading) bool { return h.ID == anchor })
}
