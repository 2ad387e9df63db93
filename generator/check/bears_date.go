package check

import (
	"strings"

	"factsheet/generator/dossier"
	"factsheet/generator/edtf"
	"factsheet/generator/form"
	"factsheet/generator/text"
	"factsheet/generator/timex"
)

// isDateWord reports whether a time expression of a statement names a date by
// itself or with the day of a passage. What is counted from another event or
// from the time of speaking names none that could be compared.
func isDateWord(x timex.Expression) bool {
	return x.Dated() && x.Kind != timex.Event && x.Kind != timex.Deictic
}

// dates are those that the quotes tell, the fields give, and from which the
// passages speak.
func (s support) dates() []edtf.Date {
	var out []edtf.Date
	add := func(list ...edtf.Date) {
		for _, d := range list {
			if !d.IsZero() {
				out = append(out, d)
			}
		}
	}
	for _, e := range s.evidence {
		for _, x := range e.AllTimes() {
			add(datesOf(e.Resolve(x))...)
		}
		add(e.Said, e.Part.Dated, e.Record.When.Date)
		for _, p := range e.Record.Refers {
			add(fieldDates(p.Values)...)
		}
	}
	for _, f := range s.facts {
		since, _ := s.d.Since(f)
		add(f.Record.When.Date, f.Record.AsOf.Date, since)
		for _, list := range [][]form.Text{f.Record.Before, f.Record.After, f.Record.RestsOn} {
			for _, id := range list {
				if other := s.d.Fact(id.Value); other != nil {
					add(other.Record.When.Date)
				}
			}
		}
	}
	return out
}

func datesOf(r timex.Resolution) []edtf.Date {
	if r.Outcome == timex.Settled {
		return []edtf.Date{r.Date}
	}
	return r.Candidates
}

func fieldDates(values []form.Text) []edtf.Date {
	var out []edtf.Date
	for _, v := range values {
		if d, err := edtf.Parse(v.Value); err == nil {
			out = append(out, d)
		}
	}
	return out
}

// meant are the dates that a time expression of a statement may mean, read on
// the day from which any of the passages speaks.
func (s support) meant(x timex.Expression) []edtf.Date {
	if x.Absolute() {
		return []edtf.Date{x.Date}
	}
	var out []edtf.Date
	for _, e := range s.evidence {
		for _, day := range []edtf.Date{e.Part.Dated, e.Said} {
			out = append(out, datesOf(x.Resolve(day))...)
		}
	}
	for _, d := range s.dates() {
		out = append(out, datesOf(x.Resolve(d))...)
	}
	return out
}

// bearsDate reports whether the quotes or fields bear out a time expression of
// a statement: its words stand there, or a date does that is as fine.
func (s support) bearsDate(x timex.Expression) bool {
	meant := s.meant(x)
	if len(meant) == 0 || s.hasWords(x.Text) {
		return true
	}
	told := s.dates()
	for _, m := range meant {
		for _, t := range told {
			if bearsOut(t, m) {
				return true
			}
		}
	}
	return false
}

// bearsOut reports whether a date that is told bears out one that is said: it
// lies within it. Of deadlines and open spans it is enough that the two meet.
func bearsOut(told, said edtf.Date) bool {
	if told.IsInterval() || told.IsOneOf() || said.IsInterval() || said.IsOneOf() {
		return told.Meets(said)
	}
	return told.Within(said)
}

// hasWords reports whether words stand in a quote, whatever their case.
func (s support) hasWords(words string) bool {
	for _, e := range s.evidence {
		if containsWordsFold(quoted(e), words) {
			return true
		}
	}
	return s.inFields(words)
}

// readsTimes says how the time expressions of a quote were read.
func readsTimes(e *dossier.Evidence) string {
	var out []string
	for _, x := range e.AllTimes() {
		if isDateWord(x) {
			out = append(out, e.Resolve(x).Reason)
		}
	}
	return strings.Join(out, "; ")
}

// readsNumbers lists the numbers of a quote.
func readsNumbers(e *dossier.Evidence) string {
	var out []string
	for _, n := range e.AllQuantities() {
		out = append(out, q(words(e, n.Span)))
	}
	return strings.Join(out, ", ")
}

// words are those of a span of a quote's source.
func words(e *dossier.Evidence, s text.Span) string { return e.Source.Text.View.Text[s.Start:s.End] }
