package markdown

import (
	"strings"
	"testing"

	"factsheet/generator/text"
)

func TestPlainMap(t *testing.T) {
	tests := []struct{ word, source string }{
		{"1,200", "More than ⟦1,200⟧ people"},
		{"1,200", "  *More* than **⟦1,200⟧** [people](x)"},
		{"1,200 people", "**⟦1,200** people⟧"},
		{"&", "AT⟦&amp;⟧T"},
		{"a*b", "x ⟦a\\*b⟧"},
		{"code", "`` ⟦code⟧ ``"},
		{"two lines", "a\n⟦two\nlines⟧ b"},
		{"https://x", "<⟦https://x⟧>"},
		{"alt", "![⟦alt⟧](x)"},
		{"≂̸", "⟦&NotEqualTilde;⟧"},
		{"≧̸", "⟦&ngE;⟧"},
	}
	for _, tt := range tests {
		source, spans := marked(t, tt.source)
		m := PlainMap(source)
		start := strings.Index(m.Text, tt.word)
		if start < 0 {
			t.Errorf("%q is not in %q", tt.word, m.Text)
			continue
		}
		if got := m.Source(text.Span{Start: start, End: start + len(tt.word)}); got != spans[0] {
			t.Errorf("%q stands at %v of %q, want %v", tt.word, got, source, spans[0])
		}
	}
}

func TestPlainMapEnds(t *testing.T) {
	m := PlainMap("  *ab* ")
	for offset, want := range map[int]int{0: 3, 1: 4, 2: 5} {
		if got := m.Source(text.Span{Start: offset, End: offset}); got != (text.Span{Start: want, End: want}) {
			t.Errorf("offset %d stands at %v, want %d", offset, got, want)
		}
	}
	if got := (Mapped{}).Source(text.Span{}); got != (text.Span{}) {
		t.Errorf("nothing stands at %v", got)
	}
}

func TestPlainOfPage(t *testing.T) {
	source := "# Title\n\nA *b*\nc[^1].\n\n| d | e |\n| - | - |\n| f |\n\n- g\n- h\n\n```\ni\n```\n\n[^1]: j\n"
	m := Parse([]byte(source)).Plain()
	if want := "Title\nA b\nc.\nd\ne\nf\ng\nh\ni\nj\n"; m.Text != want {
		t.Errorf("got %q, want %q", m.Text, want)
	}
	checkMap(t, source, m)
}

// checkPlain holds every byte of a page's plain text to a place in its source.
func checkPlain(t testing.TB, source string) {
	t.Helper()
	m := Parse([]byte(source)).Plain()
	for i := range len(m.Text) {
		if at := m.at(i); at.Start < 0 || at.End < at.Start || at.End > len(source) {
			t.Fatalf("byte %d of %q stands at %v of %q", i, m.Text, at, source)
		}
	}
}
