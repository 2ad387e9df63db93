package page

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// bridge is a project of three texts: two with a sentence and two facts in
// common, and one that has nothing of theirs.
const bridge = sheetsTOML + `-- seeds/a.txt --
About 40 workers repaired the old bridge over the river by night, the mayor of the town said. It opened on 3 March 2031.
-- seeds/b.txt --
Nearly 50 workers repaired the old bridge over the river by night, the mayor of the town told us. It opened on 3 March 2031.
-- seeds/c.txt --
Nobody spoke of anything else.
-- content/annotations/a.toml --
[[sources]]
id = "herald"
seed = "a.txt"
publisher = "Herald"
title = ""
published = "2031-03-05"
lang = "en"
[[sources]]
id = "echo"
seed = "b.txt"
publisher = "Echo"
title = ""
published = "2031-03-06"
lang = "en"
[[sources]]
id = "third"
seed = "c.txt"
publisher = "Third"
title = ""
published = "2031-03-06"
lang = "en"
[[actors]]
id = "mayor"
name = "mayor of the town"
kind = "person"
evidence = [{ source = "herald", quote = "the mayor of the town said" }]
[[figures]]
id = "workers"
statement = "About 40 workers repaired the bridge."
value = 40
unit = "workers"
evidence = [
  { source = "herald", quote = "About 40 workers", by = ["mayor"] },
  { source = "echo", quote = "Nearly 50 workers" },
]
[[figures]]
id = "alone"
statement = "One text speaks of this."
value = 40
unit = "workers"
evidence = [{ source = "herald", quote = "About 40 workers" }]
[[dates]]
id = "opened"
statement = "The bridge opened."
when = "2031-03-03"
status = "happened"
evidence = [{ source = "herald", quote = "It opened on 3 March 2031" }, { source = "echo", quote = "It opened on 3 March 2031" }]
[[claims]]
id = "repaired"
statement = "The bridge was repaired by night."
evidence = [
  { source = "herald", quote = "repaired the old bridge", by = ["mayor"] },
  { source = "echo", quote = "repaired the old bridge", role = "qualifies" },
  { source = "echo", quote = "by night" },
]
`

