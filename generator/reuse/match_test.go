package reuse

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"factsheet/generator/text"
)

// clusterWords lists the clusters of texts, each its sentences by text.
func clusterWords(texts ...string) []string {
	var all []*Text
	for _, s := range texts {
		all = append(all, newText(s))
	}
	w := Match(all)
	var out []string
	for _, c := range w.Clusters {
		var places []string
		for _, p := range c.Places {
			places = append(places, fmt.Sprint(p.Text, ".", p.Sentence))
		}
		line := strings.Join(places, " ")
		for _, l := range c.Links {
			line += fmt.Sprintf(", %d-%d %.2f %.2f", l.A, l.B, l.Likeness, l.Own)
		}
		out = append(out, line)
	}
	return out
}

func TestMatch(t *testing.T) {
	const (
		gate  = "The gate was shut before the rain came down on us. "
		gate2 = "The old gate was shut before the heavy rain came down. "
		other = "Nobody in the upper town had ever heard of any of this. "
		said  = `"The gate was shut before the rain came down on us," he said. `
		seven = "Divers brought seven people of the crew ashore alive. "
		eight = "Divers brought eight people of the crew ashore alive. "
	)
	for _, c := range []struct {
		name  string
		texts []string
		want  []string
	}{
		{"nothing", []string{gate, other}, nil},
		{"word for word", []string{gate + other, gate}, []string{"0.0 1.0, 0-1 1.00 1.00"}},
		{"reworded", []string{gate, other + gate2}, []string{"0.0 1.1, 0-1 0.82 0.82"}},
		{"another number", []string{seven, eight}, []string{"0.0 1.0, 0-1 0.89 0.89"}},
		{"both quote it", []string{said, said}, []string{"0.0 1.0, 0-1 1.00 0.00"}},
		{"one quotes it", []string{said, gate}, []string{"0.0 1.0, 0-1 0.92 0.00"}},
		{"three texts", []string{gate, gate, gate2}, []string{"0.0 1.0 2.0, 0-1 1.00 1.00, 0-2 0.82 0.82"}},
		{"twice in one text alone", []string{gate + gate2, other}, nil},
		{"a text that cannot be read", []string{"", gate}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, clusterWords(c.texts...)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestMatchLineUnderEveryPage sees that what many texts share, here with a
// word of its own each, is one cluster whose links grow with the texts.
func TestMatchLineUnderEveryPage(t *testing.T) {
	const n = 400
	texts := make([]*Text, n)
	for i := range texts {
		texts[i] = newText(fmt.Sprintf("Sign up for the letter of page p%d that all of our readers get for nothing.", i))
	}
	w := Match(texts)
	if len(w.Clusters) != 1 || len(w.Clusters[0].Places) != n {
		t.Fatalf("%d clusters", len(w.Clusters))
	}
	if links := len(w.Clusters[0].Links); links < n-1 || links > 2*n*reach {
		t.Errorf("%d links for %d texts", links, n)
	}
}

// TestMatchFindsRewordings sees that all rewordings of a corpus are found.
func TestMatchFindsRewordings(t *testing.T) {
	texts, _ := readAll(corpus(200))
	w := Match(texts)
	for i := 19; i < len(texts); i += 20 {
		if twins := w.Between(i-1, i); len(twins) < 20 {
			t.Errorf("texts %d and %d: %d twins", i-1, i, len(twins))
		}
	}
}

func TestBetween(t *testing.T) {
	a := newText("First, a line that has nothing to do with it at all. The gate was shut before the rain came down on us.")
	b := newText("The gate was shut before the rain. The gate was shut long before the rain came down.")
	w := Match([]*Text{a, nil, b})
	twins := w.Between(0, 2)
	if len(twins) != 1 || twins[0].A != (Place{0, 1}) || twins[0].B != (Place{2, 0}) {
		t.Fatalf("%+v", twins)
	}
	if got := describe(a, b, twins[0].Changes[0]); got != "+long" {
		t.Errorf("first change %q", got)
	}
	if w.In(1) != nil || !w.Of([]*Text{a, nil, b}) || w.Of([]*Text{a, b}) {
		t.Error("a text that is not there shares, or the texts are not those that were matched")
	}
}

// What differs from the twin of a line that a text has twice stands in each of
// the two.
func TestBetweenCopies(t *testing.T) {
	line := "The old gate was shut before the rain came down on us. "
	a := newText(line + "Nobody heard of it. " + line)
	b := newText("The gate was shut before the rain came down on us.")
	twins := Match([]*Text{a, b}).Between(0, 1)
	var got []text.Span
	for _, x := range twins {
		got = append(got, x.Changes[0].A)
	}
	second := strings.LastIndex(a.folded, "old")
	if diff := cmp.Diff([]text.Span{{Start: 4, End: 7}, {Start: second, End: second + 3}}, got); diff != "" {
		t.Error(diff)
	}
}

func FuzzMatch(f *testing.F) {
	f.Add("The gate was shut before the rain came down on us.", "The U.S. gate 'was shut' before 1,200 rains came down on us…")
	f.Add(strings.Repeat("a ", 500), strings.Repeat("'a \"b", 300))
	f.Fuzz(func(t *testing.T, a, b string) {
		texts := []*Text{newText(a), newText(b), newText(a)}
		w := Match(texts)
		for _, c := range w.Clusters {
			for _, l := range c.Links {
				if l.A >= l.B || l.Likeness < MinLikeness || l.Likeness > 1 || l.Own > 1 {
					t.Fatalf("%q, %q: link %+v", a, b, l)
				}
			}
		}
		for _, twin := range w.Between(0, 1) {
			checkCovers(t, texts[0], w.Sentence(twin.A), twin.Alignment)
		}
		if len(w.Between(0, 2)) != len(texts[0].Sentences) {
			t.Fatalf("%q: not all of a text stands in its copy", a)
		}
	})
}

// checkCovers sees that every word of a sentence is in one run of the alignment.
func checkCovers(t *testing.T, x *Text, s *Sentence, a Alignment) {
	t.Helper()
	covered := 0
	for _, run := range a.Same {
		covered += len(x.words(run.A))
	}
	for _, c := range a.Changes {
		covered += len(x.words(c.A))
	}
	if want := len(x.words(s.Span)); covered != want {
		t.Fatalf("%q: %d words of %d", x.slice(s.Span), covered, want)
	}
}
