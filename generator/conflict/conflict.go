// Package conflict tells apart why two figures of one measure are not the
// same: because one of them is wrong, because they hold at other times, of
// other people or places, or because one replaces the other.
package conflict

import (
	"cmp"
	"slices"
	"strings"

	"factsheet/generator/annotation"
	"factsheet/generator/dossier"
	"factsheet/generator/edtf"
	"factsheet/generator/form"
	"factsheet/generator/witness"
)

// A Kind is how two figures are related.
type Kind uint8

// The kinds.
const (
	Undecided     Kind = iota // not figures of one measure, or their amounts or days are not known
	OtherScope                // of other people, of another place, from another start, or not both counted
	Revision                  // one takes the place of the other
	OtherPeriod               // they hold on other days
	Agreement                 // both can hold
	Contradiction             // they cannot both hold
)

var kindNames = [...]string{"undecided", "other scope", "revision", "other period", "agreement", "contradiction"}

// String returns the name of the kind.
func (k Kind) String() string { return kindNames[k] }

// Between returns how two figures are related. It is the same either way.
func Between(d *dossier.Dossier, a, b *dossier.Fact) Kind {
	switch {
	case !Comparable(a, b):
		return Undecided
	case ScopeOf(d, a) != ScopeOf(d, b):
		return OtherScope
	case Revises(d, a, b) || Revises(d, b, a):
		return Revision
	}
	switch meet, known := periodsMeet(a, b); {
	case !known:
		return Undecided
	case !meet:
		return OtherPeriod
	}
	return amountsOf(a, b)
}

// Comparable reports whether two facts are figures of one measure.
func Comparable(a, b *dossier.Fact) bool {
	return a != b && a.Record.Kind == "quantity" && b.Record.Kind == "quantity" &&
		a.Record.Measure.Value != "" && a.Record.Measure.Value == b.Record.Measure.Value
}

// A Scope is what a figure is about besides its measure. It is comparable.
type Scope struct {
	Who, Whom, Where string // ids, sorted; of actors that are probably the same, one
	Of, Since        string
	Due              string // the status and day of a figure that is none yet
}

// ScopeOf returns the scope of a figure.
func ScopeOf(d *dossier.Dossier, f *dossier.Fact) Scope {
	r, b := f.Record, witness.New(d)
	return Scope{
		Who: voices(b, r.Who), Whom: voices(b, r.Whom), Where: voices(b, r.Where),
		Of: r.Of.Value, Since: r.Since.Value, Due: due(r),
	}
}

func voices(b *witness.Bench, list []form.Text) string {
	ids := make([]string, len(list))
	for i, t := range list {
		ids[i] = b.Voice(t.Value)
	}
	slices.Sort(ids)
	return strings.Join(slices.Compact(ids), " ")
}

// due tells a plan, and what is denied, from what is counted: these are
// compared with their likes only.
func due(r *annotation.Fact) string {
	if IsHeld(r) {
		return ""
	}
	return r.Status.Value + " " + r.When.Value
}

// IsHeld reports whether a figure is said to hold, and is neither a plan nor
// denied.
func IsHeld(r *annotation.Fact) bool {
	switch r.Status.Value {
	case "", "happened", "ongoing", "alleged":
		return true
	}
	return false
}

// Revises reports whether a figure takes the place of another, be it over
// several steps, or stands beside it as the one that updates it.
func Revises(d *dossier.Dossier, later, earlier *dossier.Fact) bool {
	return supersedes(d, later, earlier) || quotes(later, earlier, "updates")
}

// Marked reports whether the annotations tell of two facts that they are not
// at one: by `differs`, `supersedes`, or a quote of the one that stands under
// the other as `updates` or `qualifies`.
func Marked(d *dossier.Dossier, a, b *dossier.Fact) bool {
	return differs(a, b) || differs(b, a) || Revises(d, a, b) || Revises(d, b, a) ||
		quotes(a, b, "qualifies") || quotes(b, a, "qualifies")
}

func differs(a, b *dossier.Fact) bool {
	return slices.ContainsFunc(a.Record.Differs, func(t form.Text) bool { return t.Value == b.ID })
}

// quotes reports whether evidence of a in a role has words that bear b out.
func quotes(b, a *dossier.Fact, role string) bool {
	for _, e := range a.Evidence {
		if e.Role != role || !e.Found() {
			continue
		}
		for _, other := range b.Evidence {
			if other.Found() && other.Role == "supports" && other.Source == e.Source && other.Span().Overlaps(e.Span()) {
				return true
			}
		}
	}
	return false
}

// Period returns the days on which a figure is said to hold: its as_of, or
// the days of the passages that bear it out, each once. None: they are not
// known.
func Period(f *dossier.Fact) []edtf.Date {
	if asOf := f.Record.AsOf; asOf.Given() {
		if asOf.Date.IsZero() {
			return nil
		}
		return []edtf.Date{asOf.Date}
	}
	var out []edtf.Date
	for _, e := range f.Evidence {
		if !e.Found() || e.Role != "supports" {
			continue
		}
		if e.Part.Dated.IsZero() {
			return nil
		}
		if !slices.Contains(out, e.Part.Dated) {
			out = append(out, e.Part.Dated)
		}
	}
	slices.SortFunc(out, func(a, b edtf.Date) int { return cmp.Or(a.Compare(b), strings.Compare(a.String(), b.String())) })
	return out
}

func periodsMeet(a, b *dossier.Fact) (meet, known bool) {
	pa, pb := Period(a), Period(b)
	for _, x := range pa {
		if slices.ContainsFunc(pb, x.Meets) {
			return true, true
		}
	}
	return false, len(pa) > 0 && len(pb) > 0
}
