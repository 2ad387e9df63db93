package dossier

import (
	"os"
	"path/filepath"
	"testing"

	"factsheet/generator/lang"
	"factsheet/generator/seed"
	"factsheet/generator/text"
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
