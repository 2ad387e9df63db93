package quantity

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"factsheet/generator/lang"
)

// Another language is data alone.
func TestAnotherLanguageNeedsNoCode(t *testing.T) {
	table, err := lang.Parse("de", `
[text]
decimal = comma
thousands = .
[number]
eins = 1
zwei = 2
drei = 3
[magnitude]
Millionen = 1e6
[vague]
Dutzende = 24..200
[hedge-before over]
mehr als
[percent]
Prozent
[to]
bis
[month]
März = 3
[verb]
gezählt
[stop]
und
`)
	if err != nil {
		t.Fatal(err)
	}
	text := "Am 5. März wurden mehr als 2.500 Boote gezählt, 1,4 Millionen Liter, 12,5 Prozent, zwei bis drei Tage und Dutzende Tiere"
	want := []string{
		`number 2500 over "mehr als 2.500": Boote`, `number 1.4e+06 "1,4 Millionen": Liter`, `number 12.5 % "12,5 Prozent"`,
		`range 2..3 "zwei bis drei": Tage`, `vague 24..200 "Dutzende": Tiere`,
	}
	var got []string
	for _, q := range Read(text, table) {
		got = append(got, describe(text, q))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
