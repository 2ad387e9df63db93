package generator_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"golang.org/x/net/html"

	"factsheet/generator/build"
	"factsheet/generator/dossier"
	"factsheet/generator/text"
	"factsheet/layouts"
)

// excerpted is a project with seeds = "excerpts", and its site, with the site
// in one file besides.
func excerpted(t *testing.T, in build.Folders) (*build.State, site) {
	t.Helper()
	config, err := fs.ReadFile(in.Root, "site.toml")
	if err != nil {
		t.Fatal(err)
	}
	in.Root = fstest.MapFS{"site.toml": {Data: append([]byte("seeds = \"excerpts\"\n"), config...)}}
	files, err := build.Read(in, nil)
	if err != nil {
		t.Fatal(err)
	}
	s := build.Next(files, nil)
	if s.Errors() > 0 {
		t.Fatalf("the project has errors; the first: %s", s.Found[0].Message)
	}
	out, made := site{}, s.Output(layouts.FS)
	for f, err := range made.Files(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		out[f.Path] = f.Bytes()
	}
	out["whole.html"] = whole(t, made)
	return s, out
}

// run is how many words in a row show that a text is another's.
const run = 8

// TestExcerpts builds with seeds = "excerpts" and looks in every file of the
// site for runs of eight words of the seeds that nothing cites.
func TestExcerpts(t *testing.T) {
	long := longText()
	projects := map[string]build.Folders{
		"own":  project(t),
		"long": {Root: long, Seeds: below(t, long, "seeds"), Content: below(t, long, "content")},
	}
	for name, in := range projects {
		t.Run(name, func(t *testing.T) {
			s, files := excerpted(t, in)
			allowed, kept := runsOf(s.Dossier)
			if len(kept) <= len(allowed) {
				t.Fatal("nothing is kept back, so that nothing is tested")
			}
			for path, data := range files {
				for _, stretch := range texts(t, path, data) {
					for _, words := range windows(wordsOf(stretch)) {
						if kept[words] && !allowed[words] {
							t.Errorf("%s: %q", path, words)
						}
					}
				}
			}
		})
	}
}

// TestExcerptsFiles wants neither seeds nor links to them.
func TestExcerptsFiles(t *testing.T) {
	_, files := excerpted(t, project(t))
	all := pages(t, files)
	for name, p := range all {
		for _, link := range p.links {
			if problem := follow(files, all, name, link); problem != "" {
				t.Errorf("%s: the link %q %s", name, link, problem)
			}
		}
	}
	for name, data := range files {
		if strings.HasPrefix(name, "seeds/") || bytes.Contains(data, []byte("seeds/0")) {
			t.Errorf("%s is or names a seed", name)
		}
	}
}

// longText is a project of one long text, of which little is cited: its
// headline is its title, its last paragraph a part.
func longText() fstest.MapFS {
	var words []string
	for i := range 300 {
		words = append(words, fmt.Sprintf("word%d", i))
	}
	text := "The river rose and fell and rose again in the night\n\n" + strings.Join(words, " ") + "\n\n" +
		"Below the line there stands what every page of the paper has."
	return fstest.MapFS{
		"site.toml":        {Data: []byte("title = \"Long\"\nbase_url = \"https://example.org/\"\n[[sheets]]\nname = \"claims\"\nkind = \"claim\"\ntitle = \"Claims\"\n")},
		"seeds/a.txt":      {Data: []byte(text)},
		"seeds/SHA256SUMS": {Data: fmt.Appendf(nil, "%x  a.txt\n", sha256.Sum256([]byte(text)))},
		"content/annotations/a.toml": {Data: []byte(`[[sources]]
id = "paper"
seed = "a.txt"
publisher = ""
title = "The river rose and fell and rose again in the night"
published = ""
lang = "en"
  [[sources.parts]]
  from = "Below the line there stands what every page of the paper has"
  role = "boilerplate"
  basis = "It stands below every text."
[[claims]]
id = "rose"
statement = "It rose."
evidence = [
  { source = "paper", quote = "word50 word51 […] word120" },
  { source = "paper", quote = "word200" },
]
`)},
	}
}

