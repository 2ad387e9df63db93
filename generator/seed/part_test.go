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
	background := Cut{From: at(t, "Background:")}
	untilLeaks := Cut{From: at(t, "Background:"), To: at(t, "leaks")}
	news := Cut{From: at(t, "More news")}
	weather := Cut{From: at(t, "Weather")}
	cases := []struct {
		name string
		cuts []Cut
		want []string
	}{
		{"to the end", []Cut{weather}, []string{"Weather: rain."}},
		{"to the next, in any order", []Cut{weather, background, news},
			[]string{"Weather: rain.", "Background: it is old.\nIt leaks.", "More news: a fair."}},
		{"to its end", []Cut{untilLeaks, news},
			[]string{"Background: it is old.\nIt leaks", "More news: a fair. Weather: rain."}},
		{"nested", []Cut{{From: at(t, "The dam"), To: at(t, "a fair")}, untilLeaks, weather},
			[]string{"The dam held. Background: it is old.\nIt leaks.\n\nMore news: a fair", "Background: it is old.\nIt leaks", "Weather: rain."}},
		{"crossing", []Cut{news, {From: at(t, "It leaks"), To: at(t, "a fair")}},
			[]string{"More news: a fair. Weather: rain.", "It leaks.\n\nMore news: a fair"}},
		{"twice the same", []Cut{news, news}, []string{"More news", "More news: a fair. Weather: rain."}},
		{"reversed", []Cut{{From: at(t, "More news"), To: at(t, "held")}}, []string{"More news: a fair. Weather: rain."}},
		{"none", nil, nil},
	}
	doc := read(flood)
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var texts []string
			for _, part := range CutParts(doc, c.cuts) {
				texts = append(texts, doc.File.Slice(part))
			}
			if diff := cmp.Diff(c.want, texts); diff != "" {
				t.Error(diff)
			}
		})
	}
}
