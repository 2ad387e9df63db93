package build

import (
	"bytes"
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"factsheet/generator/diag"
	"factsheet/generator/markdown"
	"factsheet/generator/page"
	"factsheet/generator/parallel"
	"factsheet/generator/text"
)

// contentDir is the folder of the hand-written pages.
const contentDir = "content/"

// readProse reads the hand-written pages, in the order that they ask for; those
// that ask for none come last, by path. Of very many only those that ask for a
// place stand in the navigation; the others stand on a page that lists them.
func readProse(files *Files) ([]page.Prose, []diag.Diagnostic) {
	read := parallel.Map(files.Pages, readPage)
	slices.SortStableFunc(read, func(a, b prosePage) int {
		return cmp.Or(compareBool(a.order == 0, b.order == 0), cmp.Compare(a.order, b.order), strings.Compare(a.Path, b.Path))
	})
	pages := make([]page.Prose, len(read), len(read)+1)
	var found []diag.Diagnostic
	for i, p := range read {
		pages[i] = p.Prose
		pages[i].Aside = p.order == 0 && len(read) > maxNavigation
		found = append(found, p.found...)
	}
	return withList(pages), found
}

// A prosePage is a hand-written page as it was read.
type prosePage struct {
	page.Prose
	order int // among the pages, 0 for none
	found []diag.Diagnostic
}

func readPage(f *text.File) prosePage {
	front, problems := markdown.FrontMatter(f.Data)
	name, body := strings.TrimPrefix(f.Path, contentDir), f.Data[front.Body:]
	title := front.Title
	if title == "" {
		title = titleOf(name, body)
	}
	return prosePage{page.Prose{Path: name, Title: title, Description: front.Description, Body: body}, front.Order, diagnose(f, 0, problems)}
}

// maxNavigation is how many hand-written pages stand in the navigation of
// every page without asking for it.
const maxNavigation = 40

// listPath is the page that lists the others, unless somebody wrote one.
const listPath = "pages.md"

// withList adds a page that lists those that are not in the navigation.
func withList(pages []page.Prose) []page.Prose {
	var list bytes.Buffer
	for _, p := range pages {
		if p.Path == listPath {
			return pages
		}
		if p.Aside {
			fmt.Fprintf(&list, "- %s\n", markdown.LinkTo(p.Title, p.Path))
		}
	}
	if list.Len() == 0 {
		return pages
	}
	return append(pages, page.Prose{Path: listPath, Title: "All pages", Body: list.Bytes()})
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
