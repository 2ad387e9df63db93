package check

import (
	"fmt"
	"strings"

	"factsheet/generator/dossier"
	"factsheet/generator/reuse"
	"factsheet/generator/text"
)

// maxChanges is how many differences of two sentences a finding prints.
const maxChanges = 3

// changes says in words what a later sentence has otherwise than its twin.
func changes(d *dossier.Dossier, pair [2]shared) string {
	var said []string
	for _, c := range d.Wording.Align(pair[0].at, pair[1].at).Changes {
		if len(said) == maxChanges {
			said = append(said, "…")
			break
		}
		said = append(said, change(pair, c))
	}
	return strings.Join(said, "; ")
}

func change(pair [2]shared, c reuse.Change) string {
	cited := func(s shared, span text.Span) string { return q(short(asWritten(s.source, span), 40)) }
	switch {
	case c.Cut():
		return "drops " + cited(pair[0], c.A)
	case c.Added():
		return "adds " + cited(pair[1], c.B)
	}
	return fmt.Sprintf("%s → %s", cited(pair[0], c.A), cited(pair[1], c.B))
}
