package dossier

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"factsheet/generator/annotation"
	"factsheet/generator/quote"
	"factsheet/generator/seed"
	"factsheet/generator/text"
)

// textOf is a source of a text with evidence for every quote.
func textOf(t *testing.T, data string, quotes ...string) (*Source, Excerpts) {
	t.Helper()
	file := text.NewFile("seeds/a.txt", []byte(data))
	s := &Source{Record: new(annotation.Source), Seed: &Seed{Name: "a.txt", File: file}, Text: seed.Read(file, seed.Auto)}
	x := Excerpts{}
	for _, q := range quotes {
		e := &Evidence{Source: s, Matches: quote.Find(s.Text, quote.Parse(q, "", ""))}
		if !e.Found() {
			t.Fatalf("%q stands %d times in the text", q, len(e.Matches))
		}
		x.cite(e)
	}
	x[s] = text.Join(x[s])
	return s, x
}

func shown(s *Source, x Excerpts) []string {
	var out []string
	for _, span := range x.Within(s, text.Span{End: len(s.Text.File.Data)}) {
		out = append(out, s.Text.File.Slice(span))
	}
	return out
}

const many = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"

func TestExcerpts(t *testing.T) {
	for name, tt := range map[string]struct {
		text   string
		quotes []string
		want   []string
	}{
		"nothing is cited": {"The dam broke.", nil, nil},
		"a short paragraph whole, and no other": {
			"Rain fell.\n\nThe dam broke at night.\n\nNobody saw it.", []string{"dam broke"}, []string{"The dam broke at night."},
		},
		"twenty words on either side": {
			"zero " + many + " the dam broke " + many + " after", []string{"the dam broke"}, []string{many + " the dam broke " + many},
		},
		"signs count where they stand alone": {
			"zero one – " + strings.TrimPrefix(many, "one two ") + " dam", []string{"dam"}, []string{"one – " + strings.TrimPrefix(many, "one two ") + " dam"},
		},
		"no part of a word that a hyphen joins": {
			"US-led " + strings.TrimPrefix(many, "one ") + " dam", []string{"dam"}, []string{strings.TrimPrefix(many, "one ") + " dam"},
		},
		"marks stay with their words": {
			"It “broke”, he said.", []string{"broke"}, []string{"It “broke”, he said."},
		},
		"both pieces of a quote with a gap": {
			"The dam " + many + " " + many + " " + many + " broke.", []string{"The dam […] broke"},
			[]string{"The dam " + many, many + " broke."},
		},
		"what meets is one": {
			"The dam " + many + " broke.", []string{"The dam", "broke"}, []string{"The dam " + many + " broke."},
		},
	} {
		t.Run(name, func(t *testing.T) {
			s, x := textOf(t, tt.text, tt.quotes...)
			if diff := cmp.Diff(tt.want, shown(s, x)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestExcerptsVerbatim(t *testing.T) {
	s, x := textOf(t, "The dam broke at night after nine days of rain\n\nThe mayor of the lower town said so on the day after.", "The dam broke")
	for words, want := range map[string]string{
		"":            "",
		"A short one": "A short one",
		"“The dam broke at night” after nine days of rain":      "\"The dam broke at night\" after nine […]",
		"The dam broke at night after nine days of rain":        "The dam broke at night after nine days of rain",
		"The mayor of the lower town said so on the day after.": "The mayor of the lower town said […]",
	} {
		if got := x.Verbatim(s, words); got != want {
			t.Errorf("Verbatim(%q) = %q, want %q", words, got, want)
		}
		if got := Excerpts(nil).Verbatim(s, words); got != words {
			t.Errorf("of whole seeds Verbatim(%q) = %q", words, got)
		}
	}
}

func TestExcerptsOfWholeSeeds(t *testing.T) {
	s, _ := textOf(t, "The dam broke.")
	whole := text.Span{End: len("The dam broke.")}
	var all Excerpts
	if !all.Holds(s, whole) || all.Around(s, text.Span{Start: 4, End: 7}) != whole || len(all.Within(s, whole)) != 1 {
		t.Error("nothing may be kept back where the seeds are published whole")
	}
}
