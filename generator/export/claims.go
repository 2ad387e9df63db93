package export

import (
	"io"
	"slices"

	"factsheet/generator/dossier"
)

// Claims writes the statements as schema.org claims with the articles in
// which they appear. There is no ClaimReview: the site shows who says what,
// and rates nothing.
func Claims(w io.Writer, d *dossier.Dossier) error {
	out := newStream(w)
	out.text(`{"@context":"https://schema.org",`)
	out.list(`"@graph":[`)
	shown := d.Excerpts(false)
	for _, s := range d.Sources {
		out.item(articleOf(s, shown.Verbatim(s, s.Record.Title.Value)))
	}
	for _, f := range published(d) {
		if f.Record.Kind != "question" {
			out.item(claimOf(f))
		}
	}
	out.close("]}\n")
	return out.end()
}

type article struct {
	Type      string        `json:"@type"`
	ID        string        `json:"@id"`
	Headline  string        `json:"headline,omitempty"`
	Publisher *organization `json:"publisher,omitempty"`
	Published string        `json:"datePublished,omitempty"`
	Language  string        `json:"inLanguage"`
	URL       string        `json:"url,omitempty"`
}

type organization struct {
	Type string `json:"@type"`
	Name string `json:"name"`
}

type claim struct {
	Type       string      `json:"@type"`
	ID         string      `json:"@id"`
	Text       string      `json:"text"`
	Appearance []reference `json:"appearance,omitempty"`
}

type reference struct {
	ID string `json:"@id"`
}

func articleOf(s *dossier.Source, title string) article {
	r := s.Record
	out := article{Type: "NewsArticle", ID: articleID(s), Headline: title, Language: r.Lang.Value, URL: r.URL.Value}
	if r.Publisher.Value != "" {
		out.Publisher = &organization{"Organization", r.Publisher.Value}
	}
	if r.Published.Date.IsDay() {
		out.Published = r.Published.Value
	}
	return out
}

func articleID(s *dossier.Source) string { return "../sources/" + s.ID + ".html" }

func claimOf(f *dossier.Fact) claim {
	out := claim{Type: "Claim", ID: "../" + pageOf(f) + "#" + f.ID, Text: statement(f)}
	for _, e := range f.Evidence {
		in := reference{articleID(e.Source)}
		if e.Role == "supports" && !slices.Contains(out.Appearance, in) {
			out.Appearance = append(out.Appearance, in)
		}
	}
	return out
}
