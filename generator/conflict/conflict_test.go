package conflict

import (
	"fmt"
	"testing"

	"factsheet/generator/annotation"
	"factsheet/generator/config"
	"factsheet/generator/dossier"
	"factsheet/generator/text"
)

const site = `title = "The flood"
[[sheets]]
name = "figures"
kind = "quantity"
title = "Figures"
`

// shared are the records of all cases: two days, two groups that are probably
// one, and two of which each is probably the other.
const shared = `
[[sources]]
id = "fifth"
seed = "a.txt"
publisher = ""
title = ""
published = "2031-03-05"
lang = "en"
[[sources]]
id = "sixth"
seed = "a.txt"
publisher = ""
title = ""
published = "2031-03-06"
lang = "en"
[[sources]]
id = "undated"
seed = "a.txt"
publisher = ""
title = ""
published = ""
lang = "en"
[[measures]]
id = "dead"
title = "The dead"
unit = "people"
[[actors]]
id = "crew"
name = "crew"
kind = "anonymous"
likely = "sailors"
evidence = [{ source = "fifth", quote = "water" }]
[[actors]]
id = "sailors"
name = "sailors"
kind = "anonymous"
evidence = [{ source = "fifth", quote = "water" }]
[[actors]]
id = "guards"
name = "guards"
kind = "anonymous"
likely = "keepers"
evidence = [{ source = "fifth", quote = "water" }]
[[actors]]
id = "keepers"
name = "keepers"
kind = "anonymous"
likely = "guards"
evidence = [{ source = "fifth", quote = "water" }]
`

// link links two figures, a and b, that have the fields given besides those
// that every figure needs. What gives no source cites "fifth".
func link(t *testing.T, a, b string) *dossier.Dossier {
	t.Helper()
	s, found := config.Read(text.NewFile(config.Path, []byte(site)))
	if len(found) > 0 {
		t.Fatal(found[0].Message)
	}
	toml := shared
	for i, fields := range []string{a, b} {
		toml += fmt.Sprintf("[[figures]]\nid = %q\nstatement = \"Some.\"\n%s\n", "ab"[i:i+1], fields)
	}
	records, found := annotation.Read(text.NewFile(annotation.Dir+"/a.toml", []byte(toml)), s)
	if len(found) > 0 {
		t.Fatal(found[0].Message, found[0].Place)
	}
	return dossier.Link(dossier.Input{
		Site: s, Records: []*annotation.Records{records},
		Seeds: []*dossier.Seed{{Name: "a.txt", File: text.NewFile("seeds/a.txt", []byte("The water rose.\n"))}},
	}, nil)
}

const (
	onFifth = "\nevidence = [{ source = \"fifth\", quote = \"water\" }]"
	onSixth = "\nevidence = [{ source = \"sixth\", quote = \"water\" }]"
	undated = "\nevidence = [{ source = \"undated\", quote = \"water\" }]"
	dead    = "measure = \"dead\"\n"
)

func TestBetween(t *testing.T) {
	for _, c := range []struct {
		name, a, b string
		want       Kind
		marked     bool
	}{
		{"of one day", dead + "value = 9" + onFifth, dead + "value = 14" + onFifth, Contradiction, false},
		{"that differ", dead + "value = 9" + onFifth, dead + "value = 14\ndiffers = [\"a\"]" + onFifth, Contradiction, true},
		{"that agree", dead + "value = 150\nhedge = \"about\"" + onFifth, dead + "value = 151" + onFifth, Agreement, false},
		{"a lower bound", dead + "value = 9\nhedge = \"at-least\"" + onFifth, dead + "value = 14" + onFifth, Agreement, false},
		{"a range without", dead + "low = 9\nhigh = 12" + onFifth, dead + "value = 14" + onFifth, Contradiction, false},
		{"a range within", dead + "low = 9" + onFifth, dead + "value = 14" + onFifth, Agreement, false},
		{"a vague word without", dead + "value = \"dozens\"" + onFifth, dead + "value = 3" + onFifth, Contradiction, false},
		{"a vague word within", dead + "value = \"dozens\"" + onFifth, dead + "value = 40" + onFifth, Undecided, false},
		{"a word of no table", dead + "value = \"a wave\"" + onFifth, dead + "value = 40" + onFifth, Undecided, false},
		{"of two days", dead + "value = 9" + onFifth, dead + "value = 14" + onSixth, OtherPeriod, false},
		{"of one day by as_of", dead + "value = 9\nas_of = \"2031-03-06\"" + onFifth, dead + "value = 14" + onSixth, Contradiction, false},
		{"of no known day", dead + "value = 9" + onFifth, dead + "value = 14" + undated, Undecided, false},
		{"the later supersedes", dead + "value = 9" + onFifth, dead + "value = 14\nsupersedes = [\"a\"]" + onSixth, Revision, true},
		{"the later updates", dead + "value = 9\nevidence = [{ source = \"fifth\", quote = \"The water\" }, { source = \"sixth\", quote = \"water rose\", role = \"updates\" }]",
			dead + "value = 14" + onSixth, Revision, true},
		{"the other qualifies", dead + "value = 9\nevidence = [{ source = \"fifth\", quote = \"The water\" }, { source = \"fifth\", quote = \"water rose\", role = \"qualifies\" }]",
			dead + "value = 14" + onFifth, Contradiction, true},
		{"of two owners", dead + "value = 9\nwho = [\"crew\"]" + onFifth, dead + "value = 14" + onFifth, OtherScope, false},
		{"of owners who are probably one", dead + "value = 9\nwho = [\"crew\"]" + onFifth, dead + "value = 14\nwho = [\"sailors\"]" + onFifth, Contradiction, false},
		{"of owners who are probably one, either way", dead + "value = 9\nwho = [\"guards\"]" + onFifth, dead + "value = 14\nwho = [\"keepers\"]" + onFifth, Contradiction, false},
		{"from two starts", dead + "value = 9\nsince = \"2031-03-01\"" + onFifth, dead + "value = 14" + onFifth, OtherScope, false},
		{"a plan and a count", dead + "value = 9\nstatus = \"planned\"" + onFifth, dead + "value = 14" + onFifth, OtherScope, false},
		{"two plans", dead + "value = 9\nstatus = \"planned\"" + onFifth, dead + "value = 14\nstatus = \"planned\"" + onFifth, Contradiction, false},
		{"without measure", "unit = \"people\"\nvalue = 9" + onFifth, "unit = \"people\"\nvalue = 14" + onFifth, Undecided, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := link(t, c.a, c.b)
			a, b := d.Fact("a"), d.Fact("b")
			if got := Between(d, a, b); got != c.want {
				t.Errorf("%v, want %v", got, c.want)
			}
			if back := Between(d, b, a); back != c.want {
				t.Errorf("the other way %v, want %v", back, c.want)
			}
			if Marked(d, a, b) != c.marked || Marked(d, b, a) != c.marked {
				t.Errorf("marked: not %v", c.marked)
			}
		})
	}
}
