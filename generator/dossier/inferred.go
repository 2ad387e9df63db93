package dossier

// InfersDate reports whether the date of a fact stands in no quote: whether
// its author gives a reason for it instead, or gives it for each quote that
// bears the fact out.
func (f *Fact) InfersDate() bool {
	if f.Record.When.Date.IsZero() {
		return false
	}
	return f.Record.Because.Value != "" || f.bornOutOnlyBy(func(e *Evidence) bool { return e.Record.When.Given() })
}

// InfersValue reports whether the value of a figure stands in no quote: whether
// its author gives it for each that bears the figure out.
func (f *Fact) InfersValue() bool { return f.bornOutOnlyBy((*Evidence).givesValue) }

// bornOutOnlyBy reports whether something holds of all evidence that bears a
// fact out, and there is any.
func (f *Fact) bornOutOnlyBy(holds func(*Evidence) bool) bool {
	n := 0
	for _, e := range f.Evidence {
		if !e.Found() || e.Role != "supports" {
			continue
		}
		if !holds(e) {
			return false
		}
		n++
	}
	return n > 0
}

func (e *Evidence) givesValue() bool {
	r := e.Record
	return r.Value.Given() || r.Low.Given() || r.High.Given()
}

// Infers reports whether the author of evidence says what is read in it,
// because its words do not.
func (e *Evidence) Infers() bool {
	return e.givesValue() || e.Record.Hedge.Given() || e.Record.When.Given()
}
