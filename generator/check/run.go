package check

import (
	"slices"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/form"
)

// A Verdict is what the rules found in a dossier.
type Verdict struct {
	Found []diag.Diagnostic // in the order of diag.Sort

	dossier *dossier.Dossier
	sources map[*dossier.Source][]diag.Diagnostic
	items   map[dossier.Item][]diag.Diagnostic
	linked  map[dossier.Item][]diag.Diagnostic
	named   map[*dossier.Source][]diag.Diagnostic
}

// Run judges a dossier by every rule. What prev, the verdict on an earlier
// dossier or nil, says of a source, fact or actor that is the same still
// holds and is taken over.
func Run(d *dossier.Dossier, prev *Verdict) *Verdict {
	if prev == nil {
		prev = new(Verdict)
	}
	items := d.Items()
	v := &Verdict{dossier: d}
	v.sources = judgeAll(d.Sources, prev.sources, judgeSource)
	v.items = judgeAll(items, prev.items, judgeItem)
	v.linked = judgeAll(items, prev.standing(d, items), func(item dossier.Item) []diag.Diagnostic { return judgeLinked(d, item) })
	v.named = judgeAll(d.Sources, prev.standingNames(d), func(s *dossier.Source) []diag.Diagnostic { return judgeNamed(d, s) })
	for _, s := range d.Sources {
		v.Found = append(v.Found, v.sources[s]...)
		v.Found = append(v.Found, v.named[s]...)
	}
	for _, item := range items {
		v.Found = append(v.Found, v.items[item]...)
		v.Found = append(v.Found, v.linked[item]...)
	}
	v.Found = append(v.Found, judgeWhole(d)...)
	v.Found = settle(d, v.Found)
	diag.Sort(v.Found)
	return v
}

// judgeAll judges the members of a list that were not judged before, on all
// cores.
func judgeAll[T comparable](list []T, before map[T][]diag.Diagnostic, judge func(T) []diag.Diagnostic) map[T][]diag.Diagnostic {
	found := dossier.Parallel(list, func(x T) []diag.Diagnostic {
		if known, ok := before[x]; ok {
			return known
		}
		return judge(x)
	})
	out := make(map[T][]diag.Diagnostic, len(list))
	for i, x := range list {
		out[x] = found[i]
	}
	return out
}

func judgeSource(s *dossier.Source) []diag.Diagnostic {
	return collect(func(f Finder, report Report) {
		if f.Source != nil {
			f.Source(s, report)
		}
	})
}

func judgeNamed(d *dossier.Dossier, s *dossier.Source) []diag.Diagnostic {
	return collect(func(f Finder, report Report) {
		if f.Named != nil {
			f.Named(d, s, report)
		}
	})
}

// standingNames returns what the verdict says of sources with all actors,
// while these are the same.
func (v *Verdict) standingNames(d *dossier.Dossier) map[*dossier.Source][]diag.Diagnostic {
	if v.dossier == nil || !v.dossier.SameCast(d) {
		return nil
	}
	return v.named
}

func judgeItem(item dossier.Item) []diag.Diagnostic {
	return collect(func(f Finder, report Report) {
		if f.Item != nil {
			f.Item(item, report)
		}
	})
}

func judgeLinked(d *dossier.Dossier, item dossier.Item) []diag.Diagnostic {
	return collect(func(f Finder, report Report) {
		if f.Linked != nil {
			f.Linked(d, item, report)
		}
	})
}

// standing returns what the verdict says of items with all that they are
// linked to and that still is as it was.
func (v *Verdict) standing(d *dossier.Dossier, items []dossier.Item) map[dossier.Item][]diag.Diagnostic {
	if v.dossier == nil || !v.dossier.SameCast(d) {
		return nil
	}
	out := make(map[dossier.Item][]diag.Diagnostic, len(v.linked))
	for _, item := range items {
		found, ok := v.linked[item]
		changed := func(r form.Reference) bool {
			id := r.Text.Value
			return d.Fact(id) != v.dossier.Fact(id) || d.Source(id) != v.dossier.Source(id)
		}
		if ok && !slices.ContainsFunc(item.Refs(), changed) {
			out[item] = found
		}
	}
	return out
}

func judgeWhole(d *dossier.Dossier) []diag.Diagnostic {
	return collect(func(f Finder, report Report) {
		if f.Whole != nil {
			f.Whole(d, report)
		}
	})
}

// collect runs every rule and returns their findings, each with the code of
// its rule: what it finds with its severity, what it doubts as a warning.
func collect(run func(Finder, Report)) []diag.Diagnostic {
	var found []diag.Diagnostic
	for i := range Rules {
		rule := &Rules[i]
		run(rule.finder(), into(&found, rule.Code, rule.Severity))
		run(rule.Doubt, into(&found, rule.Code, diag.Warning))
	}
	return found
}

// into returns a report that adds to a list.
func into(found *[]diag.Diagnostic, code string, severity diag.Severity) Report {
	return func(place diag.Place, message, help string, related ...diag.Related) {
		*found = append(*found, diag.Diagnostic{
			Code: code, Severity: severity, Place: place,
			Message: message, Help: help, Related: related,
		})
	}
}
