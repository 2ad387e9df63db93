package generator_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"factsheet/generator/build"
	"factsheet/generator/diag"
	"factsheet/generator/form"
	"factsheet/generator/markdown"
	"factsheet/layouts"
)

// The tests of this file build this repository's own site, in memory.

// project is the repository as a project.
func project(t testing.TB) build.Folders {
	t.Helper()
	in := build.Folders{Root: os.DirFS("..")}
	for name, part := range map[string]*fs.FS{"seeds": &in.Seeds, "content": &in.Content, "layouts": &in.Layouts} {
		dir := filepath.Join("..", name)
		if _, err := os.Stat(dir); err != nil {
			t.Fatal(err)
		}
		*part = os.DirFS(dir)
	}
	return in
}

func state(t testing.TB) *build.State {
	t.Helper()
	files, err := build.Read(project(t), nil)
	if err != nil {
		t.Fatal(err)
	}
	return build.Next(files, nil)
}

// A site is the built files by their paths.
type site map[string][]byte

// built is the site, which must be without errors.
func built(t testing.TB) (site, *build.Output) {
	t.Helper()
	s := state(t)
	if s.Errors() > 0 {
		t.Fatalf("the project has errors, as `factsheet check` prints them; the first: %s: %s", s.Found[0].Place, s.Found[0].Message)
	}
	out := s.Output(layouts.FS)
	files := site{}
	for f, err := range out.Files(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		files[f.Path] = f.Bytes()
	}
	if files["index.html"] == nil {
		t.Fatal("the site has no index.html")
	}
	return files, out
}

// TestNoFindings wants nothing to be wrong with the repository's own site.
func TestNoFindings(t *testing.T) {
	if found := build.Check(t.Context(), state(t), layouts.FS); len(found) > 0 {
		var b strings.Builder
		diag.Text(&b, found, false)
		t.Errorf("%d findings:\n%s", len(found), b.String())
	}
}

// TestGeneratedFilesAreCommitted wants sheets and schema as the annotations
// make them.
func TestGeneratedFilesAreCommitted(t *testing.T) {
	_, out := built(t)
	for _, f := range out.Stale {
		t.Errorf("%s is not up to date: go run . build", f.Path)
	}
	for _, name := range out.Gone {
		t.Errorf("%s is of no sheet: go run . build", name)
	}
}

// TestSameBytes builds twice, on one core and on eight.
func TestSameBytes(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	one, first := built(t)
	runtime.GOMAXPROCS(8)
	eight, second := built(t)
	if diff := cmp.Diff(one, eight); diff != "" {
		t.Errorf("the site differs:\n%s", diff)
	}
	if diff := cmp.Diff(first.Generated, second.Generated); diff != "" {
		t.Errorf("the generated files differ:\n%s", diff)
	}
}

// A webpage is what a link can meet on a page.
type webpage struct {
	root  *html.Node
	ids   map[string]bool
	links []string // href and src, as written
}

func pages(t *testing.T, files site) map[string]*webpage {
	t.Helper()
	out := map[string]*webpage{}
	for name, data := range files {
		if path.Ext(name) != ".html" {
			continue
		}
		root, err := html.Parse(bytes.NewReader(data))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		p := &webpage{root: root, ids: map[string]bool{}}
		for n := range root.Descendants() {
			p.note(t, name, n)
		}
		out[name] = p
	}
	return out
}

func (p *webpage) note(t *testing.T, name string, n *html.Node) {
	for _, a := range n.Attr {
		switch a.Key {
		case "id":
			if p.ids[a.Val] || a.Val == "" {
				t.Errorf("%s: the id %q stands twice or is empty", name, a.Val)
			}
			p.ids[a.Val] = true
		case "href", "src":
			p.links = append(p.links, a.Val)
		}
	}
}

// TestLinks follows every link of the site: each relative one leads to a file
// and, with a fragment, to an element of it; nothing but links of the text
// leads elsewhere.
func TestLinks(t *testing.T) {
	files, _ := built(t)
	all := pages(t, files)
	followed := 0
	for name, p := range all {
		for _, link := range p.links {
			if problem := follow(files, all, name, link); problem != "" {
				t.Errorf("%s: the link %q %s", name, link, problem)
			}
			followed++
		}
	}
	if followed == 0 {
		t.Error("the site has no links")
	}
}

func follow(files site, all map[string]*webpage, from, link string) (problem string) {
	u, err := url.Parse(link)
	switch {
	case err != nil:
		return err.Error()
	case u.Scheme == "http" || u.Scheme == "https" || u.Scheme == "mailto" || u.Scheme == "data":
		return ""
	case u.Scheme != "" || u.Host != "" || strings.HasPrefix(u.Path, "/"):
		return "leaves the folder"
	}
	target := from
	if u.Path != "" {
		target = path.Join(path.Dir(from), u.Path)
	}
	if files[target] == nil {
		return "leads to no file"
	}
	if u.Fragment != "" && (all[target] == nil || !all[target].ids[u.Fragment]) {
		return "leads to no element"
	}
	return ""
}

