package page

import (
	"slices"

	"factsheet/generator/dossier"
	"factsheet/generator/edtf"
)

// Corrections is the page of the mistakes that the site made and mended.
type Corrections struct {
	Lead Words
	List []Correction // the newest first
}

// A Correction is one mistake of the site's, mended.
type Correction struct {
	On      Words // the day
	Fact    Ref   // or the actor
	Was     Words // what stood there
	Because Inline

	date edtf.Date
}

// Corrections returns the page of corrections.
func (b *Book) Corrections() Corrections {
	var p Corrections
	for _, item := range b.d.Items() {
		if b.shows(item) {
			p.List = append(p.List, b.corrections(item)...)
		}
	}
	slices.SortStableFunc(p.List, func(x, y Correction) int { return y.date.Compare(x.date) })
	p.Lead = "What stood here wrongly and was mended. Each correction stands at its fact as well."
	if len(p.List) == 0 {
		p.Lead = "Nothing that stood here was corrected so far."
	}
	return p
}

func (b *Book) corrections(item dossier.Item) []Correction {
	var out []Correction
	list := item.Common().Corrected
	for i := range list {
		c := &list[i]
		out = append(out, Correction{sentence(c.On.Date.Words()), b.itemRef(item), c.Was.Value, b.inline(c.Because), c.On.Date})
	}
	return out
}
