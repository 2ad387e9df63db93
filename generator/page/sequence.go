package page

import (
	"slices"

	"factsheet/generator/dossier"
)

// ordered puts the events of a page in the order of their dates, and each
// without one where the texts have it: before the first of those that it comes
// before, else after the last of those that it comes after. What is put
// nowhere stands at the end, in the order of its sheet.
func (b *Book) ordered(facts []*dossier.Fact) []*dossier.Fact {
	var out, open, loose []*dossier.Fact
	for _, f := range facts {
		switch {
		case !f.Record.When.Date.IsZero():
			out = append(out, f)
		case b.orderWords(f) != "":
			open = append(open, f)
		default:
			loose = append(loose, f)
		}
	}
	for placed := true; placed; {
		placed = false
		for i := 0; i < len(open); i++ {
			at, ok := b.placeIn(out, open[i])
			if !ok {
				continue
			}
			out = slices.Insert(out, at, open[i])
			open = slices.Delete(open, i, i+1)
			placed = true
			i--
		}
	}
	return slices.Concat(out, open, loose)
}

// placeIn returns where the texts put an event among others.
func (b *Book) placeIn(list []*dossier.Fact, f *dossier.Fact) (at int, ok bool) {
	later := both(f.Record.Before, b.factsNaming(f.ID, "after"))
	if i := slices.IndexFunc(list, func(o *dossier.Fact) bool { return slices.Contains(later, o.ID) }); i >= 0 {
		return i, true
	}
	earlier := both(f.Record.After, b.factsNaming(f.ID, "before"))
	for i := len(list) - 1; i >= 0; i-- {
		if slices.Contains(earlier, list[i].ID) {
			return i + 1, true
		}
	}
	return 0, false
}
