package build

import (
	"io"
	"slices"
	"strings"
	"sync"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/markdown"
	"factsheet/generator/page"
	"factsheet/generator/render"
)

// A site makes the files of a site, each when it is asked for.
type site struct {
	state   *State
	book    *page.Book
	layouts *render.Layouts
	links   *proseLinks
	shown   page.Site

	searched func() []File             // the index of the search, made when it is first asked for
	pictured func() map[string]preview // likewise
}

func newSite(s *State, book *page.Book, layouts *render.Layouts, links *proseLinks) *site {
	made := &site{state: s, book: book, layouts: layouts, links: links, shown: book.Site()}
	made.searched = sync.OnceValue(func() []File {
		var out []File
		made.index(func(f File) { out = append(out, f) })
		return out
	})
	made.pictured = sync.OnceValue(made.previews)
	return made
}

// A family is files of the site of one sort.
type family struct {
	jobs func() []job
	// find returns the job of a path without making all the others, in a
	// family that may have very many.
	find func(path string) (job, bool)
}

func (s *site) families() []family {
	return []family{
		{s.fronts, nil},
		{s.sheets, s.findSheet},
		{s.sources, s.findSource},
		{s.actors, s.findActor},
		{s.pairs, s.findPair},
		{s.prose, s.findProse},
		{s.pictures, nil},
		{s.assets, nil},
		{s.posters, nil},
		{s.data, nil},
		{s.search, s.findSearch},
		{s.seeds, s.findSeed},
		{s.feed, nil},
	}
}

// jobs returns what makes each file, in the order of their paths.
func (s *site) jobs() []job {
	var jobs []job
	for _, f := range s.families() {
		jobs = append(jobs, f.jobs()...)
	}
	jobs = append(jobs, s.sitemaps(jobs)...)
	slices.SortStableFunc(jobs, func(a, b job) int { return strings.Compare(a.path, b.path) })
	return jobs
}

// job returns what makes the file of a path.
func (s *site) job(path string) (job, bool) {
	if strings.HasPrefix(path, "sitemap") && strings.HasSuffix(path, ".xml") {
		return jobOf(s.jobs(), path)
	}
	for _, f := range s.families() {
		if f.find != nil {
			if j, ok := f.find(path); ok {
				return j, true
			}
			continue
		}
		if j, ok := jobOf(f.jobs(), path); ok {
			return j, true
		}
	}
	return job{}, false
}

func jobOf(jobs []job, path string) (job, bool) {
	i := slices.IndexFunc(jobs, func(j job) bool { return j.path == path })
	if i < 0 {
		return job{}, false
	}
	return jobs[i], true
}

// fronts are the pages that every site has.
func (s *site) fronts() []job {
	return []job{
		s.page(render.Page{Kind: "home", Link: "index.html", Title: s.shown.Title}, func() any { return s.book.Home() }),
		s.page(render.Page{Kind: "sources", Link: "sources.html", Title: "Sources"}, func() any { return s.book.Sources() }),
		s.page(render.Page{Kind: "compare", Link: "compare.html", Title: "Texts compared"}, func() any { return s.book.Compare() }),
		s.page(render.Page{Kind: "corrections", Link: "corrections.html", Title: "Corrections"}, func() any { return s.book.Corrections() }),
		s.page(render.Page{Kind: "search", Link: "search.html", Title: "Search"}, func() any { return s.book.Search() }),
		s.page(render.Page{Kind: "data", Link: "data.html", Title: "Data"}, func() any { return s.book.Data() }),
		s.page(render.Page{Kind: "notfound", Link: notFound, Title: "No such page"}, func() any { return nil }),
	}
}

// notFound is the page that hosts show where nothing stands.
const notFound = "404.html"

func fixed(path string, data []byte) job {
	return one(File{Path: path, Data: data})
}

// written is the job of a file that is written piece by piece.
func written(path string, write func(io.Writer) error) job {
	return one(File{Path: path, Write: write})
}

func one(f File) job {
	return job{path: f.Path, make: func(out func(File)) []diag.Diagnostic {
		out(f)
		return nil
	}}
}

// page is the job of a page whose value is made when it is rendered.
func (s *site) page(p render.Page, value func() any) job {
	p.Site = s.shown
	made := func() render.Page {
		p := s.previewed(p)
		p.Value = value()
		return p
	}
	return job{path: p.Link, page: made}
}

// sheets are the pages of the sheets and of their groups.
func (s *site) sheets() []job {
	var jobs []job
	for i, ref := range s.book.Sheets() {
		jobs = append(jobs, s.sheet(i, ref))
		for _, g := range s.book.Groups(ref.ID) {
			jobs = append(jobs, s.group(i, ref, g))
		}
	}
	return jobs
}

func (s *site) sheet(i int, ref page.Ref) job {
	j := s.page(render.Page{Kind: "sheet", Link: ref.Link, Title: ref.Title}, func() any {
		sheet, _ := s.book.Outline(ref.ID)
		return sheet
	})
	j.from, j.cost = s.sheetPlace(i), s.book.Ungrouped(ref.ID)
	return j
}

