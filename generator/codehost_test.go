package generator_test

import (
	"bytes"
	"fmt"
	"net/url"
	"path"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"golang.org/x/net/html"

	"factsheet/generator/build"
	"factsheet/generator/markdown"
)

// slugs are the ids that code hosts give to headings: small letters and digits,
// hyphens for spaces, nothing of any other sign, and a number at the end of one
// that there is already.
type slugs struct{ times map[string]int }

// Generate returns the id of a heading.
func (s slugs) Generate(value []byte, _ ast.NodeKind) []byte {
	slug := strings.Map(func(r rune) rune {
		switch {
		case r == ' ':
			return '-'
		case r == '-' || r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r):
			return unicode.ToLower(r)
		}
		return -1
	}, string(value))
	n := s.times[slug]
	if s.times[slug]++; n > 0 {
		slug = fmt.Sprintf("%s-%d", slug, n)
	}
	return []byte(slug)
}

// Put is for ids that somebody wrote, of which there are none.
func (s slugs) Put([]byte) {}

// asCodeHost converts a file as code hosts do: GitHub's Markdown with footnotes,
// raw HTML left out, the front matter shown as a table.
func asCodeHost(t *testing.T, source []byte) *html.Node {
	t.Helper()
	body, ok := bytes.CutPrefix(source, []byte("---\n"))
	if ok {
		_, body, ok = bytes.Cut(body, []byte("\n---\n"))
	}
	if !ok {
		t.Fatal("there is no front matter")
	}
	md := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote), goldmark.WithParserOptions(parser.WithAutoHeadingID()))
	var out bytes.Buffer
	if err := md.Convert(body, &out, parser.WithContext(parser.NewContext(parser.WithIDs(slugs{map[string]int{}})))); err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(&out)
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// lineOf is a fragment that leads to a line of a text on code hosts.
var lineOf = regexp.MustCompile(`^L([0-9]+)$`)

// TestSheetsOnCodeHost reads the sheets of this repository, and those of a site
// of hostile words, as a code host shows them: the words and elements that the
// site has as well, no other, and links that lead to a file and its heading or
// line.
func TestSheetsOnCodeHost(t *testing.T) {
	for name, in := range map[string]build.Folders{"own": project(t), "hostile": hostileSite(t)} {
		t.Run(name, func(t *testing.T) { checkCodeHost(t, output(t, in), in) })
	}
}

func checkCodeHost(t *testing.T, out *build.Output, in build.Folders) {
	roots, sheets := map[string]*html.Node{}, map[string][]byte{}
	for _, f := range out.Generated {
		if path.Ext(f.Path) == ".md" {
			sheets[f.Path], roots[f.Path] = f.Data, asCodeHost(t, f.Data)
		}
	}
	lines := map[string]int{}
	files, err := build.Read(in, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range files.Seeds {
		lines[s.File.Path] = bytes.Count(s.File.Data, []byte("\n")) + 1
	}
	followed := 0
	for name, root := range roots {
		_, body, _ := bytes.Cut(sheets[name][4:], []byte("\n---\n"))
		ours, problems := markdown.HTML(body, markdown.Options{})
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		if diff := cmp.Diff(bare(t, []byte(ours)), bareBody(root)); diff != "" {
			t.Errorf("%s is shown otherwise (-site +code host):\n%.2000s", name, diff)
		}
		for n := range root.Descendants() {
			if address := attribute(n, "href"); n.Data == "a" && !strings.Contains(address, ":") {
				followed++
				if problem := followOnHost(roots, lines, name, address); problem != "" {
					t.Errorf("%s: %s %s", name, address, problem)
				}
			}
		}
	}
	if followed == 0 || len(roots) == 0 {
		t.Errorf("%d links in %d sheets", followed, len(roots))
	}
}

func bareBody(root *html.Node) string {
	for n := range root.Descendants() {
		if n.Data == "body" {
			return bareChildren(n)
		}
	}
	return ""
}

func followOnHost(roots map[string]*html.Node, lines map[string]int, from, address string) (problem string) {
	u, err := url.Parse(address)
	if err != nil {
		return err.Error()
	}
	to := from
	if u.Path != "" {
		to = path.Join(path.Dir(from), u.Path)
	}
	if n, ok := lines[to]; ok && u.Fragment == "" {
		return ""
	} else if ok {
		var line int
		if m := lineOf.FindStringSubmatch(u.Fragment); m == nil {
			return "leads to no line"
		} else if _, err := fmt.Sscan(m[1], &line); err != nil || line < 1 || line > n {
			return fmt.Sprintf("leads to a line of %d", n)
		}
		return ""
	}
	root := roots[to]
	if root == nil {
		return "leads to no file"
	}
	for n := range root.Descendants() {
		if attribute(n, "id") == u.Fragment && len(n.Data) == 2 && n.Data[0] == 'h' {
			return ""
		}
	}
	return "leads to no heading"
}
