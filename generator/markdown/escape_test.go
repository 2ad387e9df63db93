package markdown

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// escapes lists texts and the Markdown that shows them.
var escapes = []struct{ text, want string }{
	{"", ""},
	{"Three bridges, it said (again).", "Three bridges, it said (again)."},
	{"  a\n\n b\t", "a b"},
	{"non breaking", "non breaking"},
	{"*a* _b_ `c` [d](e) ![f](g)", `\*a\* \_b\_ \` + "`c\\`" + ` \[d\](e) !\[f\](g)`},
	{`back\slash\*`, `back\\slash\\\*`},
	{"<b>x</b> 1 < 2 > 1", `\<b>x\</b> 1 \< 2 > 1`},
	{"# Title #tag", `\# Title \#tag`},
	{"- item", `\- item`},
	{"+++", `\+++`},
	{"---", `\---`},
	{"===", `\=\=\=`},
	{"= x ==y== a=b", `\= x \=\=y\=\= a=b`},
	{"> quote", `\> quote`},
	{": definition", `\: definition`},
	{"3. March", `3\. March`},
	{"3) March", `3\) March`},
	{"3.5 million", "3.5 million"},
	{"2031.", `2031\.`},
	{"1234567890. x", "1234567890. x"},
	{"{{< ref >}} {{% x %}} {#id}", `\{\{\< ref >}} \{\{% x %}} \{\#id}`},
	{"%%hidden%% 5 %", `\%\%hidden\%\% 5 %`},
	{"text ^block-id", `text \^block-id`},
	{"[[wiki]] [^1]", `\[\[wiki\]\] \[\^1\]`},
	{"a | b", `a \| b`},
	{"~~gone~~ ~ 5", `\~\~gone\~\~ \~ 5`},
	{"$1.4 billion and $2", `\$1.4 billion and \$2`},
	{":smile: 10:30:45 a:b", `\:smile\: 10:30:45 a:b`},
	{":+1:", `\:+1\:`},
	{"&amp; &#65; AT&T A & B", `\&amp; \&\#65; AT\&T A & B`},
	{"https://example.org www.example.org a@b.org", `https\://example.org www\.example.org a\@b.org`},
	{"Wow!", `Wow\!`},
	{"no! yes", "no! yes"},
	{"\x00", "\ufffd"},
	{"\"quoted\" 'so' – it’s", "\"quoted\" 'so' – it’s"},
}

func TestEscape(t *testing.T) {
	for _, tt := range escapes {
		if got := Escape(tt.text); got != tt.want {
			t.Errorf("Escape(%q)\n got %s\nwant %s", tt.text, got, tt.want)
		}
		checkEscape(t, tt.text)
	}
}

// checkEscape renders the Markdown of a text where it may stand and holds it
// to show that text.
func checkEscape(t testing.TB, text string) {
	t.Helper()
	md := Escape(text)
	want := words(tokenized(strings.ReplaceAll(text, "\x00", "\ufffd")))
	for where, source := range map[string]string{
		"page": md, "emphasis": "x **" + md + "** x", "item": "- " + md, "quote": Blockquote(md), "heading": "# " + md + " x",
		"cell": Table([]string{"a", md}, nil, [][]string{{md, "b"}}), "before a link": md + "[link](x)",
	} {
		page, problems := HTML([]byte(source), Options{})
		if len(problems) > 0 {
			return // the text passes a limit
		}
		seen := check(t, string(page))
		if md != "" && !strings.Contains(words(seen), want) {
			t.Errorf("%s of %q shows %q, from %q", where, text, seen, source)
		}
	}
	if got := words(check(t, Inline(md, Options{}))); got != want {
		t.Errorf("inline %q shows %q, from %q", text, got, md)
	}
	if strings.Contains(md, "{{") || strings.Contains(md, "%%") || strings.Contains(md, "[[") {
		t.Errorf("%q still has a mark of Hugo or Obsidian", md)
	}
}

func TestWriters(t *testing.T) {
	tests := []struct{ got, want string }{
		{Blockquote("a\n\nb\n"), "> a\n>\n> b\n"},
		{LinkTo("a [b]", "x y.md"), `[a \[b\]](x%20y.md)`},
		{Destination(""), "<>"},
		{Destination("seeds/017.txt#L11"), "seeds/017.txt#L11"},
		{Destination("https://example.org/?a=1&b=2"), "https://example.org/?a=1&b=2"},
		{Destination("a(b)|{{<?&lt;"), "a%28b%29%7C%7B%7B%3C?&amp;lt;"},
		{Destination("?a;b&c&d;&e"), "?a;b&amp;c&amp;d;&e"},
		{
			Table([]string{"a", "b"}, []Align{Left, Right}, [][]string{{"1\n2", Escape("x|y")}, {"`p|q`"}}),
			"| a | b |\n| --- | ---: |\n| 1 2 | x\\|y |\n| `p\\|q` |\n",
		},
	}
	for _, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("got %q, want %q", tt.got, tt.want)
		}
	}
}

func TestLinkToLeadsThere(t *testing.T) {
	for _, destination := range []string{"a.md", "a b(c)[d].md#e", `q"r's`, "https://example.org/?a=1&amp;b", "x|y", "a_b*c*"} {
		source := LinkTo("*here*", destination)
		links := ParseInline(source).Links()
		if len(links) != 1 || unpercent(links[0].Destination) != destination {
			t.Errorf("%s leads to %v, not %q", source, links, destination)
		}
		if got := Plain(source); got != "*here*" {
			t.Errorf("%s shows %q", source, got)
		}
	}
}

func unpercent(s string) string {
	for _, c := range " ()[]|\"'_*^" {
		s = strings.ReplaceAll(s, strings.ToUpper("%"+hex(byte(c))), string(c))
	}
	return s
}

func hex(c byte) string {
	const digits = "0123456789abcdef"
	return string([]byte{digits[c>>4], digits[c&15]})
}

func TestTokenizedIsText(t *testing.T) {
	const text = `a <b> & "c"`
	if got := tokenized(text); got != text || html.UnescapeString(text) != text {
		t.Errorf("%q is read as %q", text, got)
	}
}
