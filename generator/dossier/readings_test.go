package dossier

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"factsheet/generator/lang"
	"factsheet/generator/seed"
	"factsheet/generator/text"
	"factsheet/generator/timex"
)

func readText(t testing.TB, data string) (*seed.Text, *lang.Table) {
	t.Helper()
	table, ok := lang.For("en")
	if !ok {
		t.Fatal("no table")
	}
	return seed.Read(text.NewFile("seeds/a.txt", []byte(data)), seed.Auto), table
}

func TestUnitsEndWithTheirParagraph(t *testing.T) {
	f, table := readText(t, "The toll rose to 14\n\nResidents left. They gave 22 boats\n\nMore than 30\n\npeople asked.\n")
	want := map[string]string{"14": "", "22": "boats", "30": ""}
	s := f.View.Text
	for _, q := range read(f, table).Quantities {
		number := s[q.Number.Start:q.Number.End]
		if unit := s[q.Unit.Span.Start:q.Unit.Span.End]; unit != want[number] {
			t.Errorf("%s counts %q, want %q", number, unit, want[number])
		}
		delete(want, number)
	}
	if len(want) > 0 {
		t.Errorf("not read: %v", want)
	}
}

func TestTimesEndWithTheirParagraph(t *testing.T) {
	f, table := readText(t, "The vote to strike is on Monday\n\n5 May 2031\n\nIt was put off from May\n\n2032 is too late.\n")
	want := []string{"Monday", "5 May 2031", "from May", "2032"}
	for name, times := range map[string][]timex.Expression{"read": read(f, table).Times, "Times": Times(f, table)} {
		var got []string
		for _, x := range times {
			got = append(got, f.View.Text[x.Span.Start:x.Span.End])
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, not %q", name, got, want)
		}
	}
	if list := Times(f, nil); list != nil {
		t.Errorf("without a table: %v", list)
	}
}

// BenchmarkReadings reads quantities, time expressions, names and sentences of
// the texts of all corpora.
func BenchmarkReadings(b *testing.B) {
	files, err := filepath.Glob("../check/testdata/corpora/*/seeds/*.txt")
	if err != nil || len(files) == 0 {
		b.Fatal("no texts", err)
	}
	size := 0
	var texts []*seed.Text
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		t, _ := readText(b, string(data))
		texts, size = append(texts, t), size+len(data)
	}
	_, table := readText(b, "")
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, t := range texts {
			read(t, table)
		}
	}
}
