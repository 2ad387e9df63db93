package export

import (
	"factsheet/generator/dossier"
)

// Claims returns the statements as schema.org claims with the articles in
// which they appear. There is no ClaimReview: the site shows who says what,
// and rates nothing.
func Claims(d *dossier.Dossier) []byte {
	graph := []object{}
	shown := d.Excerpts(false)
	for _, s := range d.Sources {
		graph = append(graph, article(s, shown.Verbatim(s, s.Record.Title.Value)))
	}
	for _, f := range published(d) {
		if f.Record.Kind != "question" {
			graph = append(graph, claim(f))
		}
	}
	return encode(object{"@context": "https://schema.org", "@graph": graph})
}

func article(s *dossier.Source, title string) object {
	r := s.Record
	out := object{"@type": "NewsArticle", "@id": articleID(s), "inLanguage": r.Lang.Value}
	if title != "" {
		out["headline"] = title
	}
	if r.Publisher.Value != "" {
		out["publisher"] = object{"@type": "Organization", "name": r.Publisher.Value}
	}
	if r.Published.Date.IsDay() {
		out["datePublished"] = r.Published.Value
	}
	if r.URL.Value != "" {
		out["url"] = r.URL.Value
	}
	return out
}

func articleID(s *dossier.Source) string { return "../sources/" + s.ID + ".html" }

func claim(f *dossier.Fact) object {
	var appearance []object
	seen := map[*dossier.Source]bool{}
	for _, e := range f.Evidence {
		if e.Role == "supports" && !seen[e.Source] {
			seen[e.Source] = true
			appearance = append(appearance, object{"@id": articleID(e.Source)})
		}
	}
	out := object{"@type": "Claim", "@id": "../" + pageOf(f) + "#" + f.ID, "text": statement(f)}
	if len(appearance) > 0 {
		out["appearance"] = appearance
	}
	return out
}
