package render

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"io"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"factsheet/generator/markdown"
	"factsheet/generator/page"
	"factsheet/generator/sheet"
	"factsheet/layouts"
)

// An element is a start tag of a page.
type element struct {
	name   string
	attr   map[string]string
	filled bool   // it holds text or another element
	text   string // of a script or style sheet
}

var void = []string{"br", "hr", "img", "input", "link", "meta"}

// elements reads a page strictly: each end tag must close what was opened
// last, no attribute may stand twice, and nothing may stay open.
func elements(t testing.TB, data []byte) []*element {
	t.Helper()
	var all, open []*element
	z := html.NewTokenizer(bytes.NewReader(data))
	for z.Next() != html.ErrorToken {
		token := z.Token()
		switch token.Type {
		case html.StartTagToken, html.SelfClosingTagToken:
			e := &element{name: token.Data, attr: map[string]string{}}
			for _, a := range token.Attr {
				if _, twice := e.attr[a.Key]; twice {
					t.Errorf("<%s> has %s twice", e.name, a.Key)
				}
				e.attr[a.Key] = a.Val
			}
			fillAll(open)
			all = append(all, e)
			if !slices.Contains(void, e.name) && token.Type == html.StartTagToken {
				open = append(open, e)
			}
		case html.EndTagToken:
			if len(open) == 0 || open[len(open)-1].name != token.Data {
				t.Fatalf("</%s> closes nothing", token.Data)
			}
			open = open[:len(open)-1]
		case html.TextToken:
			if strings.TrimSpace(token.Data) != "" {
				fillAll(open)
			}
			if len(open) > 0 {
				open[len(open)-1].text += token.Data
			}
		}
	}
	if z.Err() != io.EOF {
		t.Fatal(z.Err())
	}
	if len(open) > 0 {
		t.Errorf("<%s> is never closed", open[len(open)-1].name)
	}
	return all
}

func fillAll(open []*element) {
	for _, e := range open {
		e.filled = true
	}
}

func TestMarkup(t *testing.T) {
	l := parsed(t, layouts.FS)
	for kind, p := range pages() {
		t.Run(kind, func(t *testing.T) { checkMarkup(t, rendered(t, l, p)) })
	}
}

// checkMarkup holds a page to what DESIGN sections 8 and 12 ask of its markup.
func checkMarkup(t *testing.T, data []byte) {
	t.Helper()
	all := elements(t, data)
	ids := map[string]bool{}
	policy, level := "", 0
	for _, e := range all {
		for name := range e.attr {
			if name == "style" || strings.HasPrefix(name, "on") {
				t.Errorf("<%s> has the attribute %s", e.name, name)
			}
		}
		if id, ok := e.attr["id"]; ok {
			if ids[id] || id == "" {
				t.Errorf("the id %q is empty or stands twice", id)
			}
			ids[id] = true
		}
		if e.attr["http-equiv"] == "Content-Security-Policy" {
			policy = e.attr["content"]
		}
		if len(e.name) == 2 && e.name[0] == 'h' && e.name[1] >= '1' && e.name[1] <= '6' {
			if next := int(e.name[1] - '0'); next > level+1 {
				t.Errorf("<%s> follows a heading of level %d", e.name, level)
			}
			level = int(e.name[1] - '0')
		}
	}
	for _, name := range []string{"html", "head", "title", "body", "header", "nav", "main", "footer", "h1"} {
		if n := count(all, name); n == 0 || n > 1 && name != "header" && name != "nav" {
			t.Errorf("%d <%s>", n, name)
		}
	}
	checkPolicy(t, all, policy)
}

// count counts the elements of a name. The title of a drawing, which has an
// id, is not that of a page.
func count(all []*element, name string) (n int) {
	for _, e := range all {
		if e.name == name && (name != "title" || e.attr["id"] == "") {
			n++
		}
	}
	return n
}

// checkPolicy makes the policy anew from the scripts and styles of the page.
func checkPolicy(t *testing.T, all []*element, policy string) {
	t.Helper()
	hashes := map[string]string{}
	for _, e := range all {
		if (e.name == "script" || e.name == "style") && e.text != "" {
			sum := sha256.Sum256([]byte(e.text))
			hashes[e.name] += " 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
		}
	}
	want := "default-src 'none'; script-src 'self'" + hashes["script"] + "; style-src 'self'" + hashes["style"] +
		"; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"
	if policy != want {
		t.Errorf("policy %s\nwant   %s", policy, want)
	}
}

