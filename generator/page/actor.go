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
		Page:     b.actorRef(a).Link,
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

// named says how many texts name an actor or are cited for it.
func (b *Book) named(a *dossier.Actor) Words {
	in := map[*dossier.Source]bool{}
	for _, e := range supporting(a.Evidence) {
		in[e.Source] = true
	}
	for _, sp := range b.spelled()[a.ID] {
		in[sp.source] = true
	}
	if len(in) == 0 {
		return ""
	}
	return "In " + b.speech.count(len(in), "text", "texts")
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
	} else if r.Kind.Value == "anonymous" {
		kind += "; how many is not told"
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
	b.ties(&n, a)
	n.refs("Says", b.says(a.ID))
	n.refs("Quoted in the questions", b.heard(a.ID))
	b.deeds(&n, a)
	n.refs("Place of", b.factsNaming(a.ID, "where"))
	b.commonNotes(&n, &r.Common)
	n.missing(a.Evidence)
	return n.out
}

// ties say who an actor is a part of, who is probably the same, and who is not.
func (b *Book) ties(n *notes, a *dossier.Actor) {
	b.wholeAndParts(n, a)
	n.refs("Probably the same as", unique(append(ids(a.Record.Likely), b.actorsNaming(a.ID, "likely")...)))
	n.refs("Not to be confused with", both(a.Record.Not, b.actorsNaming(a.ID, "not")))
}

// wholeAndParts says of what an actor is a part and what its parts are. A tie
// that stands in no quote but has a reason is an assumption.
func (b *Book) wholeAndParts(n *notes, a *dossier.Actor) {
	of, taken := "Part of", func(id string) bool { return b.d.Actor(id).Record.Because.Value != "" }
	if taken(a.ID) {
		of = "Taken as part of"
	}
	n.refs(of, ids(a.Record.PartOf))
	var told, assumed []string
	for _, id := range b.actorsNaming(a.ID, "part_of") {
		if taken(id) {
			assumed = append(assumed, id)
		} else {
			told = append(told, id)
		}
	}
	n.refs("Has as parts", told)
	n.refs("Taken as its parts", assumed)
}

// deeds names the facts of which an actor is the subject. What it says itself
// of its own doings is named among its words alone.
func (b *Book) deeds(n *notes, a *dossier.Actor) {
	by := map[string][]string{} // by kind
	says := b.says(a.ID)
	for _, id := range b.factsNaming(a.ID, "who") {
		kind := b.d.Fact(id).Record.Kind
		if kind != "claim" || !slices.Contains(says, id) {
			by[kind] = append(by[kind], id)
		}
	}
	n.refs("Acts in", by["date"])
	n.refs("Figures", by["quantity"])
	n.refs("Subject of", slices.Concat(by["claim"], by["question"]))
	n.refs("To or against "+pronoun(a.Record.Kind.Value), b.factsNaming(a.ID, "whom"))
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
