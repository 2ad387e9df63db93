package chart

import (
	"math/rand/v2"
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

// TestAnyWrap wraps words made of what is hard to cut: nothing is lost, and no
// line with a space in it is too wide.
func TestAnyWrap(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	pieces := []string{"a", "W", " ", "  ", "e\u0301", "船", "\u202e", "\xff", "👩\u200d🚀", "-", "boats "}
	for range 5000 {
		var label strings.Builder
		for range rng.IntN(40) {
			label.WriteString(pieces[rng.IntN(len(pieces))])
		}
		checkWrap(t, label.String(), rng.IntN(300)-10)
	}
	checkWrap(t, strings.Repeat("a", 10_000), 50)
}

func checkWrap(t *testing.T, label string, pixels int) {
	t.Helper()
	lines := wrap(label, pixels)
	if got, want := strings.Join(lines, ""), strings.Join(strings.Fields(label), ""); strings.ReplaceAll(got, " ", "") != want {
		t.Errorf("%q became %q", label, lines)
	}
	for _, line := range lines {
		if line == "" || measure(line) > float64(max(pixels, 2*size)) && strings.Contains(line, " ") {
			t.Errorf("%q: the line %q in %d pixels", label, line, pixels)
		}
	}
}
