package export

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"slices"
	"strings"

	"factsheet/generator/dossier"
	"factsheet/generator/markdown"
)

// maxEntries is how many facts a feed holds, the newest of them.
const maxEntries = 200

type atomFeed struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang    string      `xml:"xml:lang,attr"`
	ID      string      `xml:"id"`
	Title   string      `xml:"title"`
	Updated string      `xml:"updated"`
	Author  atomAuthor  `xml:"author"`
	Links   []atomLink  `xml:"link"`
	Entries []atomEntry `xml:"entry"`
}

type atomAuthor struct {
	Name string `xml:"name"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr,omitempty"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	ID      string   `xml:"id"`
	Title   string   `xml:"title"`
	Updated string   `xml:"updated"`
	Link    atomLink `xml:"link"`
	Summary string   `xml:"summary"`
}

// Feed returns an Atom feed (RFC 4287) of the facts, those on the newest
// passages first. base is the address of the site and ends with a slash. An
// entry carries the day from which its newest passage speaks, or that of its
// correction, since no clock is ever read, and is left out where neither is
// known.
func Feed(d *dossier.Dossier, base string) []byte {
	feed := atomFeed{
		Lang: d.Site.Language(), ID: base, Title: d.Site.Title.Value, Updated: "1970-01-01T00:00:00Z",
		Author: atomAuthor{d.Site.Title.Value},
		Links:  []atomLink{{"self", "application/atom+xml", base + "feed.xml"}, {"alternate", "text/html", base}},
	}
	for _, f := range published(d) {
		if day := lastChange(f); day != "" {
			feed.Entries = append(feed.Entries, entry(f, base, day))
		}
	}
	slices.SortStableFunc(feed.Entries, func(a, b atomEntry) int {
		return cmp.Or(strings.Compare(b.Updated, a.Updated), strings.Compare(a.ID, b.ID))
	})
	feed.Entries = feed.Entries[:min(len(feed.Entries), maxEntries)]
	if len(feed.Entries) > 0 {
		feed.Updated = feed.Entries[0].Updated
	}
	if updated := d.Site.Updated.Date; updated.IsDay() {
		feed.Updated = updated.String() + "T00:00:00Z"
	}
	return encodeXML(feed)
}

func entry(f *dossier.Fact, base, day string) atomEntry {
	title := markdown.Plain(statement(f))
	address := base + pageOf(f) + "#" + f.ID
	return atomEntry{
		ID: address, Title: title, Updated: day + "T00:00:00Z",
		Link: atomLink{"alternate", "text/html", address}, Summary: summary(f, title),
	}
}

// summary is the first quote of a fact with its source, or its title.
func summary(f *dossier.Fact, title string) string {
	if len(f.Evidence) == 0 {
		return title
	}
	e := f.Evidence[0]
	return "“" + strings.Join(strings.Fields(verbatim(e)), " ") + "” (" + cmp.Or(e.Source.Record.Publisher.Value, e.Source.ID) + ")" + inferred(f)
}

// inferred says of a fact whose date or value stands in no quote that it does,
// and why.
func inferred(f *dossier.Fact) string {
	what := ""
	switch {
	case f.InfersDate():
		what = "date"
	case f.InfersValue():
		what = "value"
	default:
		return ""
	}
	because := cmp.Or(f.Record.Because.Value, f.Evidence[0].Record.Because.Value)
	return " The " + what + " is inferred: " + markdown.Plain(because)
}

// lastChange is the day of the newest passage of a fact, or of its correction,
// where that is younger.
func lastChange(f *dossier.Fact) string {
	newest := newestDay(f)
	for i := range f.Record.Corrected {
		if on := f.Record.Corrected[i].On.Date; on.IsDay() {
			year, month, day := on.Earliest().Civil()
			newest = max(newest, isoDay(year, month, day))
		}
	}
	return newest
}

// newestDay is the last single day from which a passage of the fact speaks.
func newestDay(f *dossier.Fact) string {
	newest := ""
	for _, e := range f.Evidence {
		if e.Part.Dated.IsDay() {
			year, month, day := e.Part.Dated.Earliest().Civil()
			newest = max(newest, isoDay(year, month, day))
		}
	}
	return newest
}

type urlset struct {
	XMLName xml.Name   `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
	URLs    []sitePage `xml:"url"`
}

type sitePage struct {
	Loc string `xml:"loc"`
}

// maxSitemap is how many addresses a sitemap may hold (sitemaps.org).
const maxSitemap = 50000

// Sitemap returns the sitemap of pages, given relative to base.
func Sitemap(base string, pages []string) []byte {
	set := urlset{}
	for _, p := range pages[:min(len(pages), maxSitemap)] {
		set.URLs = append(set.URLs, sitePage{base + strings.TrimSuffix(p, "index.html")})
	}
	return encodeXML(set)
}

func encodeXML(v any) []byte {
	var b bytes.Buffer
	b.WriteString(xml.Header)
	e := xml.NewEncoder(&b)
	e.Indent("", "  ")
	if err := e.Encode(v); err != nil {
		panic(err) // structs of strings always encode
	}
	b.WriteByte('\n')
	return b.Bytes()
}
