package page

import (
	"fmt"
	"slices"
	"strings"

	"factsheet/generator/dossier"
	"factsheet/generator/names"
	"factsheet/generator/text"
)

// A spelling is what a source calls an actor, where it first does.
type spelling struct {
	source *dossier.Source
	span   text.Span // of the folded text
}

// spellings lists for every actor what the article of each source calls it. A
// name that several actors have, in whatever letters, counts for those whose
// own evidence holds it there.
func spellings(d *dossier.Dossier) map[string][]spelling {
	out := map[string][]spelling{}
	named := namesakes(d)
	for _, s := range d.Sources {
		seen := map[[2]string]bool{} // of actor and words
		for _, m := range d.Mentions(s) {
			if !partOf(s, m).Proves() {
				continue
			}
			words := s.Text.View.Text[m.Span.Start:m.Span.End]
			all := named[strings.ToLower(words)]
			for _, id := range all {
				key := [2]string{id, words}
				if seen[key] || len(all) > 1 && !evident(d.Actor(id), s, m.Span) {
					continue
				}
				seen[key] = true
				out[id] = append(out[id], spelling{s, m.Span})
			}
		}
	}
	return out
}

// namesakes lists the actors by each of their spellings in small letters.
func namesakes(d *dossier.Dossier) map[string][]string {
	out := map[string][]string{}
	for _, a := range d.Actors {
		for _, name := range a.Spellings() {
			name = strings.ToLower(name)
			if list := out[name]; !slices.Contains(list, a.ID) {
				out[name] = append(list, a.ID)
			}
		}
	}
	return out
}

// partOf returns the part in which a source names an actor.
func partOf(s *dossier.Source, m names.Mention) *dossier.Part {
	return s.At(s.Text.View.Raw(m.Span).Start)
}

// evident reports whether an actor's own evidence holds a span of the folded
// text of a source.
func evident(a *dossier.Actor, s *dossier.Source, span text.Span) bool {
	holds := func(e *dossier.Evidence) bool {
		return e.Found() && e.Source == s && slices.ContainsFunc(e.Folded(), func(quote text.Span) bool { return quote.Contains(span) })
	}
	return a != nil && slices.ContainsFunc(a.Evidence, holds)
}

// calls says what each source calls an actor.
func (b *Book) calls(a *dossier.Actor) []Reading {
	var out []Reading
	for _, sp := range b.spelled()[a.ID] {
		raw := sp.source.Text.View.Raw(sp.span)
		out = append(out, Reading{Source: b.placeRef(sp.source, raw.Start), Words: sp.source.Text.File.Slice(raw)})
	}
	return out
}

// placeRef returns the link to the paragraph of a source in which a byte of
// its seed lies, or to the source where that is left out.
func (b *Book) placeRef(s *dossier.Source, offset int) Ref {
	ref := b.sourceRef(s)
	n := s.Text.ParagraphAt(offset)
	if n >= 0 && len(b.shown.Within(s, s.Text.Paragraphs[n])) > 0 {
		ref.Link += "#" + paragraphID(s, n)
	}
	ref.File += fmt.Sprintf("#L%d", s.Text.File.Position(offset).Line)
	return ref
}

// paragraphID is the element id of a paragraph of a source, given its index.
func paragraphID(s *dossier.Source, index int) string { return fmt.Sprintf("%s_%d", s.ID, index+1) }

// credits reports whether a part names an actor.
func (b *Book) credits(p *dossier.Part, a *dossier.Actor) bool {
	return slices.ContainsFunc(b.d.Mentions(p.Source), func(m names.Mention) bool {
		return slices.Contains(m.IDs, a.ID) && partOf(p.Source, m) == p
	})
}
