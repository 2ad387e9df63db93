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
)

// contentDir is the folder of the hand-written pages.
const contentDir = "content/"

// readProse reads the hand-written pages, in the order that they ask for; those
// that ask for none come last, by path. Of very many only those that ask for a
// place stand in the navigation; the others stand on a page that lists them.
func readProse(files *Files) ([]page.Prose, []diag.Diagnostic) {
	pages := make([]page.Prose, 0, len(files.Pages)+1)
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
		pages = append(pages, page.Prose{
			Path: name, Title: title, Description: front.Description, Body: f.Data[front.Body:],
			Aside: front.Order == 0 && len(files.Pages) > maxNavigation,
		})
	}
	slices.SortFunc(pages, func(a, b page.Prose) int {
		i, j := order[a.Path], order[b.Path]
		return cmp.Or(compareBool(i == 0, j == 0), cmp.Compare(i, j), strings.Compare(a.Path, b.Path))
	})
	return withList(pages), found
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
