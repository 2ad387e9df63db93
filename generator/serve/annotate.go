package serve

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"

	"factsheet/generator/dossier"
	"factsheet/generator/quote"
	"factsheet/generator/seed"
	"factsheet/generator/suggest"
	"factsheet/generator/text"
)

// A drafted is what may be pasted for words of a source's page.
type drafted struct {
	Evidence string `json:"evidence,omitempty"` // an inline table
	Fact     string `json:"fact,omitempty"`     // a whole record
	Note     string `json:"note,omitempty"`     // why there is nothing, or what to mind
}

// annotate drafts evidence and a fact for words that somebody selected on the
// page of a source. The question says where they stand: source, the number of
// the paragraph, from 1, how many UTF-16 units into it, and the words.
func (s *Server) annotate(g *Generation, question url.Values) response {
	source := sourceOf(g, question.Get("source"))
	if source == nil {
		return jsonResponse(http.StatusNotFound, drafted{Note: "there is no such source"})
	}
	span, ok := selected(source, question)
	if !ok {
		return jsonResponse(http.StatusOK, drafted{Note: "these words do not stand in one paragraph of the text"})
	}
	d := drafted{}
	if part := source.At(span.Start); !part.Proves() {
		d.Note = "this part of the page is " + part.Role + ", which proves no fact"
	}
	evidence, fact, ok := suggest.Selection(g.State.Dossier, source, span)
	if !ok {
		return jsonResponse(http.StatusOK, drafted{Note: "these words stand there more than once, and nothing near tells the places apart"})
	}
	d.Evidence, d.Fact = evidence+",\n", fact.TOML()
	return jsonResponse(http.StatusOK, d)
}

// sourceOf returns the source of an id if its text can be read, or nil.
func sourceOf(g *Generation, id string) *dossier.Source {
	if g.State.Dossier == nil {
		return nil
	}
	if s := g.State.Dossier.Source(id); s != nil && s.Text != nil {
		return s
	}
	return nil
}

// selected finds words in a source, whole words, at the place nearest to where
// they were selected.
func selected(s *dossier.Source, question url.Values) (text.Span, bool) {
	matches := quote.Find(s.Text, quote.Parse(question.Get("words"), "", ""))
	if len(matches) == 0 {
		return text.Span{}, false
	}
	paragraph, _ := strconv.Atoi(question.Get("paragraph")) // 0, none, where it is none
	at, _ := strconv.Atoi(question.Get("at"))
	far := func(m quote.Match) int {
		away := max(m.Paragraph+1-paragraph, paragraph-m.Paragraph-1)
		start := units(s, s.Text.Paragraphs[m.Paragraph].Start, m.Span().Start)
		return away<<32 + max(start-at, at-start)
	}
	nearest := slices.MinFunc(matches, func(a, b quote.Match) int { return far(a) - far(b) })
	return wholeWords(s.Text, nearest.Span()), true
}

// units counts the UTF-16 units between two offsets of a seed, as browsers do.
func units(s *dossier.Source, from, to int) int {
	return len(utf16.Encode([]rune(s.Text.File.Slice(text.Span{Start: from, End: to}))))
}

// wholeWords lengthens a span to the ends of the words that it cuts.
func wholeWords(t *seed.Text, span text.Span) text.Span {
	folded, words := t.View.Folded(span), t.View.Text
	for seed.InWord(words, folded.Start) {
		_, n := utf8.DecodeLastRuneInString(words[:folded.Start])
		folded.Start -= n
	}
	for seed.InWord(words, folded.End) {
		_, n := utf8.DecodeRuneInString(words[folded.End:])
		folded.End += n
	}
	return t.View.Raw(folded)
}

// An open is a passage of a source's page that no fact reads yet.
type open struct {
	Paragraph int    `json:"paragraph"` // from 1
	From      int    `json:"from"`      // in UTF-16 units of the paragraph
	To        int    `json:"to"`
	TOML      string `json:"toml"`
}

// uncovered lists the passages of a source that no fact reads yet, each with
// the records that are drafted for it.
func (s *Server) uncovered(g *Generation, question url.Values) response {
	source := sourceOf(g, question.Get("source"))
	if source == nil {
		return jsonResponse(http.StatusNotFound, []open{})
	}
	list := []open{}
	for _, draft := range suggest.Source(g.State.Dossier, source) {
		at, ok := placed(source, draft.Passage)
		if !ok {
			continue
		}
		if n := len(list); n > 0 && list[n-1].Paragraph == at.Paragraph && list[n-1].From == at.From {
			list[n-1].TOML += "\n" + draft.TOML()
			continue
		}
		at.TOML = draft.TOML()
		list = append(list, at)
	}
	return jsonResponse(http.StatusOK, list)
}

// placed says where a span of a seed stands on the source's page.
func placed(s *dossier.Source, span text.Span) (open, bool) {
	for i, p := range s.Text.Paragraphs {
		if span.Len() > 0 && p.Contains(span) {
			return open{Paragraph: i + 1, From: units(s, p.Start, span.Start), To: units(s, p.Start, span.End)}, true
		}
	}
	return open{}, false
}
