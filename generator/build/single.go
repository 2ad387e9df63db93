package build

import (
	"slices"
	"strings"

	"factsheet/generator/diag"
	"factsheet/generator/export"
	"factsheet/generator/page"
	"factsheet/generator/render"
)

// Single returns the site as one HTML file, or what is wrong with hand-written
// pages or a layout. The output must be without errors.
func (o *Output) Single() ([]byte, []diag.Diagnostic) {
	if found := o.links.check(); len(found) > 0 {
		return nil, found
	}
	return o.site.single()
}

func (s *site) single() ([]byte, []diag.Diagnostic) {
	in := render.Bundle{Site: s.shown, File: s.picture}
	in.Site.Alternates = nil
	for _, j := range s.leaves() {
		p := j.page()
		p.Value = page.Single(p.Value)
		in.Pages = append(in.Pages, p)
	}
	finds := s.book.Finds()
	for i, find := range finds {
		finds[i] = func() []page.Find { return linkedToLeaves(find()) }
	}
	export.Search(finds, s.book.Kindred(), func(f export.SearchFile) { in.Scripts = append(in.Scripts, f.Data) })
	return s.layouts.Single(in)
}

func linkedToLeaves(finds []page.Find) []page.Find {
	for i := range finds {
		finds[i].Link = render.LeafLink(finds[i].Link)
	}
	return finds
}

// leaves are the pages in the order in which they stand in one file: each
// followed by those that it leads to as its parts.
func (s *site) leaves() []job {
	fronts := s.fronts()
	front := func(path string) job {
		return fronts[slices.IndexFunc(fronts, func(j job) bool { return j.path == path })]
	}
	out := []job{front("index.html"), front("search.html")}
	actors := s.actors()
	for _, j := range s.sheets() {
		if out = append(out, j); j.path == "actors.html" {
			out, actors = append(out, actors...), nil
		}
	}
	out = append(out, actors...)
	out = append(append(out, front("sources.html")), s.sources()...)
	out = append(out, s.prose()...)
	out = append(append(out, front("compare.html")), s.pairs()...)
	return append(out, front("corrections.html"), front("data.html"))
}

// picture returns a picture beside the hand-written pages by its path on the
// site.
func (s *site) picture(path string) ([]byte, bool) {
	for _, f := range s.state.Files.Pictures {
		if strings.TrimPrefix(f.Path, contentDir) == path {
			return f.Data, true
		}
	}
	return nil, false
}
