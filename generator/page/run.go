package page

import (
	"bytes"
	"cmp"
	"slices"
	"unicode"

	"factsheet/generator/dossier"
	"factsheet/generator/text"
)

// A mark is a cited stretch of a seed: one piece of one quote.
type mark struct {
	text.Span
	citation
	anchor string // of the first piece; "" for the others
}

// A cutter cuts the paragraphs of a source into runs, in the order of the
// text.
type cutter struct {
	book   *Book
	source *dossier.Source
	marks  []mark // by their start, then the longer first
	next   int    // the first mark that has not begun
	open   []mark // those that have begun and not ended
}

func (b *Book) newCutter(s *dossier.Source) *cutter {
	c := &cutter{book: b, source: s}
	for _, cite := range b.cites(s) {
		for i, span := range cite.Matches[0].Spans {
			m := mark{Span: span, citation: cite}
			if i == 0 {
				m.anchor = anchor(cite.item, cite.Evidence)
			}
			c.marks = append(c.marks, m)
		}
	}
	slices.SortStableFunc(c.marks, func(a, b mark) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	return c
}

// paragraph cuts what of a paragraph lies within a span.
func (c *cutter) paragraph(index int, within text.Span) Paragraph {
	t := c.source.Text
	whole := t.Paragraphs[index]
	span := text.Span{Start: max(whole.Start, within.Start), End: min(whole.End, within.End)}
	p := Paragraph{Line: t.File.Position(span.Start).Line}
	if len(bytes.TrimFunc(t.File.Data[span.Start:span.End], unicode.IsSpace)) == 0 {
		return p
	}
	shown := c.book.shown.Within(c.source, span)
	if span.Start == whole.Start && len(shown) > 0 {
		p.ID = paragraphID(c.source, index)
	}
	var citing []mark
	at := span.Start
	for _, s := range shown {
		p.Runs = append(p.Runs, c.gap(at, s.Start)...)
		for at = s.Start; at < s.End; {
			run, end := c.run(at, s.End)
			p.Runs = append(p.Runs, run)
			citing = append(citing, c.open...)
			at = end
		}
	}
	p.Runs = append(p.Runs, c.gap(at, span.End)...)
	p.Facts, p.Actors = c.book.margin(citing)
	return p
}

// gap is the run that stands for seed text which is left out, with the white
// space at its ends; none where there is no such text.
func (c *cutter) gap(start, end int) []Run {
	data := c.source.Text.File.Data[start:end]
	left := bytes.TrimLeftFunc(data, unicode.IsSpace)
	words := bytes.TrimRightFunc(left, unicode.IsSpace)
	switch {
	case len(data) == 0:
		return nil
	case len(words) == 0:
		return []Run{{Text: string(data)}}
	}
	before, after := data[:len(data)-len(left)], left[len(words):]
	return []Run{{Text: string(before) + "[…]" + string(after), Gap: true}}
}

// run returns the run that begins at a byte and where it ends: at the next
// place where a mark begins or ends.
func (c *cutter) run(at, limit int) (Run, int) {
	c.open = slices.DeleteFunc(c.open, func(m mark) bool { return m.End <= at })
	var run Run
	for c.next < len(c.marks) && c.marks[c.next].Start <= at {
		m := c.marks[c.next]
		c.next++
		if m.anchor != "" {
			run.Anchors = append(run.Anchors, m.anchor)
		}
		c.open = append(c.open, m)
	}
	end := limit
	if c.next < len(c.marks) {
		end = min(end, c.marks[c.next].Start)
	}
	for _, m := range c.open {
		end = min(end, m.End)
	}
	run.Text = c.source.Text.File.Slice(text.Span{Start: at, End: end})
	run.Cited = c.book.cited(c.open)
	return run, end
}

// cited are the facts and actors of marks, each once.
func (b *Book) cited(marks []mark) []Ref {
	var out []Ref
	seen := map[string]bool{}
	for _, m := range marks {
		if name := m.item.Name(); !seen[name] {
			seen[name] = true
			out = append(out, b.itemRef(m.item))
		}
	}
	return out
}

// margin tells the facts of marks from their actors.
func (b *Book) margin(marks []mark) (facts, actors []Ref) {
	for _, ref := range b.cited(marks) {
		if ref.Kind == "actor" {
			actors = append(actors, ref)
		} else {
			facts = append(facts, ref)
		}
	}
	return b.tellApart(facts), actors
}

// tellApart tells facts of one statement, a figure and its date for example, from
// one another: each by the title of its sheet.
func (b *Book) tellApart(facts []Ref) []Ref {
	alike := map[Words]int{}
	for _, f := range facts {
		alike[f.Title]++
	}
	for i, f := range facts {
		if alike[f.Title] > 1 {
			facts[i].Title += " (" + b.d.Site.Sheet(b.d.Fact(f.ID).Record.Table).Title.Value + ")"
		}
	}
	return facts
}
