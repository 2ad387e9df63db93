package markdown

import (
	"fmt"
	"strings"
	"testing"
)

// An attack is a text that costs a parser time that grows with the square of
// its length.
type attack struct {
	name    string
	make    func(n int) string
	refused bool // at 64,000
}

func repeat(s string) func(int) string {
	return func(n int) string { return strings.Repeat(s, n) }
}

var attacks = []attack{
	{"quotes", repeat(">"), true},
	{"spaced quotes", repeat("> "), true},
	{"lists", repeat("+ "), true},
	{"numbered lists", repeat("1. "), true},
	{"mixed", repeat("> - 1) "), true},
	{"thematic break", repeat("- "), false},
	{"brackets", repeat("["), true},
	{"pairs of brackets", func(n int) string { return strings.Repeat("[", n) + strings.Repeat("]", n) }, true},
	{"images", repeat("!["), true},
	{"open links", repeat("[a]("), true},
	{"open links on lines", repeat("[a](\n"), true},
	{"open angles", repeat("[a](<b"), true},
	{"open titles", repeat("[a](b (c\n"), true},
	{"open references", repeat("[a][\n"), true},
	{"definitions", repeat("[a]: x\n"), true},
	{"emphasis on lines", repeat("*a**a\n"), true},
	{"unlike delimiters", func(n int) string { return strings.Repeat("*a ", n) + strings.Repeat("b_ ", n) }, true},
	{"nested emphasis", func(n int) string { return strings.Repeat("**a ", n) + strings.Repeat(" a**", n) }, true},
	{"setext heading", func(n int) string { return strings.Repeat("*a**a\n", n) + "===\n" }, true},
	{"heading", func(n int) string { return "# " + strings.Repeat("[a](", n) }, true},
	{"quoted paragraph", repeat("> [a](\n"), true},
	{"backticks", func(n int) string {
		var b strings.Builder
		for i := 1; b.Len() < n; i++ {
			b.WriteString("e" + strings.Repeat("`", i))
		}
		return b.String()
	}, true},
	{"long reference", func(n int) string {
		return "[a]: " + strings.Repeat("x", n) + "\n\n" + strings.Repeat("[a]\n\n", n/10)
	}, true},
	{"short rows", func(n int) string {
		return strings.Repeat("|a", 300) + "|\n" + strings.Repeat("|-", 300) + "|\n" + strings.Repeat("|\n", n)
	}, true},
	{"no table", func(n int) string { return "a|b|c\n-|-\n" + strings.Repeat("[a](\n", n) }, true},
	{"footnotes", func(n int) string {
		var b strings.Builder
		for i := range n / 8 {
			fmt.Fprintf(&b, "[^%d]\n\n[^%d]: x\n\n", i, i)
		}
		return b.String()
	}, true},
	{"nested footnotes", repeat("[^1]: "), true},
	{"pipes in code", func(n int) string { return "a|b\n-|-\n" + strings.Repeat("`x\\|y`|`\\|`\n", n) }, true},
	{"blank lines in a deep list", func(n int) string {
		var b strings.Builder
		for i := range 100 {
			b.WriteString(strings.Repeat("  ", i) + "- a\n")
		}
		return b.String() + strings.Repeat("\n", n)
	}, true},
	{"deep indent", func(n int) string {
		var b strings.Builder
		for i := 0; b.Len() < 8*n; i++ {
			b.WriteString(strings.Repeat("  ", i) + "- a\n")
		}
		return b.String()
	}, true},
	{"many items", repeat("- [a](b) *c*\n"), false},
	{"many rows", func(n int) string { return "a|b\n-|-\n" + strings.Repeat("[a](b)|*c*\n", n) }, false},
	{"many paragraphs", repeat("see [a](b), *c* and `d`\n\n"), false},
	{"plain lines", repeat("what it says\n"), false},
	{"ampersands", repeat("&"), false},
	{"backslashes", repeat("\\"), false},
	{"spaces", repeat(" "), false},
	{"NUL", repeat("\x00"), false},
}

// TestAttacks ends within seconds, or the limits are wrong.
func TestAttacks(t *testing.T) {
	for _, tt := range attacks {
		t.Run(tt.name, func(t *testing.T) {
			source := tt.make(64000)
			page, problems := HTML([]byte(source), Options{})
			refused := len(problems) == 1 && problems[0].Code == "limit"
			if refused != tt.refused || len(problems) > 1 {
				t.Errorf("problems %v", problems)
			}
			if refused && !strings.HasPrefix(string(page), "<pre>") {
				t.Errorf("a refused page begins with %.40s", page)
			}
			Inline(source, Options{})
		})
	}
}

func TestInlineLimit(t *testing.T) {
	source := "  " + strings.Repeat("[a](", 64000)
	d := ParseInline(source)
	if problems := d.Check(Options{}); len(problems) != 1 || problems[0].Code != "limit" || problems[0].Span.Start < 2 {
		t.Errorf("problems %v", problems)
	}
	if d.Plain().Text != source[2:] || d.HTML(Options{}) != source[2:] {
		t.Error("a refused text is not shown as it is")
	}
	if d.Links() != nil || d.Headings() != nil {
		t.Error("a refused text has links or headings")
	}
}

func TestOrdinaryPagesAreWithinLimits(t *testing.T) {
	paragraph := strings.Repeat("A sentence with a [link](https://example.org/page) and *stress*, of some length. ", 20)
	page := strings.Repeat(paragraph+"\n\n", 2400)
	if problem := Parse([]byte(page)).limit; problem != nil {
		t.Errorf("%d bytes of prose: %s", len(page), problem.Message)
	}
}
