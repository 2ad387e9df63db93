package markdown

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// siteLinks knows one fact and one page.
var siteLinks = Options{Resolve: func(destination string) (string, bool) {
	places := map[string]string{
		"bridges-closed": "dates.html#bridges-closed", "other.md": "other.html", "other.md#part": "other.html", "map.png": "map.png",
	}
	href, ok := places[destination]
	return href, ok
}}

// goldens returns the txtar files that a pattern names, at least one.
func goldens(t testing.TB, pattern string) map[string]*txtar.Archive {
	t.Helper()
	paths, err := filepath.Glob(pattern)
	if err != nil || len(paths) == 0 {
		t.Fatalf("%s names no file (%v)", pattern, err)
	}
	archives := make(map[string]*txtar.Archive)
	for _, path := range paths {
		if archives[path], err = txtar.ParseFile(path); err != nil {
			t.Fatal(err)
		}
	}
	return archives
}

func TestHTML(t *testing.T) {
	for path, archive := range goldens(t, "testdata/html/*.txtar") {
		t.Run(filepath.Base(path), func(t *testing.T) {
			got, _ := HTML(archive.Files[0].Data, siteLinks)
			if *update {
				archive.Files[1].Data = []byte(got)
				if err := os.WriteFile(path, txtar.Format(archive), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(string(archive.Files[1].Data), got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestHTMLIsGoldmarks holds our writer to goldmark's own on what both write
// alike: everything but ids, footnotes, aligned cells, raw HTML and the links
// that we refuse.
func TestHTMLIsGoldmarks(t *testing.T) {
	own := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough))
	for _, source := range commonTexts {
		var want bytes.Buffer
		if err := own.Convert([]byte(source), &want); err != nil {
			t.Fatal(err)
		}
		got, problems := HTML([]byte(source), Options{})
		if len(problems) > 0 {
			t.Errorf("%q: %v", source, problems)
		}
		if diff := cmp.Diff(want.String(), got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", source, diff)
		}
	}
}

var commonTexts = []string{
	"", "\n\n", "plain", "a\nb", "a  \nb\\\nc", "*a* **b** ***c*** _d_ `e` ``f ` g``", "a\\*b\\q\\\\", "&amp;&copy;&#65;&#x42;&nope;&#0;&#xD800;&#99999999;",
	"\x00", "> a\nb\n\n> c", "- a\n- b\n\n  c\n- d", "1. a\n2) b\n", "10. a\n    - b\n      c", "-\n- a", "    code\n\n\tmore\n", "~~~\n<x>\n~~~\n",
	"``` a&amp;b\nx\n```", "a|b\n-|-\n1|2\n\n|x|\n|-|\n", "~~a~~ ~b~", "[a](b) [c](<d e> 'f \\' g') [h][i]\n\n[i]: j\n", "![a *b* `c`](d 'e')",
	"<https://example.org/ä?a=b&c=\"d> <x@example.org>", "***\n---\n___", "`a\nb`", "a\tb\n\tc", "* a\n\n\n* b", "[a](b%20c%zzd) [e](\"f)", "` `` `", "a\r\nb\r\n\r\n- c\r\n",
	"[a]: b\n[c]: d\n\n[a] [c] [A]", "- [x](y)\n\n\n  z", "> > > a\n> b", "`` ` ``", "x `` y", "_a*b_c*", "äöü *ß* 漢字", "[![a](b)](c)",
}

func TestInline(t *testing.T) {
	tests := []struct{ source, html, plain string }{
		{"", "", ""},
		{"Three bridges", "Three bridges", "Three bridges"},
		{"  a > b \"c\" ", "a &gt; b &quot;c&quot;", "a > b \"c\""},
		{"*Three* `bridges` [closed](bridges-closed)", `<em>Three</em> <code>bridges</code> <a href="dates.html#bridges-closed">closed</a>`, "Three bridges closed"},
		{"# no heading", "# no heading", "# no heading"},
		{"- no list\n- none\n\n> nor this", "- no list - none  &gt; nor this", "- no list - none  > nor this"},
		{"    no code\n\n    at all", "no code      at all", "no code      at all"},
		{"1. May[^1] | x", "1. May[^1] | x", "1. May[^1] | x"},
		{"<b>x</b> &lt; [gone](nowhere)", "&lt;b&gt;x&lt;/b&gt; &lt; gone", "<b>x</b> < gone"},
		{"<irc://x> <https://x>", `&lt;irc://x&gt; <a href="https://x">https://x</a>`, "<irc://x> https://x"},
		{"![a *map*](map.png) ~~not~~", `<img src="map.png" alt="a map"> <del>not</del>`, "a map not"},
		{"[a]: b", "[a]: b", "[a]: b"},
	}
	for _, tt := range tests {
		if got := Inline(tt.source, siteLinks); got != tt.html {
			t.Errorf("Inline(%q)\n got %q\nwant %q", tt.source, got, tt.html)
		}
		if got := Plain(tt.source); got != tt.plain {
			t.Errorf("Plain(%q)\n got %q\nwant %q", tt.source, got, tt.plain)
		}
	}
}

func TestManyAtOnce(t *testing.T) {
	source := []byte(sheetPage)
	want, _ := HTML(source, Options{})
	shared := Parse(source)
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			if got, _ := HTML(source, Options{}); got != want {
				t.Error("another page than alone")
			}
			if got := shared.HTML(Options{}); got != want {
				t.Error("a shared document gives another page")
			}
			if got := Inline("*a* b", Options{}); got != "<em>a</em> b" {
				t.Errorf("inline %q", got)
			}
		})
	}
	group.Wait()
}

// sheetPage is about 3 KB of what a sheet looks like.
var sheetPage = "# Figures\n\nWhat the texts count.\n" + strings.Repeat(`
## moved-first-night

**More than 1,200 people were moved to shelters in the first night.**

Two texts, one report · *happened* · as of 5 March 2031

| reading | source | day |
| ---: | --- | --- |
| more than 1,200 | [Valley Post](../sources/valley-post.html) | 5 March 2031 |
| some 1,100 | [Daily Star](../sources/daily-star.html) | 6 March 2031 |

> more than 1,200 residents of the lower town were moved overnight, among them 40 patients

— river office, in [Valley Post](../../seeds/017.txt#L11)
`, 5)

func BenchmarkHTML(b *testing.B) {
	source := []byte(sheetPage)
	b.SetBytes(int64(len(source)))
	b.ReportAllocs()
	for b.Loop() {
		Parse(source).HTML(Options{})
	}
}

func BenchmarkHTMLOfGoldmark(b *testing.B) {
	own := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.Footnote))
	source := []byte(sheetPage)
	b.SetBytes(int64(len(source)))
	b.ReportAllocs()
	for b.Loop() {
		var out bytes.Buffer
		if err := own.Convert(source, &out); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkInline(b *testing.B) {
	for name, source := range map[string]string{
		"plain":  "More than 1,200 people were moved to shelters in the first night.",
		"marked": "More than *1,200* people were [moved](moved-first-night) to shelters in the first night.",
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(source)))
			b.ReportAllocs()
			for b.Loop() {
				Inline(source, Options{})
			}
		})
	}
}
