package dossier

import (
	"factsheet/generator/annotation"
	"factsheet/generator/edtf"
	"factsheet/generator/form"
	"factsheet/generator/lang"
	"factsheet/generator/quote"
	"factsheet/generator/text"
)

// Evidence is a quote, found or not.
type Evidence struct {
	Record  *annotation.Evidence
	Number  int           // from 1 within its fact or actor
	Role    string        // supports, qualifies, updates, raises
	Source  *Source       // nil where there is none of that id
	Matches []quote.Match // every place where the quote stands; exactly one where all is well
	Part    *Part         // the part in which it stands; nil unless it stands once
	Said    edtf.Date     // the day somebody said it
}

// Found reports whether the quote stands exactly once in its source.
func (e *Evidence) Found() bool { return len(e.Matches) == 1 }

// Span returns the outermost bytes of a quote that was found.
func (e *Evidence) Span() text.Span { return e.Matches[0].Span() }

// linkEvidence finds the quotes of a fact. role is the one that evidence has
// where it says none.
func linkEvidence(list []annotation.Evidence, role string, source func(id string) *Source) []*Evidence {
	out := make([]*Evidence, len(list))
	for i := range list {
		r := &list[i]
		e := &Evidence{Record: r, Number: i + 1, Role: r.Role.Value, Source: source(r.Source.Value), Said: r.Said.Date}
		if e.Role == "" {
			e.Role = role
		}
		e.find()
		out[i] = e
	}
	return out
}

func (e *Evidence) find() {
	if e.Source == nil || e.Source.Text == nil {
		return
	}
	r := e.Record
	e.Matches = quote.Find(e.Source.Text, quote.Parse(r.Quote.Value, r.Prefix.Value, r.Suffix.Value))
	if !e.Found() {
		return
	}
	e.Part = e.Source.At(e.Span().Start)
	if !r.Said.Given() {
		e.Said = e.Part.Dated
	}
}

func linkActor(r *annotation.Actor, source func(string) *Source) *Actor {
	a := &Actor{
		Record: r, ID: r.ID.Value, References: form.References(r),
		Evidence: linkEvidence(r.Evidence, "supports", source),
	}
	a.spell()
	return a
}

// linkFact links a record of a site whose language has the table, or nil.
func linkFact(r *annotation.Fact, source func(string) *Source, t *lang.Table) *Fact {
	role := "supports"
	if r.Kind == "question" {
		role = "raises"
	}
	f := &Fact{
		Record: r, ID: r.ID.Value, References: form.References(r),
		Evidence: linkEvidence(r.Evidence, role, source),
	}
	f.Says = statement(f, t)
	return f
}
