package page

import (
	"cmp"
	"slices"

	"factsheet/generator/dossier"
)

// An Actor is one actor's page.
type Actor struct {
	Ref      Ref
	Name     Words   // with a capital at its start
	Who      Section // what it is, who it is part of, and who is probably the same or is not
	Reported []Ref   // the sources of which it is an origin
	Says     []Sayings
	Lists    []List  // the facts in which it takes part
	Named    Section // what each source calls it, with the quotes

	SaysTitle, NamedTitle Words
}

// Sayings are what somebody said on one day, in the order of the days; what is
// of unknown day comes last.
type Sayings struct {
	Day  Words // "" where it is unknown
	List []Saying
}

// A Saying is a quote that a text credits to somebody, with the fact for which
// it is cited.
type Saying struct {
	Fact  Ref
	Quote Quote
}

// A List is facts under a heading.
type List struct {
	Title   Words
	Entries []Entry
}

// Actors returns the links to the pages of all actors, in their order.
func (b *Book) Actors() []Ref {
	var out []Ref
	for _, a := range b.d.Actors {
		if b.shows(a) {
			out = append(out, b.actorRef(a))
		}
	}
	return out
}

// Actor returns what an actor's page shows, and false where there is none of
// that id.
func (b *Book) Actor(id string) (Actor, bool) {
	a := b.actor(id)
	if a == nil {
		return Actor{}, false
	}
	whole := b.actorSection(a)
	n := notes{book: b}
	b.ties(&n, a)
	b.commonNotes(&n, &a.Record.Common)
	n.missing(a.Evidence)
	page := Actor{
		Ref: b.actorRef(a), Name: whole.Heading, Reported: b.refs(b.reported(id)),
		Who:       Section{ID: id, Status: whole.Status, About: whole.About, Notes: n.out, Draft: whole.Draft},
		Named:     Section{ID: id, Support: whole.Support, Readings: whole.Readings, Quotes: whole.Quotes},
		Says:      b.sayings(id),
		Lists:     b.factLists(a),
		SaysTitle: "What it says", NamedTitle: "What the texts call it",
	}
	if pronoun(a.Record.Kind.Value) == "them" {
		page.SaysTitle, page.NamedTitle = "What they say", "What the texts call them"
	}
	return page, true
}

// factLists are the facts in which an actor takes part, by how.
func (b *Book) factLists(a *dossier.Actor) []List {
	n := notes{book: b}
	b.deeds(&n, a)
	n.refs("Place of", b.factsNaming(a.ID, "where"))
	var out []List
	for _, note := range n.out {
		list := List{Title: note.Label}
		for _, ref := range note.Refs {
			list.Entries = append(list.Entries, Entry{ref, b.status(b.d.Fact(ref.ID))})
		}
		out = append(out, list)
	}
	return out
}

// sayings are the quotes that texts credit to an actor, day by day.
func (b *Book) sayings(id string) []Sayings {
	said := b.quoted(id)
	slices.SortStableFunc(said, func(x, y citation) int {
		return cmp.Or(compareUnknown(x, y), x.Said.Compare(y.Said))
	})
	var out []Sayings
	for _, c := range said {
		q := b.quote(c.item, c.Evidence)
		if n := len(out); n == 0 || out[n-1].Day != sentence(q.Said) {
			out = append(out, Sayings{Day: sentence(q.Said)})
		}
		last := &out[len(out)-1]
		last.List = append(last.List, Saying{b.itemRef(c.item), q})
	}
	return out
}

// compareUnknown puts what was said on an unknown day last.
func compareUnknown(x, y citation) int {
	switch {
	case x.Said.IsZero() == y.Said.IsZero():
		return 0
	case x.Said.IsZero():
		return 1
	}
	return -1
}
