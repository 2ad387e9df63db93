package page

import (
	"slices"

	"factsheet/generator/dossier"
)

// A Part is some sections of a sheet that stand together.
type Part struct {
	Group     Group // to which they belong, without its sections; of no name for those in none
	Continued bool  // sections of that group stand in the part before
	// Sections makes them, without what only a page shows: plots and cards.
	Sections func() []Section
}

// sectionsAPart is how many sections of a sheet are made at once.
const sectionsAPart = 64

// Parts returns what a sheet says besides its sections, and these part by part,
// so that those of a large sheet need never be in memory at once. Parts may be
// made on several goroutines. It returns false where the site has no sheet of
// that name.
func (b *Book) Parts(name string) (Sheet, []Part, bool) {
	linked := b.sheet(name)
	if linked == nil {
		return Sheet{}, nil, false
	}
	var out []Part
	for items := b.items(linked); len(items) > 0; {
		group := newGroup(name, items[0].Common().Group.Value)
		group.Facts = endOfGroup(items, group.Name)
		for some := range slices.Chunk(items[:group.Facts], sectionsAPart) {
			out = append(out, Part{group, len(out) > 0 && out[len(out)-1].Group.Name == group.Name, func() []Section { return b.printedAll(some) }})
		}
		items = items[group.Facts:]
	}
	return b.head(linked), out, true
}

func (b *Book) printedAll(items []dossier.Item) []Section {
	var out []Section
	for _, item := range items {
		out = append(out, b.printed(item))
	}
	return out
}
