package page

import (
	"slices"
	"strings"

	"factsheet/generator/dossier"
	"factsheet/generator/seed"
	"factsheet/generator/text"
)

// names are an actor's name and aliases, folded, the longest first. A coined
// name stands in no text and is not among them.
func names(a *dossier.Actor) []string {
	var out []string
	if !a.Record.Coined {
		out = append(out, text.FoldString(a.Record.Name.Value))
	}
	for _, alias := range a.Record.Aliases {
		out = append(out, text.FoldString(alias.Value))
	}
	slices.SortStableFunc(out, func(a, b string) int { return len(b) - len(a) })
	return slices.DeleteFunc(unique(out), func(s string) bool { return s == "" })
}

// find returns where names stand in a folded text as whole words, each name
// once. Of two that overlap the one that comes first in the list counts, so
// that a part of a longer name is no name of its own.
func find(folded string, names []string) []text.Span {
	var found []text.Span
	for _, name := range names {
		for from := 0; ; {
			i := strings.Index(folded[from:], name)
			if i < 0 {
				break
			}
			span := text.Span{Start: from + i, End: from + i + len(name)}
			from = span.Start + 1
			taken := slices.ContainsFunc(found, span.Overlaps)
			if !taken && !seed.InWord(folded, span.Start) && !seed.InWord(folded, span.End) {
				found = append(found, span)
				break
			}
		}
	}
	return found
}

// spellings are what each source calls an actor in the evidence for it.
func (b *Book) spellings(a *dossier.Actor) []Reading {
	names := names(a)
	seen := map[[2]string]bool{} // of source and spelling
	var out []Reading
	for _, e := range a.Evidence {
		if !e.Found() {
			continue
		}
		for _, words := range spelled(e, names) {
			key := [2]string{e.Source.ID, text.FoldString(words)}
			if !seen[key] {
				seen[key] = true
				out = append(out, Reading{Source: b.passageRef(a, e), Words: words})
			}
		}
	}
	return out
}

// spelled returns the names in a quote as the seed has them.
func spelled(e *dossier.Evidence, names []string) []string {
	view := e.Source.Text.View
	var out []string
	for _, span := range e.Matches[0].Spans {
		in := view.Folded(span)
		for _, s := range find(view.Text[in.Start:in.End], names) {
			raw := view.Raw(text.Span{Start: in.Start + s.Start, End: in.Start + s.End})
			out = append(out, e.Source.Text.File.Slice(raw))
		}
	}
	return out
}

// unquotedAliases are those that stand in none of the actor's own quotes.
func (b *Book) unquotedAliases(a *dossier.Actor) []Words {
	quoted := map[string]bool{}
	for _, r := range b.spellings(a) {
		quoted[text.FoldString(r.Words)] = true
	}
	var out []Words
	for _, alias := range a.Record.Aliases {
		if !quoted[text.FoldString(alias.Value)] {
			out = append(out, alias.Value)
		}
	}
	return out
}

// namedIn reports whether a span of a source's text names an actor.
func namedIn(s *dossier.Source, span text.Span, a *dossier.Actor) bool {
	in := s.Text.View.Folded(span)
	return len(find(s.Text.View.Text[in.Start:in.End], names(a))) > 0
}
