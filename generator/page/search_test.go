package page

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// finds are all that can be found in a book.
func finds(b *Book) []Find {
	var out []Find
	for _, find := range b.Finds() {
		out = append(out, find()...)
	}
	return out
}

func findOf(t *testing.T, b *Book, link string) Find {
	t.Helper()
	all := finds(b)
	i := slices.IndexFunc(all, func(f Find) bool { return f.Link == link })
	if i < 0 {
		t.Fatalf("nothing leads to %s", link)
	}
	return all[i]
}

func TestFinds(t *testing.T) {
	b := book(t, Options{})
	old := findOf(t, b, "figures.html#old")
	if old.Kind != findFigure || old.Title != "One ferry sank." || !strings.Contains(old.Also[0], "Passengers") || !slices.Contains(old.Names, "1") {
		t.Errorf("a figure: %+v", old)
	}
	full := findOf(t, b, "claims.html#full")
	for _, name := range []string{"two sailors", "Harbour Wire", "Ann Lee", "2031-03-05", "5 March 2031"} {
		if !slices.Contains(full.Names, name) {
			t.Errorf("a claim is not found by %q: %q", name, full.Names)
		}
	}
	if full.Status != "Said on 5 and 7 March 2031" || !slices.Contains(full.Quotes, "Ann Lee denied it") {
		t.Errorf("a claim: %+v", full)
	}
	if q := findOf(t, b, "questions.html#why"); q.Kind != findQuestion {
		t.Errorf("a question: %+v", q)
	}
	if lee := findOf(t, b, "actors/lee.html"); lee.Kind != findActor || lee.Title != "Ann Lee" || lee.Status != "Person" {
		t.Errorf("an actor: %+v", lee)
	}
	if text := findOf(t, b, "sources/echo.html#echo_1"); text.Kind != findText || !text.Theirs || !strings.Contains(text.Says, "The ferry sank.") {
		t.Errorf("a paragraph: %+v", text)
	}
}

func TestFindsWithoutDrafts(t *testing.T) {
	drafts := []string{"claims.html#guess", "actors/ghost.html"}
	has := func(opt Options) (n int) {
		for _, f := range finds(book(t, opt)) {
			if slices.Contains(drafts, f.Link) {
				n++
			}
		}
		return n
	}
	if published, previewed := has(Options{}), has(Options{Drafts: true}); published != 0 || previewed != len(drafts) {
		t.Errorf("%d drafts are found where they are not shown, %d of %d where they are", published, previewed, len(drafts))
	}
}

func TestFindsOfExcerpts(t *testing.T) {
	var got []string
	for _, f := range finds(New(link(t, harbour), nil, Options{})) {
		if f.Kind == findText {
			got = append(got, f.Link+": "+f.Says)
		}
	}
	want := []string{"sources/echo.html: ", "sources/herald.html: Harbour closes after a night of storm […]", "sources/herald.html#herald_2: The harbour closed, the mayor said."}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestCut(t *testing.T) {
	word := strings.Repeat("é", 9) + " "
	for s, want := range map[string]string{
		"short":                   "short",
		strings.Repeat(word, 40):  strings.TrimSuffix(strings.Repeat(word, 32), " ") + " …",
		strings.Repeat("ü", 1000): strings.Repeat("ü", maxSays) + " …",
	} {
		if got := cut(s); got != want {
			t.Errorf("cut(%.20q…) is %q, want %q", s, got, want)
		}
	}
}
