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
	Long  string
	Docs  []int
	Terms []string
	Parts map[string]json.RawMessage
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
			all.Long, all.Docs, all.Terms = one.Long, one.Docs, one.Terms
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

// found returns the numbers of the documents that have a term, with its weight
// in each.
func (x index) found(t *testing.T, term string) map[int]int {
	t.Helper()
	i := 0
	for i+1 < len(x.Terms) && x.Terms[i+1] <= term {
		i++
	}
	var part map[string]string
	if err := json.Unmarshal(x.Parts[fmt.Sprintf("t%d", i)], &part); err != nil {
		t.Fatal(err)
	}
	out, doc := map[int]int{}, 0
	for _, word := range strings.Fields(part[term]) {
		n, err := strconv.ParseInt(word, 36, 64)
		if err != nil {
			t.Fatal(err)
		}
		doc += int(n >> 2)
		out[doc] = int(n & 3)
	}
	return out
}

func TestSearch(t *testing.T) {
	finds := []page.Find{
		{Kind: 0, Link: "figures.html#moved", Title: "More than 1,200 people were moved.", Quotes: []string{"the river office said"}},
		{Kind: 2, Link: "actors/river-office.html", Title: "River office", Names: []string{"Flussamt"}},
		{Kind: 3, Link: "sources/post.html", Title: "Post", Says: "The river rose.", Theirs: true},
	}
	files := export.Search(finds)
	if len(files) != 1 {
		t.Fatalf("%d files for three documents", len(files))
	}
	x := read(t, files)
	for term, want := range map[string]map[int]int{
		"river":    {0: 0, 1: 3, 2: 0},
		"1200":     {0: 3},
		"flussamt": {1: 2},
		"dam":      {},
	} {
		if diff := cmp.Diff(want, x.found(t, term)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", term, diff)
		}
	}
	if x.Long != "621" {
		t.Errorf("the lengths are %s", x.Long)
	}
}

// TestLargeSearch wants the parts of a large index to hold every document and
// every term.
func TestLargeSearch(t *testing.T) {
	var finds []page.Find
	for i := range 4000 {
		finds = append(finds, page.Find{Link: fmt.Sprintf("a.html#f%d", i), Title: fmt.Sprintf("The word%d and what follows it of some length, so that many are large. %s", i, strings.Repeat("x", 150))})
	}
	files := export.Search(finds)
	if len(files) < 4 {
		t.Fatalf("%d files", len(files))
	}
	x := read(t, files)
	for _, i := range []int{0, 1, 999, 2500, 3999} {
		if diff := cmp.Diff(map[int]int{i: 3}, x.found(t, fmt.Sprintf("word%d", i))); diff != "" {
			t.Errorf("word%d (-want +got):\n%s", i, diff)
		}
	}
	docs := 0
	for name, part := range x.Parts {
		if name[0] != 'd' {
			continue
		}
		var list [][]any
		if err := json.Unmarshal(part, &list); err != nil {
			t.Fatal(err)
		}
		docs += len(list)
		n, _ := strconv.Atoi(name[1:])
		if got, want := list[0][1], finds[x.Docs[n]].Link; got != want {
			t.Errorf("%s begins with %v, want %s", name, got, want)
		}
	}
	if docs != len(finds) || !slices.IsSorted(x.Terms) || len(x.Terms) == 0 {
		t.Errorf("%d documents, parts of terms from %v", docs, x.Terms)
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
