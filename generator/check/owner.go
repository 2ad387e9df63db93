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

func ownersOf(units []*dossier.Unit) owners {
	o := owners{}
	for _, u := range units {
		file := u.Records.File
		for _, s := range u.Sources {
			own := owner{start: s.Record.Span.Start, allow: s.Record.Allow, source: s}
			o[file] = append(o[file], own)
			if s.Text != nil {
				own.start = 0
				o[s.Text.File] = append(o[s.Text.File], own)
			}
		}
		for _, a := range u.Actors {
			o[file] = append(o[file], owner{start: a.Record.Span.Start, draft: a.Record.Draft, allow: a.Record.Allow})
		}
		for _, f := range u.Facts {
			o[file] = append(o[file], owner{start: f.Record.Span.Start, draft: f.Record.Draft, allow: f.Record.Allow})
		}
	}
	for _, list := range o {
		slices.SortStableFunc(list, func(a, b owner) int { return a.start - b.start })
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

// leveled gives a finding the severity that it has in its record and site.
func leveled(d *dossier.Dossier, own owner, f diag.Diagnostic) diag.Diagnostic {
	rule, _ := Find(f.Code)
	if rule.Group == Coverage {
		f.Severity = max(f.Severity, d.Site.Level(f.Code)) // a warning stays one
	}
	if own.draft {
		f.Severity = diag.Warning
	}
	return f
}

// permissions say of each that is needed no report of being unused: it set
// something aside, or stands in a record where something more basic is wrong.
type permissions map[*annotation.Allow]bool

// allows reports whether the record sets a finding aside.
func (o owner) allows(f diag.Diagnostic, seen permissions) bool {
	rule, _ := Find(f.Code)
	allowed := false
	for i := range o.allow {
		a := &o.allow[i]
		switch {
		case rule.Silenceable() && a.Code.Value == f.Code && (a.Quote.Value == "" || o.covers(*a, f.Place)):
			seen[a], allowed = true, true
		case !rule.Silenceable():
			seen[a] = true
		}
	}
	return allowed
}

// covers reports whether a permission's quote stands where the finding does.
func (o owner) covers(a annotation.Allow, p diag.Place) bool {
	if o.source == nil || o.source.Text == nil || p.File != o.source.Text.File {
		return false
	}
	matches := quote.Find(o.source.Text, quote.Parse(a.Quote.Value, "", ""))
	return slices.ContainsFunc(matches, func(m quote.Match) bool { return m.Span().Overlaps(p.Span) })
}
