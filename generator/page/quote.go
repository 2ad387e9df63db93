package page

import (
	"factsheet/generator/dossier"
	"factsheet/generator/edtf"
	"factsheet/generator/form"
)

// roles are the words for what evidence does that is not mere support.
var roles = map[string]Words{
	"qualifies": "It qualifies the statement",
	"updates":   "It updates the statement",
	"raises":    "It raises the question",
}

// quotes are the evidence that was found, as written.
func (b *Book) quotes(item dossier.Item) []Quote {
	var out []Quote
	for _, e := range item.Cited() {
		if e.Found() {
			out = append(out, b.quote(item, e))
		}
	}
	return out
}

func (b *Book) quote(item dossier.Item, e *dossier.Evidence) Quote {
	r, source := e.Record, e.Source
	_, names := item.(*dossier.Actor)
	return Quote{
		Anchor:      anchor(item, e),
		Pieces:      pieces(e),
		Speakers:    b.speakers(r.By),
		Names:       names,
		Credit:      credit(item, e),
		Told:        toldOn(item, e),
		Role:        roles[e.Role],
		Source:      b.passageRef(item, e),
		Seed:        source.Seed.Name,
		Line:        line(e),
		Said:        e.Said.Words(),
		Published:   source.Record.Published.Date.Words(),
		Refers:      b.refers(e),
		Lang:        source.Record.Lang.Value,
		Translation: r.Translation.Value,
		Note:        b.inline(r.Note),
	}
}

// credit says of a quote that is credited to nobody that it is. What names an
// actor or raises a question states nothing that somebody could tell.
func credit(item dossier.Item, e *dossier.Evidence) Words {
	_, names := item.(*dossier.Actor)
	if names || len(e.Record.By) > 0 || e.Role == "raises" {
		return ""
	}
	return "which credits nobody with telling it"
}

// toldOn says when words were said, or of which day they are where nobody is
// credited with them. It is "" where the day is unknown, and for names.
func toldOn(item dossier.Item, e *dossier.Evidence) Words {
	_, names := item.(*dossier.Actor)
	switch {
	case e.Said.IsZero(), names:
		return ""
	case len(e.Record.By) > 0:
		return "said " + on(e.Said)
	}
	return "words of " + noun(e.Said)
}

// pieces are the words of a quote as the seed has them, cut at its gaps.
func pieces(e *dossier.Evidence) []string {
	var out []string
	for _, span := range e.Matches[0].Spans {
		out = append(out, e.Source.Text.File.Slice(span))
	}
	return out
}

func (b *Book) speakers(by []form.Text) []Speaker {
	var out []Speaker
	for _, id := range by {
		out = append(out, Speaker{b.ref(id.Value), b.isUnnamed(id.Value) && !b.tellsUnnamed(b.d.Actor(id.Value))})
	}
	return out
}

func (b *Book) refers(e *dossier.Evidence) []Refer {
	var out []Refer
	for _, pair := range e.Record.Refers {
		refer := Refer{Key: within(e, pair.Key.Value)}
		for _, v := range pair.Values {
			refer.Means = append(refer.Means, b.meaning(v.Value))
		}
		out = append(out, refer)
	}
	return out
}

// meaning returns what a value of refers stands for: what an id names, else a
// date. A day is written like an id, so ids come first.
func (b *Book) meaning(value string) Ref {
	if _, ok := b.d.Lookup(value); ok {
		return b.ref(value)
	}
	if d, err := edtf.Parse(value); err == nil && !d.IsZero() {
		return Ref{Title: d.Words()}
	}
	return Ref{Title: value}
}
