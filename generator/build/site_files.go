package build

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/export"
	"factsheet/generator/page"
	"factsheet/generator/render"
	"factsheet/generator/text"
)

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
