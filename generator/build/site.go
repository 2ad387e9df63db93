package build

import (
	"fmt"
	"slices"
	"strings"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/export"
	"factsheet/generator/page"
	"factsheet/generator/render"
	"factsheet/generator/text"
)

// A site makes the files of a site.
type site struct {
	state   *State
	book    *page.Book
	layouts *render.Layouts
	sheets  []page.Sheet
	shown   page.Site
}

func newSite(s *State, book *page.Book, layouts *render.Layouts, sheets []page.Sheet) *site {
	return &site{state: s, book: book, layouts: layouts, sheets: sheets, shown: book.Site()}
}

// jobs returns what makes each file, in the order of their paths.
func (s *site) jobs() []job {
	jobs := []job{
		s.page(render.Page{Kind: "home", Link: "index.html", Title: s.shown.Title}, func() any { return s.book.Home() }),
		s.page(render.Page{Kind: "sources", Link: "sources.html", Title: "Sources"}, func() any { return s.book.Sources() }),
		s.page(render.Page{Kind: "notfound", Link: "404.html", Title: "No such page"}, func() any { return nil }),
	}
	for i, sheet := range s.sheets {
		config := s.state.Dossier.Sheets[i].Config
		jobs = append(jobs, s.sheet(sheet, config.Place(config.Name))...)
	}
	for _, source := range s.state.Dossier.Sources {
		jobs = append(jobs, s.source(source))
	}
	jobs = append(jobs, s.prose()...)
	for _, f := range s.state.Files.Pictures {
		j := fixed(strings.TrimPrefix(f.Path, "content/"), f.Data)
		j.from = diag.Place{File: text.NewFile(f.Path, nil)} // whose bytes nobody wants to see
		jobs = append(jobs, j)
	}
	for _, a := range slices.Concat(s.layouts.Assets(), render.Hosting()) {
		jobs = append(jobs, fixed(a.Path, a.Data))
	}
	jobs = append(jobs, s.data()...)
	jobs = append(jobs, s.seeds()...)
	jobs = append(jobs, s.indexes(jobs)...)
	slices.SortStableFunc(jobs, func(a, b job) int { return strings.Compare(a.path, b.path) })
	return jobs
}

func fixed(path string, data []byte) job {
	return job{path: path, make: func() ([]byte, []diag.Diagnostic) { return data, nil }}
}

// page is the job of a page whose value is made when it is rendered.
func (s *site) page(p render.Page, value func() any) job {
	p.Site = s.shown
	return job{path: p.Link, make: func() ([]byte, []diag.Diagnostic) {
		p := p
		p.Value = value()
		return s.layouts.Page(p)
	}}
}

func (s *site) sheet(sheet page.Sheet, from diag.Place) []job {
	jobs := []job{s.page(render.Page{Kind: "sheet", Link: sheet.Link, Title: sheet.Title}, func() any { return sheet })}
	parent := page.Ref{Kind: "sheet", ID: sheet.Name, Title: sheet.Title, Link: sheet.Link}
	for _, g := range sheet.Groups {
		jobs = append(jobs, s.page(render.Page{Kind: "group", Link: g.Link, Title: g.Title, Parent: parent}, func() any { return g }))
	}
	for i := range jobs {
		jobs[i].from = from
	}
	return jobs
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

func (s *site) prose() []job {
	var jobs []job
	for _, p := range s.book.Prose() {
		ref := p.Ref()
		j := s.page(render.Page{
			Kind: "prose", Link: ref.Link, Title: p.Title, Resolve: proseResolver(s.state.Files, s.book, p.Path),
		}, func() any { return p })
		j.from = diag.Place{File: proseFile(s.state.Files, p)}
		jobs = append(jobs, j)
	}
	return jobs
}

// data are the files for other programs.
func (s *site) data() []job {
	var jobs []job
	for _, f := range []struct {
		path string
		make func(*dossier.Dossier) []byte
	}{
		{"data/annotations.jsonld", export.WebAnnotations},
		{"data/claims.jsonld", export.Claims},
		{"data/dossier.json", export.Dossier},
		{"data/facts.csv", export.FactsCSV},
		{"data/sources.bib", export.BibTeX},
		{"data/sources.csl.json", export.CSL},
	} {
		jobs = append(jobs, job{path: f.path, make: func() ([]byte, []diag.Diagnostic) { return f.make(s.state.Dossier), nil }})
	}
	return jobs
}

// seeds are the texts that the sources name and the list of their sums; none
// where only excerpts of them are published.
func (s *site) seeds() []job {
	if s.state.Site.Excerpts() {
		return nil
	}
	var jobs []job
	var sums strings.Builder
	for _, seed := range s.state.Dossier.Seeds {
		jobs = append(jobs, fixed(seed.File.Path, seed.File.Data))
		fmt.Fprintf(&sums, "%s  %s\n", seed.Sum, seed.Name)
	}
	return append(jobs, fixed(dossier.SumsPath, []byte(sums.String())))
}

// indexes are the feed and the sitemap, which need the site's address.
func (s *site) indexes(jobs []job) []job {
	base := s.shown.BaseURL
	if base == "" {
		return nil
	}
	var pages []string
	for _, j := range jobs {
		if strings.HasSuffix(j.path, ".html") && j.path != "404.html" {
			pages = append(pages, j.path)
		}
	}
	slices.Sort(pages)
	return []job{
		fixed("sitemap.xml", export.Sitemap(base, pages)),
		{path: "feed.xml", make: func() ([]byte, []diag.Diagnostic) { return export.Feed(s.state.Dossier, base), nil }},
	}
}
