// Package suggest drafts annotations: for every number, time expression, name
// and sentence of a source that no fact reads yet, a record to be pasted, and
// for a seed without a record the source itself.
//
// A draft says only what has words in the text to stand on: the value, hedge
// and unit that the program reads, a date that the day of the passage settles,
// the speaker whom the text credits. All else is "", with a comment that says
// what to look for. Statements are left to a person, with the words of the text
// as a proposal.
package suggest

import (
	"cmp"
	"slices"

	"factsheet/generator/annotation"
	"factsheet/generator/check"
	"factsheet/generator/dossier"
	"factsheet/generator/text"
)

// A Draft is one record to be pasted into an annotation file.
type Draft struct {
	Table   string          // "sources", "actors", or the name of a sheet
	ID      string          // unique among all ids of the dossier and of the drafts
	Source  *dossier.Source // whose words it stands on first; of a new source, the source as drafted
	Passage text.Span       // the sentence of those words, in bytes of the seed; of a source empty

	kind     string // of the sheet; "source", "actor"
	fields   []field
	parts    [][]field // of a source
	evidence []string  // inline tables
}

// Source drafts what the annotations do not read of a source: in the order of
// the text, and of one sentence actors first, then figures, dates, claims. A
// source whose text cannot be read has no drafts.
func Source(d *dossier.Dossier, s *dossier.Source) []Draft {
	return draftAll(d, newIDs(d), []*dossier.Source{s}, nil)
}

// All drafts what the annotations do not read of all sources, and sources for
// the seeds that have none. An actor that several sources name has one draft.
func All(d *dossier.Dossier) []Draft {
	ids := newIDs(d)
	sources := newSources(d, ids)
	if len(sources) == 0 {
		return draftAll(d, ids, d.Sources, nil)
	}
	whole := withDrafts(d, drafts(sources))
	return draftAll(whole, ids, whole.Sources, sources)
}

// draftAll drafts the given sources of a dossier in their order. proposed are
// those among them that are drafts themselves.
func draftAll(d *dossier.Dossier, ids *ids, sources []*dossier.Source, proposed []*proposedSource) []Draft {
	read := coverageOf(d, sources)
	cast := newCast(ids, outlets(d, proposed))
	for _, c := range read {
		cast.add(c.Source, c.Undeclared)
	}
	for _, p := range proposed {
		p.credit(d, cast)
	}
	cast.find(read)
	actors := cast.drafts(d, 0)
	d = withDrafts(d, append(drafts(proposed), actors...))
	agree(d, proposed, cast)
	actors = append(actors, cast.drafts(d, len(actors))...)
	out := append(drafts(proposed), actors...)
	d = withDrafts(d, out)
	for i := range out {
		out[i].Source = d.Source(out[i].Source.ID)
	}
	for _, c := range read {
		c.Source = d.Source(c.Source.ID)
		out = append(out, facts(d, ids, c)...)
	}
	return arranged(d, out)
}

// coverageOf returns what is read of some sources, of those that can be read.
func coverageOf(d *dossier.Dossier, sources []*dossier.Source) []check.SourceCoverage {
	return slices.DeleteFunc(check.CoverageOf(d), func(c check.SourceCoverage) bool { return !slices.Contains(sources, c.Source) })
}

// withDrafts links a dossier with drafts as if they had been pasted. The
// records of proposed sources that it holds already make room for the new
// ones.
func withDrafts(d *dossier.Dossier, drafts []Draft) *dossier.Dossier {
	file := text.NewFile(draftPath, []byte(TOML(drafts)))
	pasted, _ := annotation.Read(file, d.Site)
	in := dossier.Input{Site: d.Site, Sums: d.Sums, Seeds: d.Seeds}
	for _, r := range d.Records {
		if r.File.Path != draftPath {
			in.Records = append(in.Records, r)
		}
	}
	in.Records = append(in.Records, pasted)
	return dossier.Link(in, d)
}

// draftPath is a path that no annotation file can have.
const draftPath = "suggest"

// arranged sorts drafts by source, passage and kind, and of one passage as
// they were made.
func arranged(d *dossier.Dossier, drafts []Draft) []Draft {
	place := map[string]int{}
	for i, s := range d.Sources {
		place[s.ID] = i
	}
	slices.SortStableFunc(drafts, func(a, b Draft) int {
		return cmp.Or(
			cmp.Compare(place[a.Source.ID], place[b.Source.ID]),
			cmp.Compare(a.Passage.Start, b.Passage.Start),
			cmp.Compare(slices.Index(kinds, a.kind), slices.Index(kinds, b.kind)),
		)
	})
	return drafts
}

// kinds are the kinds of records in the order in which a passage lists them.
var kinds = []string{"source", "actor", "quantity", "date", "claim", "question"}
