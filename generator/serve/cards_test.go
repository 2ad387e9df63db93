package serve_test

import (
	"encoding/json"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"factsheet/generator/diag"
	"factsheet/generator/serve"
	"factsheet/generator/text"
)

var cardPattern = regexp.MustCompile(`(?s)<section class="preview-card" role="alert" data-for="([^"]*)">.*?</section>`)

// cards are the cards of a page by what they stand for.
func (s *site) cards(address string) map[string]string {
	s.t.Helper()
	_, body := s.get(address)
	out := map[string]string{}
	for _, m := range cardPattern.FindAllStringSubmatch(body, -1) {
		out[m[1]] += m[0]
	}
	return out
}

// errs waits until the rules were asked and there are so many errors.
func (s *site) errs(n int) {
	s.t.Helper()
	s.wait("errors", func(g *serve.Generation) bool { return g.Judged && g.Errors() == n })
}

func TestCardInPlace(t *testing.T) {
	s := starter(t).serve()
	s.edit(facts, "about 400 books were soaked, the librarian", "about 500 books were soaked, the <librarian>")
	s.errs(1)
	_, body := s.get("/figures.html")
	card := s.cards("/figures.html")["books-soaked"]
	for _, want := range []string{"(quote-not-found)", "nearest: seeds/courier.txt", "^^^", "vscode://file" + s.path(facts) + ":", "&lt;librarian&gt;"} {
		if !strings.Contains(card, want) {
			t.Errorf("the card has no %q:\n%s", want, card)
		}
	}
	if strings.Contains(body, "<librarian>") {
		t.Error("an author's words are taken for HTML")
	}
	if !regexp.MustCompile(`<article class="fact" data-preview="error" id="books-soaked"><section class="preview-card"`).MatchString(body) {
		t.Error("the card does not stand first in the element of its fact")
	}
	if len(s.cards("/dates.html")) != 0 {
		t.Error("a page without errors has cards")
	}
	s.edit(facts, "about 500 books were soaked, the <librarian>", "about 400 books were soaked, the librarian")
	s.errs(0)
	if _, body := s.get("/figures.html"); strings.Contains(body, "preview-card") || strings.Contains(body, "data-preview") {
		t.Error("the card is still there")
	}
}

// A record with an error of form is no fact any more: its card stands where it
// stood.
func TestCardOfBrokenRecord(t *testing.T) {
	s := starter(t).serve()
	before := regexp.MustCompile(`id="(books-[a-z]+)"`)
	_, body := s.get("/figures.html")
	order := before.FindAllStringSubmatch(body, -1)
	s.edit(facts, `value     = 400`, `valve     = 400`)
	s.errs(1)
	s.write("content/more.md", "# More\n") // a generation later it still does
	s.shows("/more.html", "More")
	_, body = s.get("/figures.html")
	card, next := strings.Index(body, `data-for="books-soaked"`), strings.Index(body, `id="books-counted"`)
	if card < 0 || next < 0 || (card < next) != (order[0][1] == "books-soaked") {
		t.Errorf("of %v the card stands at %d, the other fact at %d", order, card, next)
	}
}

// One that never was a fact has its card on the page of its sheet.
func TestCardOfNewRecord(t *testing.T) {
	s := starter(t).serve()
	s.write("content/annotations/new.toml", "[[claims]]\nid = \"brand-new\"\nstatment = \"x\"\n\n[[claims]]\nstatement = \"y\"\n")
	s.wait("errors", func(g *serve.Generation) bool { return g.Errors() >= 2 })
	cards := s.cards("/claims.html")
	if !strings.Contains(cards["brand-new"], "statment") || !strings.Contains(cards["_nameless"], "missing") {
		t.Errorf("cards: %v", cards)
	}
}

