package build

import (
	"slices"

	"factsheet/generator/diag"
	"factsheet/generator/page"
	"factsheet/generator/render"
)

// A checking is what was found in putting the site of a preview together as it
// would be published, and of what.
type checking struct {
	files    *Files
	book     *page.Book
	layouts  *render.Layouts
	edited   []diag.Diagnostic // sheets
	linked   []diag.Diagnostic // wrongly, by hand-written pages
	misnamed []diag.Diagnostic // files of the site
	failed   []diag.Diagnostic // layouts, on some pages
}

// Check returns what keeps the site from being published besides the findings
// of the XX before the preview that follows is made.
func (p *Preview) Check() []diag.Diagnostic {
	prev := p.checked
	if prev == nil {
		prev = &checking{files: new(Files)}
	}
	s := p.State
	c := &checking{files: s.Files, layouts: p.laid.Layouts, book: page.Next(s.Dossier, p.prose, page.Options{}, prev.book)}
	p.checked = c
	if c.edited = prev.edited; prev.book == nil || !slices.Equal(prev.files.Sheets, s.Files.Sheets) {
		c.edited = edited(s.Files)
	}
	if c.linked = prev.linked; !c.alike(prev) {
		links := newProseLinks(s.Files, c.book, s.Dossier)
		jobs := newSite(s, c.book, c.layouts, links).jobs()
		c.linked, c.misnamed = links.check(), misnamed(jobs)
		if len(s.Files.Layouts) > 0 {
			c.failed = p.laid.try(jobs)
		}
	}
	found := slices.Concat(p.Found, p.front, c.linked, c.edited, c.misnamed, c.failed)
	diag.Sort(found)
	return found
}

// alike reports whether the files of the site have the names that they had,
// none of which was wrong, the same hand-written pages, and layouts that did
// not fail.
func (c *checking) alike(prev *checking) bool {
	return prev.book != nil && len(prev.misnamed) == 0 && len(prev.failed) == 0 && c.layouts == prev.layouts && c.book.Alike(prev.book) &&
		slices.Equal(c.files.Pages, prev.files.Pages) && slices.Equal(c.files.Pictures, prev.files.Pictures) && slices.Equal(c.files.Seeds, prev.files.Seeds)
}
