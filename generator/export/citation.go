package export

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"factsheet/generator/dossier"
	"factsheet/generator/edtf"
)

// CSL writes the sources as CSL-JSON (Citation Style Language 1.0.2), for
// Zotero and its like.
func CSL(w io.Writer, d *dossier.Dossier) error {
	out := newStream(w)
	out.list("[")
	shown := d.Excerpts(false)
	for _, s := range d.Sources {
		out.item(cslOf(s, shown.Verbatim(s, s.Record.Title.Value)))
	}
	out.close("]\n")
	return out.end()
}

type cslItem struct {
	ID        string   `json:"id"`
	Type      string   `json:"type"`
	Title     string   `json:"title,omitempty"`
	Container string   `json:"container-title,omitempty"`
	Issued    *cslDate `json:"issued,omitempty"`
	Language  string   `json:"language"`
	URL       string   `json:"URL,omitempty"`
}

type cslDate struct {
	Parts [][]int `json:"date-parts"`
}

func cslOf(s *dossier.Source, title string) cslItem {
	r := s.Record
	item := cslItem{
		ID: s.ID, Type: "article-newspaper", Title: title, Container: r.Publisher.Value, Language: r.Lang.Value, URL: r.URL.Value,
	}
	if parts := dateParts(r.Published.Date); parts != nil {
		item.Issued = &cslDate{[][]int{parts}}
	}
	return item
}

// dateParts are the year, month and day that a date tells; nil for a date that
// is no day, month or year.
func dateParts(d edtf.Date) []int {
	if d.IsInterval() || d.IsOneOf() {
		return nil
	}
	year, month, day := d.Earliest().Civil()
	switch d.Precision() {
	case edtf.PrecisionDay:
		return []int{year, month, day}
	case edtf.PrecisionMonth:
		return []int{year, month}
	case edtf.PrecisionYear:
		return []int{year}
	}
	return nil
}

// BibTeX writes the sources as BibTeX entries.
func BibTeX(w io.Writer, d *dossier.Dossier) error {
	out := bufio.NewWriter(w)
	shown := d.Excerpts(false)
	for _, s := range d.Sources {
		r := s.Record
		fmt.Fprintf(out, "@misc{%s,\n", s.ID)
		writeBibTeX(out, "title", texEscaper.Replace(shown.Verbatim(s, r.Title.Value)))
		writeBibTeX(out, "howpublished", texEscaper.Replace(r.Publisher.Value))
		writeBibTeX(out, "date", r.Published.Value)
		writeBibTeX(out, "url", urlEscaper.Replace(r.URL.Value))
		writeBibTeX(out, "langid", r.Lang.Value)
		out.WriteString("}\n\n")
	}
	return out.Flush()
}

func writeBibTeX(w io.Writer, key, value string) {
	if value != "" {
		fmt.Fprintf(w, "  %s = {%s},\n", key, value)
	}
}

// urlEscaper keeps an address from ending its field: the field is verbatim
// otherwise.
var urlEscaper = strings.NewReplacer("{", "%7B", "}", "%7D", `\`, "%5C", " ", "%20", "\n", "%0A")

// texEscaper writes the signs that TeX would take for commands as
// themselves.
var texEscaper = strings.NewReplacer(
	`\`, `\textbackslash{}`, "{", `\{`, "}", `\}`, "$", `\$`, "&", `\&`, "#", `\#`, "%", `\%`, "_", `\_`,
	"~", `\textasciitilde{}`, "^", `\textasciicircum{}`, "\n", " ",
)

// isoDay writes a day as ISO 8601 does; years before 0 or after 9999 are "".
func isoDay(year, month, day int) string {
	if year < 0 || year > 9999 {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", year, month, day)
}
