package page

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// harbour is a project of which only excerpts are published: of the herald's
// text one paragraph is cited, of the echo's nothing.
const harbour = `-- site.toml --
title = "The harbour"
seeds = "excerpts"
[[sheets]]
name = "claims"
kind = "claim"
title = "Claims"
-- seeds/a.txt --
Harbour closes after a night of storm and rain and hail

The harbour closed, the mayor said.

Nobody else was asked about it.

Ships wait outside.

Subscribe now.
-- seeds/b.txt --
Nothing of this is cited.
-- content/annotations/a.toml --
[[sources]]
id = "herald"
seed = "a.txt"
publisher = ""
title = "Harbour closes after a night of storm and rain and hail"
published = "2031-03-05"
lang = "en"
[[sources.parts]]
from = "Subscribe now"
role = "boilerplate"
basis = "It stands below every text."
[[sources]]
id = "echo"
seed = "b.txt"
publisher = "Echo"
title = ""
published = ""
lang = "en"
[[claims]]
id = "closed"
statement = "The harbour closed."
evidence = [{ source = "herald", quote = "The harbour closed" }]
[[claims]]
id = "waiting"
statement = "Ships wait."
draft = true
evidence = [{ source = "herald", quote = "Ships wait" }]
`

// lines is the text of a page, a line a paragraph.
func lines(s Source) []string {
	var out []string
	for _, passage := range s.Passages {
		for _, p := range passage.Paragraphs {
			line := p.ID + ":"
			for _, r := range p.Runs {
				line += " " + strings.TrimSpace(r.Text)
			}
			out = append(out, line)
		}
	}
	return out
}

func TestExcerpts(t *testing.T) {
	for name, tt := range map[string]struct {
		drafts bool
		want   []string
	}{
		"published": {false, []string{": […]", "herald_2: The harbour closed , the mayor said.", ": […]"}},
		"previewed": {true, []string{": […]", "herald_2: The harbour closed , the mayor said.", ": […]", "herald_4: Ships wait outside."}},
	} {
		t.Run(name, func(t *testing.T) {
			s, _ := New(link(t, harbour), nil, Options{Drafts: tt.drafts}).Source("herald")
			if diff := cmp.Diff(tt.want, lines(s)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if s.Excerpts == "" {
				t.Error("nothing says that the text is not whole")
			}
			if want := "Harbour closes after a night of storm […]"; s.Title != want {
				t.Errorf("the headline is %q, want %q", s.Title, want)
			}
		})
	}
}

func TestExcerptsOfAnUncitedText(t *testing.T) {
	s, _ := New(link(t, harbour), nil, Options{}).Source("echo")
	if diff := cmp.Diff([]string{": […]"}, lines(s)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