// The pages of the tests are a site in which every address leads to a file,
// and every fragment to an element of it.
func TestLinks(t *testing.T) {
	l := parsed(t, layouts.FS)
	ids, links := map[string]bool{}, map[string][]string{}
	for _, p := range pages() {
		ids[p.Link] = true
		for _, e := range elements(t, rendered(t, l, p)) {
			if id := e.attr["id"]; id != "" {
				if ids[id] && !strings.HasPrefix(id, "_") {
					t.Errorf("the id %q stands on two pages", id)
				}
				ids[id], ids[p.Link+"#"+id] = true, true
			}
			for _, name := range []string{"href", "src"} {
				if address, ok := e.attr[name]; ok && p.Kind != "notfound" {
					links[p.Link] = append(links[p.Link], address)
				}
			}
		}
	}
	for _, a := range l.Assets() {
		ids[a.Path] = true
	}
	for _, path := range dataFiles {
		ids[path] = true
	}
	if len(links) < len(kinds)-1 {
		t.Fatalf("links on %d pages only", len(links))
	}
	for from, list := range links {
		for _, address := range list {
			if to, local := follow(t, from, address); local && !ids[to] {
				t.Errorf("%s: %s leads nowhere (%s)", from, address, to)
			}
		}
	}
}

// follow returns where an address on a page leads within the site.
func follow(t *testing.T, from, address string) (to string, local bool) {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatalf("%s: %v", from, err)
	}
	if u.Scheme != "" {
		return "", false
	}
	to = from
	if u.Path != "" {
		to = path.Join(path.Dir(from), u.Path)
	}
	if u.Fragment != "" {
		to += "#" + u.Fragment
	}
	return to, true
}

// The page for what was not found is shown at any address, so that neither
// its links nor its looks may depend on it.
func TestNotFoundAnywhere(t *testing.T) {
	l, p := parsed(t, layouts.FS), pages()["notfound"]
	all := elements(t, rendered(t, l, p))
	links := 0
	for _, e := range all {
		if address := e.attr["href"]; e.name == "a" && address != "#_main" {
			links++
			if !strings.HasPrefix(address, p.Site.BaseURL) {
				t.Errorf("a link to %s", address)
			}
		}
		if e.attr["rel"] == "stylesheet" || e.attr["src"] != "" {
			t.Errorf("<%s> loads something", e.name)
		}
	}
	if links == 0 || count(all, "style") != 1 {
		t.Errorf("%d links, %d style sheets", links, count(all, "style"))
	}
}

// What a fact says is on its page just as its Markdown says it, once.
func TestSectionIsMarkdown(t *testing.T) {
	l := parsed(t, layouts.FS)
	for kind, s := range map[string]page.Section{"sheet": movedSection, "group": bridgesSection} {
		if n := bytes.Count(unopened(rendered(t, l, pages()[kind])), converted(s)); n != 1 {
			t.Errorf("the HTML of %q stands %d times on its page", s.ID, n)
		}
	}
}

// unopened is a page without the buttons below its quotes.
func unopened(page []byte) []byte {
	return regexp.MustCompile(`<p class="opener">.*</p></blockquote>`).ReplaceAll(page, []byte("</blockquote>"))
}

// converted is the HTML of a section's Markdown on a page at the root.
func converted(s page.Section) []byte {
	md := sheet.Section(s, func(r page.Ref) string { return r.Link })
	out, _ := markdown.HTML(md, markdown.Options{})
	return []byte(out)
}

// Of a quote in another language nothing is added but which one.
func TestSectionLanguage(t *testing.T) {
	s := movedSection
	s.Quotes = slices.Repeat(s.Quotes, 3)
	s.Quotes[1].Lang = `ar"><b>`
	s.Quotes[2].Lang = "he"
	got := string(section(s, "en"))
	quotes := strings.Split(string(converted(s)), "<blockquote>\n<p")
	want := quotes[0]
	for i, added := range []string{"", ` lang="ar&#34;&gt;&lt;b&gt;" dir="auto"`, ` lang="he" dir="rtl"`} {
		want += "<blockquote>\n<p" + added + quotes[i+1]
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
