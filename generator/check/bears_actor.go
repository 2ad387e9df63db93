package check

import (
	"slices"
	"strings"

	"factsheet/generator/dossier"
	"factsheet/generator/form"
	"factsheet/generator/lang"
	"factsheet/generator/names"
	"factsheet/generator/seed"
	"factsheet/generator/text"
)

// actors are the ids that the fields name: who speaks, acts, is meant by a
// pronoun, reported it, and whose part each of them is.
func (s support) actors() map[string]bool {
	out := map[string]bool{}
	add := func(lists ...[]form.Text) {
		for _, list := range lists {
			for _, id := range list {
				s.addActor(out, id.Value)
			}
		}
	}
	for _, f := range s.facts {
		add(f.Record.Who, f.Record.Whom, f.Record.Where)
	}
	for _, e := range s.evidence {
		add(e.Record.By)
		for _, p := range e.Record.Refers {
			add(p.Values)
		}
		for _, id := range e.Part.Origins {
			s.addActor(out, id)
		}
	}
	return out
}

// knowsActors reports whether every actor is known that acts, speaks or is
// where something is. The names of others may be whatever the words say.
func (s support) knowsActors() bool {
	known := func(list []form.Text) bool {
		return !slices.ContainsFunc(list, func(id form.Text) bool { return id.Value != "" && s.d.Actor(id.Value) == nil })
	}
	return !slices.ContainsFunc(s.facts, func(f *dossier.Fact) bool {
		return !known(f.Record.Who) || !known(f.Record.Whom) || !known(f.Record.Where)
	}) && !slices.ContainsFunc(s.evidence, func(e *dossier.Evidence) bool { return !known(e.Record.By) })
}

// addActor adds an actor and those whose part it is.
func (s support) addActor(out map[string]bool, id string) {
	for a := s.d.Actor(id); a != nil && !out[a.ID]; a = s.d.Actor(a.Record.PartOf.Value) {
		out[a.ID] = true
	}
}

// bearsActor reports whether the quotes or fields bear out that a statement
// names an actor: one of those that may be meant is named by a field, or by
// any of its names in a quote, or has a part that is.
func (s support) bearsActor(m names.Mention, words string, fields map[string]bool) bool {
	if s.hasWords(words) || s.publishes(words) || slices.ContainsFunc(m.IDs, func(id string) bool { return fields[id] }) {
		return true
	}
	quotedActors := map[string]bool{}
	for _, e := range s.evidence {
		for _, m := range s.d.ActorsIn(quoted(e)) {
			for _, id := range m.IDs {
				s.addActor(quotedActors, id)
			}
		}
	}
	return slices.ContainsFunc(m.IDs, func(id string) bool {
		return quotedActors[id] || s.namesActor(id)
	})
}

// namesActor reports whether a quote has a name of an actor, within a longer
// name or in a quote by which the actor itself is declared.
func (s support) namesActor(id string) bool {
	a := s.d.Actor(id)
	if a == nil {
		return false
	}
	if slices.ContainsFunc(a.Spellings(), s.hasWords) {
		return true
	}
	label := a.Record.Coined || a.Record.Kind.Value == "anonymous"
	return label && slices.ContainsFunc(a.Evidence, func(own *dossier.Evidence) bool {
		return own.Found() && slices.ContainsFunc(s.evidence, func(e *dossier.Evidence) bool {
			return e.Source == own.Source && e.Span().Overlaps(own.Span())
		})
	})
}

// publishes reports whether words stand in the name or title of a source that
// is quoted.
func (s support) publishes(words string) bool {
	return slices.ContainsFunc(s.evidence, func(e *dossier.Evidence) bool {
		r := e.Source.Record
		return containsWordsFold(text.FoldString(r.Publisher.Value), words) || containsWordsFold(text.FoldString(r.Title.Value), words)
	})
}

// bearsName reports whether every word of a name that is no actor's stands in
// a quote, a field or a name of an actor whom a field names.
func (s support) bearsName(name string, fields map[string]bool) bool {
	if s.publishes(name) {
		return true
	}
	for _, w := range seed.Words(name) {
		if word := w.Text(name); !s.hasWords(word) && !s.hasActorWord(word, fields) {
			return false
		}
	}
	return true
}

func (s support) hasActorWord(word string, fields map[string]bool) bool {
	for id := range fields {
		a := s.d.Actor(id)
		if a != nil && slices.ContainsFunc(append(a.Spellings(), text.FoldString(a.Record.Name.Value)), func(name string) bool { return containsWordsFold(name, word) }) {
			return true
		}
	}
	return false
}

// candidatesIn returns what looks like a name in a statement and is no
// mention of an actor.
func candidatesIn(p *dossier.Prose, t *lang.Table, mentions []names.Mention) []text.Span {
	s := p.View.Text
	if !strings.ContainsFunc(s, func(r rune) bool { return 'A' <= r && r <= 'Z' || r >= 0x80 }) {
		return nil
	}
	var out []text.Span
	for _, c := range names.Candidates(s, []text.Span{{Start: 0, End: len(s)}}, t.Tokens(s), t) {
		if !slices.ContainsFunc(mentions, func(m names.Mention) bool { return m.Span.Overlaps(c.Span) }) {
			out = append(out, c.Span)
		}
	}
	return out
}