// TestIDsHaveOneAddress wants the id of every fact on its sheet's page, those of
// actors and sources on their own, and no element id but the layout's on two
// pages.
func TestIDsHaveOneAddress(t *testing.T) {
	files, _ := built(t)
	on := map[string][]string{}
	for name, p := range pages(t, files) {
		for id := range p.ids {
			on[id] = append(on[id], name)
		}
	}
	d := state(t).Dossier
	want := map[string]string{}
	for _, f := range d.Facts {
		want[f.ID] = f.Record.Table + ".html"
		if g := f.Record.Group.Value; g != "" {
			want[f.ID] = f.Record.Table + "-" + g + ".html"
		}
	}
	for _, a := range d.Actors {
		want[a.ID] = "actors/" + a.ID + ".html"
	}
	for _, s := range d.Sources {
		want[s.ID] = "sources/" + s.ID + ".html"
	}
	for id, page := range want {
		if !slices.Equal(on[id], []string{page}) {
			t.Errorf("%s stands on %v, want %s", id, on[id], page)
		}
	}
	headings := headingIDs(t)
	for id, names := range on {
		if len(names) > 1 && !strings.HasPrefix(id, "_") && !headings[id] {
			t.Errorf("%s stands on %v", id, names)
		}
	}
	if len(d.Facts) == 0 || len(d.Actors) == 0 || len(d.Sources) == 0 {
		t.Errorf("%d facts, %d actors, %d sources", len(d.Facts), len(d.Actors), len(d.Sources))
	}
}

// headingIDs are the ids of the headings of hand-written pages, which are not
// made from annotations.
func headingIDs(t *testing.T) map[string]bool {
	ids := map[string]bool{}
	for _, f := range state(t).Files.Pages {
		for _, h := range markdown.Parse(f.Data).Headings() {
			ids[h.ID] = true
		}
	}
	return ids
}

// TestSheetsSayWhatPagesSay converts the sheets and finds each section in its page: the same elements with the same words. Only links lead
// elsewhere, since a sheet stands elsewhere.
func TestSheetsSayWhatPagesSay(t *testing.T) {
	files, out := built(t)
	all := pages(t, files)
	sections := 0
	for _, f := range out.Generated {
		if path.Ext(f.Path) != ".md" {
			continue
		}
		for id, source := range sectionsOf(t, f.Data) {
			sections++
			words, problems := markdown.HTML(source, markdown.Options{})
			if len(problems) > 0 {
				t.Errorf("%s: %s: %v", f.Path, id, problems)
			}
			want := bare(t, []byte(words))
			if diff := cmp.Diff(want, bareSection(all, id)); diff != "" || want == "" {
				t.Errorf("%s: %s is not as on its page (-sheet +page):\n%s", f.Path, id, diff)
			}
		}
	}
	if sections == 0 {
		t.Error("the sheets have no sections")
	}
}

var heading = regexp.MustCompile(`(?m)^##+ (.*)$`)

// sectionsOf returns what stands below each heading of a sheet that is an id,
// without the remark in italics that follows some of them, which is a heading
// of the page.
func sectionsOf(t *testing.T, sheet []byte) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	at := heading.FindAllSubmatchIndex(sheet, -1)
	for i, m := range at {
		id, end := string(sheet[m[2]:m[3]]), len(sheet)
		if i+1 < len(at) {
			end = at[i+1][0]
		}
		if form.IsID(id) {
			out[id] = remark.ReplaceAll(sheet[m[1]:end], nil)
		}
	}
	return out
}

var remark = regexp.MustCompile(`\A\s*\*[^*\n]+\*\n`)

// bareSection is the bare content of the section of an id, on whichever sheet's
// page: the one whose permalink is that id.
func bareSection(all map[string]*webpage, id string) string {
	for _, p := range all {
		for n := range p.root.Descendants() {
			if n.Data == "article" && permalink(n) == id {
				return bareWords(n)
			}
		}
	}
	return ""
}

func permalink(article *html.Node) string {
	for n := range article.Descendants() {
		if attribute(n, "class") == "permalink" && n.FirstChild != nil {
			return n.FirstChild.Data
		}
	}
	return ""
}

func bareWords(article *html.Node) string {
	for n := range article.Descendants() {
		if attribute(n, "class") == "words" {
			return bareChildren(n)
		}
	}
	return ""
}

func attribute(n *html.Node, key string) string {
	i := slices.IndexFunc(n.Attr, func(a html.Attribute) bool { return a.Key == key })
	if i < 0 {
		return ""
	}
	return n.Attr[i].Val
}

func bare(t *testing.T, fragment []byte) string {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(fragment))
	if err != nil {
		t.Fatal(err)
	}
	for n := range root.Descendants() {
		if n.Data == "body" {
			return bareChildren(n)
		}
	}
	return ""
}

// bareChildren writes elements without attributes and links without the
// element: a line a text or tag.
func bareChildren(n *html.Node) string {
	var b strings.Builder
	var write func(*html.Node)
	write = func(n *html.Node) {
		switch {
		case n.Type == html.TextNode:
			b.WriteString(n.Data)
			return
		case attribute(n, "class") == "opener": // a button of the page alone
			return
		case n.Type == html.ElementNode && n.Data != "a":
			fmt.Fprintf(&b, "\n<%s>", n.Data)
		}
		for c := range n.ChildNodes() {
			write(c)
		}
	}
	for c := range n.ChildNodes() {
		write(c)
	}
	return strings.TrimSpace(b.String())
}
