package dossier

import (
	"cmp"
	"slices"
	"strings"
)

// The order of everything is made of the records' own values, so that it does
// not depend on how they are split into files.

var actorKinds = []string{"person", "state", "forces", "armed-group", "organisation", "media", "place", "thing", "anonymous"}

var questionStatus = []string{"open", "partly", "contested", "answered"}

func (d *Dossier) order() {
	slices.SortFunc(d.Sources, func(a, b *Source) int { return strings.Compare(a.ID, b.ID) })
	slices.SortFunc(d.Measures, func(a, b *Measure) int { return strings.Compare(a.ID, b.ID) })
	slices.SortFunc(d.Actors, compareActors)
	facts := map[string][]*Fact{}
	for _, f := range d.Facts {
		facts[f.Record.Table] = append(facts[f.Record.Table], f)
	}
	d.Facts = d.Facts[:0]
	for i := range d.Site.Sheets {
		sheet := &Sheet{Config: &d.Site.Sheets[i]}
		sheet.Facts = facts[sheet.Config.Name.Value]
		slices.SortFunc(sheet.Facts, compareFacts)
		d.Facts = append(d.Facts, sheet.Facts...)
		d.Sheets = append(d.Sheets, sheet)
	}
}

func compareActors(a, b *Actor) int {
	ra, rb := a.Record, b.Record
	return cmp.Or(
		strings.Compare(ra.Group.Value, rb.Group.Value),
		cmp.Compare(slices.Index(actorKinds, ra.Kind.Value), slices.Index(actorKinds, rb.Kind.Value)),
		strings.Compare(ra.Name.Value, rb.Name.Value),
		strings.Compare(a.ID, b.ID),
	)
}

// compareFacts orders the facts of one sheet, which are of one kind.
func compareFacts(a, b *Fact) int {
	ra, rb := a.Record, b.Record
	return cmp.Or(
		strings.Compare(ra.Group.Value, rb.Group.Value),
		compareByKind(a, b),
		strings.Compare(a.ID, b.ID),
	)
}

func compareByKind(a, b *Fact) int {
	ra, rb := a.Record, b.Record
	switch ra.Kind {
	case "quantity":
		return cmp.Or(strings.Compare(ra.Measure.Value, rb.Measure.Value), a.AsOf().Compare(b.AsOf()))
	case "date":
		return ra.When.Date.Compare(rb.When.Date)
	case "question":
		return cmp.Compare(slices.Index(questionStatus, ra.Status.Value), slices.Index(questionStatus, rb.Status.Value))
	}
	return 0
}
