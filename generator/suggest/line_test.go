package suggest

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"factsheet/generator/lang"
	"factsheet/generator/seed"
	"factsheet/generator/text"
)

// long is a line at whose width lines are wrapped.
const long = "The water of the lake had risen to the foot of the wall by dawn"

func TestLines(t *testing.T) {
	table, _ := lang.For("en")
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"each its own", "The Vale Mercury\nTram stops\n" + long, []string{"The Vale Mercury", "Tram stops", long}},
		{"wrapped", long + "\nSaturday and the day after\nBy Ada Brook", []string{long + "\nSaturday and the day after", "By Ada Brook"}},
		{"in lower case", "Tram stops\nas a wall falls\nby Ada Brook\n" + long, []string{"Tram stops\nas a wall falls", "by Ada Brook", long}},
		{"above a dateline", long + "\nPORT VALE (Mercury) - It rose", []string{long, "PORT VALE (Mercury) - It rose"}},
		{"too long to be wrapped", strings.Repeat("long ", 30) + "line\nIt rose", []string{strings.Repeat("long ", 30) + "line", "It rose"}},
		{"with signs that are not seen", "One\r\n\u200bTwo\r\n\u200b", []string{"One", "Two"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			read := seed.Read(text.NewFile("a.txt", []byte(c.text)), seed.Wrapped)
			p := newPage(read, table)
			var got []string
			for _, line := range p.lines(read.Paragraphs[0]) {
				got = append(got, read.File.Slice(line))
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}
