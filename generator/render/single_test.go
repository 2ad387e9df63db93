package render

import (
	"fmt"
	"strings"
	"testing"

	"factsheet/generator/page"
	"factsheet/layouts"
)

// bundle is the site of the tests, with hostile or harmless words for what it
// shows.
func bundle() Bundle {
	in := Bundle{Site: flood, File: func(path string) ([]byte, bool) { return []byte("bed"), path == "bed.png" }}
	in.Site.Alternates = nil
	all := pages()
	for _, kind := range []string{"home", "search", "sheet", "group", "actor", "sources", "source", "prose", "compare", "pair", "corrections", "data"} {
		in.Pages = append(in.Pages, all[kind])
	}
	return in
}

func singled(t testing.TB, l *Layouts, in Bundle) []byte {
	t.Helper()
	out, found := l.Single(in)
	if len(found) > 0 {
		t.Fatalf("%v", found)
	}
	return out
}

// checkBound wants one file in which every id stands once and every address
// leads to one of them or out of the site.
func checkBound(t *testing.T, data []byte) {
	t.Helper()
	ids, links := map[string]bool{}, []string{}
	for _, e := range elements(t, data) {
		if id, ok := e.attr["id"]; ok {
			if ids[id] {
				t.Errorf("the id %q stands twice", id)
			}
			ids[id] = true
		}
		for _, name := range []string{"href", "src"} {
			if address, ok := e.attr[name]; ok {
				links = append(links, address)
			}
		}
		for _, name := range []string{"for", "aria-labelledby", "popovertarget"} {
			for id := range strings.FieldsSeq(e.attr[name]) {
				links = append(links, "#"+id)
			}
		}
	}
	for _, address := range links {
		fragment, here := strings.CutPrefix(address, "#")
		if here && !ids[fragment] || !here && !strings.HasPrefix(address, "https://") && !strings.HasPrefix(address, "data:") {
			t.Errorf("%s leads nowhere", address)
		}
	}
	if len(links) == 0 {
		t.Error("there are no links")
	}
}

func TestSingle(t *testing.T) {
	l := parsed(t, layouts.FS)
	in := bundle()
	in.Scripts = [][]byte{[]byte(`factsheetSearch({"docs":["</script><b>"]});`)}
	data := singled(t, l, in)
	checkBound(t, data)
	for _, want := range []string{
		`id="_sources/valley-post.html"`, `href="#moved_1"`, `href="#_sources.html"`,
		`href="https://flood.example/seeds/017.txt"`, `data-address="https://flood.example/figures.html"`,
		`<h2>Figures</h2>`, `"\u003c/script>\u003cb>"`, SingleMark,
		`script-src 'sha256-`, `style-src 'sha256-`, `img-src data:; base-uri 'none'`,
	} {
		if !strings.Contains(string(data), want) {
			t.Errorf("%s is not there", want)
		}
	}
	if strings.Contains(string(data), "'self'") || strings.Contains(string(data), "assets/") {
		t.Error("the file may load something, or wants to")
	}
}

// Without the address of the site, what stands beside its pages is no link.
func TestSingleWithoutAddress(t *testing.T) {
	in := bundle()
	in.Site.BaseURL = ""
	for i := range in.Pages {
		in.Pages[i].Site = in.Site
	}
	data := string(singled(t, parsed(t, layouts.FS), in))
	if !strings.Contains(data, "<dd><a>017.txt</a></dd>") || strings.Contains(data, ` data-address="`) {
		t.Error("the text of a seed is a link, or a page has an address")
	}
}

func TestSingleRenames(t *testing.T) {
	b := &binder{in: Bundle{File: func(string) ([]byte, bool) { return []byte("x"), true }}, leaves: map[string]*leaf{}, times: map[string]int{}}
	b.count([]byte(`<p id="_main"></p>`))
	b.add(View{Page: Page{Link: "a b.html"}}, []byte(`<p id="x"></p><p id='y'></p>`))
	b.add(View{Page: Page{Link: "c/d.html"}}, []byte(`<p id="x"></p><p id=_main></p><p id="é"></p>`))
	for _, test := range []struct{ in, want string }{
		{`<p id="x">`, `<p id="_c/d.html.x">`},
		{`<p id='x' class=b>`, `<p id='_c/d.html.x' class=b>`},
		{`<p id=_main>`, `<p id=_c/d.html._main>`},
		{`<p id="y">`, `<p id="y">`},
		{`<a href="#x">`, `<a href="#_c/d.html.x">`},
		{`<a href="c/d.html#x">`, `<a href="#_c/d.html.x">`},
		{`<a href="c/d.html#%C3%A9">`, `<a href="#%C3%A9">`},
		{`<a href="a%20b.html#x">`, `<a href="#_a%E2%90%A3b.html.x">`},
		{`<a href="a%20b.html#y">`, `<a href="#y">`},
		{`<a href="a%20b.html">`, `<a href="#_a%E2%90%A3b.html">`},
		{`<a class="c" href="seeds/1.txt" rel="x">`, `<a class="c" rel="x">`},
		{`<a href="https://x.example/#x">`, `<a href="https://x.example/#x">`},
		{`<img src="p.svg" alt="a>b">`, `<img src="data:image/svg+xml;base64,eA==" alt="a>b">`},
		{`<section aria-labelledby="x" class="b">`, `<section class="b">`},
		{`<div aria-labelledby="x y">`, `<div aria-labelledby="_c/d.html.x y">`},
		{`<button popovertarget="x" disabled>`, `<button popovertarget="_c/d.html.x" disabled>`},
		{`<h1 id="x">`, `<h2 id="_c/d.html.x">`},
		{`</h6>`, `</h6>`},
		{`<H2>`, `<H3>`},
		{`<header>`, `<header>`},
		{`<hr>`, `<hr>`},
	} {
		f := *b.leaves["c/d.html"]
		f.html = []byte(test.in)
		if got := string(b.bound(&f)); got != test.want {
			t.Errorf("%s: %s, want %s", test.in, got, test.want)
		}
	}
}

// Whatever stands in a value, the file has no other element than with harmless
// words, and loads nothing.
func TestSingleHostile(t *testing.T) {
	l := parsed(t, layouts.FS)
	with := func(words string) []byte {
		in := Bundle{File: func(string) ([]byte, bool) { return nil, false }}
		for kind := range kinds {
			if kind == "single" {
				continue
			}
			p := sampled(kind, words)
			p.Link = kind + ".html"
			in.Pages, in.Site = append(in.Pages, p), p.Site
		}
		in.Site.BaseURL, in.Site.Alternates = "https://flood.example/", nil
		in.Scripts = [][]byte{fmt.Appendf(nil, "factsheetSearch(%q);", words)}
		return singled(t, l, in)
	}
	for _, words := range hostile {
		checkHarmless(t, elements(t, with(words)), elements(t, with("x")), words)
	}
}

// checkPieces: pieces are the page again.
func checkPieces(t testing.TB, in []byte) {
	t.Helper()
	var out []byte
	for p := range pieces(in) {
		out = append(out, p.data...)
		for a := range attributes(p.data) {
			if string(p.data[a.start:a.start+len(a.value)]) != string(a.value) || a.begin > a.start || a.start > a.end {
				t.Errorf("%q: attribute %+v", p.data, a)
			}
		}
	}
	if string(out) != string(in) {
		t.Errorf("%q became %q", in, out)
	}
	b := &binder{leaves: map[string]*leaf{}, times: map[string]int{}, in: Bundle{Site: page.Site{}, File: func(string) ([]byte, bool) { return nil, false }}}
	b.add(View{}, in)
	b.bound(b.order[0])
}
