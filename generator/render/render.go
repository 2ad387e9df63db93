// Package render turns page values into the HTML pages of a site, by layouts:
// html/template files that are parsed once and may be executed on several
// goroutines at once.
//
// A layout writes every address from the root of the site, as page values
// hold them. What it prints is then finished: addresses become relative to
// the page, and the security policy of DESIGN section 12 is put in, with the
// hashes of the page's own inline scripts and styles.
//
// Words are never printed twice: a section of a sheet is the HTML of the very
// Markdown that package sheet prints for it.
package render

import (
	"bytes"
	"cmp"
	"fmt"
	"reflect"
	"strings"
	"sync"

	"factsheet/generator/diag"
	"factsheet/generator/markdown"
	"factsheet/generator/page"
)

// A Page is what one file of the site is made from.
type Page struct {
	Kind         string // the name of its layout: "sheet"
	Link         string // where it will stand, from the root of the site: "sources/valley-post.html"
	Title        string
	Parent       page.Ref // the page above it: a group's sheet, the table of sources; none for most
	Site         page.Site
	Preview      string             // where the picture stands that other sites show beside a link to the page; "" without base_url
	PreviewWords page.Words         // what that picture says
	Value        any                // what a page of its kind shows; nil for notfound
	Text         *markdown.Document // a hand-written page, parsed; or nil
	Resolve      markdown.Resolver  // leads the relative destinations of a hand-written page to addresses from the root of the site
}

// A View is the dot of a layout.
type View struct {
	Page
	Description string // in a sentence, for search engines and previews
	Address     string // the whole address; "" without base_url
	Picture     string // that of Preview; "" where there is none
}

func view(p Page) View {
	v := View{Page: p, Description: p.Site.Description}
	switch value := p.Value.(type) {
	case page.Sheet:
		v.Description = cmp.Or(value.Summary, v.Description)
	case page.Prose:
		v.Description = cmp.Or(value.Description, v.Description)
	}
	if p.Site.BaseURL != "" && p.Kind != "notfound" {
		v.Address = p.Site.BaseURL + strings.TrimSuffix(p.Link, "index.html")
		if p.Preview != "" {
			v.Picture = p.Site.BaseURL + p.Preview
		}
	}
	return v
}

// maxPage is how many bytes a page can have. The largest seed makes one of a
// tenth of it.
const maxPage = 256 << 20

// A paper is what a page is written to, until it is full.
type paper struct {
	bytes.Buffer
	most int // bytes
}

// Write implements io.Writer.
func (p *paper) Write(data []byte) (int, error) {
	if p.Len()+len(data) > p.most {
		return 0, fault{fmt.Sprintf("this makes a page of more than %d bytes", p.most), "look for a loop that goes through more than a list of the page"}
	}
	return p.Buffer.Write(data)
}

var buffers = sync.Pool{New: func() any { return &paper{most: maxPage} }}

// Page returns the bytes of a page, or what is wrong with the layout that was
// to print it. It panics if Value is not that of the kind.
func (l *Layouts) Page(p Page) ([]byte, []diag.Diagnostic) {
	if want, ok := kinds[p.Kind]; !ok || reflect.TypeOf(p.Value) != reflect.TypeOf(want) {
		panic(fmt.Sprintf("render: page %s of kind %q has the value of a %T", p.Link, p.Kind, p.Value))
	}
	out := buffers.Get().(*paper)
	defer buffers.Put(out)
	out.Reset()
	if err := l.sets[p.Kind].execute(out, "base.html", maxPageRounds, view(p)); err != nil {
		return nil, []diag.Diagnostic{l.explain(err, p.Kind)}
	}
	if found := l.barred(out.Bytes(), p); found != nil {
		return nil, found
	}
	return finish(out.Bytes(), newAddresses(p)), nil
}
