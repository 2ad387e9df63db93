package page

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// mill is a text on a mill, whose quotes are credited in every manner, and the
// questions that stand in every relation to a claim.
const mill = sheetsTOML + `-- seeds/a.txt --
The mill burned. The miller hoped for rain. Two unnamed carters said it was arson, Mill Wire reported. Two boys ran. Was it arson? Nobody knows.
-- content/annotations/a.toml --
[[sources]]
id = "herald"
seed = "a.txt"
publisher = "Herald"
title = ""
published = "2031-03-05"
lang = "en"
[[actors]]
id = "miller"
name = "miller"
kind = "person"
evidence = [{ source = "herald", quote = "The miller hoped" }]
[[actors]]
id = "carters"
name = "Two unnamed carters"
kind = "anonymous"
count = 2
evidence = [{ source = "herald", quote = "Two unnamed carters said" }]
[[actors]]
id = "boys"
name = "Two boys"
kind = "anonymous"
count = 2
evidence = [{ source = "herald", quote = "Two boys ran" }]
[[actors]]
id = "wire"
name = "Mill Wire"
kind = "media"
[[claims]]
id = "burned"
statement = "The mill burned."
evidence = [
  { source = "herald", quote = "The mill burned" },
  { source = "herald", quote = "The miller hoped for rain", role = "qualifies" },
  { source = "herald", quote = "Two unnamed carters said it was arson, Mill Wire reported", by = ["carters", "wire"], said = "[2031-03-03..2031-03-04]", role = "updates" },
  { source = "herald", quote = "Two boys ran", by = ["boys"] },
]
[[questions]]
id = "q-open"
question = "Was it arson?"
status = "open"
answers = [{ fact = "burned" }]
evidence = [{ source = "herald", quote = "Was it arson" }]
[[questions]]
id = "q-partly"
question = "Was it arson?"
status = "partly"
answers = [{ fact = "burned" }]
evidence = [{ source = "herald", quote = "Nobody knows", by = ["boys"] }]
[[questions]]
id = "q-answered"
question = "Was it arson?"
status = "answered"
answers = [{ fact = "burned" }]
evidence = [{ source = "herald", quote = "Was it arson" }]
[[questions]]
id = "q-contested"
question = "Was it arson?"
status = "contested"
answers = [{ fact = "burned" }]
evidence = [{ source = "herald", quote = "Was it arson" }]
`

// TestCredit sees how a quote says to whom it is credited, of which day it is
// and what it does.
func TestCredit(t *testing.T) {
	b := New(link(t, mill), nil, Options{})
	var got [][]string
	for _, s := range []Section{section(t, b, "claims", "burned"), section(t, b, "questions", "q-open"), section(t, b, "questions", "q-partly"), section(t, b, "actors", "boys")} {
		for _, q := range s.Quotes {
			var unnamed []string
			for _, s := range q.Speakers {
				if s.Unnamed {
					unnamed = append(unnamed, s.ID)
				}
			}
			got = append(got, []string{q.Credit, q.Told, q.Role, strings.Join(unnamed, " ")})
		}
	}
	want := [][]string{
		{"which credits nobody with telling it", "words of 5 March 2031", "", ""},
		{"which credits nobody with telling it", "words of 5 March 2031", "It qualifies the statement", ""},
		{"", "said on some day between 3 and 4 March 2031", "It updates the statement", ""},
		{"", "said on 5 March 2031", "", "boys"},
		{"", "words of 5 March 2031", "It raises the question", ""},
		{"", "said on 5 March 2031", "It raises the question", "boys"},
		{"", "", "", ""},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestAnswerNotes sees that nothing answers a question that is open.
func TestAnswerNotes(t *testing.T) {
	b := New(link(t, mill), nil, Options{})
	for id, want := range map[string]string{"q-open": "See", "q-partly": "Answered in part by", "q-answered": "Answered by", "q-contested": "See"} {
		if got := section(t, b, "questions", id).Notes[0].Label; got != want {
			t.Errorf("%s: %q, not %q", id, got, want)
		}
	}
	var got []string
	for _, n := range section(t, b, "claims", "burned").Notes {
		got = append(got, n.Label+": "+idsOf(n.Refs))
	}
	want := []string{"Answers: q-answered", "Answers in part: q-partly", "Bears on: q-open,q-contested"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestOriginHow(t *testing.T) {
	for _, c := range []struct {
		o          Origin
		how, words Words
	}{
		{Origin{Ref: Ref{Title: "the publisher itself"}}, "", "the publisher itself"},
		{Origin{Ref: Ref{Title: "Wire"}, Credited: true}, "named in the text", "Wire"},
		{Origin{Ref: Ref{Title: "Wire"}, Inferred: true}, "inferred", "Wire (inferred)"},
		{Origin{Ref: Ref{Title: "Wire"}, Credited: true, Inferred: true}, "named or inferred, by passage", "Wire (named or inferred, by passage)"},
	} {
		if how, words := c.o.How(), c.o.Words(); how != c.how || words != c.words {
			t.Errorf("%q, %q; not %q, %q", how, words, c.how, c.words)
		}
	}
}
