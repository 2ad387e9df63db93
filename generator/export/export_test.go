package export_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"flag"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"factsheet/generator/annotation"
	"factsheet/generator/build"
	"factsheet/generator/dossier"
	"factsheet/generator/export"
	"factsheet/generator/page"
	"factsheet/generator/text"
)

var update = flag.Bool("update", false, "write what is exported into testdata")

// valley links the project in testdata/valley.
func valley(t *testing.T) *dossier.Dossier {
	t.Helper()
	root := os.DirFS("testdata/valley")
	sub := func(dir string) fs.FS {
		f, err := fs.Sub(root, dir)
		if err != nil {
			t.Fatal(err)
		}
		return f
	}
	files, err := build.Read(build.Folders{Root: root, Seeds: sub("seeds"), Content: sub("content")}, nil)
	if err != nil {
		t.Fatal(err)
	}
	state := build.Next(files, nil)
	if state.Errors() > 0 {
		t.Fatalf("testdata/valley has errors, the first: %s", state.Found[0].Message)
	}
	return state.Dossier
}

// written is what a data file holds.
func written(t *testing.T, write func(io.Writer, *dossier.Dossier) error, d *dossier.Dossier) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestExports(t *testing.T) {
	d := valley(t)
	const base = "https://example.org/valley/"
	feed := func(w io.Writer, d *dossier.Dossier) error { return export.Feed(w, d, base) }
	sitemap := func(w io.Writer, _ *dossier.Dossier) error {
		return export.Sitemaps(base, []string{"figures.html", "index.html"})[0].Write(w)
	}
	for name, got := range map[string][]byte{
		"annotations.jsonld": written(t, export.WebAnnotations, d),
		"claims.jsonld":      written(t, export.Claims, d),
		"dossier.json":       written(t, export.Dossier, d),
		"facts.csv":          written(t, export.FactsCSV, d),
		"sources.bib":        written(t, export.BibTeX, d),
		"sources.csl.json":   written(t, export.CSL, d),
		"feed.xml":           written(t, feed, d),
		"sitemap.xml":        written(t, sitemap, d),
		"schema.json":        export.Schema(d),
	} {
		file := "testdata/valley/want/" + name
		if *update {
			if err := os.WriteFile(file, got, 0o666); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), string(got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// TestOffsets reads every quote again at the place that the exports give.
func TestOffsets(t *testing.T) {
	d := valley(t)
	var out struct {
		Facts []struct {
			ID       string
			Evidence []struct {
				Source string
				Quote  string
				Spans  []struct{ Start, End int }
			}
		}
	}
	if err := json.Unmarshal(written(t, export.Dossier, d), &out); err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, f := range out.Facts {
		for _, e := range f.Evidence {
			var pieces []string
			for _, s := range e.Spans {
				pieces = append(pieces, string(d.Source(e.Source).Text.File.Data[s.Start:s.End]))
			}
			if got := strings.Join(pieces, " […] "); got != e.Quote {
				t.Errorf("%s: %q stands at its offsets, not %q", f.ID, got, e.Quote)
			}
			n++
		}
	}
	if n == 0 {
		t.Fatal("no evidence was exported")
	}
}

// TestCodePoints sees that positions in the Web Annotation export count code
// points: the seed begins with letters of two bytes.
func TestCodePoints(t *testing.T) {
	d := valley(t)
	var out struct {
		First struct {
			Items []struct {
				Target []struct {
					Source   string
					Selector []struct {
						Type       string
						Start, End int
						Exact      string
					}
				}
			}
		}
	}
	if err := json.Unmarshal(written(t, export.WebAnnotations, d), &out); err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, item := range out.First.Items {
		for _, target := range item.Target {
			position, quote := target.Selector[0], target.Selector[1]
			seed := []rune(string(d.Seed(strings.TrimPrefix(target.Source, "../seeds/")).File.Data))
			if got := string(seed[position.Start:position.End]); got != quote.Exact {
				t.Errorf("code points %d to %d are %q, not %q", position.Start, position.End, got, quote.Exact)
			}
			n++
		}
	}
	if n == 0 {
		t.Fatal("no target was exported")
	}
}

// TestLargeDossier wants a record a line of a dossier whose annotations have
// more than ten megabytes, and all that the one file would hold.
func TestLargeDossier(t *testing.T) {
	small := valley(t)
	var whole struct{ Sources, Measures, Actors, Facts []json.RawMessage }
	if err := json.Unmarshal(written(t, export.Dossier, small), &whole); err != nil {
		t.Fatal(err)
	}
	large := *small
	large.Records = append(slices.Clone(small.Records), &annotation.Records{File: text.NewFile("x.toml", make([]byte, 10<<20+1))})
	if page.DossierPath(small) != "data/dossier.json" || page.DossierPath(&large) != "data/dossier.jsonl" {
		t.Errorf("the paths are %s and %s", page.DossierPath(small), page.DossierPath(&large))
	}
	counts := map[string]int{}
	for line := range bytes.Lines(written(t, export.Dossier, &large)) {
		var record map[string]map[string]any
		if err := json.Unmarshal(line, &record); err != nil || len(record) != 1 {
			t.Fatalf("%s: %v", line, err)
		}
		for key := range record {
			counts[key]++
		}
	}
	want := map[string]int{"dossier": 1, "source": len(whole.Sources), "actor": len(whole.Actors), "fact": len(whole.Facts)}
	if n := len(whole.Measures); n > 0 {
		want["measure"] = n
	}
	if diff := cmp.Diff(want, counts); diff != "" || len(whole.Facts) == 0 {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestCSVHasARowForEachPieceOfEvidence(t *testing.T) {
	d := valley(t)
	rows, err := csv.NewReader(strings.NewReader(string(written(t, export.FactsCSV, d)))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	want := 1
	for _, f := range d.Facts {
		want += max(len(f.Evidence), 1)
	}
	if len(rows) != want {
		t.Errorf("%d rows, want %d", len(rows), want)
	}
}
