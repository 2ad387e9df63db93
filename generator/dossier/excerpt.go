package dossier

import (
	"slices"
	"strings"

	"factsheet/generator/seed"
	"factsheet/generator/text"
)

// ContextWords is how many words on either side of a cited passage leave the
// project where only excerpts of the seeds do (DESIGN section 8).
const ContextWords = 20

// bareWords is how many words of a seed may leave the project without being
// cited: fewer than the run of eight by which one knows a text again.
const bareWords = 7

// Excerpts is what of the seeds may leave the project: the cited passages with
// a little of their paragraphs, or, as nil, all of them.
type Excerpts map[*Source][]text.Span

// Excerpts returns what of the seeds may leave the project. What drafts cite
// counts only where these are shown.
func (d *Dossier) Excerpts(drafts bool) Excerpts {
	if !d.Site.Excerpts() {
		return nil
	}
	x := Excerpts{}
	for _, item := range d.Items() {
		if item.Common().Draft && !drafts {
			continue
		}
		for _, e := range item.Cited() {
			if e.Found() {
				x.cite(e)
			}
		}
	}
	for s, spans := range x {
		x[s] = text.Join(spans)
	}
	return x
}

func (x Excerpts) cite(e *Evidence) {
	for _, span := range e.Matches[0].Spans {
		x[e.Source] = append(x[e.Source], around(e.Source.Text, span))
	}
}

// around returns a cited passage with up to ContextWords whole words on either
// side within its paragraph.
func around(t *seed.Text, span text.Span) text.Span {
	paragraph := t.Paragraphs[t.ParagraphAt(span.Start)]
	words, within := t.Words(), t.View.Folded(span)
	first, _ := slices.BinarySearchFunc(words, within.Start, func(w seed.Word, at int) int { return int(w.End) - 1 - at })
	last, _ := slices.BinarySearchFunc(words, within.End, func(w seed.Word, at int) int { return int(w.Start) - at })
	out := span
	for n, i := 0, first-1; i >= 0; i-- {
		at := wordSpan(t, words[i])
		if n += weight(t, words[i]); n > ContextWords || at.Start < paragraph.Start {
			break
		}
		if begins(t, words[i]) {
			out.Start = at.Start
		}
	}
	for n, i := 0, last; i < len(words); i++ {
		at := wordSpan(t, words[i])
		if n += weight(t, words[i]); n > ContextWords || at.End > paragraph.End {
			break
		}
		if i+1 == len(words) || begins(t, words[i+1]) {
			out.End = at.End
		}
	}
	return out
}

func wordSpan(t *seed.Text, w seed.Word) text.Span {
	return t.View.Raw(text.Span{Start: int(w.Start), End: int(w.End)})
}

// begins reports whether a word stands after white space.
func begins(t *seed.Text, w seed.Word) bool {
	return w.Start == 0 || t.View.Text[w.Start-1] == ' '
}

// weight is 1 for what anybody would count as a word: letters, digits, and
// signs that stand by themselves.
func weight(t *seed.Text, w seed.Word) int {
	if w.Letters || begins(t, w) {
		return 1
	}
	return 0
}

// Within returns what may leave the project of a span of a source's seed, in
// order.
func (x Excerpts) Within(s *Source, span text.Span) []text.Span {
	if x == nil {
		return []text.Span{span}
	}
	var out []text.Span
	for _, e := range x[s] {
		if e.Overlaps(span) {
			out = append(out, text.Span{Start: max(e.Start, span.Start), End: min(e.End, span.End)})
		}
	}
	return out
}

// Holds reports whether all of a span of a source's seed may leave the project.
func (x Excerpts) Holds(s *Source, span text.Span) bool {
	return x == nil || slices.ContainsFunc(x[s], func(e text.Span) bool { return e.Contains(span) })
}

// Around returns the stretch of a source's seed around a span that may leave
// the project.
func (x Excerpts) Around(s *Source, span text.Span) text.Span {
	for _, e := range x[s] {
		if e.Contains(span) {
			return e
		}
	}
	if x == nil {
		return text.Span{End: len(s.Text.File.Data)}
	}
	return span
}

// Verbatim returns words that an annotation has from a source's seed, cut short
// where they may not leave the project: a headline, the beginning of a part.
func (x Excerpts) Verbatim(s *Source, words string) string {
	list := seed.Words(text.FoldString(words))
	n := 0
	for _, w := range list {
		if w.Letters {
			n++
		}
	}
	if x == nil || n <= bareWords || x.quotes(s, words) {
		return words
	}
	return beginning(text.FoldString(words), list) + " […]"
}

// quotes reports whether words stand within an excerpt.
func (x Excerpts) quotes(s *Source, words string) bool {
	folded := text.FoldString(words)
	return slices.ContainsFunc(x[s], func(e text.Span) bool {
		in := s.Text.View.Folded(e)
		return strings.Contains(s.Text.View.Text[in.Start:in.End], folded)
	})
}

// beginning returns the first words of a folded text.
func beginning(folded string, words []seed.Word) string {
	n, end := 0, 0
	for _, w := range words {
		if w.Letters {
			n++
		}
		if n > bareWords {
			break
		}
		end = int(w.End)
	}
	return folded[:end]
}
