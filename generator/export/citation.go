package export

import (
	"fmt"
	"strings"

	"factsheet/generator/dossier"
	"factsheet/generator/edtf"
)

// CSL returns the sources as CSL-JSON (Citation Style Language 1.0.2), for
// Zotero and its like.
func CSL(d *dossier.Dossier) []byte {
	items := []object{}
	shown := d.Excerpts(false)
	for _, s := range d.Sources {
		r := s.Record
		item := object{"id": s.ID, "type": "article-newspaper", "language": r.Lang.Value}
		for key, value := range map[string]string{
			"title": shown.Verbatim(s, r.Title.Value), "container-title": r.Publisher.Value, "URL": r.URL.Value,
		} {
			if value != "" {
				item[key] = value
			}
		}
		if parts := dateParts(r.Published.Date); parts != nil {
			item["issued"] = object{"date-parts": [][]int{parts}}
		}
		items = append(items, item)
	}
	return encode(items)
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

// BibTeX returns the sources as BibTeX entries.
func BibTeX(d *dossier.Dossier) []byte {
	var b strings.Builder
	shown := d.Excerpts(false)
	for _, s := range d.Sources {
		r := s.Record
		fmt.Fprintf(&b, "@misc{%s,\n", s.ID)
		writeBibTeX(&b, "title", texEscaper.Replace(shown.Verbatim(s, r.Title.Value)))
		writeBibTeX(&b, "howpublished", texEscaper.Replace(r.Publisher.Value))
		writeBibTeX(&b, "date", r.Published.Value)
		writeBibTeX(&b, "url", urlEscaper.Replace(r.URL.Value))
		writeBibTeX(&b, "langid", r.Lang.Value)
		b.WriteString("}\n\n")
	}
	return []byte(b.String())
}

func writeBibTeX(b *strings.Builder, key, value string) {
	if value != "" {
		fmt.Fprintf(b, "  %s = {%s},\n", key, value)
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
