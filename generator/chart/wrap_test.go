package chart

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		label  string
		pixels int
		want   []string
	}{
		{"", 100, nil},
		{" \n ", 100, nil},
		{"A short one", 288, []string{"A short one"}},
		{"Boats that were lost in the night", 120, []string{"Boats that were", "lost in the night"}},
		{"aaaaaaaaaaaaaaaaaaaa bb", 80, []string{"aaaaaaaaaaa", "aaaaaaaaa", "bb"}},
		{"船船船船", 30, []string{"船船", "船船"}},
		{"wide", 1, []string{"w", "i", "d", "e"}},
	} {
		if diff := cmp.Diff(c.want, wrap(c.label, c.pixels)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.label, diff)
		}
	}
}

func FuzzWrap(f *testing.F) {
	f.Add("Boats lost in the night", 100)
	f.Add(strings.Repeat("a", 10000), 50)
	f.Add("e\u0301\u202e\xff  x", 7)
	f.Fuzz(func(t *testing.T, label string, pixels int) {
		lines := wrap(label, pixels)
		if got, want := strings.Join(lines, ""), strings.Join(strings.Fields(label), ""); strings.ReplaceAll(got, " ", "") != want {
			t.Errorf("%q became %q", label, lines)
		}
		for _, line := range lines {
			if line == "" || measure(line) > float64(max(pixels, 2*size)) && strings.Contains(line, " ") {
				t.Errorf("%q: the line %q in %d pixels", label, line, pixels)
			}
		}
	})
}
