package quote

import (
	"strings"
	"testing"

	"factsheet/generator/text"
)

func TestContext(t *testing.T) {
	cases := []struct {
		name, text, quote string
		match             int
		prefix, suffix    string
		ok                bool
	}{
		{"alone", "the ferry", "ferry", 0, "", "", true},
		{"before", "the old ferry, the new ferry, the red ferry", "ferry", 1, "new", "", true},
		{"after", "the ferry left, the ferry sank", "ferry", 1, "", "sank", true},
		{"first of the text", "ferry of ferry", "ferry", 0, "", "of", true},
		{"last of the text", "ferry of ferry", "ferry", 1, "of", "", true},
		{"shorter side", "a magnificent ferry left, a tiny ferry sank", "ferry", 0, "", "left,", true},
		{"several words", "to the old pier, at the old pier", "pier", 1, "at the old", "", true},
		{"whole words", "the bathe pier, the x the pier", "pier", 1, "x the", "", true},
		{"both sides", "red ferry left now, red ferry sank, old ferry left now, red", "ferry", 0, "red", "left", true},
		{"over paragraphs", "One.\n\nThe ferry.\n\nTwo.\n\nThe ferry.", "The ferry.", 1, "Two.", "", true},
		{"other marks", "the “old” ferry, the “new” ferry", "ferry", 0, `"old"`, "", true},
		{"with a gap", "ferry a left, ferry b left", "ferry […] left", 2, "left,", "", true},
		{"in the middle", "a b b c", "a […] b […] c", 0, "", "", false},
		{"without spaces", "古い船は港を出た。赤い船は港を出た。", "船は港を出た", 1, "赤い", "", true},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			doc := read(c.text)
			q := Parse(c.quote, "nonsense", "nonsense")
			m := Find(doc, Quote{Pieces: q.Pieces})[c.match]
			prefix, suffix, ok := Context(doc, q, m)
			if prefix != c.prefix || suffix != c.suffix || ok != c.ok {
				t.Errorf("prefix %q, suffix %q, %v, want %q, %q, %v", prefix, suffix, ok, c.prefix, c.suffix, c.ok)
			}
		})
	}
}

// TestContextOfManyMatches is slow where the work grows with more than the
// number of matches.
func TestContextOfManyMatches(t *testing.T) {
	doc := read(strings.Repeat("ferry ", MaxMatches-2) + "x ferry")
	q := Parse("ferry", "", "")
	matches := Find(doc, q)
	if prefix, _, ok := Context(doc, q, matches[len(matches)-1]); !ok || prefix != "x" {
		t.Errorf("prefix %q, %v", prefix, ok)
	}
	if _, _, ok := Context(doc, q, matches[len(matches)/2]); ok {
		t.Error("a context of more than 1,000 bytes is proposed")
	}
}

// TestSame compares texts that differ at every place around the chunks.
func TestSame(t *testing.T) {
	for n := range 3*chunk + 2 {
		same := strings.Repeat("a", n)
		for _, other := range []string{"", "b", "b" + strings.Repeat("a", 2*chunk) + "b"} {
			if got := sameStart(same+"c", same+other); got != n {
				t.Errorf("%d bytes of %q and %q begin alike, want %d", got, same+"c", same+other, n)
			}
			if got := sameEnd("c"+same, other+same); got != n {
				t.Errorf("%d bytes of %q and %q end alike, want %d", got, "c"+same, other+same, n)
			}
		}
	}
	long := strings.Repeat("a", 2*maxContext)
	if sameStart(long, long) != maxContext || sameEnd(long, long) != maxContext {
		t.Errorf("%d and %d bytes, want %d", sameStart(long, long), sameEnd(long, long), maxContext)
	}
}

func TestCutsWord(t *testing.T) {
	cases := []struct {
		text, span string
		want       bool
	}{
		{"the harbour board", "harbour", false},
		{"the harbour board", "harb", true},
		{"the harbour board", "bour", true},
		{"US-led talks", "US", false},
		{"they couldn’t go", "could", true},
		{"they couldn’t go", "couldn", true},
		{"they couldn’t go", "t go", true},
		{"the dogs’ food", "dogs", false},
		{"‘old’ pier", "old", false},
		{"1,300.5 tons", "1,300", true},
		{"1,300.5 tons", "300.5", true},
		{"1,300 tons, 5", "1,300", false},
		{"on page 5.", "5", false},
		{"1\u202f300 tons", "300 tons", true},
		{"1\u00a0300 tons", "1", true},
		{"in 2024\u00a0300 tons", "300 tons", false},
		{"5\u00a0tons", "tons", false},
		{"har\u00adbour", "har", true},
		{"港の船", "船", false},
		{"한국어", "한국", true},
		{"abc", "abc", false},
	}
	for _, c := range cases {
		doc := read(c.text)
		i := strings.Index(c.text, c.span)
		if i < 0 {
			t.Fatalf("%q does not stand in %q", c.span, c.text)
		}
		if got := CutsWord(doc, text.Span{Start: i, End: i + len(c.span)}); got != c.want {
			t.Errorf("CutsWord %q in %q = %v", c.span, c.text, got)
		}
	}
}
