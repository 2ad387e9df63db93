package page

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestGlances sees that the home page shows a plan once, numbers before words,
// and neither durations nor how many told something.
func TestGlances(t *testing.T) {
	const cited = `evidence = [{ source = "herald", quote = "For months three engineers spoke", by = ["engineers"] }]`
	figure := func(id, fields string) string {
		return fmt.Sprintf("[[figures]]\nid = %q\nstatement = \"X.\"\n%s\n%s\n", id, fields, cited)
	}
	plan := func(table, id, fields string) string {
		return fmt.Sprintf("[[%s]]\nid = %q\nstatement = \"X.\"\nstatus = \"planned\"\nwhen = \"[..2031-06]\"\n%s\n%s\n", table, id, fields, cited)
	}
	archive := tunnel +
		figure("dozens", "value = \"dozens\"\nunit = \"tunnels\"") +
		figure("lasts", "value = 6\nunit = \"months\"") +
		figure("tellers", "value = 3\nunit = \"engineers\"") +
		figure("two", "value = 2\nunit = \"tunnels\"") +
		plan("figures", "dig-many", "value = 9\nunit = \"tunnels\"") +
		plan("dates", "dig", "") +
		strings.Replace(plan("dates", "dig-later", ""), "2031-06", "2031-07", 1)
	h := New(link(t, archive), nil, Options{}).Home()
	if diff := cmp.Diff([]string{"two,dozens", "dig-many,dig-later"}, []string{glances(h.Figures), glances(h.Due)}); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := glances(New(link(t, mill), nil, Options{}).Home().Questions); got != "q-open,q-contested,q-partly" {
		t.Errorf("the questions are %s", got)
	}
	for i := range 2 * maxFigures {
		archive += figure(fmt.Sprintf("f%d", i), "value = 2\nunit = \"tunnels\"")
	}
	if h := New(link(t, archive), nil, Options{}).Home(); len(h.Figures) != maxFigures {
		t.Errorf("there are %d figures", len(h.Figures))
	}
}
