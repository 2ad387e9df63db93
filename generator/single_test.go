package generator_test

import (
	"bytes"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/chromedp/cdproto/emulation"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"golang.org/x/net/html"

	"factsheet/generator/build"
	"factsheet/layouts"
)

// whole is a site in one file.
func whole(t *testing.T, out *build.Output) []byte {
	t.Helper()
	data, found := out.Single()
	if len(found) > 0 {
		t.Fatalf("the site in one file: %s", found[0].Message)
	}
	return data
}

// TestSingleFile puts this repository's own site into one file: with every page
// and every id, small enough to be sent by mail, and the same each time.
func TestSingleFile(t *testing.T) {
	files, out := built(t)
	data := whole(t, out)
	if len(data) > 1_000_000 {
		t.Errorf("it has %d bytes", len(data))
	}
	if _, again := built(t); !bytes.Equal(data, whole(t, again)) {
		t.Error("made again it differs")
	}
	one := pages(t, site{"whole.html": data})["whole.html"]
	for name, p := range pages(t, files) {
		if name == "404.html" {
			continue
		}
		if !one.ids["_"+name] {
			t.Errorf("%s is not there", name)
		}
		for id := range p.ids {
			if !strings.HasPrefix(id, "_") && !one.ids[id] && !one.ids["_"+name+"."+id] {
				t.Errorf("%s of %s is not there", id, name)
			}
		}
	}
	for _, fact := range state(t).Dossier.Facts {
		if statement := fact.Record.Statement.Value; !strings.ContainsAny(statement, "*_[<&'\"") && !bytes.Contains(data, []byte(statement)) {
			t.Errorf("%s is not there: %s", fact.ID, statement)
		}
	}
	checkWhole(t, one)
}

// checkWhole wants a page that leads nowhere but to itself and to other sites,
// with one <main> and its headings in order.
func checkWhole(t *testing.T, one *webpage) {
	t.Helper()
	for _, link := range one.links {
		switch fragment, ok := strings.CutPrefix(link, "#"); {
		case ok && !one.ids[fragment]:
			t.Errorf("%s leads nowhere", link)
		case !ok && !strings.HasPrefix(link, "https://") && !strings.HasPrefix(link, "data:"):
			t.Errorf("%s leads out of the file", link)
		}
	}
	mains, level, headings := 0, 0, 0
	for n := range one.root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if n.Data == "main" {
			mains++
		}
		if len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '6' {
			next := int(n.Data[1] - '0')
			if next > level+1 || next == 1 && headings > 0 {
				t.Errorf("<%s> follows a heading of level %d", n.Data, level)
			}
			level, headings = next, headings+1
		}
	}
	if mains != 1 || headings == 0 {
		t.Errorf("%d <main>, %d headings", mains, headings)
	}
}

