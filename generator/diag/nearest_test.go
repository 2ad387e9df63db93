package diag_test

import (
	"fmt"
	"slices"
	"testing"

	"factsheet/generator/diag"
)

func TestNearest(t *testing.T) {
	keys := []string{"id", "statement", "value", "low", "high", "unit", "measure", "hedge", "who", "whom", "where", "as_of", "since", "by", "reads"}
	ids := []string{"valley-post", "valley-posts", "daily-star", "river-office", "moved-first-night"}
	for _, test := range []struct {
		name  string
		valid []string
		want  string
	}{
		{"statment", keys, "statement"},
		{"vlaue", keys, "value"},
		{"As-Of", keys, "as_of"},
		{"as of", keys, "as_of"},
		{"wo", keys, "who"},
		{"wohm", keys, "whom"},
		{"bz", keys, "by"},
		{"mesaures", keys, "measure"},
		{"statements_of_x", keys, ""},
		{"evidence", keys, ""},
		{"x", keys, ""},
		{"", keys, ""},
		{"value", nil, ""},
		{"valley_post", ids, "valley-post"},
		{"VALLEY-POSTS", ids, "valley-posts"},
		{"vally-post", ids, "valley-post"},
		{"river-ofice", ids, "river-office"},
		{"moved-frist-nihgt", ids, "moved-first-night"},
		{"moved-second-day", ids, ""},
		{"ünit", []string{"unit"}, "unit"},
		{"bat", []string{"cat", "bad", "hat"}, "bad"},
		{"a-b", []string{"a b", "A-b", "a_b"}, "A-b"},
	} {
		got, ok := diag.Nearest(test.name, test.valid)
		if got != test.want || ok != (test.want != "") {
			t.Errorf("Nearest(%q) = %q, %v; want %q", test.name, got, ok, test.want)
		}
	}
}

func TestNearestIgnoresOrder(t *testing.T) {
	valid := []string{"cart", "card", "care", "cars", "car_", "carb"}
	want, _ := diag.Nearest("carx", valid)
	for range valid {
		valid = append(valid[1:], valid[0])
		if got, _ := diag.Nearest("carx", valid); got != want {
			t.Errorf("%v: %q, before %q", valid, got, want)
		}
	}
	slices.Reverse(valid)
	if got, _ := diag.Nearest("carx", valid); got != want {
		t.Errorf("%v: %q, before %q", valid, got, want)
	}
}

func BenchmarkNearest(b *testing.B) {
	var valid []string
	for i := range 10_000 {
		valid = append(valid, fmt.Sprintf("some-actor-%d-of-many", i))
	}
	for b.Loop() {
		diag.Nearest("some-actr-4711-of-many", valid)
	}
}
