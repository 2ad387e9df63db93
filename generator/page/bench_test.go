package page

import (
	"fmt"
	"strings"
	"testing"

	"factsheet/generator/dossier"
)

// large is a project of so many sources, each of ten sentences that ten facts
// cite, every tenth of them two sources.
func large(b *testing.B, sources int) *dossier.Dossier {
	var seeds, records strings.Builder
	for i := range sources {
		fmt.Fprintf(&seeds, "-- seeds/%d.txt --\n", i)
		fmt.Fprintf(&records, "[[sources]]\nid = \"s%d\"\nseed = \"%d.txt\"\npublisher = \"P\"\ntitle = \"\"\npublished = \"2031-03-05\"\nlang = \"en\"\n", i, i)
		for j := range 10 {
			fmt.Fprintf(&seeds, "The river office said that %d boats of harbour %d were lost in the night, and nobody knows who let them go.\n\n", 20+j, i)
			fmt.Fprintf(&records, "[[figures]]\nid = \"f%d-%d\"\nstatement = \"%d boats were lost.\"\nvalue = %d\nunit = \"boats\"\nwho = [\"office\"]\nevidence = [{ source = \"s%d\", quote = \"%d boats of harbour %d were lost\", by = [\"office\"] }]\n",
				i, j, 20+j, 20+j, i, 20+j, i)
		}
	}
	actor := "[[actors]]\nid = \"office\"\nname = \"river office\"\nkind = \"organisation\"\nevidence = [{ source = \"s0\", quote = \"20 boats\" }]\n"
	return link(b, sheetsTOML+seeds.String()+"-- content/annotations/a.toml --\n"+actor+records.String())
}

func BenchmarkBook(b *testing.B) {
	for _, sources := range []int{1000, 10000} {
		d := large(b, sources)
		book := New(d, nil, Options{})
		for _, step := range []struct {
			name string
			do   func()
		}{
			{"new", func() { New(d, nil, Options{}) }},
			{"sheets", func() {
				for _, ref := range book.Sheets() {
					book.Outline(ref.ID)
					for _, g := range book.Groups(ref.ID) {
						book.Group(ref.ID, g.Name)
					}
				}
			}},
			{"table", func() { book.Sources() }},
			{"sources", func() {
				for _, s := range d.Sources {
					book.Source(s.ID)
				}
			}},
			{"home", func() { book.Home() }},
		} {
			b.Run(fmt.Sprintf("%s/sources=%d", step.name, sources), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					step.do()
				}
			})
		}
	}
}