func TestCompare(t *testing.T) {
	p := New(link(t, bridge), nil, Options{}).Compare()
	var got []string
	for _, m := range p.Matrices {
		for _, r := range m.Rows {
			for i, c := range r.Cells {
				got = append(got, m.Title+", "+r.Fact.ID+", "+m.Sources[i].ID+": "+c.Words)
			}
		}
	}
	want := []string{
		"Figures, workers, echo: nearly 50", "Figures, workers, herald: about 40",
		"Dates, opened, echo: 3 March 2031", "Dates, opened, herald: 3 March 2031",
		"Claims, repaired, echo: qualifies it; in its own words", "Claims, repaired, herald: by mayor of the town",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if len(p.Pairs) != 1 || p.Pairs[0].Ref.Link != "compare/echo--herald.html" || p.Pairs[0].Shares != "3 facts and 1 sentence" || p.LeftOut != "" {
		t.Errorf("the pairs: %+v, %q", p.Pairs, p.LeftOut)
	}
}

// TestPairWithANumberOnOneSide sees that words without a number do not stand
// against one.
func TestPairWithANumberOnOneSide(t *testing.T) {
	p, ok := New(link(t, strings.ReplaceAll(bridge, "About 40 workers", "All the workers")), nil, Options{}).Pair("echo", "herald")
	if !ok || len(p.Sentences) != 1 {
		t.Fatalf("%v, %d sentences", ok, len(p.Sentences))
	}
	if diff := cmp.Diff([]Words{"“Nearly 50” stands in the first alone"}, p.Sentences[0].Changes); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestPair(t *testing.T) {
	b := New(link(t, bridge), nil, Options{})
	p, ok := b.Pair("echo", "herald")
	if !ok {
		t.Fatal("there is no such pair")
	}
	var facts []string
	for _, f := range p.Facts {
		mark := "="
		if f.Differs {
			mark = "≠"
		}
		facts = append(facts, f.Fact.ID+": "+f.A.Words+" "+mark+" "+f.B.Words)
	}
	want := []string{
		"workers: nearly 50 ≠ about 40",
		"repaired: qualifies it; in its own words ≠ by mayor of the town",
		"opened: 3 March 2031 = 3 March 2031",
	}
	if diff := cmp.Diff(want, facts); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if len(p.Sentences) != 1 {
		t.Fatalf("%d sentences", len(p.Sentences))
	}
	twin := p.Sentences[0]
	if diff := cmp.Diff([]Words{"“Nearly 50” against “About 40”"}, twin.Changes); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	const shared = " workers repaired the old bridge over the river by night, the mayor of the town "
	for _, side := range []struct {
		got  []Segment
		want string
	}{{twin.A, "[Nearly 50]" + shared + "[told us]"}, {twin.B, "[About 40]" + shared + "[said]"}} {
		if got := marked(side.got); !strings.HasPrefix(got, side.want) {
			t.Errorf("got  %s\nwant %s", got, side.want)
		}
	}
}

// marked is a sentence with what is its own in brackets.
func marked(list []Segment) string {
	var out string
	for _, s := range list {
		if s.Own {
			out += "[" + s.Text + "]"
		} else {
			out += s.Text
		}
	}
	return out
}

func TestNoPair(t *testing.T) {
	b := New(link(t, bridge), nil, Options{})
	for _, ids := range [][2]string{{"herald", "echo"}, {"echo", "third"}, {"echo", "nobody"}, {"echo", "echo"}} {
		if _, ok := b.Pair(ids[0], ids[1]); ok {
			t.Errorf("%s and %s are a pair", ids[0], ids[1])
		}
	}
	if p := New(link(t, harbour), nil, Options{}).Compare(); len(p.Pairs)+len(p.Matrices) > 0 || p.Lead == "" {
		t.Errorf("texts that share nothing: %+v", p)
	}
}

// TestPairOfExcerpts keeps back a sentence of which only a part is published.
func TestPairOfExcerpts(t *testing.T) {
	excerpts := strings.Replace(bridge, `title = "The ferry"`, "title = \"The ferry\"\nseeds = \"excerpts\"", 1)
	long := strings.NewReplacer(" by night", " by night "+strings.Repeat("and by day ", 12))
	p, ok := New(link(t, long.Replace(excerpts)), nil, Options{}).Pair("echo", "herald")
	if !ok || len(p.Sentences) > 0 || p.LeftOut != "Of what they share 1 sentence is not published." {
		t.Errorf("%+v", p)
	}
}

// TestManyRows wants a page that ends, and says what it leaves out.
func TestManyRows(t *testing.T) {
	var b strings.Builder
	b.WriteString(bridge)
	b.WriteString("-- content/annotations/many.toml --\n")
	for i := range maxRows + 10 {
		fmt.Fprintf(&b, "[[claims]]\nid = \"c%d\"\nstatement = \"It was repaired.\"\n", i)
		b.WriteString(`evidence = [{ source = "herald", quote = "repaired the old bridge" }, { source = "echo", quote = "repaired the old bridge" }]` + "\n")
	}
	p := New(link(t, b.String()), nil, Options{}).Compare()
	rows := 0
	for _, m := range p.Matrices {
		rows += len(m.Rows)
	}
	if rows != maxRows || p.Rest != "Several texts speak of 13 more facts. What each says stands with the fact on its sheet." {
		t.Errorf("%d rows, %q", rows, p.Rest)
	}
}

// TestManyTexts makes no pairs of texts that have a line in common with very
// many.
func TestManyTexts(t *testing.T) {
	var b strings.Builder
	b.WriteString(sheetsTOML)
	for i := range maxShared + 1 {
		name := string(rune('a'+i/26)) + string(rune('a'+i%26))
		b.WriteString("-- seeds/" + name + ".txt --\nAll of these texts end with the very same line that says nothing at all.\n")
		b.WriteString("-- content/annotations/" + name + ".toml --\n[[sources]]\nid = \"" + name + "\"\nseed = \"" + name + ".txt\"\npublisher = \"\"\ntitle = \"\"\npublished = \"\"\nlang = \"en\"\n")
	}
	p := New(link(t, b.String()), nil, Options{}).Compare()
	if len(p.Pairs) > 0 || p.LeftOut == "" {
		t.Errorf("%d pairs, %q", len(p.Pairs), p.LeftOut)
	}
}
