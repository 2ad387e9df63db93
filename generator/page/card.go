package page

import (
	"slices"
	"strings"
	"sync"

	"factsheet/generator/dossier"
	"factsheet/generator/fragment"
	"factsheet/generator/text"
)

// A Card is evidence seen from near: the quote in its paragraph, and what is
// known of who said it, to whom and when.
type Card struct {
	ID        string // that of the evidence: FACT_1
	Source    Ref    // at the cited passage
	Lang      string // BCP 47, of the paragraph
	Paragraph []Stretch
	Details   []Note
	Original  string // the address of the passage on the page from which the text was taken; "" where none is known
}

// A Stretch is a part of a paragraph.
type Stretch struct {
	Text   string // seed text
	Quoted bool
	Gap    bool // seed text is left out here, and Text stands for it
}

// cards are the cards of the evidence of a fact.
func (b *Book) cards(f *dossier.Fact) []Card {
	var out []Card
	for _, e := range f.Evidence {
		if e.Found() {
			out = append(out, b.card(f, e))
		}
	}
	return out
}

func (b *Book) card(f *dossier.Fact, e *dossier.Evidence) Card {
	return Card{
		ID: anchor(f, e), Source: b.passageRef(f, e), Lang: e.Source.Record.Lang.Value,
		Paragraph: b.paragraphOf(e), Details: b.details(e), Original: b.original(e),
	}
}

// paragraphOf is the paragraph of a quote, or what of it may be shown, cut
// where the quote begins and ends.
func (b *Book) paragraphOf(e *dossier.Evidence) []Stretch {
	whole := e.Source.Text.Paragraphs[e.Source.Text.ParagraphAt(e.Span().Start)]
	shown := b.shown.Within(e.Source, whole)
	var out []Stretch
	at := whole.Start
	for _, s := range shown {
		if s.Start > at {
			out = append(out, Stretch{Text: "[…] ", Gap: true})
		}
		out = append(out, cutAt(e, s)...)
		at = s.End
	}
	if at < whole.End {
		out = append(out, Stretch{Text: " […]", Gap: true})
	}
	return out
}

// cutAt cuts a span of the seed where the pieces of a quote begin and end.
func cutAt(e *dossier.Evidence, within text.Span) []Stretch {
	var out []Stretch
	add := func(start, end int, quoted bool) {
		if start < end {
			out = append(out, Stretch{Text: e.Source.Text.File.Slice(text.Span{Start: start, End: end}), Quoted: quoted})
		}
	}
	at := within.Start
	for _, piece := range e.Matches[0].Spans {
		if !within.Contains(piece) {
			continue
		}
		add(at, piece.Start, false)
		add(piece.Start, piece.End, true)
		at = piece.End
	}
	add(at, within.End, false)
	return out
}

// details are what is known of a quote besides its words.
func (b *Book) details(e *dossier.Evidence) []Note {
	var out []Note
	for _, n := range [...]Note{
		b.saidBy(e),
		{Label: "How many", Words: b.howMany(e)},
		{Label: "To, or through", Refs: b.through(e)},
		{Label: "In the text", Words: telling(e)},
		saidOn(e),
		{Label: "Published", Words: orNotTold(on(e.Source.Record.Published.Date))},
		{Label: "First reported by", Words: b.reporterWords([]*dossier.Evidence{e})},
		{Label: "Reason", Text: b.inline(e.Record.Because)},
	} {
		if n.Words != "" || n.Text.Text != "" || len(n.Refs) > 0 {
			out = append(out, n)
		}
	}
	return out
}

// saidBy names who is credited with a quote.
func (b *Book) saidBy(e *dossier.Evidence) Note {
	if len(e.Record.By) == 0 {
		return Note{Label: "Said by", Words: "nobody is credited with it"}
	}
	return Note{Label: "Said by", Refs: b.refsOf(e.Record.By[:1])}
}

// saidOn says when a quote was said, or of which day the words are where nobody
// is credited with them.
func saidOn(e *dossier.Evidence) Note {
	if len(e.Record.By) == 0 {
		return Note{Label: "Words of", Words: orNotTold(noun(e.Said))}
	}
	return Note{Label: "Said", Words: orNotTold(on(e.Said))}
}

// howMany says how many people an unnamed speaker is, of whom a text tells it.
func (b *Book) howMany(e *dossier.Evidence) Words {
	if len(e.Record.By) == 0 || !b.isUnnamed(e.Record.By[0].Value) {
		return ""
	}
	count := b.d.Actor(e.Record.By[0].Value).Record.Count
	switch {
	case count.Numeric:
		return b.speech.count(int(count.Value), "person", "people") + ", unnamed"
	case count.Given():
		return quoted(count.Text.Value) + ", unnamed"
	}
	return "not told, and unnamed"
}

// through are those to whom something was said, or who passed it on.
func (b *Book) through(e *dossier.Evidence) []Ref {
	if len(e.Record.By) < 2 {
		return nil
	}
	return b.refsOf(e.Record.By[1:])
}

// telling says whether the words of a quote are somebody's own or those of
// whoever wrote the text.
func telling(e *dossier.Evidence) Words {
	if e.Source.Reuse == nil {
		return ""
	}
	quotations := e.Source.Reuse.Quoted()
	within, touched := true, false
	for _, piece := range e.Folded() {
		in := func(q text.Span) bool { return q.Contains(piece) }
		within = within && slices.ContainsFunc(quotations, in)
		touched = touched || slices.ContainsFunc(quotations, piece.Overlaps)
	}
	switch {
	case within:
		return "word for word, in quotation marks"
	case touched:
		return "retold by the writer, with some words in quotation marks"
	}
	return "retold by the writer"
}

// original returns the address of a passage on the page from which the text of
// its source was taken, or that of the page where no fragment finds the passage
// for sure.
func (b *Book) original(e *dossier.Evidence) string {
	address := e.Source.Record.URL.Value
	if address == "" {
		return ""
	}
	t := e.Source.Text
	found, ok := b.originalOf(e.Source).Fragment(t.Paragraphs[t.ParagraphAt(e.Span().Start)], e.Span())
	switch {
	case !ok:
		return address
	case strings.Contains(address, "#"):
		return address + found
	}
	return address + "#" + found
}

// originalOf returns the text of a source whose page is known, made ready when
// the first of its passages is looked for.
func (b *Book) originalOf(s *dossier.Source) *fragment.Page {
	found, ok := b.originals.Load(s)
	if !ok {
		found, _ = b.originals.LoadOrStore(s, sync.OnceValue(func() *fragment.Page { return fragment.New(s.Text.File.Data) }))
	}
	return found.(func() *fragment.Page)()
}
