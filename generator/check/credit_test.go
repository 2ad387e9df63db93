package check

import (
	"strings"
	"testing"

	"factsheet/generator/lang"
	"factsheet/generator/names"
	"factsheet/generator/text"
)

func TestSaying(t *testing.T) {
	index := names.NewIndex([]names.Named{
		{ID: "brook", Names: []string{"Ada Brook", "Brook"}},
		{ID: "mayor", Names: []string{"the mayor"}},
		{ID: "office", Names: []string{"river office"}},
		{ID: "hale", Names: []string{"Hale Lines", "Hale"}},
		{ID: "drivers", Names: []string{"two drivers"}},
	})
	tests := []struct{ text, want string }{
		{"Three bridges were closed, the river office said.", "river office said"},
		{"Ada Brook has also said so.", "Ada Brook has also said"},
		{"The mayor, who came late, told reporters.", "The mayor, who came late, told"},
		{"The mayor of Millrow, Ada Brook, said so.", "Ada Brook, said"},
		{"It held, said Mayor Ada Brook, and left.", "said Mayor Ada Brook"},
		{"It held, according to the river office.", "according to the river office"},
		{"It held, according to the operator, Hale Lines.", "according to the operator, Hale Lines"},
		{"Two drivers told Hale Lines of it.", "Two drivers told"},
		{"The wreck of the Hale said enough.", ""},
		{"It was what the mayor calls a bridge.", ""},
		{"Hale Lines did not say why.", ""},
		{"The mayor asked the river office for help.", ""},
		{"The mayor came, and Ada Brook left.", ""},
		{"The leader said the mayor had promised it.", ""},
		{"The leader said Ada Brook would come.", ""},
		{"It held, said Ada Brook.", "said Ada Brook"},
		{"Brook", ""},
	}
	for _, tt := range tests {
		var got []string
		toks := english(t).Tokens(tt.text)
		for _, m := range index.Find(tt.text) {
			if span, ok := saying(english(t), toks, m.Span); ok {
				got = append(got, tt.text[span.Start:span.End])
			}
		}
		if strings.Join(got, "|") != tt.want {
			t.Errorf("%s: %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestIsLink(t *testing.T) {
	for between, want := range map[string]bool{"": true, `," `: true, " that the ": true, ", the ": true, " when ": false} {
		if got := isLink(between, english(t)); got != want {
			t.Errorf("isLink(%q) = %v", between, got)
		}
	}
}

func TestFindWord(t *testing.T) {
	tests := []struct{ text, word, want string }{
		{"Nobody was arrested.", "arrest*", "arrested"},
		{"Nobody was arrested.", "arrest", ""},
		{"NOBODY was there.", "nobody", "NOBODY"},
		{"The river office said.", "River Office", "river office"},
		{"They unmoved it.", "move*", ""},
		{"Élan vital", "élan", "Élan"},
		{"İ am here", "here", "here"},
		{"anything", "*", ""},
		{"", "word", ""},
	}
	for _, tt := range tests {
		span, ok := findWord(tt.text, tt.word)
		if got := tt.text[span.Start:span.End]; got != tt.want || ok != (tt.want != "") {
			t.Errorf("findWord(%q, %q) = %q, %v", tt.text, tt.word, got, ok)
		}
	}
}

func FuzzSaying(f *testing.F) {
	f.Add("Ada said, \"no\", the mayor, who, said", 0, 3)
	f.Add("according to the, Ada", 18, 21)
	table, _ := lang.For("en")
	f.Fuzz(func(t *testing.T, s string, start, end int) {
		s = text.FoldString(s)
		start = min(max(start, 0), len(s))
		end = min(max(end, start), len(s))
		toks := table.Tokens(s)
		name := text.Span{Start: start, End: end}
		if span, ok := saying(table, toks, name); ok && (span.Start > start || span.End > len(s)) {
			t.Fatalf("%q: %v for %v", s, span, name)
		}
	})
}
