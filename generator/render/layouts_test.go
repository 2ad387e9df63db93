package render

import (
	"bytes"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"factsheet/generator/diag"
	"factsheet/generator/text"
)

// Each archive holds layouts of a project, with a mistake, and under "want"
// the picture of every finding: of parsing them and, where that finds nothing,
// of every page.
func TestLayoutPictures(t *testing.T) {
	names, err := filepath.Glob("testdata/layout/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no archives in testdata/layout (%v)", err)
	}
	for _, name := range names {
		t.Run(filepath.Base(name), func(t *testing.T) { layoutPicture(t, name) })
	}
}

func layoutPicture(t *testing.T, name string) {
	archive, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var own []*text.File
	var want *txtar.File
	for i, f := range archive.Files {
		if f.Name == "want" {
			want = &archive.Files[i]
			continue
		}
		own = append(own, text.NewFile(f.Name, f.Data))
	}
	var got bytes.Buffer
	if err := diag.Text(&got, faults(t, own), false); err != nil {
		t.Fatal(err)
	}
	if *update {
		want.Data = got.Bytes()
		writeArchive(t, name, archive)
	}
	if got.String() != string(want.Data) || got.Len() == 0 {
		t.Errorf("want:\n%s\ngot:\n%s", want.Data, got.String())
	}
}

func faults(t *testing.T, own []*text.File) []diag.Diagnostic {
	l, found := Parse(embedded(t), own)
	if l == nil {
		return found
	}
	for _, p := range pages() {
		_, bad := l.Page(p)
		found = append(found, bad...)
	}
	diag.Sort(found)
	return found
}

func TestOverride(t *testing.T) {
	fsys := embedded(t)
	before := rendered(t, parsed(t, fsys), pages()["home"])
	l := parsed(t, fsys,
		text.NewFile("layouts/notfound.html", []byte(`{{define "main"}}<h1>Gone downstream</h1>{{end}}`)),
		text.NewFile("layouts/partials/river.html", []byte(`<p>{{.Title}}</p>`)),
		text.NewFile("layouts/prose.html", []byte(`{{define "main"}}{{template "partials/river.html" .}}{{end}}`)),
		text.NewFile("layouts/static/extra.css", []byte("p{}")),
	)
	if after := rendered(t, l, pages()["home"]); !bytes.Equal(before, after) {
		t.Error("a page changed whose layout did not")
	}
	for kind, want := range map[string]string{"notfound": "<h1>Gone downstream</h1>", "prose": "<p>About</p>"} {
		if got := string(rendered(t, l, pages()[kind])); !strings.Contains(got, want) {
			t.Errorf("%s lacks %s", kind, want)
		}
	}
	if len(l.Assets()) != len(parsed(t, fsys).Assets())+1 {
		t.Errorf("%d assets, want those embedded and one more", len(l.Assets()))
	}
}

func TestOverrideStatic(t *testing.T) {
	style := text.NewFile("layouts/static/style.css", []byte("body{color:teal}"))
	l := parsed(t, embedded(t), style)
	home := string(rendered(t, l, pages()["home"]))
	for _, a := range l.Assets() {
		if strings.HasPrefix(a.Path, "assets/style.") {
			if !bytes.Equal(a.Data, style.Data) || !strings.Contains(home, `href="`+a.Path+`"`) {
				t.Errorf("%s is not the project's, or not the one linked", a.Path)
			}
			return
		}
	}
	t.Error("no style sheet")
}

// Pages come out the same from any number of goroutines.
func TestConcurrentPages(t *testing.T) {
	l, list := parsed(t, embedded(t)), pages()
	want := map[string][]byte{}
	for kind, p := range list {
		want[kind] = rendered(t, l, p)
	}
	var wg sync.WaitGroup
	for range 8 {
		for kind, p := range list {
			wg.Go(func() {
				if got, _ := l.Page(p); !bytes.Equal(got, want[kind]) {
					t.Errorf("%s came out otherwise", kind)
				}
			})
		}
	}
	wg.Wait()
}
