package export

import (
	"io"
	"iter"
	"slices"

	"factsheet/generator/dossier"
	"factsheet/generator/edtf"
	"factsheet/generator/form"
)

// The dossier as JSON. Names follow the annotations; what is empty is left
// out. Offsets are bytes of the seed.

// dossierJSON is what a dossier has besides its lists.
type dossierJSON struct {
	Title     string `json:"title"`
	Updated   string `json:"updated,omitempty"`
	KnownUpTo string `json:"known_up_to,omitempty"`
	Seeds     string `json:"seeds"` // "full" or "excerpts"
}

type sourceJSON struct {
	ID        string     `json:"id"`
	Seed      string     `json:"seed"`
	SHA256    string     `json:"sha256"`
	Publisher string     `json:"publisher,omitempty"`
	Title     string     `json:"title,omitempty"`
	Published string     `json:"published,omitempty"`
	Lang      string     `json:"lang"`
	URL       string     `json:"url,omitempty"`
	Basis     string     `json:"basis,omitempty"`
	Parts     []partJSON `json:"parts"`
}

type partJSON struct {
	ID      string   `json:"id,omitempty"`
	Role    string   `json:"role"`
	Start   int      `json:"start"`
	End     int      `json:"end"`
	Dated   string   `json:"dated,omitempty"`
	Origins []string `json:"origins,omitempty"`
	Shares  []string `json:"shares,omitempty"`
	Basis   string   `json:"basis,omitempty"`
}

type measureJSON struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	Unit  string `json:"unit"`
}

type actorJSON struct {
	ID       string         `json:"id"`
	Name     string         `json:"name"`
	Coined   bool           `json:"coined,omitempty"`
	Kind     string         `json:"kind"`
	Count    any            `json:"count,omitempty"`
	Role     string         `json:"role,omitempty"`
	PartOf   string         `json:"part_of,omitempty"`
	Likely   string         `json:"likely,omitempty"`
	Not      []string       `json:"not,omitempty"`
	Aliases  []string       `json:"aliases,omitempty"`
	Note     string         `json:"note,omitempty"`
	Because  string         `json:"because,omitempty"`
	Evidence []evidenceJSON `json:"evidence,omitempty"`
}

type factJSON struct {
	ID         string           `json:"id"`
	Sheet      string           `json:"sheet"`
	Kind       string           `json:"kind"`
	Group      string           `json:"group,omitempty"`
	Statement  string           `json:"statement"`
	Measure    string           `json:"measure,omitempty"`
	Unit       string           `json:"unit,omitempty"`
	Of         string           `json:"of,omitempty"`
	Value      any              `json:"value,omitempty"`
	Low        any              `json:"low,omitempty"`
	High       any              `json:"high,omitempty"`
	Hedge      string           `json:"hedge,omitempty"`
	AsOf       string           `json:"as_of,omitempty"`
	Since      string           `json:"since,omitempty"`
	When       string           `json:"when,omitempty"`
	Status     string           `json:"status,omitempty"`
	Who        []string         `json:"who,omitempty"`
	Whom       []string         `json:"whom,omitempty"`
	Where      []string         `json:"where,omitempty"`
	Before     []string         `json:"before,omitempty"`
	After      []string         `json:"after,omitempty"`
	Answer     string           `json:"answer,omitempty"`
	Answers    []answerJSON     `json:"answers,omitempty"`
	Remains    string           `json:"remains,omitempty"`
	Silent     []silenceJSON    `json:"silent,omitempty"`
	Differs    []string         `json:"differs,omitempty"`
	Supersedes []string         `json:"supersedes,omitempty"`
	Tags       []string         `json:"tags,omitempty"`
	Note       string           `json:"note,omitempty"`
	Because    string           `json:"because,omitempty"`
	RestsOn    []string         `json:"rests_on,omitempty"`
	Corrected  []correctionJSON `json:"corrected,omitempty"`
	Evidence   []evidenceJSON   `json:"evidence,omitempty"`
}

type answerJSON struct {
	Fact string `json:"fact"`
	Says string `json:"says,omitempty"`
}

type silenceJSON struct {
	Sources []string `json:"sources"`
	Words   []string `json:"words"`
}

type correctionJSON struct {
	On      string `json:"on"`
	Was     string `json:"was"`
	Because string `json:"because"`
}

type evidenceJSON struct {
	Source  string     `json:"source"`
	Part    string     `json:"part,omitempty"`
	Quote   string     `json:"quote"`
	Spans   []spanJSON `json:"spans"`
	Reads   string     `json:"reads,omitempty"`
	Reading string     `json:"reading,omitempty"`
	Role    string     `json:"role"`
	By      []string   `json:"by,omitempty"`
	Dated   string     `json:"dated,omitempty"`
	Said    string     `json:"said,omitempty"`
	Note    string     `json:"note,omitempty"`
}

type spanJSON struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Dossier writes the whole of a dossier as JSON, drafts aside. A large one is
// a line for the whole, without its lists, and a line for every record: an
// object with the one key "source", "measure", "actor" or "fact".
func Dossier(w io.Writer, d *dossier.Dossier) error {
	out := newStream(w)
	if d.Large() {
		out.record(object{"dossier": headOf(d)})
		for _, list := range listsOf(d) {
			for record := range list.records {
				out.record(object{list.one: record})
			}
		}
		return out.end()
	}
	out.open(headOf(d), "")
	for _, list := range listsOf(d) {
		out.list(`,"` + list.many + `":[`)
		for record := range list.records {
			out.item(record)
		}
		out.close("]")
	}
	out.text("}\n")
	return out.end()
}

