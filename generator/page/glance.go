package page

import (
	"factsheet/generator/dossier"
)

// maxGlances is how many facts of a sort the home page shows; the sheets have
// the rest.
const maxGlances = 24

// Home returns the first page.
func (b *Book) Home() Home {
	h := Home{Lead: b.lead()}
	for i, ref := range b.Sheets() {
		h.Sheets = append(h.Sheets, Entry{ref, b.summary(b.d.Sheets[i])})
	}
	for _, f := range b.d.Facts {
		if into := h.list(b, f); into != nil && len(*into) < maxGlances {
			*into = append(*into, b.glance(f))
		}
	}
	for _, s := range b.d.Sources {
		if len(h.Sources) < maxGlances {
			h.Sources = append(h.Sources, b.sourceRef(s))
		}
	}
	return h
}

// list returns the list to which a fact belongs, or nil.
func (h *Home) list(b *Book, f *dossier.Fact) *[]Glance {
	r := f.Record
	switch {
	case !b.shows(f), len(b.refs(b.superseded.of(f.ID))) > 0:
		return nil
	case r.Kind == "question" && r.Status.Value != "answered":
		return &h.Questions
	case isAhead(f):
		return &h.Due
	case r.Kind == "quantity":
		return &h.Figures
	}
	return nil
}

func (b *Book) glance(f *dossier.Fact) Glance {
	return Glance{
		Ref: b.factRef(f), Heading: b.heading(f), Statement: b.inline(stated(f.Record)), Answer: b.inline(f.Record.Answer),
		Status: b.status(f), Support: b.factSupport(f), Draft: f.Record.Draft,
	}
}

// lead says on how many texts the site rests and how many facts it has.
func (b *Book) lead() Words {
	facts, cites := 0, 0
	for _, f := range b.d.Facts {
		if b.shows(f) {
			facts++
			cites += len(supporting(f.Evidence))
		}
	}
	words := b.speech.count(facts, "fact", "facts") + " from " + b.speech.count(len(b.d.Sources), "text", "texts")
	if cites > 0 {
		words += ", each beside the words it rests on: " + b.speech.count(cites, "quote", "quotes") + " in all"
	}
	return list(" ", words+".", fullStop(b.knownUpTo()))
}
