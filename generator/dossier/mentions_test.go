package dossier

import (
	"testing"

	"factsheet/generator/names"
)

func TestNamesEndWithTheirParagraph(t *testing.T) {
	index := names.NewIndex([]names.Named{{ID: "post", Names: []string{"Hale Post"}}})
	for data, want := range map[string]int{
		"Storm hits Hale\n\nPost closed for the week.": 0,
		"He left Hale.\n\nThe Hale\nPost said so.":     1,
		"Hale Post\n\nHale Post":                       2,
	} {
		doc, _ := readText(t, data)
		found := namesIn(index, doc)
		if len(found) != want {
			t.Errorf("%q: %v, want %d", data, found, want)
		}
		for _, m := range found {
			if got := doc.View.Text[m.Span.Start:m.Span.End]; got != "Hale Post" {
				t.Errorf("%q: found at %q", data, got)
			}
		}
	}
}
