package page

import (
	"slices"

	"factsheet/generator/dossier"
)

// Alike reports whether two books have the same facts, actors, sources and parts
// at the same addresses, the facts cite the same texts, and these share the
// same: whether nothing but their words is another.
func (b *Book) Alike(prev *Book) bool {
	return b.opt == prev.opt && b.d.Site == prev.d.Site && b.d.Wording == prev.d.Wording &&
		slices.EqualFunc(b.d.Sources, prev.d.Sources, alikeSources) &&
		slices.EqualFunc(b.d.Actors, prev.d.Actors, func(x, y *dossier.Actor) bool { return x == y || alikeItems(x, y) }) &&
		slices.EqualFunc(b.d.Facts, prev.d.Facts, func(x, y *dossier.Fact) bool {
			return x == y || alikeItems(x, y) && x.Record.Table == y.Record.Table && slices.EqualFunc(sourcesOf(x), sourcesOf(y), alikeSources)
		})
}

func alikeItems(x, y dossier.Item) bool {
	return x.Name() == y.Name() && x.Common().Group.Value == y.Common().Group.Value && x.Common().Draft == y.Common().Draft
}

// alikeSources reports whether two sources are of one text with the same parts,
// of which the same prove.
func alikeSources(x, y *dossier.Source) bool {
	if x == y {
		return true
	}
	return x.ID == y.ID && x.Seed == y.Seed && slices.EqualFunc(x.Parts, y.Parts, func(p, q *dossier.Part) bool { return p.ID == q.ID }) && slices.EqualFunc(x.Passages, y.Passages, func(p, q dossier.Passage) bool {
		return p.Span == q.Span && p.Part.Proves() == q.Part.Proves()
	})
}
