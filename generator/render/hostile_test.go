package render

import (
	"slices"
	"strings"
	"testing"

	"factsheet/generator/page"
	"factsheet/layouts"
)

var hostile = []string{
	`<script>alert(1)</script>`,
	`"><img src=x onerror=alert(1)>`,
	`' onclick='alert(1)`,
	`javascript:alert(1)`,
	`[a](javascript:alert(1)) <javascript:alert(1)> ![b](https://spy.example/b.png)`,
	`{{.Site}} {{template "main"}} {{`,
	`]]> --> </title></main></style>`,
	"\u202eesrever\u202d \u2066isolated",
	"\x00\x01\xff\xfe\ufeff",
	`&lt;script&gt; &#60;script&#62;`,
	"> quote\n\n# heading\n\n| a |\n|---|\n```\n",
	strings.Repeat("w", 10_000),
}

// Whatever stands in a value, no page has another element than with harmless
// words but those of Markdown, and no address that runs a script or leads to
// the world.
func TestHostile(t *testing.T) {
	l := parsed(t, layouts.FS)
	for _, words := range hostile {
		for kind := range kinds {
			p := sampled(kind, words)
			p.Link, p.Site.BaseURL = kind+".html", "https://flood.example/"
			checkHarmless(t, elements(t, rendered(t, l, p)), elements(t, rendered(t, l, sampled(kind, "x"))), words)
		}
	}
}

// checkHarmless holds the elements of a page to those that it has with harmless
// words.
func checkHarmless(t *testing.T, all, harmless []*element, words string) {
	t.Helper()
	for _, name := range []string{"script", "style", "iframe", "object", "embed", "base", "form", "input", "img"} {
		if got, want := count(all, name), count(harmless, name); got != want {
			t.Errorf("%.30q: %d <%s>, want %d", words, got, name, want)
		}
	}
	for _, e := range all {
		for name, value := range e.attr {
			if name == "style" || strings.HasPrefix(name, "on") {
				t.Errorf("%.30q became the attribute %s", words, name)
			}
			address := strings.ToLower(strings.TrimSpace(value))
			if (name == "href" || name == "src") && (strings.HasPrefix(address, "javascript:") || strings.HasPrefix(address, "https://spy")) {
				t.Errorf("%.30q became the address %s", words, value)
			}
		}
	}
}

// Seed text is shown letter for letter.
func TestSeedTextIsVerbatim(t *testing.T) {
	l := parsed(t, layouts.FS)
	for _, words := range hostile {
		if strings.Contains(words, "\x00") {
			continue // no HTML can hold these
		}
		p := pages()["source"]
		source := p.Value.(page.Source)
		source.Passages = []page.Passage{{Role: "body", Paragraphs: []page.Paragraph{{ID: "x", Runs: []page.Run{{Text: words}}}}}}
		p.Value = source
		if !slices.ContainsFunc(elements(t, rendered(t, l, p)), func(e *element) bool { return e.attr["id"] == "x" && e.text == words }) {
			t.Errorf("%.30q does not stand in its paragraph", words)
		}
	}
}
