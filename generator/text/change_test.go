package text_test

import (
	"math/rand/v2"
	"testing"

	"factsheet/generator/text"
)

func TestChange(t *testing.T) {
	for _, test := range []struct {
		was, is string
		change  text.Change
	}{
		{"one two three", "one two three", text.Change{From: text.Span{Start: 13, End: 13}}},
		{"one two three", "one 2 three", text.Change{From: text.Span{Start: 4, End: 7}, By: -2}},
		{"one three", "one two three", text.Change{From: text.Span{Start: 5, End: 5}, By: 4}},
		{"aaa", "aa", text.Change{From: text.Span{Start: 2, End: 3}, By: -1}},
		{"aa", "aaa", text.Change{From: text.Span{Start: 2, End: 2}, By: 1}},
		{"", "new", text.Change{By: 3}},
		{"old", "", text.Change{From: text.Span{End: 3}, By: -3}},
	} {
		if got := text.Between([]byte(test.was), []byte(test.is)); got != test.change {
			t.Errorf("%q to %q: %+v, want %+v", test.was, test.is, got, test.change)
		}
	}
}

// TestChangeOfAny changes short texts of few letters: what stands outside of the
// change has the same bytes where it is told to stand.
func TestChangeOfAny(t *testing.T) {
	dice := rand.New(rand.NewPCG(1, 2))
	letters := func() string {
		b := make([]byte, dice.IntN(8))
		for i := range b {
			b[i] = "ab"[dice.IntN(2)]
		}
		return string(b)
	}
	for range 10_000 {
		was, is := letters(), letters()
		change := text.Between([]byte(was), []byte(is))
		if is[:change.From.Start] != was[:change.From.Start] || is[change.From.End+change.By:] != was[change.From.End:] {
			t.Fatalf("%+v is no change from %q to %q", change, was, is)
		}
		for start := range len(was) + 1 {
			end := start + dice.IntN(len(was)-start+1)
			if to, ok := change.To(text.Span{Start: start, End: end}); ok && was[start:end] != is[to.Start:to.End] {
				t.Fatalf("%q to %q: %q became %q", was, is, was[start:end], is[to.Start:to.End])
			}
		}
	}
}
