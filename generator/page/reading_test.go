package page

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRefers(t *testing.T) {
	b := book(t, Options{})
	got := section(t, b, "dates", "sailing").Quotes[0].Refers
	want := []Refer{
		{Key: "June", Means: []Ref{{Title: "June 2031"}}},
		{Key: "It", Means: []Ref{b.ref("wire"), {Title: "nobody"}}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestReadings(t *testing.T) {
	const archive = sheetsTOML + `-- seeds/a.txt --
Roughly 2,400 people were on two ferries on Friday. Between 30 and 40 of them, dozens of sailors among them, swam. It cost $1.4 million. The owner said on Wednesday that they sailed before. The owner said so and the crew left on Thursday.
-- content/annotations/a.toml --
[[sources]]
id = "herald"
seed = "a.txt"
publisher = "Herald"
title = ""
published = "2031-03-08"
lang = "en"
[[figures]]
id = "aboard"
statement = "S"
value = 2400
unit = "people"
evidence = [
  { source = "herald", quote = "Roughly 2,400 people were on two ferries on Friday", reads = "Roughly 2,400 people" },
  { source = "herald", quote = "2,400 people were on two ferries" },
  { source = "herald", quote = "30 and 40 of them" },
  { source = "herald", quote = "Between 30 and 40 of them" },
  { source = "herald", quote = "dozens of sailors" },
  { source = "herald", quote = "It cost $1.4 million" },
  { source = "herald", quote = "of them", value = 5, hedge = "about", because = "Five were told elsewhere." },
  { source = "herald", quote = "swam", role = "qualifies" },
  { source = "herald", quote = "It cost", reads = "cost" },
]
[[dates]]
id = "day"
statement = "S"
when = "2031-03-07"
status = "happened"
evidence = [
  { source = "herald", quote = "on two ferries on Friday" },
  { source = "herald", quote = "swam", when = "2031-03", because = "Not that day." },
  { source = "herald", quote = "they sailed before" },
]
[[dates]]
id = "span"
statement = "S"
when = "[2031-03-01..2031-03-06]"
status = "happened"
evidence = [
  { source = "herald", quote = "The owner said on Wednesday that they sailed before" },
  { source = "herald", quote = "the crew left on Thursday" },
  { source = "herald", quote = "on two ferries on Friday" },
]
[[dates]]
id = "saying"
statement = "S"
when = "2031-03-05"
status = "happened"
evidence = [{ source = "herald", quote = "The owner said on Wednesday that they sailed before" }]
[[dates]]
id = "untold"
statement = "S"
when = ""
status = "happened"
evidence = [{ source = "herald", quote = "the crew left on Thursday" }]
`
	type reading struct {
		Words, Value, When string
		Inferred           bool
	}
	b := New(link(t, archive), nil, Options{})
	for _, c := range []struct {
		sheet, id string
		want      []reading
	}{
		{"figures", "aboard", []reading{
			{"Roughly 2,400", "about 2,400", "8 March 2031", false},
			{"Between 30 and 40", "30 to 40", "8 March 2031", false},
			{"dozens of", "", "8 March 2031", false},
			{"$1.4 million", "$1.4 million", "8 March 2031", false},
			{"of them", "about 5 people", "8 March 2031", true},
			{"cost", "", "8 March 2031", false},
		}},
		{"dates", "day", []reading{
			{"Friday", "", "7 March 2031", false},
			{"swam", "", "March 2031", true},
		}},
		{"dates", "span", []reading{{"Thursday", "", "6 March 2031", false}}},
		{"dates", "saying", []reading{{"Wednesday", "", "5 March 2031", false}}},
		{"dates", "untold", nil},
	} {
		var got []reading
		for _, r := range section(t, b, c.sheet, c.id).Readings {
			got = append(got, reading{r.Words, r.Value, r.When, r.Inferred})
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.id, diff)
		}
	}
}

// TestCalls sees that a name of two actors counts for the one whose evidence
// holds it, and that what is not the article does not count.
func TestCalls(t *testing.T) {
	const archive = sheetsTOML + `-- seeds/a.txt --
Ann Lee met Lee of the port. Ann Lee's boat sank; Lee said so.
More about A. Lee
-- content/annotations/a.toml --
[[sources]]
id = "herald"
seed = "a.txt"
publisher = "Herald"
title = ""
published = "2031-03-08"
lang = "en"
lines = "paragraphs"
[[sources.parts]]
from = "More about"
role = "boilerplate"
[[actors]]
id = "ann"
name = "Ann Lee"
kind = "person"
aliases = ["Lee", "A. Lee"]
evidence = [{ source = "herald", quote = "Ann Lee met" }]
[[actors]]
id = "other"
name = "Lee"
kind = "person"
evidence = [{ source = "herald", quote = "Lee of the port" }]
`
	b := New(link(t, archive), nil, Options{})
	source := Ref{Kind: "source", ID: "herald", Title: "Herald, 8 March 2031", Link: "sources/herald.html#herald_1", File: "seeds/a.txt#L1"}
	for id, words := range map[string]string{"ann": "Ann Lee", "other": "Lee"} {
		want := []Reading{{Source: source, Words: words}}
		if diff := cmp.Diff(want, section(t, b, "actors", id).Readings); diff != "" {
			t.Errorf("%s (-want +got):\n%s", id, diff)
		}
	}
}
