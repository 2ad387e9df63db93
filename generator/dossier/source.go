package dossier

import (
	"slices"
	"sort"

	"factsheet/generator/annotation"
	"factsheet/generator/edtf"
	"factsheet/generator/form"
	"factsheet/generator/lang"
	"factsheet/generator/quote"
	"factsheet/generator/reuse"
	"factsheet/generator/seed"
	"factsheet/generator/text"
)

// A Source is a seed with what the editor knows of it.
type Source struct {
	Record     *annotation.Source
	ID         string
	Seed       *Seed
	Text       *seed.Text  // nil where there is no such seed or it cannot be read
	Lang       *lang.Table // nil where the language has no tables
	Parts      []*Part     // in the order of the text; first what lies in no part
	Passages   []Passage   // the whole text cut at its parts, without holes
	Marks      []Mark      // every from and to, found or not
	Readings   Readings
	Reuse      *reuse.Text // for what it shares with others; nil without Text
	References []form.Reference
}

// A Part is a passage with a provenance of its own, or what of a source lies
// in none.
type Part struct {
	Source  *Source
	Record  *annotation.Part // nil for what lies in no part
	ID      string           // "" where it has none
	Role    string           // body, headline, header, boilerplate
	Span    text.Span        // empty for what lies in no part, and where from or to was not found
	Dated   edtf.Date        // the day from which it speaks; the unknown date where nobody knows
	Origins []string         // actors or "own"; none: unknown
	Shares  []string         // sources or parts with the same wording
}

// Proves reports whether a fact may cite the part.
func (p *Part) Proves() bool { return p.Role == "body" || p.Role == "headline" }

// A Passage is a run of bytes of one part.
type Passage struct {
	Span text.Span
	Part *Part
}

// A Mark is a from or to of a part and where it stands.
type Mark struct {
	Record  *annotation.Part
	Text    form.Text
	Matches []quote.Match // exactly one where all is well
}

// At returns the part in which a byte of the seed lies.
func (s *Source) At(offset int) *Part {
	i := sort.Search(len(s.Passages), func(i int) bool { return offset < s.Passages[i].Span.End })
	if i == len(s.Passages) {
		return s.Parts[0]
	}
	return s.Passages[i].Part
}

// Within reports whether a span lies in one part.
func (s *Source) Within(span text.Span) bool {
	return s.At(span.Start) == s.At(max(span.Start, span.End-1))
}

// linkSource links a record with its seed, which may be nil. What before, an
// earlier source of that id or nil, read of the same text still holds.
func linkSource(r *annotation.Source, file *Seed, before *Source) *Source {
	s := &Source{Record: r, ID: r.ID.Value, Seed: file, References: form.References(r)}
	s.Lang, _ = lang.For(r.Lang.Value)
	own := &Part{
		Source: s, Role: "body", Dated: r.Dated.Date,
		Origins: form.Values(r.Origins), Shares: form.Values(r.Shares),
	}
	if !r.Dated.Given() {
		own.Dated = r.Published.Date
	}
	s.Parts = []*Part{own}
	if file == nil || file.Bad() {
		return s
	}
	if before != nil && before.Seed == file && before.Lang == s.Lang && before.Record.Lines.Value == r.Lines.Value {
		s.Text, s.Readings, s.Reuse = before.Text, before.Readings, before.Reuse
	} else {
		s.read()
	}
	s.cut(own)
	return s
}

func (s *Source) read() {
	lines, _ := seed.ParseLines(s.Record.Lines.Value)
	s.Text = seed.Read(s.Seed.File, lines)
	s.Readings = read(s.Text, s.Lang)
	numbers := make([]text.Span, len(s.Readings.Quantities))
	for i, q := range s.Readings.Quantities {
		numbers[i] = q.Number
	}
	s.Reuse = reuse.Read(s.Text, s.Readings.Sentences, numbers)
}

// cut finds the parts and cuts the text at them.
func (s *Source) cut(own *Part) {
	var cuts []seed.Cut
	var parts []*Part // of the cuts
	for i := range s.Record.Parts {
		r := &s.Record.Parts[i]
		p := newPart(s, r, own)
		s.Parts = append(s.Parts, p)
		if from, to, ok := s.bounds(r); ok {
			cuts = append(cuts, seed.Cut{From: from, To: to})
			parts = append(parts, p)
		}
	}
	for i, span := range seed.CutParts(s.Text, cuts) {
		parts[i].Span = span
	}
	slices.SortStableFunc(s.Parts[1:], func(a, b *Part) int { return a.Span.Start - b.Span.Start })
	s.Passages = passages(s.Parts, len(s.Text.File.Data))
}

// newPart gives a part what it does not say itself from its source.
func newPart(s *Source, r *annotation.Part, own *Part) *Part {
	p := &Part{
		Source: s, Record: r, ID: r.ID.Value, Role: r.Role.Value,
		Dated: r.Dated.Date, Origins: form.Values(r.Origins), Shares: form.Values(r.Shares),
	}
	if p.Role == "" {
		p.Role = "body"
	}
	if !r.Dated.Given() {
		p.Dated = own.Dated
	}
	if r.Origins == nil {
		p.Origins = own.Origins
	}
	return p
}

// bounds finds a part's first and last words. ok is false unless both stand
// once in the text.
func (s *Source) bounds(r *annotation.Part) (from, to text.Span, ok bool) {
	from, ok = s.mark(r, r.From)
	if r.To.Given() {
		end, found := s.mark(r, r.To)
		to, ok = end, ok && found
	}
	return from, to, ok
}

func (s *Source) mark(r *annotation.Part, t form.Text) (text.Span, bool) {
	m := Mark{Record: r, Text: t, Matches: quote.Find(s.Text, quote.Parse(t.Value, "", ""))}
	if len(m.Matches) > 1 {
		m.Matches = wholeParagraph(s.Text, m.Matches)
	}
	s.Marks = append(s.Marks, m)
	if len(m.Matches) != 1 {
		return text.Span{}, false
	}
	return m.Matches[0].Span(), true
}

// wholeParagraph returns the one match that is a paragraph by itself, or else
// all: a line at the head of a page cannot be lengthened until it stands once.
func wholeParagraph(t *seed.Text, matches []quote.Match) []quote.Match {
	var whole []quote.Match
	for _, m := range matches {
		if m.Span() == t.Paragraphs[m.Paragraph] {
			whole = append(whole, m)
		}
	}
	if len(whole) == 1 {
		return whole
	}
	return matches
}

// passages cuts a text of size bytes at its parts. Of two that overlap the
// earlier keeps its bytes.
func passages(parts []*Part, size int) []Passage {
	var out []Passage
	end := 0
	for _, p := range parts[1:] {
		span := text.Span{Start: max(p.Span.Start, end), End: p.Span.End}
		if span.Len() <= 0 {
			continue
		}
		if end < span.Start {
			out = append(out, Passage{text.Span{Start: end, End: span.Start}, parts[0]})
		}
		out = append(out, Passage{span, p})
		end = span.End
	}
	if end < size {
		out = append(out, Passage{text.Span{Start: end, End: size}, parts[0]})
	}
	return out
}
