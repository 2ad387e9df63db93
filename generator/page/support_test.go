package page

import (
	"fmt"
	"strings"
	"testing"

	"factsheet/generator/dossier"
	"factsheet/generator/witness"
)

// A passage is a text of one passage that is cited whole.
type passage struct {
	words   string
	by      string // ids, as all lists here
	origins string
	dated   string // "2031-03-05" where empty
	shares  string
	role    string
}

// cast are the actors of the cases: id, name, kind, and what else is known.
var cast = [][4]string{
	{"wire", "Valley Wire", "media", ""},
	{"star", "Daily Star", "media", ""},
	{"office", "river office", "organisation", ""},
	{"lee", "Ann Lee", "person", `part_of = "office"`},
	{"poe", "Bo Poe", "person", `part_of = "office"`},
	{"mayor", "Mayor Dunn", "person", ""},
	{"rescuers", "two rescuers", "anonymous", `count = 2`},
	{"sources", "four sources", "anonymous", `count = 4`},
	{"two-sources", "two of the sources", "anonymous", `count = 2
part_of = "sources"`},
	{"ode", "Kim Ode", "person", `part_of = "two-sources"`},
	{"official", "an official", "anonymous", `count = 1
likely = "second-official"`},
	{"second-official", "a senior official", "anonymous", `count = 1`},
	{"aide", "an aide", "anonymous", `likely = "mayor"`},
	{"villagers", "villagers", "anonymous", ""},
	{"insiders", "several unnamed insiders", "anonymous", ""},
	{"insider", "an insider", "anonymous", `count = 1
part_of = "insiders"`},
	{"taken", "a third insider", "anonymous", `count = 1
part_of = "rescuers"
because = "So that nobody counts twice."`},
}

const shutGate = "The gate was shut before the rain came down on the valley, "

