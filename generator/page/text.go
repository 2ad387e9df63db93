package page

import (
	"factsheet/generator/dossier"
	"factsheet/generator/form"
)

// Source returns what a source's page shows, and false where there is no
// source of that id.
func (b *Book) Source(id string) (Source, bool) {
	s := b.d.Source(id)
	if s == nil {
		return Source{}, false
	}
	page := Source{
		SourceRow: b.row(s), ID: s.ID, Title: b.shown.Verbatim(s, s.Record.Title.Value), URL: s.Record.URL.Value,
		Lang: s.Record.Lang.Value, Reasons: b.reasons(s), Passages: b.passages(s),
	}
	if page.Title == "" {
		page.Title = page.Ref.Title
	}
	if s.Seed != nil {
		page.File = Ref{Kind: "data", ID: s.Seed.Name, Title: s.Seed.Name, Link: seedDir + s.Seed.Name}
	}
	if b.shown != nil {
		page.Excerpts, page.File.Link = b.excerptWords(), ""
	}
	return page, true
}

// reasons are the bases of a source and of its parts, and what was set aside.
func (b *Book) reasons(s *dossier.Source) []Note {
	n := notes{book: b}
	n.inline("How this is known", s.Record.Basis)
	n.refs("Rests on", form.Values(s.Record.RestsOn))
	for _, p := range s.Parts[1:] {
		if p.Record.Basis.Value == "" {
			continue
		}
		n.add(Note{Label: "How this is known of the passage", Words: quoted(b.shown.Verbatim(s, p.Record.From.Value) + " …"), Text: b.inline(p.Record.Basis)})
		n.refs("Rests on", form.Values(p.Record.RestsOn))
	}
	for i := range s.Record.Allow {
		n.add(b.allowed(&s.Record.Allow[i], b.shown.Verbatim(s, s.Record.Allow[i].Quote.Value)))
	}
	return n.out
}

// passages are the whole text of a source, paragraph by paragraph, cut where
// its parts begin and end.
func (b *Book) passages(s *dossier.Source) []Passage {
	if s.Text == nil {
		return nil
	}
	cutter := b.newCutter(s)
	var out []Passage
	next := 0 // the first paragraph that may reach into the passage
	for _, p := range s.Passages {
		passage := Passage{Role: p.Part.Role, Label: b.passageLabel(p.Part)}
		for next < len(s.Text.Paragraphs) && s.Text.Paragraphs[next].Start < p.Span.End {
			if whole := s.Text.Paragraphs[next]; whole.Overlaps(p.Span) {
				passage.add(cutter.paragraph(next, p.Span))
			}
			if s.Text.Paragraphs[next].End > p.Span.End {
				break
			}
			next++
		}
		if len(passage.Paragraphs) > 0 && (p.Part.Proves() || !passage.leftOut()) {
			out = append(out, passage)
		}
	}
	return out
}

// add adds a paragraph in which there is something to read. Of paragraphs in a
// row that are left out one gap is enough.
func (p *Passage) add(paragraph Paragraph) {
	n := len(p.Paragraphs)
	if len(paragraph.Runs) == 0 || paragraph.leftOut() && n > 0 && p.Paragraphs[n-1].leftOut() {
		return
	}
	p.Paragraphs = append(p.Paragraphs, paragraph)
}

// passageLabel says what a passage is, the day from which it speaks and who
// reported it.
func (b *Book) passageLabel(p *dossier.Part) Words {
	switch p.Role {
	case "boilerplate":
		return "Not part of the article"
	case "header":
		return "What the page says of itself"
	}
	var origins []Words
	for _, o := range b.origins(p) {
		origins = append(origins, o.Words())
	}
	words := "First reported by: " + and(origins)
	if !p.Dated.IsZero() {
		words = "Speaks from " + datedWords(p) + ". " + words
	}
	if p.Role == "headline" {
		words = "Headline. " + words
	}
	return words
}
