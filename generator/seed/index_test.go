package seed

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLookup(t *testing.T) {
	doc := read("no, no, no ferry\n\nNo ferry\n\n" + strings.Repeat("x", shortestIndexed))
	for range indexedAfter {
		if _, ok := doc.Lookup("no", 9); ok {
			t.Fatal("an index before it pays")
		}
	}
	for _, c := range []struct {
		words string
		most  int
		want  []int
		ok    bool
	}{
		{"no, no", 2, []int{0, 4}, true},
		{"no, no", 1, nil, false},
		{"ferry", 9, []int{11, 20}, true},
		{"bridge", 9, nil, true},
	} {
		got, ok := doc.Lookup(c.words, c.most)
		if diff := cmp.Diff(c.want, got); diff != "" || ok != c.ok {
			t.Errorf("%q, at most %d: ok %v, %s", c.words, c.most, ok, diff)
		}
	}
}
