package dossier

import (
	"factsheet/generator/annotation"
	"factsheet/generator/diag"
	"factsheet/generator/form"
)

// An Item is a fact or an actor: whatever has evidence.
type Item interface {
	Name() string               // its id
	Common() *annotation.Common // what every fact and actor may carry
	Cited() []*Evidence
	Refs() []form.Reference
	Place(form.Text) diag.Place // of a field, or of the header where it was left out
}

// Name returns the fact's id.
func (f *Fact) Name() string { return f.ID }

// Common returns what the fact shares with every other and with actors.
func (f *Fact) Common() *annotation.Common { return &f.Record.Common }

// Cited returns the fact's evidence.
func (f *Fact) Cited() []*Evidence { return f.Evidence }

// Refs returns the ids that the fact names.
func (f *Fact) Refs() []form.Reference { return f.References }

// Place returns the place of a field of the fact.
func (f *Fact) Place(t form.Text) diag.Place { return f.Record.Place(t) }

// Name returns the actor's id.
func (a *Actor) Name() string { return a.ID }

// Common returns what the actor shares with facts.
func (a *Actor) Common() *annotation.Common { return &a.Record.Common }

// Cited returns the actor's evidence.
func (a *Actor) Cited() []*Evidence { return a.Evidence }

// Refs returns the ids that the actor names.
func (a *Actor) Refs() []form.Reference { return a.References }

// Place returns the place of a field of the actor.
func (a *Actor) Place(t form.Text) diag.Place { return a.Record.Place(t) }

// Items returns the actors, then the facts, in the dossier's order. The list
// is shared, not to be changed.
func (d *Dossier) Items() []Item { return d.items }

func items(d *Dossier) []Item {
	items := make([]Item, 0, len(d.Actors)+len(d.Facts))
	for _, a := range d.Actors {
		items = append(items, a)
	}
	for _, f := range d.Facts {
		items = append(items, f)
	}
	return items
}
