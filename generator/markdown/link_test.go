package markdown

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"factsheet/generator/text"
)

// marked takes ⟦ and ⟧ out of a text and returns what stood between them.
func marked(t *testing.T, s string) (string, []text.Span) {
	t.Helper()
	var spans []text.Span
	for {
		before, rest, found := strings.Cut(s, "⟦")
		if !found {
			return s, spans
		}
		inner, after, closed := strings.Cut(rest, "⟧")
		if !closed {
			t.Fatalf("%q is never closed", s)
		}
		spans = append(spans, text.Span{Start: len(before), End: len(before) + len(inner)})
		s = before + inner + after
	}
}

func TestLinks(t *testing.T) {
	tests := []struct {
		source       string
		destinations []string // pictures with "!" before them
	}{
		{"none", nil},
		{"see [a *b*](⟦c.md⟧ 'd') and [a](⟦c.md⟧)", []string{"c.md", "c.md"}},
		{"> | x |\n> | --- |\n> | [a](<⟦b c⟧>) |", []string{"b c"}},
		{"# [a](⟦a⟧) [](⟦a⟧)", []string{"a", "a"}},
		{"[![img.png](⟦img.png⟧)](⟦img.png⟧)", []string{"!img.png", "img.png"}},
		{"<⟦https://example.org⟧> x <⟦a@example.org⟧>", []string{"https://example.org", "mailto:a@example.org"}},
		{"- x\n\n  ![a](⟦b\\*&amp;⟧)", []string{"!b*&"}},
		{"⟦[a][r]⟧ and ⟦[r]⟧\n\n[r]: x.md", []string{"x.md", "x.md"}},
		{"⟦[a][]⟧ ![x] ⟦![A][a]⟧\n\n[A]: y", []string{"y", "!y"}},
		{"`[a](b)` \\[a](b)", nil},
		{"[a](⟦⟧) [`b](c)`](⟦d⟧)", []string{"", "d"}},
		{"[a\nb](\n⟦c⟧\n'd')", []string{"c"}},
		{"x[^1]\n\n[^1]: [a](⟦b⟧)", []string{"b"}},
		{"[^1]: x[^1] [a](⟦b⟧) [](⟦⟧)\n\n(y)", []string{"b", ""}},
	}
	for _, tt := range tests {
		source, spans := marked(t, tt.source)
		var want []Link
		for i, d := range tt.destinations {
			name, image := strings.CutPrefix(d, "!")
			auto := strings.HasPrefix(tt.source, "<")
			want = append(want, Link{Destination: name, Image: image, Auto: auto, Span: spans[i]})
		}
		if diff := cmp.Diff(want, Parse([]byte(source)).Links()); diff != "" {
			t.Errorf("%q (-want +got):\n%s", source, diff)
		}
	}
}

func TestCheck(t *testing.T) {
	source, spans := marked(t, "  [a](⟦nowhere⟧) [b](bridges-closed) [c](⟦javascript:x⟧) ![d](⟦https://example.org/d.png⟧) ![e](map.png) <⟦irc://x⟧>")
	var want []Problem
	for i, p := range []Problem{
		{Code: "bad-link", Message: `a link to "nowhere" leads nowhere`},
		{Code: "bad-link", Message: `a link to "javascript:x" is not made`, Help: "link to http, https or mailto, to an id, or to a file by its path from here"},
		{Code: "external-resource", Message: `the picture "https://example.org/d.png" is not a file of the site`, Help: "put the picture beside the page and write its name"},
		{Code: "bad-link", Message: `a link to "irc://x" is not made`, Help: "link to http, https or mailto, to an id, or to a file by its path from here"},
	} {
		p.Span = spans[i]
		want = append(want, p)
	}
	if diff := cmp.Diff(want, ParseInline(source).Check(siteLinks)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestTargetOf(t *testing.T) {
	tests := map[Target][]string{
		Relative:  {"", "a", "a.md#b", "../a b", "a/b:c", "?a:b", "ä"},
		Fragment:  {"#", "#a:b"},
		External:  {"http://a", "HTTPS://a", "mailto:a@b"},
		Forbidden: {"javascript:x", "JavaScript:x", " javascript:x", "data:x", "file:///x", "ftp://x", "//host", " //host", "/root", `\\host`, `a\b`, "java\tscript:x", "\x01a", "a:b"},
	}
	for want, destinations := range tests {
		for _, d := range destinations {
			if got := TargetOf(d); got != want {
				t.Errorf("TargetOf(%q) = %d, want %d", d, got, want)
			}
		}
	}
}

func TestHeadings(t *testing.T) {
	source := "# A & *b* `c`\n\nText\n====\n\n> ## text\n\n- ### Ünï 5.5_x\n\n## ???\n\n#\n\n## text-1\n\n## _note-1\n## A  b\\*c\n"
	want := []Heading{
		{1, "A & b c", "a--b-c", text.Span{Start: 2, End: 13}},
		{1, "Text", "text-2", text.Span{Start: 15, End: 19}},
		{2, "text", "text", text.Span{Start: 31, End: 35}},
		{3, "Ünï 5.5_x", "ünï-55_x", text.Span{Start: 43, End: 54}},
		{2, "???", "section", text.Span{Start: 59, End: 62}},
		{1, "", "section-1", text.Span{}},
		{2, "text-1", "text-1", text.Span{Start: 70, End: 76}},
		{2, "_note-1", "note-1", text.Span{Start: 81, End: 88}},
		{2, "A  b*c", "a--bc", text.Span{Start: 92, End: 99}},
	}
	if diff := cmp.Diff(want, Parse([]byte(source)).Headings()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
