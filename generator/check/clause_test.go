package check

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"factsheet/generator/dossier"
	"factsheet/generator/seed"
	"factsheet/generator/text"
	"factsheet/generator/timex"
)

// reads returns a source whose text is read for its dates.
func reads(t *testing.T, words string) *dossier.Source {
	t.Helper()
	s := &dossier.Source{Text: seed.Read(text.NewFile("seeds/1.txt", []byte(words)), seed.Auto), Lang: english(t)}
	s.Readings.Times = timex.Read(s.Text.View.Text, s.Lang)
	return s
}

func whole(s *dossier.Source) text.Span { return text.Span{End: len(s.Text.View.Text)} }

func TestClauses(t *testing.T) {
	tests := map[string]string{
		"the gate was shut":                          "the gate was shut",
		"the mayor said the gate was shut":           "the mayor said|the gate was shut",
		"the gate, which was shut, and the dam":      "the gate|which was shut|the dam",
		"he aims to start in May and to end in June": "he aims to start in May|to end in June",
		"Eastholm and Westholm were dry":             "Eastholm and Westholm were dry",
		"It rained. The gate held":                   "It rained|The gate held",
		"":                                           "",
	}
	for words, want := range tests {
		s := reads(t, words)
		var got []string
		for _, c := range clauses(s, whole(s)) {
			got = append(got, s.Text.View.Text[c.Start:c.End])
		}
		if diff := cmp.Diff(want, strings.Join(got, "|")); diff != "" {
			t.Errorf("%q (-want +got):\n%s", words, diff)
		}
	}
}

func TestStatusWords(t *testing.T) {
	tests := map[string]string{
		"the mayor hopes to open it":         "aimed",
		"the gate may break":                 "possible",
		"the gate broke on 5 May 2031":       "",
		"it took longer than planned":        "",
		"they agreed on what will be built":  "agreed planned",
		"it was to be opened":                "planned",
		"they sought shelter":                "",
		"the plan was put off, as announced": "announced planned postponed",
	}
	for words, want := range tests {
		s := reads(t, words)
		got := slices.Sorted(maps.Keys(statusWords(s, whole(s))))
		if diff := cmp.Diff(want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%q (-want +got):\n%s", words, diff)
		}
	}
}
