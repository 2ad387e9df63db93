package build_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"factsheet/generator/dossier"
	"factsheet/generator/form"
	"factsheet/generator/text"
	"factsheet/generator/tomlfile"
)

var sourcePlants = []class{
	{"source exchanged", []string{"quote-elsewhere", "quote-not-found"}, otherSources},
	{"from and to of a part", []string{"quote-not-found"}, turnedParts},
	{"part dropped", []string{"twin-dates-differ", "date-differs", "as-of-differs", "date-ambiguous", "anchor-missing", "date-future", "date-not-in-quote", "date-too-fine", "source-unproved"}, droppedParts},
	{"origin emptied", []string{"origin-undeclared", "origin-differs", "wording-undeclared"}, emptiedOrigins},
	{"title or publisher invented", []string{"source-unproved"}, inventedTitles},
}

// otherSources cites another source for a quote that does not stand there.
func otherSources(g *garden) (list []plant) {
	d, k := g.state.Dossier, 0
	g.eachEvidence(func(item dossier.Item, e *dossier.Evidence) {
		k++
		if s := d.Sources[k*3%len(d.Sources)]; s != e.Source && !stands(s.Text.View.Text, e.Record.Quote.Value) {
			list = append(list, g.planted(e.Record.Record, inEvidence(item, e, "%s → %s", e.Source.ID, s.ID), set(e.Record.Record, e.Record.Source, s.ID)))
		}
	})
	return list
}

func (g *garden) eachPart(do func(*dossier.Source, *dossier.Part)) {
	for _, s := range g.state.Dossier.Sources {
		for _, p := range s.Parts[1:] {
			do(s, p)
		}
	}
}

func inPart(s *dossier.Source, p *dossier.Part, what string) string {
	return fmt.Sprintf("%s, part from %q: %s", s.ID, p.Record.From.Value, what)
}

// turnedParts has a part begin with its last words and end with its first.
func turnedParts(g *garden) (list []plant) {
	g.eachPart(func(s *dossier.Source, p *dossier.Part) {
		r := p.Record
		if r.To.Given() && r.To.Value != r.From.Value {
			list = append(list, g.planted(r.Record, inPart(s, p, "from ↔ to"), set(r.Record, r.From, r.To.Value), set(r.Record, r.To, r.From.Value)))
		}
	})
	return list
}

// everywhere are the zones where a fault of a source may show: its own
// record, its text, the text of those that share words with it, and the facts
// that cite it.
func (g *garden) everywhere(s *dossier.Source) []zone {
	list := []zone{g.record(s.Record.Record)}
	for _, seed := range g.state.Dossier.Seeds {
		list = append(list, zone{seed.File.Path, form.Record{}.Span})
		list[len(list)-1].span.End = len(seed.File.Data) + 1
	}
	for _, item := range g.state.Dossier.Items() {
		if slices.ContainsFunc(item.Cited(), func(e *dossier.Evidence) bool { return e.Source == s }) {
			place := item.Place(form.Text{})
			list = append(list, g.record(form.Record{File: place.File, Span: place.Span}))
		}
	}
	return list
}

// droppedParts has the words of a part, or of a whole text, speak from the day
// of the page.
func droppedParts(g *garden) (list []plant) {
	g.eachPart(func(s *dossier.Source, p *dossier.Part) {
		r := p.Record
		if !p.Proves() || p.Dated == s.Parts[0].Dated && p.Dated == s.Record.Published.Date {
			return
		}
		if r.Dated.Given() {
			list = append(list, plant{what: inPart(s, p, "dated dropped"), edits: []edit{g.drop(r.Record, "dated")}, zones: g.everywhere(s), beyond: g.partBeyond(s, p)})
		}
		if page := s.Record.Published; !page.Date.IsZero() && page.Date != p.Dated {
			list = append(list, plant{what: inPart(s, p, "dated → "+page.Value), edits: []edit{g.put(r.Record, "dated", strconv.Quote(page.Value))}, zones: g.everywhere(s), beyond: g.partBeyond(s, p)})
		}
		if p.Dated != s.Parts[0].Dated {
			list = append(list, plant{what: inPart(s, p, "dropped"), edits: append(g.unshared(p.ID), g.dropRecord(r.Record)), zones: g.everywhere(s), beyond: g.partBeyond(s, p)})
		}
	})
	for _, s := range g.state.Dossier.Sources {
		if r := s.Record; r.Dated.Given() && r.Dated.Date != r.Published.Date {
			list = append(list, plant{what: s.ID + ": dated dropped", edits: []edit{g.drop(r.Record, "dated")}, zones: g.everywhere(s), beyond: g.partBeyond(s, nil)})
		}
	}
	return list
}

// unshared takes an id out of all lists of those that share words.
func (g *garden) unshared(id string) (edits []edit) {
	drop := func(r form.Record, list []form.Text) {
		if i := slices.IndexFunc(list, func(t form.Text) bool { return t.Value == id }); i >= 0 && id != "" {
			edits = append(edits, g.dropItem(r, "shares", i))
		}
	}
	for _, s := range g.state.Dossier.Sources {
		drop(s.Record.Record, s.Record.Shares)
	}
	g.eachPart(func(_ *dossier.Source, p *dossier.Part) { drop(p.Record.Record, p.Record.Shares) })
	return edits
}

// emptiedOrigins has nobody known to have reported a passage.
func emptiedOrigins(g *garden) (list []plant) {
	for _, s := range g.state.Dossier.Sources {
		if len(s.Record.Origins) > 0 && hasText(s.Parts[0]) {
			list = append(list, plant{what: s.ID + ": origins " + listOf(s.Record.Origins) + " emptied", edits: []edit{g.put(s.Record.Record, "origins", "[]")}, zones: g.everywhere(s), beyond: g.originBeyond(s.Parts[0])})
		}
	}
	g.eachPart(func(s *dossier.Source, p *dossier.Part) {
		if len(p.Origins) > 0 && p.Proves() {
			list = append(list, plant{what: inPart(s, p, fmt.Sprintf("origins %q emptied", p.Origins)), edits: []edit{g.put(p.Record.Record, "origins", "[]")}, zones: g.everywhere(s), beyond: g.originBeyond(p)})
		}
	})
	return list
}

// hasText reports whether words of a source's body lie in a part.
func hasText(p *dossier.Part) bool {
	s := p.Source
	return slices.ContainsFunc(s.Readings.Sentences, func(span text.Span) bool { return s.At(s.Text.View.Raw(span).Start) == p })
}

// inventedTitles names a publisher or title that the text does not have.
func inventedTitles(g *garden) (list []plant) {
	for k, s := range g.state.Dossier.Sources {
		r := s.Record
		other := g.state.Dossier.Sources[(k+1)%len(g.state.Dossier.Sources)].Record
		try := func(key string, t form.Text, value string) {
			if value != "" && value != t.Value && !strings.Contains(string(s.Text.File.Data), value) {
				list = append(list, g.planted(r.Record, fmt.Sprintf("%s: %s %q → %q", s.ID, key, t.Value, value), g.put(r.Record, key, tomlfile.Quote(value))))
			}
		}
		try("publisher", r.Publisher, "Hilltop Chronicle")
		try("publisher", r.Publisher, other.Publisher.Value)
		try("title", r.Title, "The end of the matter")
		try("title", r.Title, other.Title.Value)
	}
	return list
}
