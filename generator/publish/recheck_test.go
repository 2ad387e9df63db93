package publish

import (
	"context"
	"crypto/sha256"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const seedText = "Tälpöst. Three bridges were closed on Monday."

// wholeSite is a site of one seed that is cited twice, once with a gap.
func wholeSite() map[string]string {
	return map[string]string{
		"index.html":              `<a href="sources/post.html#rose_1">rose</a> <a href="https://example.org/">away</a> <a href="#top">top</a><p id="top">Top</p>`,
		"sources/post.html":       `<a href="../index.html">home</a> <p><mark id="rose_1">Three bridges</mark> were closed on Monday.</p>`,
		"seeds/post.txt":          seedText,
		"seeds/SHA256SUMS":        fmt.Sprintf("%x  post.txt\n", sha256.Sum256([]byte(seedText))),
		"data/dossier.json":       fmt.Sprintf(`{"seeds":"full","sources":[{"id":"post","seed":"post.txt","sha256":"%x"}],"facts":[{"id":"rose","evidence":[{"source":"post","quote":"Three bridges […] on Monday","spans":[{"start":11,"end":24},{"start":37,"end":46}]}]}]}`, sha256.Sum256([]byte(seedText))),
		"data/facts.csv":          "fact,seed,start,end,quote\nrose,post.txt,11,46,Three bridges […] on Monday\nnone,,,,\n",
		"data/annotations.jsonld": `{"first":{"items":[{"id":"rose","target":[{"source":"../seeds/post.txt","selector":[{"start":9,"end":22},{"exact":"Three bridges","prefix":"st. ","suffix":" were"}]}]}]}}`,
	}
}

// excerptSite is the same without the seed.
func excerptSite() map[string]string {
	site := wholeSite()
	delete(site, "seeds/post.txt")
	delete(site, "seeds/SHA256SUMS")
	site["data/dossier.json"] = strings.Replace(site["data/dossier.json"], `"full"`, `"excerpts"`, 1)
	return site
}

func recheck(t *testing.T, files site) Report {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "public")
	if _, err := Publish(context.Background(), dir, Input{"program", "inputs"}, files.files(), Guard{}); err != nil {
		t.Fatal(err)
	}
	report, err := Recheck(dir)
	if err != nil {
		t.Fatal(err)
	}
	return report
}

