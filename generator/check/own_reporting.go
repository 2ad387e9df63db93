package check

import (
	"slices"
	"strings"

	"factsheet/generator/dossier"
	"factsheet/generator/lang"
	"factsheet/generator/text"
)

// unowned returns, in the folded text, the first place of each passage of a
// source without an origin where its outlet speaks of its own reporting: "our
// questions", "told the Post" in the Post. An origin left empty for a reason
// that the part gives stays so. A project that tells of no origin at all is not
// asked for any.
func unowned(d *dossier.Dossier, s *dossier.Source) (out []text.Span) {
	type key struct{}
	tells := func(d *dossier.Dossier) bool { return d.AnySource(tellsOrigin) }
	if s.Text == nil || s.Lang == nil || !dossier.Derived(d, key{}, tells) {
		return nil
	}
	if words, ok := byline(d, s); ok && len(s.Parts[0].Origins) == 0 && reports(s.Parts[0]) {
		return []text.Span{words}
	}
	told := map[*dossier.Part]bool{}
	for _, sentence := range s.Readings.Sentences {
		p := s.At(s.Text.View.Raw(sentence).Start)
		if told[p] || len(p.Origins) > 0 || !p.Proves() || p.Record != nil && p.Record.Basis.Given() {
			continue
		}
		if words, ok := speaksOfItself(d, s, sentence); ok {
			told[p] = true
			out = append(out, words)
		}
	}
	return out
}

func tellsOrigin(s *dossier.Source) bool {
	return slices.ContainsFunc(s.Parts, func(p *dossier.Part) bool { return len(p.Origins) > 0 })
}

// reports reports whether a sentence of a source lies in a part.
func reports(p *dossier.Part) bool {
	s := p.Source
	return slices.ContainsFunc(s.Readings.Sentences, func(span text.Span) bool { return s.At(s.Text.View.Raw(span).Start) == p })
}

// byline finds in the headers of a source the name of an outlet, its own or a
// declared one, after a word like "by" or "from", or in brackets.
func byline(d *dossier.Dossier, s *dossier.Source) (text.Span, bool) {
	for _, p := range s.Parts {
		if p.Role != "header" || p.Span.Len() == 0 {
			continue
		}
		header := s.Text.View.Folded(p.Span)
		toks := tokensOf(s, header)
		for _, name := range outletsIn(d, s, header) {
			before := slices.IndexFunc(toks, func(tok lang.Token) bool { return tok.Start >= name.Start }) - 1
			for before >= 0 && belongsToName(toks[before]) {
				before--
			}
			if before >= 0 && (toks[before].Is(lang.Agent) || toks[before].Is(lang.From) || isMarkOf(s.Text.View.Text, toks[before], "(")) {
				return name, true
			}
		}
	}
	return text.Span{}, false
}

// outletsIn returns where a stretch of a source names its publisher, or an
// outlet that is declared.
func outletsIn(d *dossier.Dossier, s *dossier.Source, within text.Span) []text.Span {
	out := occurrences(s.Text.View.Text, []text.Span{within}, text.FoldString(s.Record.Publisher.Value))
	for _, m := range mentionsIn(d, s, within) {
		if outletOf(d, m) != "" && within.Contains(m.Span) {
			out = append(out, m.Span)
		}
	}
	return out
}

// speaksOfItself finds words of an outlet about itself in a sentence, outside of
// quotations: what it tells in the first person, or that somebody told it.
func speaksOfItself(d *dossier.Dossier, s *dossier.Source, sentence text.Span) (text.Span, bool) {
	for _, tok := range tokensOf(s, sentence) {
		if tok.Is(lang.Ours) && len(text.Overlapping(s.Reuse.Quoted(), tok.Span, text.Itself)) == 0 {
			return tok.Span, true
		}
	}
	publisher := text.FoldString(s.Record.Publisher.Value)
	if publisher == "" {
		return text.Span{}, false
	}
	words := s.Text.View.Text[sentence.Start:sentence.End]
	for _, name := range publisherNames(d, publisher) {
		if i := strings.Index(words, name); i >= 0 && containsWords(words, name) {
			span := text.Span{Start: sentence.Start + i, End: sentence.Start + i + len(name)}
			if isPassedOn(s, span) {
				return span, true
			}
		}
	}
	return text.Span{}, false
}

// publisherNames are the names by which a text may call its own outlet.
func publisherNames(d *dossier.Dossier, publisher string) []string {
	out := []string{publisher}
	for _, m := range d.ActorsIn(publisher) {
		for _, id := range m.IDs {
			out = append(out, d.Actor(id).Spellings()...)
		}
	}
	return out
}