// TestSupportWords puts into words what the evidence of hand-made cases comes
// to.
func TestSupportWords(t *testing.T) {
	for _, c := range []struct {
		name     string
		passages []passage
		want     Words
	}{
		{"one text that credits nobody",
			[]passage{{words: "The gate was shut.", origins: "own"}},
			"1 text, which credits nobody with telling it"},
		{"texts that credit nobody",
			[]passage{{words: "The gate was shut.", origins: "own"}, {words: "Shut was the gate.", origins: "wire"}},
			"2 texts, which credit nobody with telling it"},
		{"one body in one text",
			[]passage{{words: "The gate was shut, the river office said.", by: "office", origins: "office"}},
			"1 text, 1 report; one body on record: river office"},
		{"somebody credited by a text of unknown origin",
			[]passage{{words: "The gate was shut, the river office said.", by: "office"}},
			"1 text, of unknown origin; one body on record: river office"},
		{"an agency and two papers that pass its report on",
			[]passage{
				{words: shutGate + "Valley Wire reported.", by: "wire", origins: "wire"},
				{words: "By a report of Valley Wire it was shut.", by: "wire", origins: "wire", dated: "2031-03-06"},
				{words: shutGate + "said Valley Wire.", by: "wire", origins: "wire"},
			},
			"3 texts, 1 report; one outlet on record: Valley Wire"},
		{"a chain of reprints with one credit missing",
			[]passage{
				{words: shutGate + "four sources told Valley Wire.", by: "sources wire", origins: "wire"},
				{words: shutGate + "four sources said.", by: "sources", origins: "wire"},
				{words: shutGate + "it is said.", origins: "wire"},
			},
			"3 texts, 1 report; 1 text credits nobody with telling it; one outlet on record: Valley Wire; four people unnamed: four sources"},
		{"an origin that is inferred",
			[]passage{{words: "The gate was shut, Ann Lee said.", by: "lee", origins: "wire"}},
			"1 text, 1 report; one person on record: Ann Lee"},
		{"several reports, one of them inferred",
			[]passage{
				{words: "The gate was shut, Ann Lee told Valley Wire.", by: "lee", origins: "wire"},
				{words: "Two rescuers said it was shut: two rescuers saw it.", by: "rescuers", origins: "own"},
				{words: "It was shut, Mayor Dunn said.", by: "mayor", origins: "star"},
			},
			"3 texts, 2 or 3 reports; two people on record: Ann Lee and Mayor Dunn; two people unnamed: two rescuers"},
		{"one speaker in two outlets",
			[]passage{
				{words: "The gate was shut, Ann Lee said.", by: "lee", origins: "own"},
				{words: "Ann Lee called it shut.", by: "lee", origins: "own"},
			},
			"2 texts, 1 report; one person on record: Ann Lee"},
		{"two speakers in two outlets",
			[]passage{
				{words: "The gate was shut, Ann Lee said.", by: "lee", origins: "own"},
				{words: "Mayor Dunn called it shut.", by: "mayor", origins: "own"},
			},
			"2 texts, 2 reports; two people on record: Ann Lee and Mayor Dunn"},
		{"a body and who speaks for it",
			[]passage{
				{words: "The gate was shut, Ann Lee said.", by: "lee", origins: "own"},
				{words: "The river office called it shut.", by: "office", origins: "own"},
			},
			"2 texts, 1 report; one body on record: river office (with Ann Lee)"},
		{"two members of a body that is silent itself",
			[]passage{
				{words: "The gate was shut, Ann Lee said.", by: "lee", origins: "own"},
				{words: "Bo Poe called it shut.", by: "poe", origins: "own"},
			},
			"2 texts, 2 reports; two people on record: Ann Lee and Bo Poe"},
		{"a group within a group",
			[]passage{
				{words: "The gate was shut, four sources said.", by: "sources", origins: "own"},
				{words: "Shut, two of the sources insisted.", by: "two-sources", origins: "own"},
			},
			"2 texts, 1 report; four people unnamed: four sources (among them two of the sources)"},
		{"one of an unnamed group goes on record",
			[]passage{
				{words: "The gate was shut, four sources said.", by: "sources", origins: "own"},
				{words: "Kim Ode called it shut.", by: "ode", origins: "own"},
			},
			"2 texts, 1 report; one person on record: Kim Ode; three people unnamed: four sources (among them Kim Ode)"},
		{"two who are probably one",
			[]passage{
				{words: "The gate was shut, an official said.", by: "official", origins: "own"},
				{words: "A senior official, a senior official of ours, called it shut.", by: "second-official", origins: "own"},
			},
			"2 texts, 1 or 2 reports; one person unnamed: an official (probably also a senior official)"},
		{"an unnamed one who is probably a named one",
			[]passage{
				{words: "The gate was shut, an aide said.", by: "aide", origins: "own"},
				{words: "Mayor Dunn called it shut.", by: "mayor", origins: "own"},
			},
			"2 texts, 1 or 2 reports; one person on record: Mayor Dunn (probably also an aide)"},
		{"a crowd that nobody counted",
			[]passage{{words: "The gate was shut, villagers and two rescuers said.", by: "villagers rescuers", origins: "own"}},
			"1 text, 1 report; two people and others unnamed: villagers and two rescuers"},
		{"a named denial",
			[]passage{
				{words: "The gate was shut, two rescuers said.", by: "rescuers", origins: "own"},
				{words: "The river office denied it: the river office says no.", by: "office", origins: "own", role: "qualifies"},
			},
			"1 text, 1 report; two people unnamed: two rescuers; qualified by river office"},
		{"a named confirmation of a part",
			[]passage{
				{words: "The gate was shut and locked, four sources told Valley Wire.", by: "sources wire", origins: "wire"},
				{words: "It was shut, Mayor Dunn confirmed, and would not speak of the lock.", by: "mayor", origins: "own", role: "qualifies"},
			},
			"1 text, 1 report; one outlet on record: Valley Wire; four people unnamed: four sources; qualified by Mayor Dunn"},
		{"a voice on both sides, and who passes it on",
			[]passage{
				{words: "The gate was shut, Valley Wire reported.", by: "wire", origins: "wire"},
				{words: "Valley Wire quoted four sources: nearly shut.", by: "sources wire", origins: "wire", role: "qualifies"},
			},
			"1 text, 1 report; one outlet on record: Valley Wire; qualified by four sources"},
		{"somebody of a group that qualifies it",
			[]passage{
				{words: "The gate was shut, an insider said.", by: "insider", origins: "own"},
				{words: "Several unnamed insiders said: nearly.", by: "insiders", origins: "own", role: "qualifies"},
			},
			"1 text, 1 report; one person unnamed: an insider; qualified by several unnamed insiders (among them an insider)"},
		{"a group and one of it who both qualify it",
			[]passage{
				{words: "The gate was shut, Ann Lee said.", by: "lee", origins: "own"},
				{words: "Two of the sources said: nearly.", by: "two-sources", origins: "own", role: "qualifies"},
				{words: "Kim Ode called it nearly shut.", by: "ode", origins: "own", role: "qualifies"},
			},
			"1 text, 1 report; one person on record: Ann Lee; qualified by two of the sources (among them Kim Ode)"},
		{"a crowd whose description says that it has no name",
			[]passage{{words: "The gate was shut, several unnamed insiders said.", by: "insiders"}},
			"1 text, of unknown origin; voices: several unnamed insiders"},
		{"a crowd without a number",
			[]passage{{words: "The gate was shut, villagers said.", by: "villagers"}},
			"1 text, of unknown origin; unnamed voices: villagers"},
		{"an origin that is inferred to be one that another text names",
			[]passage{
				{words: "The gate was shut, Ann Lee told Valley Wire.", by: "lee", origins: "wire"},
				{words: "Mayor Dunn called it shut.", by: "mayor", origins: "wire"},
				{words: "It was closed, two rescuers said.", by: "rescuers", origins: "wire"},
			},
			"3 texts, 1 to 3 reports; two people on record: Ann Lee and Mayor Dunn; two people unnamed: two rescuers"},
		{"a part of a group for a reason alone",
			[]passage{
				{words: "The gate was shut, two rescuers said.", by: "rescuers", origins: "own"},
				{words: "A third insider called it shut.", by: "taken", origins: "own"},
			},
			"2 texts, 1 or 2 reports; two people unnamed: two rescuers (taken to be among them: a third insider)"},
		{"one origin on two days",
			[]passage{
				{words: "The gate was shut, Ann Lee told Valley Wire.", by: "lee wire", origins: "wire"},
				{words: "Mayor Dunn told Valley Wire it was shut.", by: "mayor wire", origins: "wire", dated: "2031-03-08"},
			},
			"2 texts, 2 reports; two people and one outlet on record: Ann Lee, Valley Wire and Mayor Dunn"},
		{"one origin on two days that may be one",
			[]passage{
				{words: "The gate was shut, Ann Lee told Valley Wire.", by: "lee", origins: "wire"},
				{words: "Mayor Dunn told Valley Wire it was shut.", by: "mayor", origins: "wire", dated: "2031-03"},
			},
			"2 texts, 1 or 2 reports; two people on record: Ann Lee and Mayor Dunn"},
		{"one origin on some day of a month, twice",
			[]passage{
				{words: "The gate was shut, Ann Lee told Valley Wire.", by: "lee", origins: "wire", dated: "2031-03"},
				{words: "Mayor Dunn told Valley Wire it was shut.", by: "mayor", origins: "wire", dated: "2031-03"},
			},
			"2 texts, 1 or 2 reports; two people on record: Ann Lee and Mayor Dunn"},
		{"wording that is declared to be the same",
			[]passage{
				{words: "The gate was shut, Ann Lee said.", by: "lee", origins: "own"},
				{words: "Mayor Dunn called it shut.", by: "mayor", origins: "own", shares: "text0"},
			},
			"2 texts, 1 report; two people on record: Ann Lee and Mayor Dunn"},
		{"wording that is the same and not declared",
			[]passage{
				{words: shutGate + "Ann Lee said.", by: "lee", origins: "own"},
				{words: shutGate + "Mayor Dunn said.", by: "mayor", origins: "own"},
			},
			"2 texts, 1 report; two people on record: Ann Lee and Mayor Dunn"},
		{"an update is no support",
			[]passage{{words: "The gate was open after all, Ann Lee said.", by: "lee", origins: "own", role: "updates"}},
			""},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := New(link(t, project(c.passages)), nil, Options{})
			if got := section(t, b, "claims", "shut").Support; got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// project makes a project of texts that are cited under one claim.
func project(passages []passage) string {
	var seeds, sources, actors, evidence strings.Builder
	for _, a := range cast {
		fmt.Fprintf(&actors, "[[actors]]\nid = %q\nname = %q\nkind = %q\n%s\n", a[0], a[1], a[2], a[3])
		actors.WriteString("evidence = [{ source = \"text0\", quote = \"gate\" }]\n")
	}
	for i, p := range passages {
		fmt.Fprintf(&seeds, "-- seeds/%d.txt --\n%s\n", i, p.words)
		dated := p.dated
		if dated == "" {
			dated = "2031-03-05"
		}
		fmt.Fprintf(&sources, "[[sources]]\nid = \"text%d\"\nseed = \"%d.txt\"\npublisher = \"\"\ntitle = \"\"\npublished = %q\nlang = \"en\"\norigins = %s\nshares = %s\n",
			i, i, dated, idList(p.origins), idList(p.shares))
		fmt.Fprintf(&evidence, "[[claims.evidence]]\nsource = \"text%d\"\nquote = %q\nby = %s\n", i, p.words, idList(p.by))
		if p.role != "" {
			fmt.Fprintf(&evidence, "role = %q\n", p.role)
		}
	}
	return sheetsTOML + seeds.String() + "-- content/annotations/all.toml --\n" + sources.String() + actors.String() +
		"[[claims]]\nid = \"shut\"\nstatement = \"The gate was shut.\"\n" + evidence.String()
}

// idList writes a list of ids as TOML.
func idList(list string) string {
	var out []string
	for id := range strings.FieldsSeq(list) {
		out = append(out, fmt.Sprintf("%q", id))
	}
	return "[" + strings.Join(out, ", ") + "]"
}

// TestSupportNamesFew holds the line to a bearable length.
func TestSupportNamesFew(t *testing.T) {
	b := New(link(t, project([]passage{{words: "The gate was shut."}})), nil, Options{})
	var s witness.Support
	for i := range 20 {
		s.Texts = append(s.Texts, &dossier.Source{ID: fmt.Sprint(i)})
		s.Named = append(s.Named, witness.Voice{Actor: b.d.Actor("mayor")})
	}
	s.Silent = 2
	want := "20 texts; 2 texts credit nobody with telling it; 20 people on record: " + strings.Repeat("Mayor Dunn, ", 7) + "Mayor Dunn and 12 others"
	if got := b.supportWords(s); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
