package dossier

import (
	"slices"

	"factsheet/generator/memo"
	"factsheet/generator/names"
	"factsheet/generator/parallel"
	"factsheet/generator/seed"
	"factsheet/generator/text"
)

// Spellings are an actor's name and aliases, folded. A coined name stands in
// no text and is not among them.
func (a *Actor) Spellings() []string { return slices.Clip(a.spelled) }

// spell folds the names of an actor. What it is called is its spellings and a
// coined name, which statements use.
func (a *Actor) spell() {
	name := text.FoldString(a.Record.Name.Value)
	if !a.Record.Coined {
		a.spelled = append(a.spelled, name)
	}
	for _, alias := range a.Record.Aliases {
		a.spelled = append(a.spelled, text.FoldString(alias.Value))
	}
	if a.called = a.spelled; a.Record.Coined {
		a.called = append(slices.Clip(a.spelled), name)
	}
}

// ActorsIn returns where a folded text names actors. Coined names count, since
// statements use them.
func (d *Dossier) ActorsIn(folded string) []names.Mention {
	return d.ask(askedNames, "").index.Find(folded)
}

// Called returns the actors that have a folded name, coined ones among them, in
// the order of Actors.
func (d *Dossier) Called(name string) []string { return d.ask(askedNames, "").index.IDs(name) }

// Mentions returns where a source's text names actors, in the folded text.
func (d *Dossier) Mentions(s *Source) []names.Mention { return d.ask(askedNames, "").mentions.At(s) }

// Loaded returns the index of the loaded words of all sources, each with the
// ids of those that have it.
func (d *Dossier) Loaded() *names.Index { return d.ask(askedLoaded, "").loaded }

// linkLoaded makes the index of the loaded words, that of base while these are
// the same.
func (l *linker) linkLoaded() {
	for _, s := range l.Sources {
		if len(s.Record.Loaded) == 0 {
			continue
		}
		n := names.Named{ID: s.ID}
		for _, words := range s.Record.Loaded {
			n.Names = append(n.Names, text.FoldString(words.Value))
		}
		l.coloured = append(l.coloured, n)
	}
	if l.loaded = l.base.loaded; l.loaded == nil || !slices.EqualFunc(l.coloured, l.base.coloured, sameNames) {
		l.loaded = names.NewIndex(l.coloured)
	}
}

// linkNames finds the actors' names in all texts. While no name changes, what
// base found in the same texts is taken over.
func (l *linker) linkNames() {
	l.named = make([]names.Named, len(l.Actors))
	for i, a := range l.Actors {
		l.named[i] = names.Named{ID: a.ID, Names: a.called}
	}
	if l.index = l.base.index; l.index == nil || !slices.EqualFunc(l.named, l.base.named, sameNames) {
		l.index = names.NewIndex(l.named)
		l.mentions = memo.Map[*Source, []names.Mention]{}.With(nil, l.find(l.Sources))
		return
	}
	var gone, unread []*Source
	without, with := l.changes()
	for _, u := range without {
		gone = append(gone, u.Sources...)
	}
	for _, u := range with {
		unread = append(unread, u.Sources...)
	}
	l.mentions = l.base.mentions.With(gone, l.find(unread))
}

// find finds the actors' names in the texts of some sources.
func (l *linker) find(list []*Source) map[*Source][]names.Mention {
	found := parallel.Map(list, func(s *Source) []names.Mention {
		if s.Text == nil {
			return nil
		}
		return namesIn(l.index, s.Text)
	})
	out := make(map[*Source][]names.Mention, len(found))
	for i, s := range list {
		out[s] = found[i]
	}
	return out
}

// namesIn finds names paragraph by paragraph: no name goes on from a headline
// into what follows.
func namesIn(index *names.Index, t *seed.Text) []names.Mention {
	var list []names.Mention
	for _, p := range t.Paragraphs {
		folded := t.View.Folded(p)
		for _, m := range index.Find(t.View.Text[folded.Start:folded.End]) {
			m.Span = text.Span{Start: m.Span.Start + folded.Start, End: m.Span.End + folded.Start}
			list = append(list, m)
		}
	}
	return list
}

func sameNames(a, b names.Named) bool { return a.ID == b.ID && slices.Equal(a.Names, b.Names) }
