package suggest

import (
	"cmp"
	"slices"
	"strings"

	"factsheet/generator/check"
	"factsheet/generator/dossier"
	"factsheet/generator/lang"
	"factsheet/generator/names"
	"factsheet/generator/text"
	"factsheet/generator/tomlfile"
)

// A cast is those whom the texts name and no actor is called, in the order in
// which the texts first name them.
type cast struct {
	ids     *ids
	members []*member
	byName  map[string]*member
	outlets map[string]string // the full names of outlets, by others
}

// A member is one of them, by its longest name.
type member struct {
	id      string
	name    string
	aliases []string
	kind    string // "" where no words say
	because string // the words that say it
	role    string
	source  *dossier.Source // that names it first
	places  []place
}

// A place is where a source first has the name.
type place struct {
	source string
	name   text.Span // folded, with the title before it
}

func newCast(ids *ids, outlets map[string]string) *cast {
	return &cast{ids: ids, byName: map[string]*member{}, outlets: outlets}
}

// add adds the names of a source that no actor has.
func (c *cast) add(s *dossier.Source, names []names.Candidate) {
	names = withinPassages(s, names)
	short := shortForms(s, names)
	for _, x := range names {
		words := s.Text.View.Text[x.Span.Start:x.Span.End]
		m := c.member(cmp.Or(short[strings.ToLower(words)], words), s)
		if words != m.name && !slices.Contains(m.aliases, words) {
			m.aliases = append(m.aliases, words)
			c.byName[words] = m
		}
		m.take(s, x)
	}
}

// withinPassages cuts names where a passage ends: the last word of a headline is
// no part of the name with which the line below it begins.
func withinPassages(s *dossier.Source, list []names.Candidate) []names.Candidate {
	out := slices.Clone(list)
	for i, x := range out {
		end := min(x.Span.End, passageAt(s, x.Span).End)
		words := s.Text.View.Text[x.Span.Start:end]
		out[i].Span.End = x.Span.Start + len(strings.TrimRight(words, " \n"))
	}
	return out
}

// passageAt returns the passage in which a folded span begins, folded.
func passageAt(s *dossier.Source, span text.Span) text.Span {
	raw := s.Text.View.Raw(span)
	found := text.Overlapping(s.Passages, raw, func(p dossier.Passage) text.Span { return p.Span })
	return s.Text.View.Folded(found[0].Span)
}

// member returns the member of a name, which it makes.
func (c *cast) member(name string, s *dossier.Source) *member {
	m := c.byName[name]
	if outlet := c.outlets[name]; m == nil && outlet != "" && outlet != name {
		m = c.member(outlet, s)
		m.kind, m.because = "media", outlet
		m.aliases = append(m.aliases, name)
		c.byName[name] = m
	}
	if m == nil {
		m = &member{id: c.ids.make(name, "actor"), name: name, source: s}
		c.byName[name] = m
		c.members = append(c.members, m)
	}
	return m
}

// take notes the place of a name, and the title that makes a person of it. Of
// several places in one source the first with a title is the one that shows.
func (m *member) take(s *dossier.Source, x names.Candidate) {
	at := place{s.ID, x.Span}
	titled := x.Title.Len() > 0
	if titled {
		at.name.Start = x.Title.Start
	}
	if titled && m.role == "" {
		m.role = s.Text.View.Text[x.Title.Start:x.Title.End]
		m.kind, m.because = "person", m.role
		m.places = slices.DeleteFunc(m.places, func(p place) bool { return p.source == s.ID })
	}
	if !slices.ContainsFunc(m.places, func(p place) bool { return p.source == s.ID }) {
		m.places = append(m.places, at)
	}
}

// find notes where the sources have a member's name that no capitals told of: in
// a language without word tables, at the start of a sentence, in a headline.
func (c *cast) find(sources []check.SourceCoverage) {
	byID := map[string]*member{}
	named := make([]names.Named, len(c.members))
	for i, m := range c.members {
		byID[m.id] = m
		named[i] = names.Named{ID: m.id, Names: append([]string{m.name}, m.aliases...)}
	}
	index := names.NewIndex(named)
	for _, read := range sources {
		s := read.Source
		for _, x := range index.Find(s.Text.View.Text) {
			if s.At(s.Text.View.Raw(x.Span).Start).Proves() {
				byID[x.IDs[0]].take(s, names.Candidate{Span: x.Span})
			}
		}
	}
}

// shortForms returns, for each name that is the end of exactly one longest name
// of the same text, that name: "Brook" is "Ada Brook", and so is "Van Hale" at
// the beginning of a sentence "Ada van Hale". Keys are in lower case. What
// stands after an "of" is not what has it: "Hale" is no "Bank of Hale".
func shortForms(s *dossier.Source, list []names.Candidate) map[string]string {
	longer := map[string]string{} // by its end; "" where there are several
	for _, x := range list {
		name := s.Text.View.Text[x.Span.Start:x.Span.End]
		for first, end, more := strings.Cut(name, " "); more && !isOf(s.Lang, first); first, end, more = strings.Cut(end, " ") {
			key := strings.ToLower(end)
			if known, ok := longer[key]; ok {
				name = longest(known, name)
			}
			longer[key] = name
		}
	}
	return longer
}

// longest returns that of two names of which the other is the end, or "" where
// neither is: then nobody knows whose end they share.
func longest(a, b string) string {
	endsWith := func(long, end string) bool {
		return strings.HasSuffix(strings.ToLower(" "+long), strings.ToLower(" "+end))
	}
	switch {
	case endsWith(a, b):
		return a
	case endsWith(b, a):
		return b
	}
	return ""
}

func isOf(t *lang.Table, word string) bool {
	toks := t.Tokens(word)
	return len(toks) == 1 && toks[0].Is(lang.Of)
}

// drafts returns the members from one on as records, each with a quote of every
// source that names it.
func (c *cast) drafts(d *dossier.Dossier, from int) []Draft {
	readers := map[string]*reader{} // by source
	var out []Draft
	for _, m := range c.members[from:] {
		for _, p := range m.places {
			if readers[p.source] == nil {
				readers[p.source] = newReader(d.Source(p.source))
			}
		}
		out = append(out, m.draft(readers))
	}
	return out
}

func (m *member) draft(readers map[string]*reader) Draft {
	x := Draft{Table: "actors", ID: m.id, Source: m.source, kind: "actor"}
	for _, p := range m.places {
		r := readers[p.source]
		sentence, _, c, ok := r.passage(p.name)
		if !ok {
			continue
		}
		if len(x.evidence) == 0 {
			x.Source, x.Passage = r.s, r.s.Text.View.Raw(sentence)
		}
		x.evidence = append(x.evidence, c.table())
	}
	x.fields = []field{str("id", m.id), str("name", m.name), {key: "draft", value: "true"}, m.kindField()}
	if m.role != "" {
		x.fields = append(x.fields, str("role", m.role))
	}
	if len(m.aliases) > 0 {
		x.fields = append(x.fields, list("aliases", m.aliases))
	}
	return x
}

func (m *member) kindField() field {
	if m.kind == "" {
		return blank("kind", "person, state, forces, armed-group, organisation, media, place or thing")
	}
	return field{"kind", tomlfile.Quote(m.kind), tomlfile.Quote(m.because)}
}