func TestCardsElsewhere(t *testing.T) {
	for name, test := range map[string]struct {
		break_ func(*site)
		page   string
		words  string
	}{
		"a source": {func(s *site) {
			s.edit("content/annotations/sources.toml", `origins   = ["own"]`, `origins   = ["nobody-known"]`)
		}, "/sources/courier.html", "nobody-known"},
		"a hand-written page": {func(s *site) { s.write("content/about.md", "# About\n\n[Nowhere](nothing.md)\n") }, "/about.html", "nothing.md"},
		"a file that does not parse": {func(s *site) {
			s.write(facts, s.read(facts)+"\n= 1\n")
		}, "/figures.html", "(syntax)"},
		"a layout that fails on a page": {func(s *site) {
			s.write("layouts/sheet.html", `{{define "main"}}{{if .Value.Sections}}{{index .Value.Sections 99}}{{end}}{{end}}`)
		}, "/figures.html", "(layout)"},
	} {
		t.Run(name, func(t *testing.T) {
			s := starter(t).serve()
			test.break_(s)
			s.wait("the card", func(*serve.Generation) bool {
				card := ""
				for _, c := range s.cards(test.page) {
					card += c
				}
				return strings.Contains(card, test.words)
			})
		})
	}
}

func TestReport(t *testing.T) {
	s := starter(t).serve()
	s.edit(facts, "about 400 books were soaked, the librarian", "about 500 books were soaked, the librarian")
	s.write("content/about.md", "# About\n\n[Nowhere](nothing.md)\n")
	s.errs(2)
	_, body := s.get("/_preview/report")
	var report struct {
		Judged           bool
		Errors, Warnings int
		Findings         []struct{ Severity, Code, Place, Picture, Editor, Page string }
	}
	s.check(json.Unmarshal([]byte(body), &report))
	if !report.Judged || report.Errors != 2 || len(report.Findings) != report.Errors+report.Warnings {
		t.Errorf("the report: %s", body)
	}
	i := slices.IndexFunc(report.Findings, func(f struct{ Severity, Code, Place, Picture, Editor, Page string }) bool {
		return f.Code == "quote-not-found"
	})
	if f := report.Findings[i]; f.Page != "/figures.html#books-soaked" || !strings.HasPrefix(f.Place, facts) || !strings.HasPrefix(f.Editor, "vscode://file/") || !strings.Contains(f.Picture, "^^^") {
		t.Errorf("the finding: %+v", f)
	}
}

