package page

import (
	"factsheet/generator/dossier"
	"factsheet/generator/text"
)

// notTold stands for what a text does not say of itself.
const notTold = "not told"

// ownWords stands for an outlet's own words.
const ownWords = "the publisher itself"

// Sources returns the table of all sources.
func (b *Book) Sources() Sources {
	t := Sources{Rows: make([]SourceRow, len(b.d.Sources))}
	for i, s := range b.d.Sources {
		t.Rows[i] = b.row(s)
	}
	return t
}

func (b *Book) row(s *dossier.Source) SourceRow {
	r := s.Record
	return SourceRow{
		Ref:       b.sourceRef(s),
		Publisher: orNotTold(r.Publisher.Value),
		Published: orNotTold(r.Published.Date.Words()),
		Dated:     dated(s),
		Origins:   b.rowOrigins(s),
		Shares:    b.shares(s),
		Facts:     b.factsCiting(s),
	}
}

func orNotTold(words Words) Words {
	if words == "" {
		return notTold
	}
	return words
}

// speaking are the parts of a source that prove anything and hold any text.
func speaking(s *dossier.Source) []*dossier.Part {
	var out []*dossier.Part
	for _, p := range s.Passages {
		if p.Part.Proves() && !isBlank(s, p.Span) {
			out = append(out, p.Part)
		}
	}
	return unique(out)
}

// isBlank reports whether nothing but white space stands in a span.
func isBlank(s *dossier.Source, span text.Span) bool {
	in := s.Text.View.Folded(span)
	for _, c := range []byte(s.Text.View.Text[in.Start:in.End]) {
		if c != ' ' {
			return false
		}
	}
	return true
}

// dated says the days from which a source's passages speak.
func dated(s *dossier.Source) []Words {
	var out []Words
	for _, p := range speaking(s) {
		out = append(out, datedWords(p))
	}
	return unique(out)
}

// datedWords says the day from which a part speaks and how it is known.
func datedWords(p *dossier.Part) Words {
	switch {
	case p.Dated.IsZero():
		return notTold
	case isReasoned(p):
		return p.Dated.Words() + " (inferred)"
	}
	return p.Dated.Words() + " (the day of the page)"
}

// rowOrigins are the origins of all parts of a source, each once.
func (b *Book) rowOrigins(s *dossier.Source) []Origin { return b.originsOf(speaking(s)) }

// originsOf are the origins of some parts, each once.
func (b *Book) originsOf(parts []*dossier.Part) []Origin {
	var out []Origin
	at := map[Ref]int{}
	for _, p := range parts {
		for _, o := range b.origins(p) {
			n, ok := at[o.Ref]
			if !ok {
				n = len(out)
				at[o.Ref] = n
				out = append(out, o)
			}
			out[n].Credited = out[n].Credited || o.Credited
			out[n].Inferred = out[n].Inferred || o.Inferred
		}
	}
	return out
}

// origins are those who first reported a part.
func (b *Book) origins(p *dossier.Part) []Origin {
	if len(p.Origins) == 0 {
		return []Origin{{Ref: Ref{Title: notTold}}}
	}
	var out []Origin
	for _, id := range p.Origins {
		out = append(out, b.origin(p, id))
	}
	return out
}

func (b *Book) origin(p *dossier.Part, id string) Origin {
	if id == "own" {
		return Origin{Ref: Ref{Title: ownWords}}
	}
	a := b.d.Actor(id)
	credited := a != nil && b.credits(p, a)
	return Origin{Ref: b.ref(id), Credited: credited, Inferred: !credited}
}

// How says how an origin is known; "" for the publisher itself and what is not told.
func (o Origin) How() Words {
	switch {
	case o.Credited && o.Inferred:
		return "named or inferred, by passage"
	case o.Inferred:
		return "inferred"
	case o.Credited:
		return "named in the text"
	}
	return ""
}

// Words says an origin, and of one that the text does not name how it is
// known.
func (o Origin) Words() Words {
	if o.Inferred {
		return o.Ref.Title + " (" + o.How() + ")"
	}
	return o.Ref.Title
}

// shares are the sources that have the same wording as one, said on either
// side.
func (b *Book) shares(s *dossier.Source) []Ref {
	var ids []string
	for _, p := range s.Parts {
		for _, id := range p.Shares {
			if other := b.sharer(id); other != nil && other != s {
				ids = append(ids, other.ID)
			}
		}
	}
	return b.refs(unique(append(ids, b.sharing(s)...)))
}

// factsCiting counts the facts that cite a source.
func (b *Book) factsCiting(s *dossier.Source) int {
	citing := map[*dossier.Fact]bool{}
	for _, c := range b.cites(s) {
		if f, ok := c.item.(*dossier.Fact); ok {
			citing[f] = true
		}
	}
	return len(citing)
}
