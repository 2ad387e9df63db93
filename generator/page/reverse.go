package page

import (
	"slices"
	"strings"

	"factsheet/generator/dossier"
	"factsheet/generator/form"
)

// What names something is asked of the dossier when a page wants to know it, so
// that a book costs nothing before its first page.

// naming returns the facts and actors that take part and name an id.
func (b *Book) naming(id string) []dossier.Item {
	all := b.d.Referring(id)
	hidden := func(item dossier.Item) bool { return !b.shows(item) }
	if !slices.ContainsFunc(all, hidden) {
		return all
	}
	return slices.DeleteFunc(slices.Clone(all), hidden)
}

// factsNaming returns the facts that name an id by a key.
func (b *Book) factsNaming(id, key string) []string {
	var out []string
	for _, item := range b.naming(id) {
		if f, ok := item.(*dossier.Fact); ok && namesBy(f.References, id, key) {
			out = append(out, f.ID)
		}
	}
	return out
}

// actorsNaming returns the actors that name an id by a key.
func (b *Book) actorsNaming(id, key string) []string {
	var out []string
	for _, item := range b.naming(id) {
		if a, ok := item.(*dossier.Actor); ok && namesBy(a.References, id, key) {
			out = append(out, a.ID)
		}
	}
	return out
}

func namesBy(refs []form.Reference, id, key string) bool {
	return slices.ContainsFunc(refs, func(r form.Reference) bool { return r.Key == key && r.Text.Value == id })
}

// says returns the facts that somebody bears out.
func (b *Book) says(id string) []string { return b.credited(id, false) }

// heard returns the questions that somebody raises.
func (b *Book) heard(id string) []string { return b.credited(id, true) }

func (b *Book) credited(id string, questions bool) []string {
	var out []string
	for _, item := range b.naming(id) {
		f, ok := item.(*dossier.Fact)
		if ok && questions == (f.Record.Kind == "question") && slices.ContainsFunc(supporting(f.Evidence), creditsTo(id)) {
			out = append(out, f.ID)
		}
	}
	return out
}

func creditsTo(id string) func(*dossier.Evidence) bool {
	return func(e *dossier.Evidence) bool {
		return slices.ContainsFunc(e.Record.By, func(by form.Text) bool { return by.Value == id })
	}
}

// cites returns the evidence that was found in a source.
func (b *Book) cites(s *dossier.Source) []citation {
	return b.citations(s.ID, func(e *dossier.Evidence) bool { return e.Source == s })
}

// quoted returns the evidence that is credited to an actor.
func (b *Book) quoted(id string) []citation { return b.citations(id, creditsTo(id)) }

func (b *Book) citations(id string, holds func(*dossier.Evidence) bool) []citation {
	var out []citation
	for _, item := range b.naming(id) {
		for _, e := range item.Cited() {
			if e.Found() && holds(e) {
				out = append(out, citation{item, e})
			}
		}
	}
	return out
}

// reported returns the sources of which an actor is an origin.
func (b *Book) reported(id string) []string {
	var out []string
	for _, s := range b.d.SourcesReferring(id) {
		if slices.ContainsFunc(speaking(s), func(p *dossier.Part) bool { return slices.Contains(p.Origins, id) }) {
			out = append(out, s.ID)
		}
	}
	return out
}

// sharing returns the sources that say of themselves or of their parts that
// they have the wording of a source or of a part of it.
func (b *Book) sharing(s *dossier.Source) []string {
	ids := []string{s.ID}
	for _, p := range s.Parts {
		if p.ID != "" {
			ids = append(ids, p.ID)
		}
	}
	var out []string
	for _, id := range ids {
		for _, other := range b.d.SourcesReferring(id) {
			shares := func(p *dossier.Part) bool { return slices.Contains(p.Shares, id) }
			if other != s && b.sharer(id) == s && slices.ContainsFunc(other.Parts, shares) {
				out = append(out, other.ID)
			}
		}
	}
	slices.SortFunc(out, strings.Compare)
	return slices.Compact(out)
}

// both returns what an item names itself, then those that name it, each once.
func both(own []form.Text, naming []string) []string {
	return unique(slices.Concat(form.Values(own), naming))
}

// unique returns a list without what stands earlier in it, in its order.
func unique[T comparable](list []T) []T {
	seen := make(map[T]bool, len(list))
	var out []T
	for _, x := range list {
		if !seen[x] {
			seen[x] = true
			out = append(out, x)
		}
	}
	return out
}
