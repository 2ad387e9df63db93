package build

import (
	"io/fs"
	"slices"
	"sync"

	"factsheet/generator/diag"
	"factsheet/generator/page"
	"factsheet/generator/render"
)

// A Preview is the site of a state while somebody is working on it: with
// drafts, whatever is wrong, and each file made when it is first asked for. It
// is safe for use by several goroutines and does not change, but for what it
// remembers.
type Preview struct {
	State *State
	// Found is what is wrong with the layouts as they are read.
	Found []diag.Diagnostic

	embedded fs.FS
	laid     *laid
	prose    []page.Prose
	front    []diag.Diagnostic // what is wrong with the front matter of prose
	site     *site
	made     sync.Map // path → *making
	memory   *memory
	checked  *checking // of this preview once it is checked, before that of an earlier one; or nil
}

// NewPreview returns the preview of a state, which has a dossier. prev is the
// one before, or nil: what it has made of the same inputs is made no second
// time, and its layouts stand in for layouts that do not work.
func NewPreview(s *State, embedded fs.FS, prev *Preview) *Preview {
	p := &Preview{State: s, embedded: embedded}
	if prev == nil {
		prev = &Preview{State: &State{Files: new(Files)}, memory: newMemory(maxRemembered), laid: layEmbedded(embedded)}
	}
	p.memory, p.checked = prev.memory, prev.checked
	p.readLayouts(prev)
	p.readProse(prev)
	book := page.Next(s.Dossier, p.prose, page.Options{Drafts: true}, prev.book())
	p.site = newSite(s, book, p.laid.Layouts, newProseLinks(s.Files, book, s.Dossier))
	return p
}

// book is what the preview shows, or nil where it shows nothing yet.
func (p *Preview) book() *page.Book {
	if p.site == nil {
		return nil
	}
	return p.site.book
}

func (p *Preview) readLayouts(prev *Preview) {
	p.laid, p.Found = prev.laid, prev.Found
	if slices.Equal(p.State.Files.Layouts, prev.State.Files.Layouts) && prev.site != nil {
		return
	}
	layouts, found := render.Parse(p.embedded, p.State.Files.Layouts)
	if p.Found = found; layouts != nil {
		p.laid = prev.laid.next(layouts)
	}
}

func (p *Preview) readProse(prev *Preview) {
	if slices.Equal(p.State.Files.Pages, prev.State.Files.Pages) {
		p.prose, p.front = prev.prose, prev.front
		return
	}
	p.prose, p.front = readProse(p.State.Files)
}

// A making is a file that is made once.
type making struct {
	once sync.Once
	made Made
}

// Made is a file of a preview.
type Made struct {
	File
	Page bool // it is a page in HTML
	// Found is what is wrong with the layout of a page, which is then laid
	// out by the last layouts that worked or, where these fail on it as well,
	// by the embedded ones.
	Found []diag.Diagnostic
	// Remembered says that it was made for an earlier preview.
	Remembered bool
}

// File returns the file of the site at a path, and whether there is one. While
// there are errors, or nobody has looked for them, the files for other programs
// are not there.
func (p *Preview) File(path string) (Made, bool) {
	j, ok := p.job(path)
	if !ok || j.sound && !p.State.Sound() {
		return Made{}, false
	}
	m, _ := p.made.LoadOrStore(path, new(making))
	making := m.(*making)
	making.once.Do(func() { making.made = p.make(j) })
	return making.made, true
}

func (p *Preview) make(j job) Made {
	if j.page == nil {
		var made Made
		j.make(func(f File) { made.File = File{Path: f.Path, Data: f.Bytes()} })
		return made
	}
	shown := j.page()
	if data, ok := p.memory.recall(p.laid.Layouts, shown); ok {
		return Made{File: File{Path: j.path, Data: data}, Page: true, Remembered: true}
	}
	data, found := p.laid.page(shown)
	if len(found) == 0 {
		p.memory.store(p.laid.Layouts, shown, data)
	}
	return Made{File: File{Path: j.path, Data: data}, Page: true, Found: found}
}

// NotFound returns the page that hosts show where nothing stands.
func (p *Preview) NotFound() Made {
	made, _ := p.File(notFound)
	return made
}

// Paths returns the paths of all files, in order, but for the parts of a large
// index of the search.
func (p *Preview) Paths() []string {
	var paths []string
	for _, j := range p.site.jobs() {
		paths = append(paths, j.path)
	}
	return paths
}

// Ref returns what an id leads to, and whether it leads anywhere.
func (p *Preview) Ref(id string) (page.Ref, bool) {
	ref, ok := p.site.book.Ref(id)
	return ref, ok && ref.Link != ""
}

// Sheet returns the address of the page on which a sheet shows the facts of a
// group, the sheet's own where that shows none, and false where the site has no
// such sheet.
func (p *Preview) Sheet(table, group string) (link string, ok bool) {
	for _, ref := range p.site.book.Sheets() {
		if ref.ID != table {
			continue
		}
		if g, ok := p.site.book.FindGroup(table, group); ok {
			return g.Link, true
		}
		return ref.Link, true
	}
	return "", false
}

// LayoutsWork reports whether nothing is wrong with the layouts of a project
// as they are read.
func LayoutsWork(files *Files, embedded fs.FS) bool {
	layouts, _ := render.Parse(embedded, files.Layouts)
	return layouts != nil
}

// Has reports whether there is a file at a path, if it can be made.
func (p *Preview) Has(path string) bool {
	_, ok := p.job(path)
	return ok
}

func (p *Preview) job(path string) (job, bool) {
	if j, ok := p.site.job(path); ok {
		return j, true
	}
	return p.laid.asset(path)
}
