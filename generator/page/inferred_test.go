package page

import (
	"strings"
	"testing"
)

const guesses = sheetsTOML + `-- seeds/a.txt --
Some sailors swam in September. They were on two ferries on Friday. Some say five.
-- content/annotations/a.toml --
[[sources]]
id = "herald"
seed = "a.txt"
publisher = "Herald"
title = ""
published = "2031-03-08"
lang = "en"
[[figures]]
id = "swimmers"
statement = "S"
value = 5
unit = "people"
evidence = [{ source = "herald", quote = "Some sailors swam", value = 5, because = "Five *were* told." }]
[[figures]]
id = "sayers"
statement = "S"
value = 5
unit = "people"
evidence = [
  { source = "herald", quote = "Some say five" },
  { source = "herald", quote = "Some sailors swam", value = 5, because = "Five were told." },
]
[[dates]]
id = "swim"
statement = "S"
when = "2029-09"
status = "happened"
because = "It was two years before."
evidence = [{ source = "herald", quote = "swam in September", refers = { "September" = "2029-09" } }]
[[dates]]
id = "trip"
statement = "S"
when = "2031-03-07"
status = "happened"
evidence = [{ source = "herald", quote = "on two ferries on Friday", refers = { "Friday" = "2031-03-07" } }]
[[dates]]
id = "given"
statement = "S"
when = "2031"
status = "happened"
evidence = [{ source = "herald", quote = "on two ferries", when = "2031", because = "It was that year." }]
`

// TestInferred sees that what stands in no quote is marked wherever it is
// shown, with its reason, and that nothing else is.
func TestInferred(t *testing.T) {
	b := New(link(t, guesses), nil, Options{})
	for _, c := range []struct {
		sheet, id, heading, status string
		readings                   []string // whether each is inferred, and why
	}{
		{"figures", "swimmers", "", "5 people (inferred); as of 8 March 2031", []string{"inferred: Five *were* told."}},
		{"figures", "sayers", "", "5 people; as of 8 March 2031", []string{"read", "inferred: Five were told."}},
		{"dates", "swim", "September 2029 (inferred)", "Happened in September 2029 (inferred)", []string{"inferred: It was two years before."}},
		{"dates", "trip", "7 March 2031", "Happened on 7 March 2031", []string{"read"}},
		{"dates", "given", "2031 (inferred)", "Happened in 2031 (inferred)", []string{"inferred: It was that year."}},
	} {
		s := section(t, b, c.sheet, c.id)
		if s.Heading != c.heading || s.Status != c.status {
			t.Errorf("%s: %q, %q", c.id, s.Heading, s.Status)
		}
		var got []string
		for _, r := range s.Readings {
			if r.Inferred {
				got = append(got, "inferred: "+r.Reason.Text)
			} else {
				got = append(got, "read")
			}
		}
		if strings.Join(got, "; ") != strings.Join(c.readings, "; ") {
			t.Errorf("%s: its readings are %q", c.id, got)
		}
	}
	outline, _ := b.Outline("dates")
	for _, e := range outline.Timelines[0].Events {
		if want := e.Fact.ID != "trip"; e.Inferred != want || (e.Reason.Text != "") != want {
			t.Errorf("the timeline marks %s: %v (%s)", e.Fact.ID, e.Inferred, e.Reason.Text)
		}
	}
}
