package build

import (
	"fmt"
	"slices"
	"strings"

	"factsheet/generator/diag"
	"factsheet/generator/page"
	"factsheet/generator/poster"
	"factsheet/generator/render"
)

// A preview is the picture that other sites show beside a link to a page.
type preview struct {
	path  string
	words page.Poster
}

// previews are those of the site, under "", and of each sheet that has one of
// its own. Only an address that is whole leads to one.
func (s *site) previews() map[string]preview {
	out := map[string]preview{}
	if s.shown.BaseURL == "" {
		return out
	}
	add := func(sheet, name string, words page.Poster) {
		if poster.Draws(words) {
			out[sheet] = preview{render.Digested(name+".png", fmt.Appendf(nil, "%d %q", poster.Version, words)), words}
		}
	}
	whole := s.book.Poster()
	add("", "preview", whole)
	for _, ref := range s.book.Sheets() {
		if words := s.book.SheetPoster(ref.ID); words != whole {
			add(ref.ID, "preview-"+ref.ID, words)
		}
	}
	return out
}

// previewed returns a page with its picture: that of its sheet, else that of
// the site.
func (s *site) previewed(p render.Page) render.Page {
	all, sheet := s.pictured(), ""
	switch p.Kind {
	case "sheet":
		sheet = strings.TrimSuffix(p.Link, ".html")
	case "group":
		sheet = p.Parent.ID
	}
	found, ok := all[sheet]
	if !ok {
		found = all[""]
	}
	p.Preview, p.PreviewWords = found.path, found.words.Alt()
	return p
}

// posters draw the pictures.
func (s *site) posters() []job {
	var jobs []job
	for _, p := range s.pictured() {
		jobs = append(jobs, job{path: p.path, make: func(out func(File)) []diag.Diagnostic {
			data, _ := poster.Draw(p.words)
			out(File{Path: p.path, Data: data})
			return nil
		}})
	}
	slices.SortFunc(jobs, func(a, b job) int { return strings.Compare(a.path, b.path) })
	return jobs
}
