package check

import (
	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/names"
	"factsheet/generator/text"
)

// A SourceCoverage is how much of a source the annotations read: of what stands in
// its body and headlines, as the rules of the group Coverage have it.
type SourceCoverage struct {
	Source    *dossier.Source // nil in the sum of several
	Numbers   Share
	Times     Share
	Names     Share // actors named, each counted once, and names that no actor has
	Sentences Share

	// Undeclared are the names that no actor has and nothing sets aside, each
	// at its first place.
	Undeclared []names.Candidate
}

// A Share is how much of something is read. What is neither read, nor by a
// draft, nor set aside with a reason, is open.
type Share struct {
	Of      int         // how many the source has
	Read    int         // by something that is published
	Drafted int         // by drafts alone
	Aside   int         // set aside by `allow`
	Open    []text.Span // in the folded text, in order; of a name its first place; nil in a sum
}

// CoverageOf returns the coverage of every source whose text can be read, in
// the order of Dossier.Sources.
func CoverageOf(d *dossier.Dossier) []SourceCoverage {
	c := coverer{d: d, owners: ownersOf(d.Units)}
	var out []SourceCoverage
	for _, s := range d.Sources {
		if s.Text != nil {
			out = append(out, c.source(s))
		}
	}
	return out
}

// Sum adds up the coverage of several sources.
func Sum(list []SourceCoverage) SourceCoverage {
	var sum SourceCoverage
	for _, c := range list {
		sum.Numbers = sum.Numbers.plus(c.Numbers)
		sum.Times = sum.Times.plus(c.Times)
		sum.Names = sum.Names.plus(c.Names)
		sum.Sentences = sum.Sentences.plus(c.Sentences)
	}
	return sum
}

func (s Share) plus(t Share) Share {
	return Share{Of: s.Of + t.Of, Read: s.Read + t.Read, Drafted: s.Drafted + t.Drafted, Aside: s.Aside + t.Aside}
}

type coverer struct {
	d      *dossier.Dossier
	owners owners
}

func (c *coverer) source(s *dossier.Source) SourceCoverage {
	by := readingsOf(c.d, s)
	out := SourceCoverage{
		Source:    s,
		Numbers:   c.share(s, by, numberUncovered.Code, numberSpans(s), (*reading).readsNumber),
		Times:     c.share(s, by, dateUncovered.Code, timesIn(s), (*reading).readsDay),
		Sentences: c.share(s, by, sentenceUncovered.Code, sentencesIn(s), (*reading).cites),
	}
	c.names(s, by, &out)
	return out
}

// share counts what of some spans is read.
func (c *coverer) share(s *dossier.Source, by readingsBy, code string, spans []text.Span, reads func(*reading, text.Span) bool) Share {
	var out Share
	for _, span := range spans {
		switch {
		case !proves(s, span):
			continue
		case reads(by.published, span):
			out.Read++
		case c.isAside(s, code, span):
			out.Aside++
		case reads(by.all, span):
			out.Drafted++
		default:
			out.Open = append(out.Open, span)
		}
		out.Of++
	}
	return out
}

// isAside reports whether the source sets a finding of a code at a span aside.
func (c *coverer) isAside(s *dossier.Source, code string, span text.Span) bool {
	place := inSeed(s, span)
	own, ok := c.owners.of(place)
	return ok && own.allows(diag.Diagnostic{Code: code, Place: place}, permissions{})
}

// names counts the actors that a source names, and the names that no actor has.
func (c *coverer) names(s *dossier.Source, by readingsBy, out *SourceCoverage) {
	n := &out.Names
	unread := uncoveredNames(c.d, s, by.published)
	n.Of = len(uncoveredNames(c.d, s, nil))
	n.Read = n.Of - len(unread)
	undrafted := map[string]bool{}
	for _, u := range uncoveredNames(c.d, s, by.all) {
		undrafted[u.id] = true
	}
	for _, u := range unread {
		switch {
		case c.isAside(s, nameUncovered.Code, u.mention.Span):
			n.Aside++
		case !undrafted[u.id]:
			n.Drafted++
		default:
			n.Open = append(n.Open, u.mention.Span)
		}
	}
	for _, x := range undeclaredNames(c.d, s) {
		n.Of++
		if c.isAside(s, nameUndeclared.Code, x.Span) {
			n.Aside++
			continue
		}
		out.Undeclared = append(out.Undeclared, x)
	}
}
