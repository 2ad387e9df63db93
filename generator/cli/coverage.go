package cli

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"factsheet/generator/check"
)

// maxRows is how many sources the table of coverage lists.
const maxRows = 20

// coverage prints how much of the texts is read: a line for each source of
// which something is not, and one for all.
func (v *voice) coverage(list []check.SourceCoverage) {
	if len(list) == 0 {
		return
	}
	w := tabwriter.NewWriter(v.w, 0, 0, 3, ' ', 0)
	fmt.Fprintln(w, "read of\tnumbers\ttimes\tnames\tsentences")
	rows, more := 0, 0
	for _, c := range list {
		switch {
		case whole(c):
		case rows == maxRows:
			more++
		default:
			rows++
			fmt.Fprintln(w, row(c.Source.ID, c))
		}
	}
	fmt.Fprintln(w, row("all "+count(len(list), "source"), check.Sum(list)))
	w.Flush()
	if more > 0 {
		v.line("%s more with something unread", count(more, "source"))
	}
}

func whole(c check.SourceCoverage) bool {
	for _, s := range shares(c) {
		if settled(s) < s.Of {
			return false
		}
	}
	return true
}

func shares(c check.SourceCoverage) []check.Share {
	return []check.Share{c.Numbers, c.Times, c.Names, c.Sentences}
}

// settled counts what a published fact reads or a reason sets aside.
func settled(s check.Share) int { return s.Read + s.Aside }

func row(name string, c check.SourceCoverage) string {
	cells := []string{name}
	for _, s := range shares(c) {
		cell := fmt.Sprintf("%d of %d", settled(s), s.Of)
		if s.Drafted > 0 {
			cell += fmt.Sprintf(", %d drafted", s.Drafted)
		}
		cells = append(cells, cell)
	}
	return strings.Join(cells, "\t")
}
