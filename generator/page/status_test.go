package page

import (
	"fmt"
	"strings"
	"testing"
)

// tunnel is a text of 5 March 2031 and one of a day in a span, on a tunnel.
const tunnel = sheetsTOML + `-- seeds/a.txt --
The two cities agreed on a tunnel. Three engineers said it would take years. For months three engineers spoke. Both of the engineers left.
-- seeds/b.txt --
The tunnel was agreed.
-- content/annotations/a.toml --
[[sources]]
id = "herald"
seed = "a.txt"
publisher = "Herald"
title = ""
published = "2031-03-05"
lang = "en"
[[sources]]
id = "echo"
seed = "b.txt"
publisher = "Echo"
title = ""
published = ""
dated = "[2031-02..2031-04]"
lang = "en"
[[measures]]
id = "speakers"
title = "Speakers"
unit = "engineers"
[[actors]]
id = "engineers"
name = "Three engineers"
aliases = ["three engineers"]
kind = "anonymous"
count = 3
evidence = [{ source = "herald", quote = "Three engineers said" }]
[[actors]]
id = "cities"
name = "two cities"
kind = "state"
evidence = [{ source = "herald", quote = "The two cities" }]
`

const tunnelAgreed = `evidence = [{ source = "herald", quote = "agreed on a tunnel" }]`

// TestEventStatus puts the status of one event into words, told on 5 March
// 2031, with its heading and whether it is due: ahead, or put off or agreed for
// a day that nobody tells.
func TestEventStatus(t *testing.T) {
	for _, c := range []struct {
		status, when, heading, want string
		due                         bool
	}{
		{"happened", "", "Undated", "Happened on a day that the texts do not tell", false},
		{"happened", "[..2031-03-04]", "On or before 4 March 2031", "Happened on or before 4 March 2031", false},
		{"happened", "[2031-03-01..2031-03-04]", "Between 1 and 4 March 2031", "Happened on some day between 1 and 4 March 2031", false},
		{"ongoing", "", "Undated", "Ongoing on 5 March 2031", false},
		{"ongoing", "2030-12/..", "From December 2030", "Ongoing on 5 March 2031, since December 2030", false},
		{"ongoing", "2031-03", "March 2031", "Ongoing in March 2031", false},
		{"ongoing", "2031-03-03/2031-03-04", "From 3 to 4 March 2031", "Ongoing from 3 to 4 March 2031", false},
		{"announced", "", "Undated", "Announced, on a day that the texts do not tell; said on 5 March 2031", true},
		{"announced", "2031-03-04", "4 March 2031", "Announced on 4 March 2031", false},
		{"announced", "2031-06", "June 2031", "Announced; due in June 2031; said on 5 March 2031", true},
		{"agreed", "", "Undated", "Agreed, on a day that the texts do not tell; said on 5 March 2031", true},
		{"agreed", "2031-03-05", "5 March 2031", "Agreed on 5 March 2031", false},
		{"agreed", "[..2031-06]", "By the end of June 2031", "Agreed; due by the end of June 2031; said on 5 March 2031", true},
		{"postponed", "", "Undated", "Postponed; no new day told; said on 5 March 2031", true},
		{"postponed", "2031-03-04", "4 March 2031", "Postponed; was due on 4 March 2031; said on 5 March 2031", false},
		{"postponed", "2031-06", "June 2031", "Postponed; due in June 2031; said on 5 March 2031", true},
		{"planned", "", "Undated", "Planned; no day told; said on 5 March 2031", true},
		{"aimed", "", "Undated", "An aim; no day told; said on 5 March 2031", true},
		{"possible", "", "Undated", "Possible; no day told; said on 5 March 2031", true},
		{"missed", "2031-03-04", "4 March 2031", "Missed; was due on 4 March 2031", false},
		{"cancelled", "", "Undated", "Cancelled; no day told", false},
		{"alleged", "[..2031-03-04]", "On or before 4 March 2031", "Alleged; said to have been on or before 4 March 2031", false},
		{"denied", "", "Undated", "Denied; no day told", false},
	} {
		b := New(link(t, tunnel+fmt.Sprintf("[[dates]]\nid = \"x\"\nstatement = \"X.\"\nstatus = %q\nwhen = %q\n", c.status, c.when)+tunnelAgreed), nil, Options{})
		s := section(t, b, "dates", "x")
		if due := len(b.Home().Due) > 0; s.Status != c.want || s.Heading != c.heading || due != c.due {
			t.Errorf("%s %s: %q, %q, due %v; not %q, %q", c.status, c.when, s.Heading, s.Status, due, c.heading, c.want)
		}
	}
}

