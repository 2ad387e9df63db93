package check

import (
	"slices"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
)

// A Verdict is what the rules found in a dossier.
type Verdict struct {
	Found []diag.Diagnostic // in the order of diag.Sort; shared, not to be changed

	dossier  *dossier.Dossier
	units    map[*dossier.Unit]*judged
	settled  map[*dossier.Unit]settled
	homeless []diag.Diagnostic // in files of no unit
	across   across
}

// Run judges a dossier by every rule. What prev, the verdict on an earlier
// dossier or nil, says of what is the same, and of which what it asked of the
// dossier is the same, still holds and is taken over.
func Run(d *dossier.Dossier, prev *Verdict) *Verdict {
	if prev == nil {
		prev = new(Verdict)
	}
	changes := d.ChangesSince(prev.dossier)
	v := &Verdict{dossier: d, units: judgeUnits(d, prev, changes)}
	v.across = v.judgeAcross(prev, changes)
	var loose []diag.Diagnostic
	for _, u := range d.Units {
		loose = append(loose, v.units[u].strays...)
	}
	v.settle(slices.Concat(loose, v.across.found, judgeWhole(d)), prev)
	return v
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
	code, severity := "", diag.Error
	report := func(place diag.Place, message, help string, related ...diag.Related) {
		found = append(found, diag.Diagnostic{
			Code: code, Severity: severity, Place: place,
			Message: message, Help: help, Related: related,
		})
	}
	for i := range Rules {
		rule := &Rules[i]
		code, severity = rule.Code, rule.Severity
		run(rule.finder(), report)
		severity = diag.Warning
		run(rule.Doubt, report)
	}
	return found
}
