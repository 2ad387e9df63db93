package annotation

import "factsheet/generator/form"

// IDs returns the ids that the records without an error of form declare, kind
// by kind as the lists have them.
func (r *Records) IDs() []form.ID {
	var out []form.ID
	declare := func(t form.Text, space string) {
		if t.Given() {
			out = append(out, form.ID{Text: t, Space: space})
		}
	}
	for _, s := range r.Sources {
		declare(s.ID, "source")
		for i := range s.Parts {
			declare(s.Parts[i].ID, "part")
		}
	}
	for _, m := range r.Measures {
		declare(m.ID, "measure")
	}
	for _, a := range r.Actors {
		declare(a.ID, "actor")
	}
	for _, f := range r.Facts {
		declare(f.ID, "fact")
	}
	return out
}