func TestRecheck(t *testing.T) {
	for name, tt := range map[string]struct {
		site map[string]string
		path string
		old  string
		new  string
		want []string
	}{
		"all is well":                             {site: wholeSite()},
		"excerpts, all is well":                   {site: excerptSite()},
		"a link to no file":                       {wholeSite(), "index.html", "sources/post.html#rose_1", "sources/wire.html", []string{`"index.html" has a link to "sources/wire.html", which is not there`}},
		"a link to no place":                      {wholeSite(), "index.html", "#rose_1", "#rose_2", []string{`"index.html" has a link to "sources/post.html#rose_2", which has no such place`}},
		"a link out of the folder":                {wholeSite(), "index.html", `"sources/post.html#rose_1"`, `"/sources/post.html"`, []string{`"index.html" has a link to "/sources/post.html", which begins at the root of the host`}},
		"an offset moved":                         {wholeSite(), "data/dossier.json", `"start":11`, `"start":12`, []string{`"data/dossier.json" holds quote 1 of "rose", which does not stand at its offsets in the seed of "post"`}},
		"an offset outside":                       {wholeSite(), "data/dossier.json", `"end":46`, `"end":460`, []string{`"data/dossier.json" holds quote 1 of "rose", which does not stand at its offsets in the seed of "post"`}},
		"a row moved":                             {wholeSite(), "data/facts.csv", ",11,", ",10,", []string{`"data/facts.csv" holds a quote of "rose" in row 2 that does not stand at its offsets in "post.txt"`}},
		"a target moved":                          {wholeSite(), "data/annotations.jsonld", `"start":9,"end":22`, `"start":11,"end":24`, []string{`"data/annotations.jsonld" holds a target of "rose" that does not stand at its position in "../seeds/post.txt"`}},
		"a prefix changed":                        {wholeSite(), "data/annotations.jsonld", `st. "`, `xx. "`, []string{`"data/annotations.jsonld" holds a target of "rose" that does not stand at its position in "../seeds/post.txt"`}},
		"no JSON":                                 {wholeSite(), "data/dossier.json", `{`, `[`, []string{`"data/dossier.json" is not what it should be: `}},
		"half a surrogate":                        {wholeSite(), "data/dossier.json", `"Three bridges`, `"Three \ud800bridges`, []string{`"data/dossier.json" holds quote 1 of "rose", which does not stand at its offsets in the seed of "post"`}},
		"half a surrogate in a target":            {wholeSite(), "data/annotations.jsonld", `"exact":"Three`, `"exact":"\udfffThree`, []string{`"data/annotations.jsonld" holds a target of "rose" that does not stand at its position in "../seeds/post.txt"`}},
		"JSON without an end":                     {wholeSite(), "data/dossier.json", `{`, strings.Repeat("[", 1_000_000), []string{`"data/dossier.json" is not what it should be: `}},
		"excerpts, a quote that is not published": {excerptSite(), "sources/post.html", "Monday", "Sunday", []string{`"data/dossier.json" holds quote 1 of "rose", which does not stand on the page of "post"`}},
	} {
		t.Run(name, func(t *testing.T) {
			if tt.path != "" {
				before := tt.site[tt.path]
				if tt.site[tt.path] = strings.Replace(before, tt.old, tt.new, 1); before == tt.site[tt.path] {
					t.Fatalf("%s has no %q", tt.path, tt.old)
				}
			}
			var got []string
			for _, p := range recheck(t, tt.site).Problems {
				got = append(got, p.String())
			}
			if len(got) != len(tt.want) {
				t.Fatalf("problems:\n%s", strings.Join(got, "\n"))
			}
			for i, want := range tt.want {
				if !strings.HasPrefix(got[i], want) {
					t.Errorf("got  %s\nwant %s", got[i], want)
				}
			}
		})
	}
}

// TestRecheckSeeds wants a changed seed to be told by its sum, by the source and
// by what is cited from it.
func TestRecheckSeeds(t *testing.T) {
	site := wholeSite()
	site["seeds/post.txt"] = strings.Replace(seedText, "Three", "Seven", 1)
	var paths []string
	for _, p := range recheck(t, site).Problems {
		paths = append(paths, p.Path)
	}
	want := []string{"data/annotations.jsonld", "data/dossier.json", "data/dossier.json", "data/facts.csv", "seeds/post.txt"}
	if diff := cmp.Diff(want, paths); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestRecheckCounts(t *testing.T) {
	got := recheck(t, wholeSite())
	if want := (Report{Files: 8, Seeds: 1, Quotes: 3, Links: 3}); !cmp.Equal(want, got) {
		t.Errorf("%s", cmp.Diff(want, got))
	}
	if got := recheck(t, excerptSite()); !got.Excerpts || got.Seeds != 0 || got.Quotes != 1 {
		t.Errorf("%+v", got)
	}
}

func TestRecheckLines(t *testing.T) {
	site := wholeSite()
	site["data/dossier.jsonl"] = fmt.Sprintf(`{"dossier":{"seeds":"full"}}
{"source":{"id":"post","seed":"post.txt","sha256":"%x"}}
{"actor":{"id":"post-office"}}
{"fact":{"id":"rose","evidence":[{"source":"post","quote":"Four bridges","spans":[{"start":11,"end":24}]}]}}
`, sha256.Sum256([]byte(seedText)))
	delete(site, "data/dossier.json")
	got := recheck(t, site).Problems
	if len(got) != 1 || got[0].Path != "data/dossier.jsonl" {
		t.Errorf("%v", got)
	}
}

func TestRecheckNothing(t *testing.T) {
	if _, err := Recheck(filepath.Join(t.TempDir(), "nowhere")); err == nil {
		t.Error("a folder that is not there was checked")
	}
	dir := t.TempDir()
	report, err := Recheck(dir)
	if err != nil || len(report.Problems) == 0 {
		t.Errorf("an empty folder: %+v, %v", report, err)
	}
}
