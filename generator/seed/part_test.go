package seed

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"factsheet/generator/text"
)

const flood = "The dam held. Background: it is old.\nIt leaks.\n\nMore news: a fair. Weather: rain.\n"

func at(t *testing.T, passage string) text.Span {
	t.Helper()
	i := strings.Index(flood, passage)
	if i < 0 {
		t.Fatalf("%q does not stand in the text", passage)
	}
	return text.Span{Start: i, End: i + len(passage)}
}

func TestCutParts(t *testing.T) {
	background := Cut{ID: "background", From: at(t, "Background:")}
	untilLeaks := Cut{ID: "background", From: at(t, "Background:"), To: at(t, "leaks")}
	news := Cut{ID: "news", From: at(t, "More news")}
	weather := Cut{ID: "weather", From: at(t, "Weather")}
	cases := []struct {
		name     string
		cuts     []Cut
		want     []string
		overlaps [][2]int
		reversed []int
	}{
		{"to the end", []Cut{weather}, []string{"Weather: rain."}, nil, nil},
		{"to the next, in any order", []Cut{weather, background, news},
			[]string{"Weather: rain.", "Background: it is old.\nIt leaks.", "More news: a fair."}, nil, nil},
		{"to its end", []Cut{untilLeaks, news},
			[]string{"Background: it is old.\nIt leaks", "More news: a fair. Weather: rain."}, nil, nil},
		{"nested", []Cut{{ID: "all", From: at(t, "The dam"), To: at(t, "a fair")}, untilLeaks, weather},
			[]string{"The dam held. Background: it is old.\nIt leaks.\n\nMore news: a fair", "Background: it is old.\nIt leaks", "Weather: rain."},
			[][2]int{{0, 1}}, nil},
		{"crossing", []Cut{news, {ID: "a", From: at(t, "It leaks"), To: at(t, "a fair")}},
			[]string{"More news: a fair. Weather: rain.", "It leaks.\n\nMore news: a fair"}, [][2]int{{1, 0}}, nil},
		{"twice the same", []Cut{news, news},
			[]string{"More news", "More news: a fair. Weather: rain."}, [][2]int{{0, 1}}, nil},
		{"reversed", []Cut{{ID: "a", From: at(t, "More news"), To: at(t, "held")}},
			[]string{"More news: a fair. Weather: rain."}, nil, []int{0}},
		{"none", nil, nil, nil, nil},
	}
	doc := read(flood)
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := CutParts(doc, c.cuts)
			var texts []string
			for i, p := range got.Parts {
				if p.ID != c.cuts[i].ID {
					t.Errorf("part %d is %q", i, p.ID)
				}
				texts = append(texts, doc.File.Slice(p.Span))
			}
			if diff := cmp.Diff(c.want, texts); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(c.overlaps, got.Overlaps); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(c.reversed, got.Reversed); diff != "" {
				t.Error(diff)
			}
		})
	}
}
