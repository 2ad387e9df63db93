package export_test

import (
	"encoding/csv"
	"io"
	"strings"
	"testing"
	"testing/fstest"

	"factsheet/generator/build"
	"factsheet/generator/dossier"
	"factsheet/generator/export"
)

const swimmers = `
[[sources]]
id = "herald"
seed = "a.txt"
publisher = "Herald"
title = ""
published = "2031-03-08"
lang = "en"
basis = "It says so."
[[figures]]
id = "sayers"
statement = "Five swam."
value = 5
unit = "people"
evidence = [
  { source = "herald", quote = "five people swam" },
  { source = "herald", quote = "They were on two ferries", value = 5, because = "Five *were* told." },
]
[[figures]]
id = "swimmers"
statement = "Five were there."
value = 5
unit = "people"
evidence = [{ source = "herald", quote = "Some sailors swam", value = 5, because = "Five *were* told." }]
[[dates]]
id = "swim"
statement = "Some sailors swam in September 2029."
when = "2029-09"
status = "happened"
because = "It was two years before."
evidence = [{ source = "herald", quote = "Some sailors swam in September", refers = { "September" = "2029-09" } }]
[[dates]]
id = "told"
statement = "It was said in February 2031 that five swam."
when = "2031-02"
status = "happened"
because = "The February before."
evidence = [{ source = "herald", quote = "In February it is said that five people swam" }]
`

// inferences is a project in which some values and dates stand in no quote.
func inferences(t *testing.T) *dossier.Dossier {
	t.Helper()
	file := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	files, err := build.Read(build.Folders{
		Root: fstest.MapFS{"site.toml": file("title = \"The ferry\"\n" +
			"[[sheets]]\nname = \"figures\"\nkind = \"quantity\"\ntitle = \"Figures\"\n" +
			"[[sheets]]\nname = \"dates\"\nkind = \"date\"\ntitle = \"Dates\"\n")},
		Seeds:   fstest.MapFS{"a.txt": file("Some sailors swam in September. They were on two ferries. In February it is said that five people swam.\n")},
		Content: fstest.MapFS{"annotations/a.toml": file(swimmers)},
	}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return build.Next(files, nil).Dossier
}

// TestInferredReading leaves the column "reading" empty where the editor says
// what stands in no quote.
func TestInferredReading(t *testing.T) {
	rows, err := csv.NewReader(strings.NewReader(string(written(t, export.FactsCSV, inferences(t))))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	column := map[string]int{}
	for i, name := range rows[0] {
		column[name] = i
	}
	var got []string
	for _, row := range rows[1:] {
		got = append(got, row[column["fact"]]+": "+row[column["reading"]])
	}
	if want := "sayers: 5 people, sayers: , swimmers: , swim: , told: "; strings.Join(got, ", ") != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestInferredInFeed(t *testing.T) {
	feed := string(written(t, func(w io.Writer, d *dossier.Dossier) error { return export.Feed(w, d, "https://example.org/") }, inferences(t)))
	for _, want := range []string{"The date is inferred: It was two years before.", "The date is inferred: The February before.", "The value is inferred: Five were told."} {
		if strings.Count(feed, want) != 1 {
			t.Errorf("the feed does not say once %q:\n%s", want, feed)
		}
	}
	if strings.Count(feed, "is inferred") != 3 {
		t.Errorf("the feed has more inferences than the project:\n%s", feed)
	}
}