func below(t *testing.T, root fs.FS, dir string) fs.FS {
	t.Helper()
	out, err := fs.Sub(root, dir)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// runsOf returns the runs of eight words that lie within twenty words of a
// quote in its paragraph, and all runs of the paragraphs of the seeds. The
// twenty are what stands between white space, as people count words.
func runsOf(d *dossier.Dossier) (allowed, all map[string]bool) {
	allowed, all = map[string]bool{}, map[string]bool{}
	for _, s := range d.Sources {
		for _, paragraph := range s.Text.Paragraphs {
			for _, w := range windows(wordsOf(s.Text.File.Slice(paragraph))) {
				all[w] = true
			}
		}
	}
	for _, item := range d.Items() {
		for _, e := range item.Cited() {
			for _, piece := range e.Matches[0].Spans {
				for _, w := range windows(wordsOf(near(e.Source, piece))) {
					allowed[w] = true
				}
			}
		}
	}
	return allowed, all
}

// near is a span with twenty words on either side within its paragraph.
func near(s *dossier.Source, piece text.Span) string {
	paragraph := s.Text.Paragraphs[s.Text.ParagraphAt(piece.Start)]
	before := strings.Fields(s.Text.File.Slice(text.Span{Start: paragraph.Start, End: piece.Start}))
	after := strings.Fields(s.Text.File.Slice(text.Span{Start: piece.End, End: paragraph.End}))
	before, after = before[max(0, len(before)-20):], after[:min(20, len(after))]
	middle := s.Text.File.Slice(piece)
	if r := s.Text.File.Data[piece.Start-min(1, piece.Start)]; unicode.IsSpace(rune(r)) {
		middle = " " + middle
	}
	return strings.Join(before, " ") + middle + " " + strings.Join(after, " ")
}

func windows(words []string) []string {
	var out []string
	for i := 0; i+run <= len(words); i++ {
		out = append(out, strings.Join(words[i:i+run], " "))
	}
	return out
}

// wordsOf are the runs of letters and digits of a text, in lower case.
func wordsOf(s string) []string {
	return strings.FieldsFunc(strings.ToLower(text.FoldString(s)), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// texts are the stretches of text of a file that are read in one go: of JSON
// its strings, of a table its cells, of a page what stands between the tags of
// blocks, of anything else its lines.
func texts(t *testing.T, name string, data []byte) []string {
	t.Helper()
	switch path.Ext(name) {
	case ".html", ".xml":
		return blocks(data)
	case ".json", ".jsonld":
		var v any
		if err := json.Unmarshal(data, &v); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		return stringsOf(v)
	case ".csv":
		rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		return slices.Concat(rows...)
	}
	return strings.Split(string(data), "\n")
}

func stringsOf(v any) []string {
	var out []string
	switch v := v.(type) {
	case string:
		return []string{v}
	case []any:
		for _, x := range v {
			out = append(out, stringsOf(x)...)
		}
	case map[string]any:
		for _, x := range v {
			out = append(out, stringsOf(x)...)
		}
	}
	return out
}

// inline are the elements that cut no text.
var inline = []string{"a", "mark", "span", "em", "strong", "b", "small"}

func blocks(data []byte) []string {
	out := []string{""}
	var values []string
	for z := html.NewTokenizer(bytes.NewReader(data)); z.Next() != html.ErrorToken; {
		token := z.Token()
		switch {
		case token.Type == html.TextToken:
			out[len(out)-1] += token.Data
		case !slices.Contains(inline, token.Data):
			out = append(out, "")
		}
		for _, a := range token.Attr {
			values = append(values, a.Val)
		}
	}
	return append(out, values...)
}
