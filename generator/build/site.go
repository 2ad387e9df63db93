package build

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/export"
	"factsheet/generator/markdown"
	"factsheet/generator/page"
	"factsheet/generator/render"
	"factsheet/generator/text"
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

// pictures are those beside the hand-written pages.
func (s *site) pictures() []job {
	var jobs []job
	for _, f := range s.state.Files.Pictures {
		j := fixed(strings.TrimPrefix(f.Path, contentDir), f.Data)
		j.from = diag.Place{File: text.NewFile(f.Path, nil)} // whose bytes nobody wants to see
		jobs = append(jobs, j)
	}
	return jobs
}

// assets are the static files of the layouts and what only hosts read.
func (s *site) assets() []job {
	var jobs []job
	for _, a := range slices.Concat(s.layouts.Assets(), render.Hosting(s.shown.BaseURL)) {
		jobs = append(jobs, fixed(a.Path, a.Data))
	}
	return jobs
}

// data are the files for other programs.
func (s *site) data() []job {
	var jobs []job
	for _, f := range []struct {
		path  string
		write func(io.Writer, *dossier.Dossier) error
	}{
		{"data/annotations.jsonld", export.WebAnnotations},
		{"data/claims.jsonld", export.Claims},
		{page.DossierPath(s.state.Dossier), export.Dossier},
		{"data/facts.csv", export.FactsCSV},
		{"data/sources.bib", export.BibTeX},
		{"data/sources.csl.json", export.CSL},
	} {
		j := written(f.path, func(w io.Writer) error { return f.write(w, s.state.Dossier) })
		j.sound, j.cost = true, len(s.state.Dossier.Facts)
		jobs = append(jobs, j)
	}
	return jobs
}

// search is the index of the search.
func (s *site) search() []job {
	return []job{{path: page.SearchPath, cost: len(s.state.Dossier.Facts), make: func(out func(File)) []diag.Diagnostic {
		s.index(out)
		return nil
	}}}
}

func (s *site) index(out func(File)) {
	export.Search(s.book.Finds(), s.book.Kindred(), func(f export.SearchFile) { out(File{Path: f.Path, Data: f.Data}) })
}

func (s *site) findSearch(path string) (job, bool) {
	if path != page.SearchPath && !strings.HasPrefix(path, export.SearchDir) {
		return job{}, false
	}
	i := slices.IndexFunc(s.searched(), func(f File) bool { return f.Path == path })
	if i < 0 {
		return job{}, false
	}
	return fixed(path, s.searched()[i].Data), true
}

// seeds are the texts that the sources name and the list of their sums; none
// where only excerpts of them are published.
func (s *site) seeds() []job {
	if s.state.Site.Excerpts() {
		return nil
	}
	var jobs []job
	for _, seed := range s.state.Dossier.Seeds {
		j := fixed(seed.File.Path, seed.File.Data)
		j.from = diag.Place{File: text.NewFile(seed.File.Path, nil)} // whose name matters, not its words
		jobs = append(jobs, j)
	}
	return append(jobs, written(dossier.SumsPath, s.sums))
}

func (s *site) sums(w io.Writer) error {
	out := bufio.NewWriter(w)
	for _, seed := range s.state.Dossier.Seeds {
		fmt.Fprintf(out, "%s  %s\n", seed.Sum, seed.Name)
	}
	return out.Flush()
}

func (s *site) findSeed(path string) (job, bool) {
	if s.state.Site.Excerpts() {
		return job{}, false
	}
	if path == dossier.SumsPath {
		return written(path, s.sums), true
	}
	name, ok := strings.CutPrefix(path, dossier.SeedDir+"/")
	if seed := s.state.Dossier.Seed(name); ok && seed != nil {
		return fixed(path, seed.File.Data), true
	}
	return job{}, false
}

// feed is the feed, which needs the site's address.
func (s *site) feed() []job {
	base := s.shown.BaseURL
	if base == "" {
		return nil
	}
	feed := written("feed.xml", func(w io.Writer) error { return export.Feed(w, s.state.Dossier, base) })
	feed.sound = true
	return []job{feed}
}

// sitemaps are those of the pages among some files, which need the site's
// address as well.
func (s *site) sitemaps(jobs []job) []job {
	if s.shown.BaseURL == "" {
		return nil
	}
	var pages []string
	for _, j := range jobs {
		if j.page != nil && j.path != notFound {
			pages = append(pages, j.path)
		}
	}
	slices.Sort(pages)
	var out []job
	for _, f := range export.Sitemaps(s.shown.BaseURL, pages) {
		out = append(out, written(f.Path, f.Write))
	}
	return out
}
