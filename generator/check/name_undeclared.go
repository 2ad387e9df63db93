package check

import (
	"fmt"
	"slices"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/names"
	"factsheet/generator/text"
)

var nameUndeclared = Rule{
	Code: "name-undeclared", Group: Coverage, Severity: diag.Warning,
	Title: "a text has what looks like a name, and no actor is called so",
	Why: "Whoever is named is an actor: a person, a body, a place or a thing. A name that is none of these, or of no matter " +
		"to the story, is set aside with `allow` on its source.",
	Example: `"Ada Brook" stands in seeds/017.txt, and no actor has that name`,
	Named: func(d *dossier.Dossier, s *dossier.Source, report Report) {
		for _, c := range undeclaredNames(d, s) {
			words := s.Text.View.Text[c.Span.Start:c.Span.End]
			report(inSeed(s, c.Span), fmt.Sprintf("%q looks like a name, and no actor is called so", words),
				fmt.Sprintf("aliases = [%q] on the actor whose name it is, or a new actor", words))
		}
	},
}

// undeclaredNames returns the first place of each name in what of a source may
// be cited that overlaps no name of an actor, and is no part of one that the
// source has, as "the Council" is of "Port Hale Council".
func undeclaredNames(d *dossier.Dossier, s *dossier.Source) []names.Candidate {
	if len(s.Readings.Names) == 0 {
		return nil
	}
	folded := s.Text.View.Text
	own := append(knownNames(d, s), text.FoldString(s.Record.Publisher.Value))
	seen := map[string]bool{}
	return slices.DeleteFunc(slices.Clone(s.Readings.Names), func(c names.Candidate) bool {
		words := folded[c.Span.Start:c.Span.End]
		known := seen[words] || len(mentionsIn(d, s, c.Span)) > 0 || !proves(s, c.Span) || isPartOfAny(own, words)
		seen[words] = seen[words] || !known
		return known
	})
}

// knownNames are all names of the actors that a source names.
func knownNames(d *dossier.Dossier, s *dossier.Source) []string {
	var out []string
	seen := map[string]bool{}
	for _, m := range d.Mentions(s) {
		for _, id := range m.IDs {
			if !seen[id] {
				seen[id] = true
				out = append(out, d.Actor(id).Spellings()...)
			}
		}
	}
	return out
}

func isPartOfAny(list []string, words string) bool {
	return slices.ContainsFunc(list, func(name string) bool { return containsWords(name, words) })
}
