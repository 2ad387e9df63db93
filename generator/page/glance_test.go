package page

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestGlances sees that the home page shows a plan once, in the order of the
// days, numbers before words, the latest event first, and neither durations
// nor how many told something.
func TestGlances(t *testing.T) {
	const cited = `evidence = [{ source = "herald", quote = "For months three engineers spoke", by = ["engineers"] }]`
	figure := func(id, fields string) string {
		return fmt.Sprintf("[[figures]]\nid = %q\nstatement = \"X.\"\n%s\n%s\n", id, fields, cited)
	}
	plan := func(table, id, fields string) string {
		return fmt.Sprintf("[[%s]]\nid = %q\nstatement = \"X.\"\nstatus = \"planned\"\nwhen = \"[..2031-06]\"\n%s\n%s\n", table, id, fields, cited)
	}
	event := func(id, when, status string) string {
		return fmt.Sprintf("[[dates]]\nid = %q\nstatement = \"X.\"\nstatus = %q\nwhen = %q\n%s\n", id, status, when, cited)
	}
	archive := tunnel +
		figure("dozens", "value = \"dozens\"\nunit = \"tunnels\"") +
		figure("lasts", "value = 6\nunit = \"months\"") +
		figure("tellers", "value = 3\nunit = \"engineers\"") +
		figure("two", "value = 2\nunit = \"tunnels\"") +
		plan("figures", "dig-many", "value = 9\nunit = \"tunnels\"") +
		plan("dates", "dig", "") +
		strings.Replace(plan("dates", "dig-sooner", ""), "2031-06", "2031-05", 1) +
		event("flooded", "2030", "happened") + event("drained", "2031-01", "happened") + event("signed", "", "agreed") + event("sometime", "", "happened")
	h := New(link(t, archive), nil, Options{}).Home()
	want := []string{"two,dozens", "signed,dig-sooner,dig-many", "drained,flooded"}
	if diff := cmp.Diff(want, []string{glances(h.Figures), glances(h.Due), glances(h.Latest)}); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := questions(New(link(t, mill), nil, Options{}).Home().Questions); got != "contested: q-contested; open: q-open; partly: q-partly" {
		t.Errorf("the questions are %s", got)
	}
	for i := range 2 * maxGlances {
		archive += figure(fmt.Sprintf("f%d", i), "value = 2\nunit = \"tunnels\"")
	}
	for i := range maxGlances + 1 {
		archive += fmt.Sprintf("[[questions]]\nid = \"q%d\"\nquestion = \"X?\"\nstatus = \"open\"\n%s\n", i, tunnelAgreed)
	}
	h = New(link(t, archive), nil, Options{}).Home()
	if len(h.Figures) != maxGlances {
		t.Errorf("there are %d figures", len(h.Figures))
	}
	if q := h.Questions[0]; len(q.List) != maxGlances || q.All.Title != "All 9 questions of this kind" || q.All.Link != "questions.html" {
		t.Errorf("there are %d questions and %+v", len(q.List), q.All)
	}
}

// TestLeadSetsUnknownOriginsApart sees that texts of which nobody knows whose
// report they are do not seem to be among the reports of others.
func TestLeadSetsUnknownOriginsApart(t *testing.T) {
	unknown := strings.Replace(ferry, `  origins = ["own"]`, "", 1)
	lead, _, _ := strings.Cut(New(link(t, unknown), nil, Options{}).Home().Lead, ".")
	if want := "2 texts, which come down to 2 reports by Harbour Wire and ministry of ports; 1 text is of unknown origin"; lead != want {
		t.Errorf("got %q, want %q", lead, want)
	}
}

// TestLeadNamesOutlets sees that reports are put down to all who made them:
// outlets that are no actors by their name, those without one as others.
func TestLeadNamesOutlets(t *testing.T) {
	own := strings.Replace(ferry, `origins = ["wire", "ministry"]`, `origins = ["own", "wire"]`, 1)
	unnamed := strings.Replace(own, `publisher = "Herald"`, `publisher = ""`, 1)
	for project, want := range map[string]string{
		own:     "2 texts, which come down to 2 reports by Herald and Harbour Wire",
		unnamed: "2 texts, which come down to 2 reports by Harbour Wire and 1 other",
	} {
		if lead, _, _ := strings.Cut(New(link(t, project), nil, Options{}).Home().Lead, "."); lead != want {
			t.Errorf("got %q, want %q", lead, want)
		}
	}
}

// TestGlanceOfSides sees that the home page says what the sides of a contested
// question are.
func TestGlanceOfSides(t *testing.T) {
	sides := strings.Replace(mill, `status = "contested"
answers = [{ fact = "burned" }]`, `status = "contested"
answers = [{ fact = "burned", says = "yes" }, { fact = "burned-down", says = "no" }, { fact = "burned", says = "yes" }]`, 1)
	sides += "[[claims]]\nid = \"burned-down\"\nstatement = \"X.\"\nevidence = [{ source = \"herald\", quote = \"Was it arson\" }]\n"
	got := New(link(t, sides), nil, Options{}).Home().Questions[0].List[0]
	if want := "By the texts: yes; or no"; got.Ref.ID != "q-contested" || got.Status != want {
		t.Errorf("%s: got %q, want %q", got.Ref.ID, got.Status, want)
	}
}

// TestReportersOfOwnWords sees that a report in an outlet's own words is said
// to be first carried by that outlet.
func TestReportersOfOwnWords(t *testing.T) {
	b := New(link(t, strings.ReplaceAll(boats, `origins = ["wire"]`, `origins = ["own"]`)), nil, Options{})
	got := drawn(section(t, b, "figures", "lost-all").Plots[0])
	if want := "  5 March 2031; report first carried by: Herald"; !slices.Contains(got, want) || strings.Contains(strings.Join(got, "\n"), ownWords) {
		t.Errorf("%q is not in\n%s", want, strings.Join(got, "\n"))
	}
}