// illustrated is a project with hand-written pages of which two have a heading
// of one name, and a picture.
func illustrated(t *testing.T) build.Folders {
	t.Helper()
	in := valley(t)
	content := fstest.MapFS{
		"river.md":  {Data: []byte("# The river\n\n## Sources\n\n![A gauge](gauge.png) [below](#sources) [the dam](dam.md#sources) [moved](moved) [gauge](gauge.png)\n")},
		"dam.md":    {Data: []byte("# The dam\n\n## Sources\n\n[The river](river.md)\n")},
		"gauge.png": {Data: []byte("\x89PNG\r\n\x1a\n")},
	}
	err := fs.WalkDir(in.Content, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(in.Content, name)
		content[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	in.Content = content
	return in
}

// TestSingleFileLinks follows links between pages with ids of one name, and
// wants pictures inside.
func TestSingleFileLinks(t *testing.T) {
	data := whole(t, output(t, illustrated(t)))
	one := pages(t, site{"whole.html": data})["whole.html"]
	checkWhole(t, one)
	for _, want := range []string{"#_river.html.sources", "#_dam.html.sources", "#_river.html", "#moved", "data:image/png;base64,iVBORw0KGgo="} {
		if !slices.Contains(one.links, want) {
			t.Errorf("nothing leads to %s", want)
		}
	}
	if slices.ContainsFunc(one.links, func(link string) bool { return path.Ext(link) == ".png" }) {
		t.Error("a link leads to a file that is not there")
	}
}

// TestSingleFileInBrowser opens the file by itself: nothing is asked for, the
// search finds, the quote opens in its paragraph, and without scripts its link
// leads there.
func TestSingleFileInBrowser(t *testing.T) {
	p := open(t)
	file := filepath.Join(t.TempDir(), "whole.html")
	write(t, file, whole(t, output(t, valley(t))))
	address := "file://" + filepath.ToSlash(file)
	p.do(t, chromedp.Navigate(address))
	if n := eval[int](t, p, `Array.from(document.querySelectorAll("a[href^='#']")).filter(a => !document.getElementById(decodeURIComponent(a.getAttribute("href").slice(1)))).length`); n != 0 {
		t.Errorf("%d links lead nowhere", n)
	}
	if y := eval[float64](t, p, "scrollY"); y != 0 {
		t.Errorf("the file opens %v pixels down", y)
	}
	for query, want := range map[string]string{"1,200": "#moved", "dam april": "#dam-opens", "rivers’s ofice": "#_actors/river-office.html"} {
		if hits := p.search(t, query); !slices.Contains(hits[:min(3, len(hits))], want) {
			t.Errorf("%q finds %v", query, hits)
		}
	}
	p.do(t, chromedp.Navigate("about:blank"), chromedp.Navigate(address+"#q=dam%20opens"))
	p.wait(t, `document.querySelectorAll("#_hits li").length > 0 && document.activeElement.id === "_q"`)
	p.do(t, chromedp.Click("#moved .opener button"))
	if got := eval[string](t, p, `document.querySelector(".card:popover-open mark").textContent`); !strings.Contains(got, "1,200") {
		t.Errorf("marked: %q", got)
	}
	if got, want := eval[string](t, p, `document.querySelector(".card:popover-open .theirs").textContent`), eval[string](t, p, `document.getElementById("moved_1").closest("p").textContent`); got != want {
		t.Errorf("the paragraph is %q, not %q", got, want)
	}
	p.do(t, chromedp.Click(".card button"))
	p.wait(t, `document.querySelector(".card:popover-open") === null`)
	if n := eval[int](t, p, `document.querySelectorAll("#moved .citing").length`); n != 1 {
		t.Errorf("%d buttons to cite a fact", n)
	}
	pdf, err := chromedp.Call(p, cdppage.PrintToPDF, cdppage.PrintToPDFParams{})
	if err != nil || len(pdf.Data) == 0 {
		t.Errorf("it does not print: %v", err)
	}
	for _, asked := range p.requests() {
		if asked, _, _ = strings.Cut(asked, "#"); asked != address && asked != "about:blank" {
			t.Errorf("it asks for %v", asked)
		}
	}

	if _, err := chromedp.Call(p, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}); err != nil {
		t.Fatal(err)
	}
	p.do(t, chromedp.Navigate("about:blank"), chromedp.Navigate(address))
	p.do(t, chromedp.Click("#moved blockquote a[href='#moved_1']"))
	p.wait(t, `document.querySelector("mark:target") !== null`)
}

// TestSingleFileWithLayouts keeps the file whole where a project has a layout
// of its own.
func TestSingleFileWithLayouts(t *testing.T) {
	in := valley(t)
	in.Layouts = fstest.MapFS{"home.html": {Data: []byte(`{{define "main"}}<p id="_own">Gone fishing</p>{{end}}`)}}
	if data := whole(t, output(t, in)); !bytes.Contains(data, []byte(`<p id="_own">Gone fishing</p>`)) {
		t.Error("the layout of the project is not used")
	}
	in.Layouts = fstest.MapFS{"home.html": {Data: []byte(`{{define "main"}}{{index .Value.Sheets 99}}{{end}}`)}}
	files, err := build.Read(in, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, found := build.Next(files, nil).Output(layouts.FS).Single(); len(found) == 0 {
		t.Error("a layout that fails is not told of")
	}
}
