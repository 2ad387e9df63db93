package suggest_test

import (
	"strings"
	"testing"

	"factsheet/generator/dossier"
	"factsheet/generator/suggest"
	"factsheet/generator/text"
)

const damText = "The dam held. The gate did not.\n\nThe dam held. \"Nobody\\none\" knew why.\n"

func damSource(t *testing.T) *dossier.Source {
	t.Helper()
	fsys := newFolder(map[string]string{"dam.txt": damText})
	fsys["content/annotations/a.toml"] = newFolder(map[string]string{"x": `[[sources]]
id = "dam"
seed = "dam.txt"
publisher = ""
title = ""
published = ""
lang = "en"
`})["seeds/x"]
	return link(t, fsys).Source("dam")
}

func TestEvidence(t *testing.T) {
	s := damSource(t)
	span := func(words string) text.Span {
		i := strings.LastIndex(damText, words)
		if i < 0 {
			t.Fatalf("%q does not stand there", words)
		}
		return text.Span{Start: i, End: i + len(words)}
	}
	cases := []struct {
		name  string
		spans []text.Span
		want  string
	}{
		{"once", []text.Span{span("The gate did not.")}, `{ source = "dam", quote = "The gate did not." }`},
		{"twice", []text.Span{span("The dam held")}, `{ source = "dam", quote = "The dam held", suffix = ". \"Nobody" }`},
		{"marks", []text.Span{span(`"Nobody\none"`)}, `{ source = "dam", quote = '"Nobody\none"' }`},
		{"gap", []text.Span{span(`"Nobody`), span("why")}, `{ source = "dam", quote = '"Nobody […] why' }`},
		{"over the end of a paragraph", []text.Span{{Start: 14, End: 40}}, ""},
		{"nothing", nil, ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := suggest.Evidence(s, c.spans...)
			if c.name == "twice" { // either kind of context settles it
				if !strings.HasPrefix(got, `{ source = "dam", quote = "The dam held", `) {
					t.Errorf("got %s", got)
				}
				return
			}
			if got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestEvidenceOfNoText(t *testing.T) {
	if got := suggest.Evidence(&dossier.Source{ID: "gone"}, text.Span{Start: 0, End: 1}); got != "" {
		t.Errorf("got %s", got)
	}
}

func TestSourceOfNewText(t *testing.T) {
	d := link(t, newFolder(map[string]string{"a.txt": "Weir Post, 6 March 2031\n\nDam holds\n\nThe dam held in the night."}))
	x := suggest.All(d)[0]
	want := `[[sources]]
id        = "weir-post-2031-03-06"
seed      = "a.txt"
publisher = "Weir Post"
title     = "Dam holds"
published = "2031-03-06"
lang      = "en"
origins   = []   # who first reported it: no words credit an outlet
  [[sources.parts]]
  from = "Weir Post, 6 March 2031"
  to   = "Weir Post, 6 March 2031"
  role = "header"
  [[sources.parts]]
  from = "Dam holds"
  to   = "Dam holds"
  role = "headline"
`
	if got := x.TOML(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
