package page

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const gates = sheetsTOML + `-- seeds/a.txt --
The gate was shut. “We shut it before the rain,” two rescuers told the Wire. The mayor said that it was “not shut” at all.

Nobody saw the keeper go. He left, it is said, on Monday.
-- seeds/b.txt --
Gate shut.
-- content/annotations/a.toml --
[[sources]]
id = "post"
seed = "a.txt"
publisher = "Post"
title = ""
published = "2031-03-06"
dated = "2031-03-05"
lang = "en"
url = "https://example.org/gate"
origins = ["wire"]
[[sources]]
id = "star"
seed = "b.txt"
publisher = ""
title = ""
published = ""
lang = "en"
url = "https://example.org/#/star"
[[actors]]
id = "wire"
name = "Wire"
kind = "media"
[[actors]]
id = "rescuers"
name = "two rescuers"
coined = true
kind = "anonymous"
count = 2
evidence = [{ source = "post", quote = "two rescuers" }]
[[actors]]
id = "some"
name = "some"
coined = true
kind = "anonymous"
evidence = [{ source = "post", quote = "two rescuers" }]
[[claims]]
id = "shut"
statement = "The gate was shut."
evidence = [
  { source = "post", quote = "We shut it before the rain", by = ["rescuers", "wire"] },
  { source = "post", quote = "The mayor said that it was “not shut” at all", by = ["wire"], role = "qualifies" },
  { source = "post", quote = "The gate […] before the rain", because = "It is *one* gate.", by = ["some"] },
  { source = "star", quote = "Gate shut" },
]
`

// details are the details of a card as lines.
func details(c Card) []string {
	var out []string
	for _, n := range c.Details {
		out = append(out, n.Label+": "+list(" ", n.Words, n.Text.Text, strings.Join(titles(n.Refs), ", ")))
	}
	return out
}

// paragraph is the paragraph of a card with the quote between brackets.
func paragraph(c Card) string {
	var b strings.Builder
	for _, s := range c.Paragraph {
		if s.Quoted {
			b.WriteString("<" + s.Text + ">")
		} else {
			b.WriteString(s.Text)
		}
	}
	return b.String()
}

func TestCards(t *testing.T) {
	cards := section(t, New(link(t, gates), nil, Options{}), "claims", "shut").Cards
	want := []struct {
		paragraph, original string
		details             []string
	}{
		{
			"The gate was shut. “<We shut it before the rain>,” two rescuers told the Wire. The mayor said that it was “not shut” at all.",
			"https://example.org/gate#:~:text=We%20shut%20it%20before%20the%20rain",
			[]string{"Said by: two rescuers", "How many: 2 people, unnamed", "To, or through: Wire", "In the text: word for word, in quotation marks",
				"Said: on 5 March 2031", "Published: on 6 March 2031", "First reported by: Wire"},
		}, {
			"The gate was shut. “We shut it before the rain,” two rescuers told the Wire. <The mayor said that it was “not shut” at all>.",
			"https://example.org/gate#:~:text=The%20mayor%20said%20that%20it%20was%20%E2%80%9Cnot%20shut%E2%80%9D%20at%20all",
			[]string{"Said by: Wire", "In the text: retold by the writer, with some words in quotation marks",
				"Said: on 5 March 2031", "Published: on 6 March 2031", "First reported by: Wire"},
		}, {
			"<The gate> was shut. “We shut it <before the rain>,” two rescuers told the Wire. The mayor said that it was “not shut” at all.",
			"https://example.org/gate#:~:text=The%20gate%20was%20shut.%20%E2%80%9CWe%20shut%20it%20before%20the%20rain",
			[]string{"Said by: some", "How many: not told, and unnamed", "In the text: retold by the writer, with some words in quotation marks",
				"Said: on 5 March 2031", "Published: on 6 March 2031", "First reported by: Wire", "Reason: It is *one* gate."},
		}, {
			"<Gate shut>.",
			"https://example.org/#/star:~:text=Gate%20shut",
			[]string{"Said by: nobody is credited with it", "In the text: retold by the writer", "Words of: not told", "Published: not told", "First reported by: not told"},
		},
	}
	if len(cards) != len(want) {
		t.Fatalf("%d cards, want %d", len(cards), len(want))
	}
	for i, w := range want {
		if got := paragraph(cards[i]); got != w.paragraph {
			t.Errorf("card %d: %s", i+1, got)
		}
		if cards[i].Original != w.original {
			t.Errorf("card %d leads to %s", i+1, cards[i].Original)
		}
		if diff := cmp.Diff(w.details, details(cards[i])); diff != "" {
			t.Errorf("card %d (-want +got):\n%s", i+1, diff)
		}
	}
}

// TestCardsOfExcerpts sees that no card shows more of a seed than may leave
// the project, and that none stands where a fragment would not be unique.
func TestCardsOfExcerpts(t *testing.T) {
	archive := strings.Replace(gates, "title = \"The ferry\"", "title = \"The ferry\"\nseeds = \"excerpts\"", 1)
	archive = strings.Replace(archive, "The gate was shut.", strings.Repeat("Word after word. ", 9)+"The gate was shut. ", 1)
	cards := section(t, New(link(t, archive), nil, Options{}), "claims", "shut").Cards
	if len(cards) == 0 {
		t.Fatal("no cards")
	}
	if got := paragraph(cards[0]); !strings.HasPrefix(got, "[…] ") || strings.Count(got, "Word after word") > 7 {
		t.Errorf("the card shows %s", got)
	}
}

// TestOriginalWithoutFragment leads to the page where browsers would find the
// passage twice.
func TestOriginalWithoutFragment(t *testing.T) {
	archive := strings.Replace(gates, "\nGate shut.\n", "\nGate shut.\n\nGATE SHUT.\n", 1)
	cards := section(t, New(link(t, archive), nil, Options{}), "claims", "shut").Cards
	if got := cards[len(cards)-1].Original; got != "https://example.org/#/star" {
		t.Errorf("the passage leads to %s", got)
	}
}
