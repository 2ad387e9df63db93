package export_test

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"factsheet/generator/export"
	"factsheet/generator/page"
)

// An index is what the scripts of the search hand over, read as a browser reads
// it.
type index struct {
	Count   int
	Kinds   [][2]int
	Terms   []string
	Kindred [][]string
	Parts   map[string]json.RawMessage
}

// searched are the scripts of the index of some documents.
func searched(finds []page.Find) []export.SearchFile {
	var each []func() []page.Find
	for _, f := range finds {
		each = append(each, func() []page.Find { return []page.Find{f} })
	}
	var out []export.SearchFile
	export.Search(each, [][]string{{"rise", "rose"}, {"fall", "fell"}}, func(f export.SearchFile) { out = append(out, f) })
	return out
}

func read(t *testing.T, files []export.SearchFile) index {
	t.Helper()
	all := index{Parts: map[string]json.RawMessage{}}
	for _, f := range files {
		data, opened := strings.CutPrefix(string(f.Data), "factsheetSearch(")
		data, closed := strings.CutSuffix(data, ");\n")
		var one index
		if err := json.Unmarshal([]byte(data), &one); err != nil || !opened || !closed {
			t.Fatalf("%s is no call with an object: %v", f.Path, err)
		}
		if f.Path == page.SearchPath {
			all.Count, all.Kinds, all.Terms, all.Kindred = one.Count, one.Kinds, one.Terms, one.Kindred
		}
		for name, part := range one.Parts {
			if want := export.SearchDir + name + ".js"; len(files) > 1 && f.Path != want {
				t.Errorf("%s holds %s, want %s", f.Path, name, want)
			}
			all.Parts[name] = part
		}
	}
	return all
}

// A hit is what the index says of a term in a document.
type hit struct{ worth, weight int }

// found returns the numbers of the documents that have a term.
func (x index) found(t *testing.T, term string) map[int]hit {
	t.Helper()
	out := map[int]hit{}
	for i, first := range x.Terms {
		if first > term || i+1 < len(x.Terms) && x.Terms[i+1] <= term && first != term {
			continue
		}
		var part map[string]string
		if err := json.Unmarshal(x.Parts[fmt.Sprintf("t%d", i)], &part); err != nil {
			t.Fatal(err)
		}
		doc := 0
		for _, word := range strings.Fields(part[term]) {
			n, err := strconv.ParseInt(word, 36, 64)
			if err != nil {
				t.Fatal(err)
			}
			doc += int(n >> 8)
			out[doc] = hit{int(n >> 2 & 63), int(n & 3)}
		}
	}
	return out
}

func TestSearch(t *testing.T) {
	files := searched([]page.Find{
		{Kind: 0, Link: "figures.html#moved", Title: "More than 1,200 people were moved.", Quotes: []string{"the river office said"}, Worth: 10},
		{Kind: 0, Link: "figures.html#long", Title: "A dam and " + strings.Repeat("x ", 20), Worth: 10},
		{Kind: 2, Link: "actors/river-office.html", Title: "River office", Names: []string{"Flussamt"}, Worth: 14},
		{Kind: 3, Link: "sources/post.html", Title: "Post", Says: "The river rose.", Theirs: true, Worth: 8},
	})
	if len(files) != 1 {
		t.Fatalf("%d files for four documents", len(files))
	}
	x := read(t, files)
	for term, want := range map[string]map[int]hit{
		"river":    {0: {20, 0}, 2: {28, 3}, 3: {16, 0}},
		"1200":     {0: {20, 3}},
		"flussamt": {2: {28, 2}},
		"dam":      {1: {13, 3}}, // less, since the title is long
		"dome":     {},
	} {
		if diff := cmp.Diff(want, x.found(t, term), cmp.AllowUnexported(hit{})); diff != "" {
			t.Errorf("%s (-want +got):\n%s", term, diff)
		}
	}
	if diff := cmp.Diff([][]string{{"rise", "rose"}}, x.Kindred); diff != "" { // nothing falls
		t.Errorf("words that are taken for one another (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([][2]int{{0, 0}, {2, 2}, {3, 3}}, x.Kinds); diff != "" || x.Count != 4 {
		t.Errorf("%d documents, of the kinds (-want +got):\n%s", x.Count, diff)
	}
}

// TestLargeSearch wants the parts of a large index to hold every document and
// every term, and to be small.
func TestLargeSearch(t *testing.T) {
	var finds []page.Find
	for i := range 50_000 {
		finds = append(finds, page.Find{
			Link: fmt.Sprintf("a.html#f%d", i), Worth: 10,
			Title: fmt.Sprintf("The word%d and what follows it.", i), Says: strings.Repeat("x", 20),
		})
	}
	x := read(t, searched(finds))
	for _, i := range []int{0, 1, 999, 25_000, 49_999} {
		if got := x.found(t, fmt.Sprintf("word%d", i)); len(got) != 1 || got[i].weight != 3 {
			t.Errorf("word%d is in %v", i, got)
		}
	}
	if got := x.found(t, "follows"); len(got) != len(finds) {
		t.Errorf("a word of all documents is in %d of them", len(got))
	}
	docs := 0
	for name, part := range x.Parts {
		if len(part) > 100_000 {
			t.Errorf("%s has %d bytes", name, len(part))
		}
		if name[0] != 'd' {
			continue
		}
		var list [][]any
		if err := json.Unmarshal(part, &list); err != nil {
			t.Fatal(err)
		}
		docs += len(list)
		n, _ := strconv.Atoi(name[1:])
		if got, want := list[0][1], finds[64*n].Link; got != want {
			t.Errorf("%s begins with %v, want %s", name, got, want)
		}
	}
	if docs != len(finds) || x.Count != docs || !slices.IsSorted(x.Terms) || len(x.Terms) == 0 {
		t.Errorf("%d of %d documents, parts of terms from %v", docs, x.Count, x.Terms)
	}
}

// TestSearchStrings wants any string to come through as it is.
func TestSearchStrings(t *testing.T) {
	for _, s := range []string{"plain", `"\`, "a\nb\x00\x1f", "\u2028\u2029", "ein „Wort“ 𝄞", "a\xffb", "</script>"} {
		x := read(t, searched([]page.Find{{Title: s}}))
		var list [][]any
		if err := json.Unmarshal(x.Parts["d0"], &list); err != nil {
			t.Fatalf("%q: %v", s, err)
		}
		if got, want := list[0][2], strings.ToValidUTF8(s, "\ufffd"); got != want {
			t.Errorf("%q comes through as %q", s, got)
		}
	}
}

// termCases are texts and their terms, in testdata/terms.txt. The script is held
// to the same by the browser's test.
func termCases(t testing.TB) map[string]string {
	t.Helper()
	data, err := os.ReadFile("testdata/terms.txt")
	if err != nil {
		t.Fatal(err)
	}
	cases := map[string]string{}
	for line := range strings.Lines(string(data)) {
		s, want, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "= ")
		if !ok {
			t.Fatalf("no terms in %q", line)
		}
		cases[s] = want
	}
	return cases
}

func TestTerms(t *testing.T) {
	cases := termCases(t)
	for s, want := range cases {
		if got := strings.Join(export.Terms(s), " "); got != want {
			t.Errorf("the terms of %q are %q, want %q", s, got, want)
		}
	}
	if len(cases) == 0 {
		t.Error("there are no cases")
	}
}

func FuzzTerms(f *testing.F) {
	for s := range termCases(f) {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, term := range export.Terms(s) {
			if term == "" {
				t.Errorf("an empty term of %q", s)
			}
		}
	})
}
