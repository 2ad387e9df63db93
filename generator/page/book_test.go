package page

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// ferry is a project with two texts of one wording, voices of every sort and a
// draft.
const ferry = sheetsTOML + `-- seeds/a.txt --
The ferry sank, the Harbour Wire reports. Two sailors said it was full. Ann Lee denied it. It hopes to sail by June.
-- seeds/b.txt --
The ferry sank. It was full.
-- content/annotations/a.toml --
[[sources]]
id = "herald"
seed = "a.txt"
publisher = "Herald"
title = ""
published = "2031-03-05"
lang = "en"
url = "https://example.org/a"
origins = ["wire", "ministry"]
shares = ["echo-body"]
basis = "It has the wording of the [wire](wire)."

[[sources]]
id = "echo"
seed = "b.txt"
publisher = ""
title = ""
published = ""
dated = "2031-03-07"
lang = "en"
  [[sources.parts]]
  id = "echo-body"
  from = "It was full"
  origins = ["own"]
  basis = "Its own."

[[measures]]
id = "passengers"
title = "Passengers"
unit = "people"

[[actors]]
id = "wire"
name = "Harbour Wire"
kind = "media"
[[actors]]
id = "ministry"
name = "ministry of ports"
coined = true
kind = "media"
[[actors]]
id = "sailors"
name = "two sailors"
coined = true
kind = "anonymous"
likely = "lee"
evidence = [{ source = "herald", quote = "Two sailors" }]
[[actors]]
id = "lee"
name = "Ann Lee"
kind = "person"
part_of = "ministry"
evidence = [{ source = "herald", quote = "Ann Lee denied it" }]
[[actors]]
id = "ghost"
name = "It"
kind = "thing"
draft = true

[[claims]]
id = "full"
statement = "It was full."
who = ["ghost"]
evidence = [
  { source = "herald", quote = "Two sailors said it was full", by = ["sailors", "wire"] },
  { source = "herald", quote = "Ann Lee denied it", by = ["lee"] },
  { source = "echo", quote = "It was full" },
]
[[claims]]
id = "sank"
statement = "It sank, see [the guess](guess)."
differs = ["guess"]
evidence = [{ source = "herald", quote = "The ferry sank" }, { source = "echo", quote = "The ferry sank" }]
[[claims]]
id = "guess"
draft = true
statement = "It did not sink."
supersedes = ["sank"]
evidence = [{ source = "echo", quote = "sank" }]

[[figures]]
id = "old"
statement = "One ferry sank."
measure = "passengers"
value = 1
evidence = [{ source = "echo", quote = "The ferry sank" }]
[[figures]]
id = "new"
statement = "Hundreds were aboard."
measure = "passengers"
value = "hundreds"
since = "sinking"
supersedes = ["old"]
evidence = [{ source = "echo", quote = "It was full" }]

[[dates]]
id = "sinking"
statement = "The ferry sank."
when = ""
status = "happened"
evidence = [{ source = "echo", quote = "The ferry sank" }]
[[dates]]
id = "sailing"
statement = "The ferry sails again."
when = "[..2031-06]"
status = "aimed"
evidence = [{ source = "herald", quote = "It hopes to sail by June", refers = { "June" = "2031-06", "It" = ["wire", "nobody"] } }]

[[questions]]
id = "how-full"
question = "How full was it?"
status = "answered"
evidence = [{ source = "echo", quote = "It was full" }]
[[questions]]
id = "why"
question = "Why did it sink?"
status = "open"
silent = [{ sources = ["herald"], words = ["storm*"] }, { sources = ["herald", "echo"], words = ["fog", "rain"] }]
`

func book(t *testing.T, opt Options) *Book { return New(link(t, ferry), nil, opt) }

// section returns a section of a sheet by its id.
func section(t *testing.T, b *Book, sheet, id string) Section {
	t.Helper()
	all := sections(t, b, sheet)
	i := slices.IndexFunc(all, func(s Section) bool { return s.ID == id })
	if i < 0 {
		t.Fatalf("there is no %s on %s", id, sheet)
	}
	return all[i]
}

// sections are those of a sheet and of its groups.
func sections(t *testing.T, b *Book, sheet string) []Section {
	t.Helper()
	s, ok := b.Outline(sheet)
	if !ok {
		t.Fatalf("there is no sheet %s", sheet)
	}
	for _, g := range s.Groups {
		group, _ := b.Group(sheet, g.Name)
		s.Sections = append(s.Sections, group.Sections...)
	}
	return s.Sections
}