func (s *site) group(i int, sheet page.Ref, g page.Group) job {
	parent := page.Ref{Kind: "sheet", ID: sheet.ID, Title: sheet.Title, Link: sheet.Link}
	j := s.page(render.Page{Kind: "group", Link: g.Link, Title: g.Title, Parent: parent}, func() any {
		group, _ := s.book.Group(sheet.ID, g.Name)
		return group
	})
	j.from, j.cost = s.sheetPlace(i), g.Facts
	return j
}

// sheetPlace is where site.toml names a sheet.
func (s *site) sheetPlace(i int) diag.Place {
	config := s.state.Dossier.Sheets[i].Config
	return config.Place(config.Name)
}

func (s *site) findSheet(path string) (job, bool) {
	for i, ref := range s.book.Sheets() {
		if ref.Link == path {
			return s.sheet(i, ref), true
		}
		name, of := strings.CutPrefix(path, ref.ID+"-")
		if g, ok := s.book.FindGroup(ref.ID, strings.TrimSuffix(name, ".html")); of && ok && g.Link == path {
			return s.group(i, ref, g), true
		}
	}
	return job{}, false
}

func (s *site) sources() []job {
	var jobs []job
	for _, source := range s.state.Dossier.Sources {
		jobs = append(jobs, s.source(source))
	}
	return jobs
}

func (s *site) findSource(path string) (job, bool) {
	name, ok := strings.CutPrefix(path, "sources/")
	source := s.state.Dossier.Source(strings.TrimSuffix(name, ".html"))
	if !ok || source == nil || name != source.ID+".html" {
		return job{}, false
	}
	return s.source(source), true
}

func (s *site) source(source *dossier.Source) job {
	ref, _ := s.book.Ref(source.ID)
	p := render.Page{
		Kind: "source", Link: ref.Link, Title: ref.Title,
		Parent: page.Ref{Kind: "page", ID: "sources", Title: "Sources", Link: "sources.html"},
	}
	j := s.page(p, func() any {
		value, _ := s.book.Source(source.ID)
		return value
	})
	j.from = source.Record.Place(source.Record.ID)
	return j
}

func (s *site) actors() []job {
	var jobs []job
	for _, ref := range s.book.Actors() {
		jobs = append(jobs, s.actor(ref))
	}
	return jobs
}

func (s *site) findActor(path string) (job, bool) {
	name, ok := strings.CutPrefix(path, "actors/")
	ref, declared := s.book.Ref(strings.TrimSuffix(name, ".html"))
	if !ok || !declared || ref.Kind != "actor" || ref.Link != path {
		return job{}, false
	}
	return s.actor(ref), true
}

func (s *site) actor(ref page.Ref) job {
	p := render.Page{Kind: "actor", Link: ref.Link, Title: ref.Title}
	if config := s.state.Site.Sheet("actors"); config != nil {
		p.Parent = page.Ref{Kind: "sheet", ID: "actors", Title: config.Title.Value, Link: "actors.html"}
	}
	j := s.page(p, func() any {
		value, _ := s.book.Actor(ref.ID)
		return value
	})
	record := s.state.Dossier.Actor(ref.ID).Record
	j.from = record.Place(record.ID)
	return j
}

func (s *site) pairs() []job {
	var jobs []job
	for _, ref := range s.book.Pairs() {
		jobs = append(jobs, s.pair(ref))
	}
	return jobs
}

func (s *site) findPair(path string) (job, bool) {
	name, ok := strings.CutPrefix(path, "compare/")
	if !ok {
		return job{}, false
	}
	first, second, _ := strings.Cut(strings.TrimSuffix(name, ".html"), "--")
	ref, ok := s.book.FindPair(first, second)
	if !ok || ref.Link != path {
		return job{}, false
	}
	return s.pair(ref), true
}

func (s *site) pair(ref page.Ref) job {
	first, second, _ := strings.Cut(ref.ID, "--")
	p := render.Page{
		Kind: "pair", Link: ref.Link, Title: ref.Title,
		Parent: page.Ref{Kind: "page", ID: "compare", Title: "Texts compared", Link: "compare.html"},
	}
	j := s.page(p, func() any {
		value, _ := s.book.Pair(first, second)
		return value
	})
	record := s.state.Dossier.Source(second).Record
	j.from = record.Place(record.ID)
	return j
}

// prose are the hand-written pages.
func (s *site) prose() []job {
	pages := s.book.Prose()
	jobs := make([]job, len(pages))
	for i := range pages {
		jobs[i] = s.proseJob(&pages[i])
	}
	return jobs
}

// proseJob keeps little, since there may be very many.
func (s *site) proseJob(p *page.Prose) job {
	link := p.Ref().Link
	made := func() render.Page {
		return render.Page{Kind: "prose", Link: link, Title: p.Title, Site: s.shown, Value: *p, Resolve: s.links.resolver(p.Path)}
	}
	return job{path: link, page: made, check: s.checkProse, from: diag.Place{File: s.links.file(p)}}
}

func (s *site) checkProse(shown *render.Page) []diag.Diagnostic {
	p := shown.Value.(page.Prose)
	shown.Text = markdown.Parse(p.Body)
	return s.links.checkOnce(&p, shown.Text)
}

func (s *site) findProse(path string) (job, bool) {
	name, ok := strings.CutSuffix(path, ".html")
	p := s.links.pages[name+".md"]
	if !ok || p == nil {
		return job{}, false
	}
	return s.proseJob(p), true
}
