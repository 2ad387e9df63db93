package text

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestOverlapping(t *testing.T) {
	list := []Span{{0, 2}, {2, 5}, {5, 5}, {7, 9}}
	for _, c := range []struct {
		within Span
		want   []Span
	}{
		{Span{0, 1}, list[:1]},
		{Span{1, 3}, list[:2]},
		{Span{2, 7}, list[1:3]},
		{Span{5, 7}, nil},
		{Span{8, 20}, list[3:]},
		{Span{9, 20}, nil},
	} {
		got := Overlapping(list, c.within, Itself)
		if diff := cmp.Diff(append([]Span{}, c.want...), append([]Span{}, got...)); diff != "" {
			t.Errorf("%v: %s", c.within, diff)
		}
	}
}

func TestJoin(t *testing.T) {
	got := Join([]Span{{7, 9}, {0, 4}, {1, 2}, {4, 5}, {6, 6}})
	if diff := cmp.Diff([]Span{{0, 5}, {6, 6}, {7, 9}}, got); diff != "" {
		t.Error(diff)
	}
	if got := Join(nil); len(got) > 0 {
		t.Errorf("of none: %v", got)
	}
}
