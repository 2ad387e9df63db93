package render

import (
	"html/template"
	"net/url"
	"strings"
	"unicode"

	"factsheet/generator/diag"
	"factsheet/generator/page"
)

// A Single is the value of the page that holds the whole site.
type Single struct {
	Leaves  []Leaf
	Scripts []template.JS // the index of the search
}

// A Leaf is a page of the site within a file that holds all of them.
type Leaf struct {
	ID      string // of the element that holds it
	Kind    string
	Title   string
	Address string // the whole address of the page itself; "" without base_url
	HTML    template.HTML
}

// A Bundle is what a site in one file is made from.
type Bundle struct {
	Site    page.Site
	Pages   []Page   // in the order in which they stand
	Scripts [][]byte // the index of the search, JSON in a call
	// File returns a picture of the site by its path.
	File func(path string) ([]byte, bool)
}

// Single returns a site as one HTML file that loads nothing, or what is wrong
// with a layout. Every page is an element whose id is [LeafID] of its address;
// ids within the pages stay as they are, but for those that stand on several
// pages, and links lead from one to another.
func (l *Layouts) Single(in Bundle) ([]byte, []diag.Diagnostic) {
	b := &binder{in: in, files: map[string][]byte{}, leaves: map[string]*leaf{}, times: map[string]int{}}
	for _, a := range l.assets {
		b.files[a.Path] = a.Data
	}
	frame := Page{Kind: "single", Title: in.Site.Title, Site: in.Site, Value: Single{}}
	empty, found := l.laidOut(frame, "base.html")
	if found != nil {
		return nil, found
	}
	b.count(empty)
	for _, p := range in.Pages {
		html, found := l.laidOut(p, "main")
		if found != nil {
			return nil, found
		}
		b.add(view(p), html)
	}
	frame.Value = b.value()
	whole, found := l.laidOut(frame, "base.html")
	if found != nil {
		return nil, found
	}
	return b.finish(whole), nil
}

// laidOut executes a template of a page's kind: "base.html", or the block
// "main", which is what is the page's own.
func (l *Layouts) laidOut(p Page, name string) ([]byte, []diag.Diagnostic) {
	out := paper{most: maxPage + held(p)}
	if err := l.sets[p.Kind].execute(&out, name, maxPageRounds, view(p)); err != nil {
		return nil, []diag.Diagnostic{l.explain(err, p.Kind)}
	}
	return out.Bytes(), nil
}

// held is how many bytes a page takes over from others.
func held(p Page) int {
	n := 0
	if all, ok := p.Value.(Single); ok {
		for _, leaf := range all.Leaves {
			n += len(leaf.HTML)
		}
		for _, script := range all.Scripts {
			n += len(script)
		}
	}
	return n
}

// LeafID is the id of the page of an address in a file that holds all pages.
// An id holds no white space.
func LeafID(link string) string {
	return "_" + strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return '␣'
		}
		return r
	}, link)
}

// LeafLink is an address from the root of the site within that file, if it has
// a page or an id that no other page has.
func LeafLink(link string) string {
	name, fragment, ok := strings.Cut(link, "#")
	if ok {
		return "#" + fragment
	}
	return fragmentOf(LeafID(name))
}

func fragmentOf(id string) string { return "#" + (&url.URL{Path: id}).EscapedPath() }