func TestSite(t *testing.T) {
	got := book(t, Options{}).Site()
	got.Search, got.Nav, got.Foot, got.Alternates = Ref{}, nil, nil, nil
	want := Site{
		Title: "The ferry", Lang: "en", BaseURL: "https://example.org/ferry/", Updated: "1 April 2031",
		KnownUpTo: "Known up to 7 March 2031 (inferred: the text itself does not tell its day)", KnownShort: "Known up to 7 March 2031 (inferred)",
		Newest: Ref{Kind: "source", ID: "echo", Title: "Unnamed outlet, 7 March 2031", Link: "sources/echo.html", File: "seeds/b.txt"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestKnownUpTo(t *testing.T) {
	const why = ": the text itself does not tell its day"
	for _, c := range []struct{ name, published, dated, want, short string }{
		{"a page", "2031-03-05", "", "Known up to 5 March 2031", "Known up to 5 March 2031"},
		{"a month", "2031-03", "", "Known up to March 2031", "Known up to March 2031"},
		{"an uncertain page", "2031-03-05?", "", "Known up to perhaps 5 March 2031", "Known up to perhaps 5 March 2031"},
		{"another day", "2031-03-05", "2031-03-04", "Known up to 4 March 2031 (inferred" + why + ")", "Known up to 4 March 2031 (inferred)"},
		{
			"some day", "", "[2031-03..2031-04]",
			"Known up to some day between March and April 2031 (inferred" + why + ")", "Known up to some day between March and April 2031 (inferred)",
		},
		{"by a day", "", "[..2031-04-05]", "Known up to some day on or before 5 April 2031 (inferred" + why + ")", "Known up to some day on or before 5 April 2031 (inferred)"},
		{"nothing", "", "", "", ""},
	} {
		archive := sheetsTOML + "-- seeds/a.txt --\nText.\n-- content/annotations/a.toml --\n" + fmt.Sprintf(
			"[[sources]]\nid = \"a\"\nseed = \"a.txt\"\npublisher = \"\"\ntitle = \"\"\nlang = \"en\"\npublished = %q\n", c.published)
		if c.dated != "" {
			archive += fmt.Sprintf("dated = %q\n", c.dated)
		}
		got := New(link(t, archive), nil, Options{}).Site()
		if got.KnownUpTo != c.want || got.KnownShort != c.short {
			t.Errorf("%s: %q, in short %q; not %q and %q", c.name, got.KnownUpTo, got.KnownShort, c.want, c.short)
		}
	}
}

func TestNav(t *testing.T) {
	prose := []Prose{{Path: "about/us.md", Title: "About us"}}
	var got []string
	for _, r := range New(link(t, ferry), prose, Options{}).Site().Nav {
		got = append(got, r.Title+" "+r.Link+" "+r.File)
	}
	want := []string{
		"Home index.html ",
		"Figures figures.html content/sheets/figures.md",
		"Dates dates.html content/sheets/dates.md",
		"Claims claims.html content/sheets/claims.md",
		"Questions questions.html content/sheets/questions.md",
		"Actors actors.html content/sheets/actors.md",
		"Sources sources.html ",
		"About us about/us.html content/about/us.md",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestSupport(t *testing.T) {
	b := book(t, Options{})
	for _, c := range []struct{ sheet, id, want string }{
		{"claims", "full", "2 texts, 1 or 2 reports; 1 text credits nobody with telling it; one person and one outlet on record: Ann Lee (probably also two sailors) and Harbour Wire"},
		{"claims", "sank", "2 texts, which credit nobody with telling it"},
		{"figures", "new", "1 text, which credits nobody with telling it"},
		{"questions", "why", ""},
		{"actors", "lee", "In 1 text"},
	} {
		if got := section(t, b, c.sheet, c.id).Support; got != c.want {
			t.Errorf("%s: %q, not %q", c.id, got, c.want)
		}
	}
}

func TestSources(t *testing.T) {
	b := book(t, Options{})
	rows := b.Sources().Rows
	type row struct {
		ID, Publisher, Published string
		Dated, Origins           []string
		Shares                   string
		Facts                    int
	}
	var got []row
	for _, r := range rows {
		var origins []string
		for _, o := range r.Origins {
			origins = append(origins, o.Words())
		}
		got = append(got, row{r.Ref.ID, r.Publisher, r.Published, r.Dated, origins, idsOf(r.Shares), r.Facts})
	}
	want := []row{
		{"echo", "not told", "not told", []string{"7 March 2031 (inferred)"}, []string{"not told", "the publisher itself"}, "herald", 6},
		{"herald", "Herald", "5 March 2031", []string{"5 March 2031 (the day of the page)"}, []string{"Harbour Wire", "ministry of ports (inferred)"}, "echo", 3},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	herald, _ := b.Source("herald")
	echo, _ := b.Source("echo")
	if herald.URL != "https://example.org/a" || echo.URL != "" {
		t.Errorf("the addresses of the pages are %q and %q", herald.URL, echo.URL)
	}
	if _, ok := b.Source("nowhere"); ok {
		t.Error("there is a page of a source that is not declared")
	}
}

func TestPassageLabels(t *testing.T) {
	echo, _ := book(t, Options{}).Source("echo")
	var got []string
	for _, p := range echo.Passages {
		got = append(got, p.Label)
	}
	want := []string{
		"Speaks from 7 March 2031 (inferred). First reported by: not told",
		"Speaks from 7 March 2031 (inferred). First reported by: the publisher itself",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestDrafts sees that a draft leaves no trace, or is there as a draft.
func TestDrafts(t *testing.T) {
	without := book(t, Options{})
	for _, sheet := range without.Sheets() {
		s, _ := without.Outline(sheet.ID)
		if text := fmt.Sprintf("%+v %+v", s, sections(t, without, sheet.ID)); strings.Contains(text, "It did not sink") || strings.Contains(text, "ghost") {
			t.Errorf("the draft shows on %s: %s", sheet.ID, text)
		}
	}
	if sank := section(t, without, "claims", "sank"); len(sank.Notes) > 0 || len(sank.Statement.Refs) > 0 {
		t.Errorf("the draft shows beside what it differs from: %+v", sank)
	}
	if _, ok := without.Ref("guess"); ok {
		t.Error("a link leads to the draft")
	}
	with := book(t, Options{Drafts: true})
	if !section(t, with, "claims", "guess").Draft {
		t.Error("the draft is not told from other facts")
	}
	want := []Note{
		{Label: "Differs from", Refs: []Ref{with.ref("guess")}},
		{Label: "Replaced by", Refs: []Ref{with.ref("guess")}},
	}
	if diff := cmp.Diff(want, section(t, with, "claims", "sank").Notes); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if ref, ok := with.Ref("guess"); !ok || ref.Link != "claims.html#guess" {
		t.Errorf("the draft is at %+v", ref)
	}
}

func TestHome(t *testing.T) {
	h := book(t, Options{}).Home()
	got := []string{h.Lead, glances(h.Figures), glances(h.Due), glances(h.Latest), questions(h.Questions), h.Sheets[3].Summary, h.Sheets[4].Summary}
	known := " Known up to 7 March 2031 (inferred)."
	want := []string{
		"2 texts, which come down to 2 reports by Harbour Wire and ministry of ports. 6 facts and 2 questions. Each fact stands beside the words it rests on: 9 quotes in all.",
		"new", "sailing", "", "open: why",
		"2 questions (1 open, 1 answered) from 1 text." + known,
		"4 actors from 1 text." + known,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func questions(groups []Glances) string {
	var out []string
	for _, g := range groups {
		out = append(out, g.ID+": "+glances(g.List))
	}
	return strings.Join(out, "; ")
}

func glances(list []Glance) string {
	var refs []Ref
	for _, g := range list {
		refs = append(refs, g.Ref)
	}
	return idsOf(refs)
}

func TestNotes(t *testing.T) {
	b := book(t, Options{})
	for _, c := range []struct {
		sheet, id string
		want      []Note
	}{
		{"figures", "new", []Note{{Label: "Counted from", Refs: []Ref{b.ref("sinking")}}, {Label: "Replaces", Refs: []Ref{b.ref("old")}}}},
		{"questions", "why", []Note{
			{Label: "Not said in the texts named", Words: "“storm…” with any ending; looked for in", Refs: []Ref{b.ref("herald")}},
			{Label: "No text says", Words: "“fog” or “rain”; looked for in", Refs: []Ref{b.ref("herald"), b.ref("echo")}},
		}},
		{"actors", "lee", []Note{
			{Label: "Part of", Refs: []Ref{b.ref("ministry")}},
			{Label: "Probably the same as", Refs: []Ref{b.ref("sailors")}},
			{Label: "Says", Refs: []Ref{b.ref("full")}},
		}},
		{"actors", "ministry", []Note{{Label: "Has as parts", Refs: []Ref{b.ref("lee")}}}},
	} {
		if diff := cmp.Diff(c.want, section(t, b, c.sheet, c.id).Notes); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.id, diff)
		}
	}
}

func TestStatusAndHeading(t *testing.T) {
	b := book(t, Options{})
	for _, c := range []struct{ sheet, id, heading, status string }{
		{"figures", "old", "Passengers: 7 March 2031", "1 (people); as of 7 March 2031"},
		{"figures", "new", "Passengers: up to 7 March 2031", "“hundreds” (people); counted since “The ferry sank”, which no text dates, up to 7 March 2031"},
		{"dates", "sinking", "Undated", "Happened on a day that the texts do not tell"},
		{"dates", "sailing", "By the end of June 2031", "An aim; due by the end of June 2031; said on 5 March 2031"},
		{"questions", "how-full", "", "Answered, by texts up to 7 March 2031"},
		{"questions", "why", "", "Open, by texts up to 7 March 2031"},
		{"actors", "sailors", "Two sailors", "Unnamed; how many is not told; the name is a label of ours"},
	} {
		s := section(t, b, c.sheet, c.id)
		if s.Heading != c.heading || s.Status != c.status {
			t.Errorf("%s: %q, %q; not %q, %q", c.id, s.Heading, s.Status, c.heading, c.status)
		}
	}
}
