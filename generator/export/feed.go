package export

import (
	"cmp"
	"encoding/xml"
	"io"
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

// Feed writes an Atom feed (RFC 4287) of the facts, those on the newest
// passages first. base is the address of the site and ends with a slash. An
// entry carries the day from which its newest passage speaks, or that of its
// correction, since no clock is ever read, and is left out where neither is
// known.
func Feed(w io.Writer, d *dossier.Dossier, base string) error {
	feed := atomFeed{
		Lang: d.Site.Language(), ID: base, Title: d.Site.Title.Value, Updated: "1970-01-01T00:00:00Z",
		Author: atomAuthor{d.Site.Title.Value},
		Links:  []atomLink{{"self", "application/atom+xml", base + "feed.xml"}, {"alternate", "text/html", base}},
	}
	for _, n := range newestFacts(d) {
		feed.Entries = append(feed.Entries, entry(n.fact, n.address(base), n.day))
	}
	if len(feed.Entries) > 0 {
		feed.Updated = feed.Entries[0].Updated
	}
	if updated := d.Site.Updated.Date; updated.IsDay() {
		feed.Updated = updated.String() + "T00:00:00Z"
	}
	return writeXML(w, feed)
}

// news is a fact with the day of which its entry is.
type news struct {
	fact *dossier.Fact
	day  string
}

// address is that of a fact, where base is that of the site.
func (n news) address(base string) string { return base + pageOf(n.fact) + "#" + n.fact.ID }

// newestFacts are the facts of a feed.
func newestFacts(d *dossier.Dossier) []news {
	var out []news
	for _, f := range published(d) {
		if day := lastChange(f); day != "" {
			out = append(out, news{f, day})
		}
	}
	slices.SortFunc(out, func(a, b news) int {
		return cmp.Or(strings.Compare(b.day, a.day), strings.Compare(a.address(""), b.address("")))
	})
	return out[:min(len(out), maxEntries)]
}

func entry(f *dossier.Fact, address, day string) atomEntry {
	title := markdown.Plain(statement(f))
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

func writeXML(w io.Writer, v any) error {
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	e := xml.NewEncoder(w)
	e.Indent("", "  ")
	if err := e.Encode(v); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}
