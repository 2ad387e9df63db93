package page

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestData(t *testing.T) {
	for name, tt := range map[string]struct {
		project string
		with    []string
		without []string
		cite    Words
	}{
		"with an address": {
			ferry, []string{"seeds/SHA256SUMS", "feed.xml", "sitemap.xml"}, nil,
			"The ferry. Known up to 7 March 2031 (inferred: the text itself does not tell its day). Last edited on 1 April 2031. https://example.org/ferry/",
		},
		"excerpts without an address": {
			harbour, nil, []string{"seeds/SHA256SUMS", "feed.xml", "sitemap.xml"},
			"The harbour. Known up to 5 March 2031. The address at which you found it, and the day.",
		},
	} {
		t.Run(name, func(t *testing.T) {
			d := New(link(t, tt.project), nil, Options{}).Data()
			var files []string
			for _, f := range d.Files {
				files = append(files, f.Ref.Link)
				if f.Format == "" || f.Holds == "" {
					t.Errorf("nothing is said of %s", f.Ref.Link)
				}
			}
			for _, f := range append(tt.with, "data/dossier.json", "data/facts.csv") {
				if !slices.Contains(files, f) {
					t.Errorf("%s is not among %v", f, files)
				}
			}
			for _, f := range tt.without {
				if slices.Contains(files, f) {
					t.Errorf("%s is among the files", f)
				}
			}
			if diff := cmp.Diff(tt.cite, d.Cite); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestColumns holds the columns to those of DESIGN section 8, which other
// programs rely on.
func TestColumns(t *testing.T) {
	const want = "fact, sheet, kind, group, statement, measure, value, word, low, high, hedge, unit, as_of, since, when, status, who, whom, where, " +
		"source, part, seed, start, end, quote, reads, role, by, reading, published, dated, said, origins, differs, answers"
	var got []string
	for _, c := range Columns {
		got = append(got, c.Name)
		if c.Holds == "" {
			t.Errorf("nothing is said of %s", c.Name)
		}
	}
	if diff := cmp.Diff(want, strings.Join(got, ", ")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestAlternates(t *testing.T) {
	for project, want := range map[string][]string{
		ferry:   {"feed.xml", "data/dossier.json"},
		harbour: {"data/dossier.json"},
	} {
		var got []string
		for _, a := range New(link(t, project), nil, Options{}).Site().Alternates {
			got = append(got, a.Link)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}
