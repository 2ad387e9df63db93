package markdown

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func TestFrontMatter(t *testing.T) {
	tests := []struct {
		source string
		want   Front
		body   string
	}{
		{"# No front matter\n", Front{}, "# No front matter\n"},
		{"", Front{}, ""},
		{"---\n---\nx", Front{}, "x"},
		{"---\ntitle: About us\n\n# a comment\ndescription: How -- we work # ha\norder: 3\n---\n\nText", Front{Title: "About us", Description: "How -- we work", Order: 3}, "\nText"},
		{"\ufeff---\r\ntitle: \"A: \\\"b\\\" \\\\c\"\r\ndescription: 'it''s'\r\n---\r\nx", Front{Title: `A: "b" \c`, Description: "it's"}, "x"},
		{"---\ntitle:\norder: -1\n---", Front{Order: -1}, ""},
		{"---\ntitle: C# at 10:30\n---\n", Front{Title: "C# at 10:30"}, ""},
		{"--- \ntitle: -x\n---  \n", Front{Title: "-x"}, ""},
	}
	for _, tt := range tests {
		got, problems := FrontMatter([]byte(tt.source))
		if len(problems) > 0 {
			t.Errorf("%q: %v", tt.source, problems)
		}
		if diff := cmp.Diff(tt.want, got, cmpopts.IgnoreFields(Front{}, "Spans", "Body")); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.source, diff)
		}
		if body := tt.source[got.Body:]; body != tt.body {
			t.Errorf("%q: body %q, want %q", tt.source, body, tt.body)
		}
	}
}

func TestFrontMatterSpans(t *testing.T) {
	source, spans := marked(t, "---\ntitle:  \"⟦About⟧\" # x\ndescription: ⟦How we work⟧ # y\norder: ⟦3⟧\n---\n")
	front, _ := FrontMatter([]byte(source))
	for i, key := range frontKeys {
		if front.Spans[key] != spans[i] {
			t.Errorf("%s stands at %v, want %v", key, front.Spans[key], spans[i])
		}
	}
}

func TestFrontMatterMistakes(t *testing.T) {
	tests := []struct{ source, code, message, help string }{
		{"⟦---⟧\ntitle: x\n", "syntax", "the page begins with --- and its fields never end", "put a second line --- below them"},
		{"---\n⟦title⟧\n---\n", "syntax", `"title" is not a key, a colon, a space and a value`, "title: A page"},
		{"---\n⟦title:x⟧\n---\n", "syntax", `"title:x" is not a key, a colon, a space and a value`, "title: A page"},
		{"---\n⟦tittle⟧: x\n---\n", "unknown-key", `a page has no field "tittle"`, "title"},
		{"---\n⟦layout⟧: x\n---\n", "unknown-key", `a page has no field "layout"`, "a page has title, description, order"},
		{"---\ntitle: x\n⟦title⟧: y\n---\n", "syntax", `"title" stands twice`, ""},
		{"---\norder: ⟦first⟧\n---\n", "bad-value", `the order of a page is a whole number, not "first"`, "order: 1"},
		{"---\ntitle: ⟦a: b⟧\n---\n", "syntax", `the value of "title" would be read otherwise by other programs`, `title: "a: b"`},
		{"---\ntitle: ⟦[a]⟧\n---\n", "syntax", `the value of "title" would be read otherwise by other programs`, `title: "[a]"`},
		{"---\ntitle: ⟦\"a\" b⟧\n---\n", "syntax", `the value of "title" would be read otherwise by other programs`, `title: "a\" b"`},
		{"---\ntitle: ⟦'a⟧\n---\n", "syntax", `the value of "title" would be read otherwise by other programs`, `title: "a"`},
	}
	for _, tt := range tests {
		source, spans := marked(t, tt.source)
		_, problems := FrontMatter([]byte(source))
		want := []Problem{{tt.code, spans[0], tt.message, tt.help}}
		if diff := cmp.Diff(want, problems); diff != "" {
			t.Errorf("%q (-want +got):\n%s", source, diff)
		}
	}
}

// checkFront holds front matter to places within the page, and a title to what
// is read again of it.
func checkFront(t testing.TB, source string) {
	t.Helper()
	front, problems := FrontMatter([]byte(source))
	if front.Body < 0 || front.Body > len(source) {
		t.Errorf("body at %d of %d", front.Body, len(source))
	}
	for _, p := range problems {
		if p.Span.Start > p.Span.End || p.Span.End > len(source) {
			t.Errorf("problem %+v", p)
		}
	}
	quoted, problems := FrontMatter([]byte("---\ntitle: " + Quote(source) + "\n---\n"))
	if len(problems) > 0 || quoted.Title != oneLine(source) {
		t.Errorf("title %q is read as %q, %v", source, quoted.Title, problems)
	}
}
