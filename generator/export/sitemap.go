package export

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"
)

// What one sitemap may hold (sitemaps.org).
const (
	maxSitemapPages = 50_000
	maxSitemapBytes = 50 << 20
)

// SitemapPath is the sitemap of a site, or the index of several.
const SitemapPath = "sitemap.xml"

type urlset struct {
	XMLName xml.Name  `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
	URLs    []address `xml:"url"`
}

type sitemapIndex struct {
	XMLName  xml.Name  `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 sitemapindex"`
	Sitemaps []address `xml:"sitemap"`
}

type address struct {
	Loc string `xml:"loc"`
}

// A SitemapFile is a sitemap, or the index of several.
type SitemapFile struct {
	Path  string // from the root of the site
	Write func(io.Writer) error
}

// Sitemaps returns the sitemap of pages, given relative to base, which is the
// address of the site and ends with a slash. Of more pages than one sitemap may
// hold there are several, sitemap-1.xml and so on, and SitemapPath is their
// index.
func Sitemaps(base string, pages []string) []SitemapFile {
	first, rest := cutSitemap(base, pages)
	if len(rest) == 0 {
		return []SitemapFile{sitemap(SitemapPath, base, first)}
	}
	var index sitemapIndex
	var out []SitemapFile
	for n := 1; len(first) > 0; n++ {
		path := fmt.Sprintf("sitemap-%d.xml", n)
		out = append(out, sitemap(path, base, first))
		index.Sitemaps = append(index.Sitemaps, address{base + path})
		first, rest = cutSitemap(base, rest)
	}
	return append(out, SitemapFile{SitemapPath, func(w io.Writer) error { return writeXML(w, index) }})
}

func sitemap(path, base string, pages []string) SitemapFile {
	return SitemapFile{path, func(w io.Writer) error {
		var set urlset
		for _, p := range pages {
			set.URLs = append(set.URLs, address{base + strings.TrimSuffix(p, "index.html")})
		}
		return writeXML(w, set)
	}}
}

// cutSitemap returns as many pages as a sitemap may hold, and the rest.
func cutSitemap(base string, pages []string) (first, rest []string) {
	const (
		frame = 256 // bytes, of the root and the header
		tags  = 64  // bytes, of one entry besides its address
	)
	size := frame
	for i, p := range pages {
		// An escaped character has at most six bytes.
		if size += tags + 6*(len(base)+len(p)); i == maxSitemapPages || size > maxSitemapBytes && i > 0 {
			return pages[:i], pages[i:]
		}
	}
	return pages, nil
}
