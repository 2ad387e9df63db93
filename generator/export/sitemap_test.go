package export_test

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
	"testing"

	"factsheet/generator/export"
)

// A sitemap is what a crawler reads of one.
type sitemap struct {
	XMLName xml.Name
	Pages   []string `xml:"url>loc"`
	Others  []string `xml:"sitemap>loc"`
}

func readSitemap(t *testing.T, f export.SitemapFile) (s sitemap, size int) {
	t.Helper()
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	if err := xml.Unmarshal(b.Bytes(), &s); err != nil {
		t.Fatalf("%s: %v", f.Path, err)
	}
	return s, b.Len()
}

// TestSitemaps wants every page in one sitemap, and no sitemap to be larger
// than sitemaps.org allows.
func TestSitemaps(t *testing.T) {
	const base = "https://example.org/"
	pages := func(n, length int) []string {
		var out []string
		for i := range n {
			out = append(out, fmt.Sprintf("sources/%d-%s.html", i, strings.Repeat("x", length)))
		}
		return out
	}
	for _, tt := range []struct {
		name  string
		pages []string
		files int
	}{
		{"none", nil, 1},
		{"as many as one holds", pages(50_000, 1), 1},
		{"one more", pages(50_001, 1), 3},
		{"long addresses", pages(30_000, 2000), 9},
	} {
		files := export.Sitemaps(base, tt.pages)
		if len(files) != tt.files {
			t.Errorf("%s: %d files, want %d", tt.name, len(files), tt.files)
		}
		var found, listed, named []string
		for _, f := range files {
			s, size := readSitemap(t, f)
			if len(s.Pages) > 50_000 || size > 50<<20 {
				t.Errorf("%s: %s has %d pages and %d bytes", tt.name, f.Path, len(s.Pages), size)
			}
			found = append(found, s.Pages...)
			listed = append(listed, s.Others...)
			if f.Path != export.SitemapPath {
				named = append(named, base+f.Path)
			}
		}
		for i, p := range tt.pages {
			tt.pages[i] = base + p
		}
		if !slices.Equal(found, tt.pages) {
			t.Errorf("%s: %d pages found, want %d", tt.name, len(found), len(tt.pages))
		}
		if !slices.Equal(listed, named) {
			t.Errorf("%s: the index lists %v, want %v", tt.name, listed, named)
		}
	}
}