func TestEditors(t *testing.T) {
	names := serve.Editors()
	for _, want := range []string{"vscode", "vim", "emacs", "jetbrains", "zed"} {
		if !slices.Contains(names, want) {
			t.Errorf("no editor %s", want)
		}
	}
	for _, name := range append(names, "txmt://open?url=file://{path}&line={line}", "ZED") {
		if _, err := serve.NewEditor(name, "."); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, name := range []string{"", "word", "{path}", "javascript:{path}", "JavaScript:alert('{path}')", "data:text/html,{path}"} {
		if _, err := serve.NewEditor(name, "."); err == nil {
			t.Errorf("%q is taken for an editor", name)
		}
	}
}

func TestEditorLinks(t *testing.T) {
	root := filepath.Join(t.TempDir(), "a b&c+d")
	place := diag.Place{File: text.NewFile("content/annotations/ä.toml", []byte("one\ntwo three\n")), Span: text.Span{Start: 8, End: 13}}
	path := filepath.ToSlash(filepath.Dir(root)) + "/a%20b%26c%2Bd/content/annotations/%C3%A4.toml"
	for name, want := range map[string]string{
		"vscode": "vscode://file" + path + ":2:5", "zed": "zed://file" + path + ":2:5",
		"jetbrains": "jetbrains://open?file=" + path + "&line=2&column=5",
		"vim":       "vim://open?url=file://" + path + "&line=2&column=5",
		"emacs":     "emacs://open?url=file://" + path + "&line=2&column=5",
		"none":      "", "my://{path}#{line}": "my://" + path + "#2",
	} {
		editor, err := serve.NewEditor(name, root)
		if err != nil {
			t.Fatal(err)
		}
		if got := editor.Link(place); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
	if (serve.Editor{}).Link(place) != "" {
		t.Error("no editor has a link")
	}
}

func TestAnnotate(t *testing.T) {
	s := starter(t).serve()
	ask := func(question string) (d struct{ Evidence, Fact, Note string }) {
		t.Helper()
		_, body := s.get("/_preview/annotate?" + question)
		s.check(json.Unmarshal([]byte(body), &d))
		return d
	}
	for question, want := range map[string][3]string{
		"source=courier&words=about+400+books+were+soaked": {`{ source = "courier", quote = "about 400 books were soaked"`, "value     = 400", ""},
		"source=courier&words=bout+400+boo":                {`quote = "about 400 books"`, "[[figures]]", ""},
		"source=courier&words=Nobody+was+hurt":             {`quote = "Nobody was hurt" }`, "[[claims]]", ""},
		"source=courier&words=nowhere+at+all":              {"", "", "do not stand"},
		"source=nobody&words=books":                        {"", "", "no such source"},
		"source=courier&words=":                            {"", "", "do not stand"},
		"source=courier&paragraph=x&at=y&words=Mara+Venn":  {`quote = "Mara Venn"`, "[[claims]]", ""},
	} {
		d := ask(question)
		if !strings.Contains(d.Evidence, want[0]) || !strings.Contains(d.Fact, want[1]) || !strings.Contains(d.Note, want[2]) {
			t.Errorf("%s: %+v", question, d)
		}
	}
}

// TestAnnotatedPassesCheck pastes what is drafted for many passages: nothing is
// wrong with it.
func TestAnnotatedPassesCheck(t *testing.T) {
	s := starter(t).serve()
	_, body := s.get("/_preview/uncovered?source=council")
	var open []struct {
		Paragraph, From, To int
		TOML                string
	}
	s.check(json.Unmarshal([]byte(body), &open))
	pasted := ""
	for _, words := range []string{"surveyors+counted+650+damaged+books", "in+the+town+library+on+Tuesday", "The+cost+of+the+repair"} {
		var d struct{ Fact string }
		_, body := s.get("/_preview/annotate?source=council&words=" + words)
		s.check(json.Unmarshal([]byte(body), &d))
		if d.Fact == "" {
			t.Fatalf("nothing is drafted for %s: %s", words, body)
		}
		pasted += d.Fact + "\n"
	}
	s.write("content/annotations/pasted.toml", pasted)
	s.wait("the drafts", func(g *serve.Generation) bool { return len(g.State.Dossier.Records) == 3 && g.Judged })
	if n := s.newest().Errors(); n != 0 {
		t.Errorf("%d errors of\n%s", n, pasted)
	}
}

func TestUncovered(t *testing.T) {
	s := starter(t)
	s.write("seeds/letter.txt", "Letter to the Hallow Courier, 9 May 2031\n\nThirty volunteers dried books in the school hall 📚 on Wednesday. Nobody thanked them.\n")
	s.lock()
	s.write("content/annotations/letter.toml", `[[sources]]
id = "letter"
seed = "letter.txt"
publisher = ""
title = ""
published = "2031-05-09"
lang = "en"
origins = ["own"]
  [[sources.parts]]
  from = "Letter to the Hallow Courier, 9 May 2031"
  to = "2031"
  role = "header"
  [[sources.parts]]
  from = "Thirty volunteers"
`)
	s.serve()
	_, body := s.get("/_preview/uncovered?source=letter")
	var open []struct {
		Paragraph, From, To int
		TOML                string
	}
	s.check(json.Unmarshal([]byte(body), &open))
	if len(open) != 2 {
		t.Fatalf("%d passages: %s", len(open), body)
	}
	if o := open[0]; o.Paragraph != 2 || o.From != 0 || !strings.Contains(o.TOML, "Thirty") && !strings.Contains(o.TOML, "30") {
		t.Errorf("the first passage: %+v", o)
	}
	if o := open[1]; o.Paragraph != 2 || o.From != len("Thirty volunteers dried books in the school hall .. on Wednesday. ") {
		t.Errorf("the second passage begins at %d in UTF-16 units", o.From)
	}
	if status, _ := s.get("/_preview/uncovered?source=nobody"); status != 404 {
		t.Errorf("status %d", status)
	}
}
