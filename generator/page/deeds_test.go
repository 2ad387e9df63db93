package page

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// pier is a project whose actors speak, act, are counted and are taken for
// parts of one another.
const pier = sheetsTOML + `-- seeds/a.txt --
Two pilots said the pier was shut. One of the pilots doubted it. The mate of the tug saw nothing, the mate said.
The harbour board shut the pier against the trawlers. It has three tugs. It is proud. Who told the pilots? two pilots, it is said.
-- content/annotations/a.toml --
[[sources]]
id = "herald"
seed = "a.txt"
publisher = "Herald"
title = ""
published = "2031-03-05"
lang = "en"
[[actors]]
id = "pilots"
name = "Two pilots"
kind = "anonymous"
evidence = [{ source = "herald", quote = "Two pilots said" }]
[[actors]]
id = "other-pilots"
name = "two pilots"
kind = "anonymous"
evidence = [{ source = "herald", quote = "two pilots, it is said" }]
[[actors]]
id = "doubter"
name = "One of the pilots"
kind = "anonymous"
part_of = "pilots"
evidence = [{ source = "herald", quote = "One of the pilots doubted" }]
[[actors]]
id = "mate"
name = "the mate"
coined = true
kind = "anonymous"
part_of = "pilots"
because = "Nobody counts twice."
evidence = [{ source = "herald", quote = "the mate said" }]
[[actors]]
id = "board"
name = "harbour board"
kind = "organisation"
evidence = [{ source = "herald", quote = "The harbour board shut" }]
[[actors]]
id = "trawlers"
name = "trawlers"
kind = "thing"
[[claims]]
id = "shut"
statement = "The pier was shut."
evidence = [
  { source = "herald", quote = "Two pilots said the pier was shut", by = ["pilots"] },
  { source = "herald", quote = "One of the pilots doubted it", by = ["doubter"], role = "qualifies" },
]
[[claims]]
id = "proud"
statement = "The board is proud."
who = ["board"]
evidence = [{ source = "herald", quote = "It is proud" }]
[[claims]]
id = "saw-nothing"
statement = "The mate saw nothing."
who = ["mate"]
evidence = [{ source = "herald", quote = "The mate of the tug saw nothing, the mate said", by = ["mate"] }]
[[dates]]
id = "shutting"
statement = "The board shut the pier."
when = ""
status = "happened"
who = ["board"]
whom = ["trawlers"]
evidence = [{ source = "herald", quote = "The harbour board shut the pier against the trawlers" }]
[[figures]]
id = "tugs"
statement = "The board has three tugs."
value = 3
unit = "tugs"
who = ["board"]
evidence = [{ source = "herald", quote = "It has three tugs" }]
[[questions]]
id = "who-told"
question = "Who told the pilots?"
status = "open"
evidence = [{ source = "herald", quote = "Who told the pilots", by = ["pilots"] }]
`

// TestActorNotes sees that an actor's words, doubts, questions and deeds are
// told apart, and an assumption from what a text says.
func TestActorNotes(t *testing.T) {
	b := New(link(t, pier), nil, Options{})
	for id, want := range map[string][]string{
		"pilots":       {"Has as parts: doubter", "Taken as its parts: mate", "Says: shut", "Quoted in the questions: who-told"},
		"other-pilots": nil,
		"doubter":      {"Part of: pilots"},
		"mate":         {"Taken as part of: pilots", "Says: saw-nothing", "Reason: "},
		"board":        {"Acts in: shutting", "Figures: tugs", "Subject of: proud"},
		"trawlers":     {"To or against it: shutting"},
	} {
		var got []string
		for _, n := range section(t, b, "actors", id).Notes {
			got = append(got, n.Label+": "+idsOf(n.Refs))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", id, diff)
		}
	}
}

// TestNamesakes sees that a name that two actors have in other letters counts
// for the one whose evidence holds it.
func TestNamesakes(t *testing.T) {
	b := New(link(t, pier), nil, Options{})
	for id, want := range map[string]string{"pilots": "Two pilots", "other-pilots": "two pilots"} {
		var got []string
		for _, r := range section(t, b, "actors", id).Readings {
			got = append(got, r.Words)
		}
		if diff := cmp.Diff([]string{want}, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", id, diff)
		}
	}
}
