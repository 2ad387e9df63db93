package check

import (
	"slices"
	"strings"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/parallel"
	"factsheet/generator/text"
)

// settled is of what a unit's findings were settled.
type settled struct {
	judged   *judged
	strays   []diag.Diagnostic // of other units and of the whole, in the unit's files
	complete bool              // whether unused permissions were told
}

// settle turns what the rules say into what is printed: see [settle]. What
// stands in no unit's files is settled by itself. Findings that prev has of the
// same are taken over.
func (v *Verdict) settle(loose []diag.Diagnostic, prev *Verdict) {
	d := v.dossier
	if d.SharesTexts() {
		v.Found = settle(d, d.Units, slices.Concat(v.inUnits(), loose))
		diag.Sort(v.Found)
		return
	}
	strays := byHome(d, loose)
	v.settled = make(map[*dossier.Unit]settled, len(d.Units))
	var fresh []*dossier.Unit
	for _, u := range d.Units {
		now := settled{v.units[u], strays[u], d.Complete()}
		if old, ok := prev.settled[u]; ok && old.judged == now.judged && old.complete == now.complete && diag.Equal(old.strays, now.strays) {
			now = old
		} else {
			fresh = append(fresh, u)
		}
		v.settled[u] = now
	}
	v.homeless = settle(d, nil, strays[nil])
	lists := append(parallel.Map(fresh, v.settledIn), v.homeless)
	before := prev.Found
	if prev.settled == nil {
		before = nil
	}
	v.Found = diag.Replace(before, v.paths(fresh, prev), sorted(lists))
}

// inUnits is what stands in the files of the units themselves.
func (v *Verdict) inUnits() (list []diag.Diagnostic) {
	for _, u := range v.dossier.Units {
		list = append(list, v.units[u].inOwn(u)...)
	}
	return list
}

// settledIn settles what stands in the files of a unit.
func (v *Verdict) settledIn(u *dossier.Unit) []diag.Diagnostic {
	found := slices.Concat(v.units[u].inOwn(u), v.settled[u].strays)
	return settle(v.dossier, []*dossier.Unit{u}, found)
}

// paths are those of the files in which something else may stand than in prev.
func (v *Verdict) paths(fresh []*dossier.Unit, prev *Verdict) (list []string) {
	note := func(u *dossier.Unit) {
		for _, f := range filesOf(u) {
			list = append(list, f.Path)
		}
	}
	for _, u := range fresh {
		note(u)
	}
	if len(fresh) > 0 || len(prev.settled) != len(v.settled) {
		for u := range prev.settled {
			if _, ok := v.settled[u]; !ok {
				note(u)
			}
		}
	}
	for _, d := range slices.Concat(v.homeless, prev.homeless) {
		list = append(list, d.Place.File.Path)
	}
	return list
}

// filesOf are the files in which the records of a unit may set findings aside:
// its own, and the texts of its sources.
func filesOf(u *dossier.Unit) []*text.File {
	files := []*text.File{u.Records.File}
	for _, s := range u.Sources {
		if s.Text != nil {
			files = append(files, s.Text.File)
		}
	}
	return files
}

// byHome tells findings apart by the unit in whose files they stand, nil for
// those in no unit's.
func byHome(d *dossier.Dossier, list []diag.Diagnostic) map[*dossier.Unit][]diag.Diagnostic {
	if len(list) == 0 {
		return nil
	}
	home := map[*text.File]*dossier.Unit{}
	for _, f := range list {
		home[f.Place.File] = nil
	}
	for _, u := range d.Units {
		for _, f := range filesOf(u) {
			if _, wanted := home[f]; wanted {
				home[f] = u
			}
		}
	}
	out := map[*dossier.Unit][]diag.Diagnostic{}
	for _, f := range list {
		out[home[f.Place.File]] = append(out[home[f.Place.File]], f)
	}
	return out
}

// sorted makes one sorted list of several that have no file in common.
func sorted(lists [][]diag.Diagnostic) []diag.Diagnostic {
	var files [][]diag.Diagnostic
	n := 0
	for _, list := range lists {
		diag.Sort(list)
		n += len(list)
		for len(list) > 0 {
			end := slices.IndexFunc(list, func(d diag.Diagnostic) bool { return d.Place.File != list[0].Place.File })
			if end < 0 {
				end = len(list)
			}
			files, list = append(files, list[:end]), list[end:]
		}
	}
	slices.SortFunc(files, func(a, b []diag.Diagnostic) int {
		return strings.Compare(a[0].Place.File.Path, b[0].Place.File.Path)
	})
	out := make([]diag.Diagnostic, 0, n)
	for _, list := range files {
		out = append(out, list...)
	}
	return out
}

// settle takes away what the records of some units allow, makes warnings of the
// errors of drafts, and gives findings of coverage the severity of site.toml.
// Last it reports the permissions that took nothing away.
func settle(d *dossier.Dossier, units []*dossier.Unit, found []diag.Diagnostic) (kept []diag.Diagnostic) {
	owners, seen := ownersOf(units), permissions{}
	for _, f := range found {
		if own, ok := owners.of(f.Place); !ok {
			kept = append(kept, leveled(d, owner{}, f))
		} else if !own.allows(f, seen) {
			kept = append(kept, leveled(d, own, f))
		}
	}
	if d.Complete() {
		for _, f := range unused(owners, seen) {
			own, _ := owners.of(f.Place)
			kept = append(kept, leveled(d, own, f))
		}
	}
	return kept
}
