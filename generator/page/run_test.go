package page

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// notation writes a page's text with its runs: «facts that cite it: text».
func notation(s Source) string {
	var b strings.Builder
	for _, p := range s.Passages {
		fmt.Fprintf(&b, "== %s\n", p.Role)
		for _, paragraph := range p.Paragraphs {
			fmt.Fprintf(&b, "%s:%d ", paragraph.ID, paragraph.Line)
			for _, r := range paragraph.Runs {
				b.WriteString(runNotation(r))
			}
			fmt.Fprintf(&b, " | %s | %s\n", idsOf(paragraph.Facts), idsOf(paragraph.Actors))
		}
	}
	return b.String()
}

func runNotation(r Run) string {
	if len(r.Cited)+len(r.Anchors) == 0 {
		return strings.ReplaceAll(r.Text, "\n", "↵")
	}
	anchors := strings.Join(append([]string{""}, r.Anchors...), " #")
	return fmt.Sprintf("«%s%s: %s»", idsOf(r.Cited), anchors, strings.ReplaceAll(r.Text, "\n", "↵"))
}

func idsOf(refs []Ref) string {
	var ids []string
	for _, r := range refs {
		ids = append(ids, r.ID)
	}
	return strings.Join(ids, ",")
}

func TestRuns(t *testing.T) {
	const seed = "-- seeds/a.txt --\nHead\n\nOne two three four five six. Seven\neight nine.\n\nLinks\n"
	for _, c := range []struct{ name, evidence, want string }{
		{
			"none", "",
			"post_1:1 Head |  | \npost_2:3 One two three four five six. Seven↵eight nine. |  | \npost_3:6 Links |  | \n",
		},
		{
			"overlapping", "a: two three four; b: four five",
			"post_2:3 One «a #a_1: two three »«a,b #b_1: four»«b:  five» six. Seven↵eight nine. | a,b | \n",
		},
		{
			"nested, the longer first", "a: three; b: two three four",
			"post_2:3 One «b #b_1: two »«b,a #a_1: three»«b:  four» five six. Seven↵eight nine. | b,a | \n",
		},
		{
			"the same twice, touching", "a: two three; a: two three; b: four",
			"post_2:3 One «a #a_1 #a_2: two three» «b #b_1: four» five six. Seven↵eight nine. | a,b | \n",
		},
		{
			"a gap, over a line break", "a: One […] five; b: Seven eight",
			"post_2:3 «a #a_1: One» two three four «a: five» six. «b #b_1: Seven↵eight» nine. | a,b | \n",
		},
		{
			"whole paragraph", "a: One two three four five six. Seven eight nine.",
			"post_2:3 «a #a_1: One two three four five six. Seven↵eight nine.» | a | \n",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := notation(textOf(t, seed, "", c.evidence))
			if c.evidence == "" {
				got = strings.TrimPrefix(got, "== body\n")
			} else {
				got = strings.SplitAfter(got, "\n")[2]
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestPassages cuts a text at its parts, also inside a paragraph and inside a
// cited passage's surroundings.
func TestPassages(t *testing.T) {
	const seed = "-- seeds/a.txt --\nHead\n\nOne two three. Four five six.\n\nLinks\n"
	const parts = `
[[sources.parts]]
from = "Head"
to = "Head"
role = "headline"
[[sources.parts]]
from = "Four"
to = "six."
dated = "2031-03-01"
[[sources.parts]]
from = "Links"
role = "boilerplate"
`
	got := notation(textOf(t, seed, parts, "a: two three; b: five six"))
	want := "== headline\npost_1:1 Head |  | \n" +
		"== body\npost_2:3 One «a #a_1: two three».  | a | \n" +
		"== body\n:3 Four «b #b_1: five six». | b | \n" +
		"== boilerplate\npost_3:5 Links |  | \n"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// textOf returns the page of a text that claims cite: "a: one two; b: three".
func textOf(t *testing.T, seed, parts, evidence string) Source {
	t.Helper()
	var b strings.Builder
	b.WriteString(sheetsTOML + seed + "-- content/annotations/a.toml --\n")
	b.WriteString("[[sources]]\nid = \"post\"\nseed = \"a.txt\"\npublisher = \"\"\ntitle = \"\"\npublished = \"2031-03-05\"\nlang = \"en\"\n" + parts)
	quotes := map[string][]string{}
	var order []string
	for pair := range strings.SplitSeq(evidence, "; ") {
		id, quote, ok := strings.Cut(pair, ": ")
		if !ok {
			continue
		}
		if quotes[id] == nil {
			order = append(order, id)
		}
		quotes[id] = append(quotes[id], fmt.Sprintf("{ source = \"post\", quote = %q }", quote))
	}
	for _, id := range order {
		fmt.Fprintf(&b, "[[claims]]\nid = %q\nstatement = \"S\"\nevidence = [%s]\n", id, strings.Join(quotes[id], ", "))
	}
	source, ok := New(link(t, b.String()), nil, Options{}).Source("post")
	if !ok {
		t.Fatal("there is no page of the source")
	}
	return source
}

// TestRunsAreTheText tries evidence at random: the runs of a page are its text
// to the last letter, each cited by exactly the facts whose quotes hold it.
func TestRunsAreTheText(t *testing.T) {
	words := strings.Fields("a1 b2 c3 d4 e5 f6 g7 h8 i9 j0 k1 l2 m3 n4 o5 p6 q7 r8 s9 t0")
	random := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		holds := map[string][]string{} // by word, the facts
		var evidence []string
		for n := range random.IntN(8) {
			start := random.IntN(len(words))
			end := start + 1 + random.IntN(len(words)-start)
			id := fmt.Sprint("f", n)
			evidence = append(evidence, id+": "+strings.Join(words[start:end], " "))
			for _, w := range words[start:end] {
				holds[w] = append(holds[w], id)
			}
		}
		page := textOf(t, "-- seeds/a.txt --\n"+strings.Join(words, " ")+"\n", "", strings.Join(evidence, "; "))
		var text strings.Builder
		for _, r := range page.Passages[0].Paragraphs[0].Runs {
			text.WriteString(r.Text)
			for _, w := range strings.Fields(r.Text) {
				if len(holds[w]) != len(r.Cited) {
					t.Fatalf("%q: the run %q is cited by %s, not by %s", evidence, r.Text, idsOf(r.Cited), holds[w])
				}
			}
		}
		if text.String() != strings.Join(words, " ") {
			t.Fatalf("%q: the runs are %q", evidence, text.String())
		}
	}
}

// TestMarginTellsFactsApart: a figure and its date may have one statement.
func TestMarginTellsFactsApart(t *testing.T) {
	const facts = `-- content/annotations/a.toml --
[[sources]]
id = "post"
seed = "a.txt"
publisher = ""
title = ""
published = "2031-03-05"
lang = "en"
[[claims]]
id = "moved"
statement = "Some moved."
evidence = [{ source = "post", quote = "Some moved" }]
[[dates]]
id = "moved-on"
statement = "Some moved."
when = "2031-03"
status = "happened"
evidence = [{ source = "post", quote = "Some moved" }]
[[dates]]
id = "stayed"
statement = "Others stayed."
when = "2031-03"
status = "happened"
evidence = [{ source = "post", quote = "others stayed" }]
`
	b := New(link(t, sheetsTOML+"-- seeds/a.txt --\nSome moved, others stayed.\n"+facts), nil, Options{})
	source, _ := b.Source("post")
	got := titles(source.Passages[0].Paragraphs[0].Facts)
	want := []Words{"Some moved. (Dates)", "Some moved. (Claims)", "Others stayed."}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