func headOf(d *dossier.Dossier) dossierJSON {
	head := dossierJSON{Title: d.Site.Title.Value, Updated: d.Site.Updated.Value, KnownUpTo: d.KnownUpTo().String(), Seeds: "full"}
	if d.Site.Excerpts() {
		head.Seeds = "excerpts"
	}
	return head
}

// A listJSON is one of the lists of a dossier.
type listJSON struct {
	one, many string // its key
	records   iter.Seq[any]
}

func listsOf(d *dossier.Dossier) []listJSON {
	shown := d.Excerpts(false)
	return []listJSON{
		{"source", "sources", each(d.Sources, func(s *dossier.Source) any { return sourceOf(s, shown.Verbatim(s, s.Record.Title.Value)) })},
		{"measure", "measures", each(d.Measures, func(m *dossier.Measure) any {
			return measureJSON{m.ID, m.Record.Title.Value, m.Record.Unit.Value}
		})},
		{"actor", "actors", each(publishedActors(d), func(a *dossier.Actor) any { return actorOf(a) })},
		{"fact", "facts", each(published(d), func(f *dossier.Fact) any { return factOf(d, f) })},
	}
}

// each yields a record for each of a list, one at a time.
func each[T any](list []T, record func(T) any) iter.Seq[any] {
	return func(yield func(any) bool) {
		for _, x := range list {
			if !yield(record(x)) {
				return
			}
		}
	}
}

// publishedActors are the actors that are no drafts.
func publishedActors(d *dossier.Dossier) []*dossier.Actor {
	return slices.DeleteFunc(slices.Clone(d.Actors), func(a *dossier.Actor) bool { return a.Record.Draft })
}

func sourceOf(s *dossier.Source, title string) sourceJSON {
	r := s.Record
	out := sourceJSON{
		ID: s.ID, Seed: s.Seed.Name, SHA256: s.Seed.Sum, Publisher: r.Publisher.Value, Title: title,
		Published: r.Published.Value, Lang: r.Lang.Value, URL: r.URL.Value, Basis: r.Basis.Value,
	}
	for _, p := range s.Passages {
		part := partJSON{
			ID: p.Part.ID, Role: p.Part.Role, Start: p.Span.Start, End: p.Span.End,
			Dated: p.Part.Dated.String(), Origins: p.Part.Origins, Shares: p.Part.Shares,
		}
		if p.Part.Record != nil {
			part.Basis = p.Part.Record.Basis.Value
		}
		out.Parts = append(out.Parts, part)
	}
	return out
}

func actorOf(a *dossier.Actor) actorJSON {
	r := a.Record
	return actorJSON{
		ID: a.ID, Name: r.Name.Value, Coined: r.Coined, Kind: r.Kind.Value, Count: amount(r.Count), Role: r.Role.Value,
		PartOf: r.PartOf.Value, Likely: r.Likely.Value, Not: form.Values(r.Not), Aliases: form.Values(r.Aliases),
		Note: r.Note.Value, Because: r.Because.Value, Evidence: evidenceOf("actor", a.Evidence, edtf.Date{}),
	}
}

func factOf(d *dossier.Dossier, f *dossier.Fact) factJSON {
	r := f.Record
	out := factJSON{
		ID: f.ID, Sheet: r.Table, Kind: r.Kind, Group: r.Group.Value, Statement: statement(f),
		Measure: r.Measure.Value, Unit: unit(d, f), Of: r.Of.Value,
		Value: amount(r.Value), Low: amount(r.Low), High: amount(r.High), Hedge: r.Hedge.Value,
		Since: r.Since.Value, When: r.When.Value, Status: r.Status.Value,
		Who: form.Values(r.Who), Whom: form.Values(r.Whom), Where: form.Values(r.Where),
		Before: form.Values(r.Before), After: form.Values(r.After), Answer: r.Answer.Value, Remains: r.Remains.Value,
		Differs: form.Values(r.Differs), Supersedes: form.Values(r.Supersedes), Tags: form.Values(r.Tags),
		Note: r.Note.Value, Because: r.Because.Value, RestsOn: form.Values(r.RestsOn), Evidence: evidenceOf(r.Kind, f.Evidence, inferredDate(f)),
	}
	if r.Kind == "quantity" {
		out.AsOf = f.AsOf().String()
	}
	for i := range r.Answers {
		out.Answers = append(out.Answers, answerJSON{r.Answers[i].Fact.Value, r.Answers[i].Says.Value})
	}
	for i := range r.Silent {
		out.Silent = append(out.Silent, silenceJSON{form.Values(r.Silent[i].Sources), form.Values(r.Silent[i].Words)})
	}
	for i := range r.Corrected {
		out.Corrected = append(out.Corrected, correctionJSON{r.Corrected[i].On.Value, r.Corrected[i].Was.Value, r.Corrected[i].Because.Value})
	}
	return out
}

// amount is a number as a number, a word as a string, and nil for neither.
func amount(n form.Number) any {
	switch {
	case n.Numeric:
		return n.Value
	case n.Given():
		return n.Text.Value
	}
	return nil
}

func evidenceOf(kind string, list []*dossier.Evidence, inferred edtf.Date) []evidenceJSON {
	var out []evidenceJSON
	for _, e := range list {
		x := evidenceJSON{
			Source: e.Source.ID, Part: e.Part.ID, Quote: verbatim(e), Reads: e.Record.Reads.Value, Reading: Reading(kind, e, inferred),
			Role: e.Role, By: form.Values(e.Record.By), Dated: e.Part.Dated.String(), Said: e.Said.String(), Note: e.Record.Note.Value,
		}
		for _, s := range e.Matches[0].Spans {
			x.Spans = append(x.Spans, spanJSON{s.Start, s.End})
		}
		out = append(out, x)
	}
	return out
}
