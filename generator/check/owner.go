package check

import (
	"slices"
	"sort"

	"factsheet/generator/annotation"
	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/quote"
	"factsheet/generator/text"
)

// An owner is the record in which a finding stands: it may set it aside, and
// a draft makes a warning of it.
type owner struct {
	start  int // of the record in its file
	draft  bool
	allow  []annotation.Allow
	source *dossier.Source // of a source
}

// owners are all records by file, in the order of their places.
type owners map[*text.File][]owner

func ownersOf(d *dossier.Dossier) owners {
	o := owners{}
	for _, s := range d.Sources {
		own := owner{start: s.Record.Span.Start, allow: s.Record.Allow, source: s}
		o[s.Record.File] = append(o[s.Record.File], own)
		if s.Text != nil {
			own.start = 0
			o[s.Text.File] = append(o[s.Text.File], own)
		}
	}
	for _, item := range d.Items() {
		place, c := item.Place(noField), item.Common()
		o[place.File] = append(o[place.File], owner{start: place.Span.Start, draft: c.Draft, allow: c.Allow})
	}
	for _, list := range o {
		slices.SortFunc(list, func(a, b owner) int { return a.start - b.start })
	}
	return o
}

// of returns the record in which a place lies: the last that starts before
// it, since a record ends where the next one starts.
func (o owners) of(p diag.Place) (owner, bool) {
	list := o[p.File]
	i := sort.Search(len(list), func(i int) bool { return list[i].start > p.Span.Start })
	if i == 0 {
		return owner{}, false
	}
	return list[i-1], true
}

// settle takes away what the records allow, makes warnings of the errors of
// drafts, and gives findings of coverage the severity of site.toml.
func settle(d *dossier.Dossier, found []diag.Diagnostic) []diag.Diagnostic {
	if len(found) == 0 {
		return nil
	}
	owners := ownersOf(d)
	kept := found[:0]
	for _, f := range found {
		rule, _ := Find(f.Code)
		own, ok := owners.of(f.Place)
		if ok && rule.Silenceable() && own.allows(f) {
			continue
		}
		if rule.Group == Coverage {
			f.Severity = d.Site.Level(f.Code)
		}
		if own.draft {
			f.Severity = diag.Warning
		}
		kept = append(kept, f)
	}
	return kept
}

func (o owner) allows(f diag.Diagnostic) bool {
	return slices.ContainsFunc(o.allow, func(a annotation.Allow) bool {
		return a.Code.Value == f.Code && (a.Quote.Value == "" || o.covers(a, f.Place))
	})
}

// covers reports whether a permission's quote stands where the finding does.
func (o owner) covers(a annotation.Allow, p diag.Place) bool {
	if o.source == nil || o.source.Text == nil || p.File != o.source.Text.File {
		return false
	}
	matches := quote.Find(o.source.Text, quote.Parse(a.Quote.Value, "", ""))
	return slices.ContainsFunc(matches, func(m quote.Match) bool { return m.Span().Overlaps(p.Span) })
}
