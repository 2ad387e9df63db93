package sheet

import (
	"slices"
	"strings"
	"testing"

	"factsheet/generator/markdown"
	"factsheet/generator/page"
)

func TestInline(t *testing.T) {
	gate := page.Ref{Kind: "fact", ID: "gate", Title: "The gate", File: "content/sheets/claims.md#gate"}
	draft := page.Ref{ID: "draft", Title: "draft"}
	for _, c := range []struct{ name, in, want string }{
		{"plain", "Three bridges.", "Three bridges."},
		{"id", "See [the gate](gate).", "See [the gate](claims.md#gate)."},
		{"id in angle brackets", "See [the gate](<gate> \"a title\").", "See [the gate](claims.md#gate)."},
		{"draft", "See [the *draft*](draft).", "See the *draft*."},
		{"nowhere", "See [a](<>), [b]() and [c]( <> \"t\").", "See a, b and c."},
		{"unknown id", "See [a [b] c](nowhere).", `See a \[b\] c.`},
		{"web", "See [x](https://example.org/a_b).", "See [x](https://example.org/a_b)."},
		{"script", "See [x](javascript:alert).", "See x."},
		{"picture", "A ![plan](gate) of it.", "A plan of it."},
		{"picture before a link", "a!![](x)[b](gate)", "a!b"},
		{"no link", "A [bracket] (and more).", `A \[bracket\] (and more).`},
		{"closing bracket", "a] b", `a\] b`},
		{"escaped bracket", `\[the gate](gate)`, `\[the gate\](gate)`},
		{"tag", "<b>bold</b>", `\<b>bold\</b>`},
		{"autolink", "<https://example.org>", "<https://example.org>"},
		{"autolink that is no destination", "[](<a@b>", `\[\](<a@b>`},
		{"autolink after a link in a link", "[[a](gate)](<ab:c>)", `\[[a](claims.md#gate)\](<ab:c>)`},
		{"shortcode in an autolink", "<https://e.org/{{a_>", `https\://e.org/\{\{a\_`},
		{"shortcode in an autolink between stars", ".**<http:{{a>*", `.**&#104;ttp:\{\{&#97;*`},
		{"shortcode in an autolink to nowhere", "<irc:{{a>", `\<irc:\{\{a>`},
		{"shortcode", "{{< x >}} {{% y %}}", `\{\{\< x >}} \{\{% y %}}`},
		{"shortcode in code with spaces", "a`` {{  ``0", `a\{\{ 0`},
		{"shortcode in code", "`{{< x >}}`", `\{\{\< x >}}`},
		{"shortcode in code between stars", "*` {{`a*`b{{c`*", `*&#32;\{\{a*&#98;\{\{&#99;*`},
		{"shortcode in code that is struck out", "~`{{~`~", `~\{\{&#126;~`},
		{"shortcode in code beside a reference", "&#`35;{{&`amp;", `&#&#51;5;\{\{&#38;amp;`},
		{"code", "`a < b` and ``a ` [x](gate)``", "`a < b` and ``a ` [x](gate)``"},
		{"open code", "a ` b [the gate](gate)", "a \\` b [the gate](claims.md#gate)"},
		{"formula, mark, comment, tag", "$5, ==a==, %%b%%, #c, a|b, 5%", `\$5, \=\=a\=\=, \%\%b\%\%, \#c, a\|b, 5%`},
		{"character reference", "&#60;b&gt; &#x", `&#60;b&gt; &#x`},
		{"backslash at the end", `a\`, `a\\`},
		{"lines", " a\n  b ", "a b"},
		{"tabs of a code span", "0` 0\t` 1\t2", "0` 0\t` 1 2"},
		{"tabs of a code span with a shortcode", "0`\t{{0\t`1", `0 \{\{0 1`},
		{"spaces of a code span", "`` 0  ``0", "`` 0  ``0"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := printer{links: Committed}
			if got := p.inline(page.Inline{Text: c.in, Refs: []page.Ref{gate, draft}}); got != c.want {
				t.Errorf("%q became %q, not %q", c.in, got, c.want)
			}
		})
	}
}

// refused reports whether a text passes a limit, so that no site is built.
func refused(source string) bool {
	return slices.ContainsFunc(markdown.ParseInline(source).Check(markdown.Options{}), func(p markdown.Problem) bool { return p.Code == "limit" })
}

// FuzzInline holds what is printed to what is shown by the page: the same
// text, and no shortcode for other tools. Without pictures, whose texts may then
// mean something else, that holds of the links with new addresses already.
func FuzzInline(f *testing.F) {
	for _, s := range []string{"a [b](gate) `c` <d> {{e}}", "`` ` ``[x](<gate>)", `\[a](b)`, "[a](b \"c)\")", "[a [b](gate)](gate)", "!![](x)[a](gate)"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, source string) { checkInline(t, source) })
}

// checkInline is FuzzInline for one text.
func checkInline(t testing.TB, source string) {
	if strings.ContainsAny(source, "\x00\r\f\v") {
		return
	}
	if refused(source) {
		return // and shown as it is written, wherever it is not refused first
	}
	if len(source) > 1<<12 {
		return // for what is printed is longer, and may pass a limit that the source keeps
	}
	toGate := func(string) (string, bool) { return "claims.md#gate", true }
	holds(t, source, rewrite(source, toGate))
	if !strings.Contains(source, "![") {
		holds(t, source, readdress(source, toGate))
	}
}

func holds(t testing.TB, source, got string) {
	t.Helper()
	want, shown := markdown.Plain(source), markdown.Plain(got)
	if strings.Join(strings.Fields(want), " ") != strings.Join(strings.Fields(shown), " ") {
		t.Errorf("%q shows %q, and printed as %q it shows %q", source, want, got, shown)
	}
	if strings.Contains(got, "{{") {
		t.Errorf("%q became %q, a shortcode", source, got)
	}
}
