package build

import (
	"factsheet/generator/diag"
	"factsheet/generator/text"
)

// Carry returns what was found in an earlier reading of the files, in the order
// of diag.Sort, as far as it may still be said of this one: in a file that
// changed, what lies before or behind the change, where it stands now. It is
// what is shown until somebody looks again.
func (f *Files) Carry(found []diag.Diagnostic, old *Files) []diag.Diagnostic {
	paths := f.Changed(old)
	var moved []diag.Diagnostic
	for _, path := range paths {
		was, is := old.at(path), f.at(path)
		if was == nil || is == nil {
			continue
		}
		move := text.Between(was.Data, is.Data)
		for _, d := range diag.In(found, path) {
			if span, ok := move.To(d.Place.Span); ok && d.Place.File == was {
				d.Place = diag.Place{File: is, Span: span}
				moved = append(moved, d)
			}
		}
	}
	return diag.Replace(found, paths, moved)
}
