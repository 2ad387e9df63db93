package render

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"factsheet/generator/page"
)

var update = flag.Bool("update", false, "write the golden files anew")

// golden compares got with a file of testdata.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	name = filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(name, got, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}

func TestPage(t *testing.T) {
	l := parsed(t, embedded(t))
	for kind, p := range pages() {
		t.Run(kind, func(t *testing.T) {
			got := rendered(t, l, p)
			for _, s := range []page.Section{movedSection, bridgesSection} { // whose words are package sheet's
				got = bytes.Replace(got, []byte(evidenced(s, p.Site.Lang)), []byte("[the Markdown of "+s.ID+"]\n"), 1)
			}
			golden(t, kind+".html", got)
		})
	}
}

// A page without anything that is optional must not show empty elements.
func TestPageSparse(t *testing.T) {
	l := parsed(t, embedded(t))
	for kind, value := range kinds {
		p := Page{Kind: kind, Link: kind + ".html", Title: "Title", Value: value}
		p.Site.Title, p.Site.Lang = "Site", "en"
		t.Run(kind, func(t *testing.T) {
			for _, e := range elements(t, rendered(t, l, p)) {
				switch e.name {
				case "ul", "dl", "section", "details", "nav", "a", "p":
					if !e.filled {
						t.Errorf("empty <%s>", e.name)
					}
				}
			}
		})
	}
}

func TestPagePanicsOnAnotherValue(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a sheet was rendered from the value of a source")
		}
	}()
	parsed(t, embedded(t)).Page(Page{Kind: "sheet", Value: valleySource})
}

func writeArchive(t *testing.T, name string, archive *txtar.Archive) {
	t.Helper()
	if err := os.WriteFile(name, txtar.Format(archive), 0o666); err != nil {
		t.Fatal(err)
	}
}
