package page

import (
	"slices"

	"factsheet/generator/dossier"
	"factsheet/generator/form"
)

// kinds are the words for the kinds of actors.
var kinds = map[string]Words{
	"person":       "person",
	"state":        "state",
	"forces":       "armed forces",
	"armed-group":  "armed group",
	"organisation": "organisation",
	"media":        "news outlet",
	"place":        "place",
	"thing":        "thing",
	"anonymous":    "unnamed",
}

// actorSection is what the sheet of actors says of one.
func (b *Book) actorSection(a *dossier.Actor) Section {
	return Section{
		ID:       a.ID,
		Heading:  sentence(a.Record.Name.Value),
		Status:   b.actorStatus(a),
		Support:  b.named(a),
		About:    b.about(&a.Record.Common),
		Readings: b.calls(a),
		Quotes:   b.quotes(a),
		Notes:    b.actorNotes(a),
		Draft:    a.Record.Draft,
	}
}

// named says in how many texts an actor's evidence stands.
func (b *Book) named(a *dossier.Actor) Words {
	var in []*dossier.Source
	for _, e := range supporting(a.Evidence) {
		in = append(in, e.Source)
	}
	if len(in) == 0 {
		return ""
	}
	return "In " + b.speech.count(len(unique(in)), "text", "texts")
}

// actorStatus says what an actor is, in the words of its sources.
func (b *Book) actorStatus(a *dossier.Actor) Words {
	r := a.Record
	kind := kinds[r.Kind.Value]
	if r.Count.Given() {
		count := quoted(r.Count.Text.Value)
		if r.Count.Numeric {
			count = b.speech.count(int(r.Count.Value), "person", "people")
		}
		kind = list(", ", kind, count)
	}
	if r.Role.Value != "" {
		kind += "; " + quoted(r.Role.Value)
	}
	if r.Coined {
		kind += "; the name is a label of ours"
	}
	return sentence(kind)
}

func (b *Book) actorNotes(a *dossier.Actor) []Note {
	r := a.Record
	n := notes{book: b}
	n.refs("Part of", ids(r.PartOf))
	n.refs("Has as parts", b.members.of(a.ID))
	n.refs("Probably the same as", unique(append(ids(r.Likely), b.alike.of(a.ID)...)))
	n.refs("Not to be confused with", b.lookAlike.both(r.Not, a.ID))
	n.refs("Says", b.says.of(a.ID))
	n.refs("Said of "+pronoun(r.Kind.Value), unique(slices.Concat(b.acts.of(a.ID), b.suffers.of(a.ID))))
	n.refs("Place of", b.takesPlace.of(a.ID))
	b.commonNotes(&n, &r.Common)
	n.missing(a.Evidence)
	return n.out
}

func pronoun(kind string) Words {
	if kind == "person" || kind == "anonymous" {
		return "them"
	}
	return "it"
}

// ids is the list of one id, or of none.
func ids(t form.Text) []string {
	if t.Value == "" {
		return nil
	}
	return []string{t.Value}
}
