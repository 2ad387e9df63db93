package check

import (
	"cmp"
	"fmt"
	"strings"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/reuse"
	"factsheet/generator/text"
)

// A shared is a sentence that another source has too.
type shared struct {
	at       reuse.Place
	source   *dossier.Source
	part     *dossier.Part
	sentence text.Span // in the folded text
}

// sharedOf returns the sentences of a cluster. Of those in headers and
// boilerplate, which prove nothing, the part is nil.
func sharedOf(d *dossier.Dossier, c *reuse.Cluster) []shared {
	out := make([]shared, len(c.Places))
	for i, p := range c.Places {
		s, part := d.SharedAt(p)
		if !part.Proves() {
			part = nil
		}
		out[i] = shared{p, s, part, d.Wording.Sentence(p).Span}
	}
	return out
}

// links calls do for every link of a cluster between passages of two sources,
// the earlier passage first. all are the cluster's sentences.
func links(c *reuse.Cluster, all []shared, do func(earlier, later shared, l reuse.Link)) {
	for _, l := range c.Links {
		a, b := all[l.A], all[l.B]
		if a.part == nil || b.part == nil || a.source == b.source {
			continue
		}
		if compareParts(a.part, b.part) > 0 {
			a, b = b, a
		}
		do(a, b, l)
	}
}

// compareParts orders passages by the day from which they speak, then by that
// of their pages, then by the ids of their sources.
func compareParts(p, q *dossier.Part) int {
	return cmp.Or(
		p.Dated.Compare(q.Dated),
		p.Source.Record.Published.Date.Compare(q.Source.Record.Published.Date),
		cmp.Compare(p.Source.ID, q.Source.ID),
	)
}

// A reprint is two passages with sentences in common.
type reprint struct {
	earlier, later *dossier.Part
	pairs          [][2]shared
}

// reprints collects pairs of sentences by the passages in which they stand.
type reprints struct {
	list []*reprint
	at   map[[2]*dossier.Part]*reprint
}

func (r *reprints) add(earlier, later shared) {
	key := [2]*dossier.Part{earlier.part, later.part}
	found := r.at[key]
	if found == nil {
		if r.at == nil {
			r.at = map[[2]*dossier.Part]*reprint{}
		}
		found = &reprint{earlier: earlier.part, later: later.part}
		r.at[key] = found
		r.list = append(r.list, found)
	}
	found.pairs = append(found.pairs, [2]shared{earlier, later})
}

// addOnce adds a pair unless the later passage is told of already, with another
// one.
func (r *reprints) addOnce(told map[*dossier.Part]bool, earlier, later shared) {
	if !told[later.part] || r.at[[2]*dossier.Part{earlier.part, later.part}] != nil {
		told[later.part] = true
		r.add(earlier, later)
	}
}

// place is that of the first sentence in the later text.
func (r *reprint) place() diag.Place { return r.pairs[0][1].place() }

func (s shared) place() diag.Place { return inSeed(s.source, s.sentence) }

// maxPairs is how many pairs of sentences a finding prints.
const maxPairs = 4

// related prints the pairs: each sentence of the later text with its twin and
// what differs, numbers first.
func (r *reprint) related(d *dossier.Dossier) []diag.Related {
	var out []diag.Related
	for i, pair := range r.pairs {
		if i == maxPairs {
			out = append(out, diag.Related{Label: "and", Message: fmt.Sprintf("%d more", len(r.pairs)-i)})
			break
		}
		if i > 0 {
			out = append(out, diag.Related{Label: "also", Place: pair[1].place(), Message: excerpt(pair[1])})
		}
		out = append(out, diag.Related{Label: "twin", Place: pair[0].place(), Message: excerpt(pair[0])})
		if changes := changes(d, pair); changes != "" {
			out = append(out, diag.Related{Label: "differs", Message: changes})
		}
	}
	return out
}

// excerpt is a sentence in quotation marks, a long one cut.
func excerpt(s shared) string { return q(short(asWritten(s.source, s.sentence), 100)) }

// asWritten returns the words of a span of a source's folded text as the seed has
// them, on one line.
func asWritten(s *dossier.Source, folded text.Span) string {
	return strings.Join(strings.Fields(s.Text.File.Slice(s.Text.View.Raw(folded))), " ")
}

// short cuts words after a number of code points.
func short(words string, limit int) string {
	runes := []rune(words)
	if len(runes) <= limit {
		return words
	}
	return string(runes[:limit-2]) + " …"
}