// TestFigureDays sees which figures hold on a day, and what stands above them.
func TestFigureDays(t *testing.T) {
	const quoted = `evidence = [{ source = "herald", quote = "For months three engineers spoke", by = ["engineers"] }]`
	for _, c := range []struct{ fields, heading, want string }{
		{"value = 6\nunit = \"months\"", "", "6 months"},
		{"value = \"months\"\nunit = \"months\"", "", "“months”"},
		{"value = 6\nunit = \"months\"\nwho = [\"cities\"]", "", "6 months"},
		{"value = 6\nunit = \"months\"\nas_of = \"2031-03-04\"", "", "6 months; as of 4 March 2031"},
		{"value = 3\nunit = \"engineers\"", "", "3 engineers"},
		{"value = 3\nmeasure = \"speakers\"\nwho = [\"engineers\"]", "Speakers: Three engineers", "3 engineers"},
		{"value = 4\nunit = \"engineers\"", "", "4 engineers; as of 5 March 2031"},
		{"value = 3\nunit = \"engineers\"\nwho = [\"cities\"]", "Two cities, 5 March 2031", "3 engineers; as of 5 March 2031"},
		{"value = 3\nunit = \"tunnels\"\nwho = [\"cities\"]\nstatus = \"possible\"", "Two cities", "3 tunnels; possible; said on 5 March 2031"},
		{"value = 3\nunit = \"tunnels\"", "", "3 tunnels; as of 5 March 2031"},
		{"value = 3\nmeasure = \"speakers\"\nwho = [\"cities\"]\nas_of = \"[..2031-03-04]\"", "Speakers: two cities, on or before 4 March 2031", "3 engineers; on or before 4 March 2031"},
	} {
		b := New(link(t, tunnel+"[[figures]]\nid = \"x\"\nstatement = \"X.\"\n"+c.fields+"\n"+quoted), nil, Options{})
		if s := section(t, b, "figures", "x"); s.Status != c.want || s.Heading != c.heading {
			t.Errorf("%s: %q, %q; not %q, %q", strings.ReplaceAll(c.fields, "\n", " "), s.Heading, s.Status, c.heading, c.want)
		}
	}
}

// TestMostly sees that a sheet says of which day most of its facts are, where
// the newest text is another.
func TestMostly(t *testing.T) {
	fact := func(id, evidence string) string {
		return fmt.Sprintf("[[dates]]\nid = %q\nstatement = \"X.\"\nstatus = \"agreed\"\nwhen = \"\"\n%s\n", id, evidence)
	}
	const newer = `evidence = [{ source = "echo", quote = "was agreed" }]`
	const known = "Known up to some day between February and April 2031 (inferred)."
	for _, c := range []struct{ facts, want string }{
		{fact("x", tunnelAgreed) + fact("y", tunnelAgreed) + fact("z", newer), "3 dates from 2 texts. " + known + " Most dates rest on words of 5 March 2031."},
		{fact("x", tunnelAgreed) + fact("z", newer), "2 dates from 2 texts. " + known},
		{fact("z", newer), "1 date from 1 text. " + known},
	} {
		if got, _ := New(link(t, tunnel+c.facts), nil, Options{}).Outline("dates"); got.Summary != c.want {
			t.Errorf("%q, not %q", got.Summary, c.want)
		}
	}
}

// TestJudgedUpTo sees that the texts in which nothing was found count.
func TestJudgedUpTo(t *testing.T) {
	const silent = `silent = [{ sources = ["echo"], words = ["toll"] }]`
	for _, c := range []struct{ fields, want string }{
		{tunnelAgreed, "Open, by texts up to 5 March 2031"},
		{silent, "Open, by texts up to some day between February and April 2031"},
		{tunnelAgreed + "\n" + silent, "Open, by texts up to some day between February and April 2031"},
	} {
		b := New(link(t, tunnel+"[[questions]]\nid = \"x\"\nquestion = \"X?\"\nstatus = \"open\"\n"+c.fields), nil, Options{})
		if got := section(t, b, "questions", "x").Status; got != c.want {
			t.Errorf("%s: %q, not %q", c.fields, got, c.want)
		}
	}
}
