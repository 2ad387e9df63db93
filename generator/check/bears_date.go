package check

import (
	"slices"
	"strings"
	"unicode"

	"factsheet/generator/dossier"
	"factsheet/generator/edtf"
	"factsheet/generator/form"
	"factsheet/generator/lang"
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
		_, given := referredDays(e, e.Folded())
		for _, x := range e.AllTimes() {
			if !slices.ContainsFunc(given, x.Span.Overlaps) {
				add(datesOf(e.Resolve(x))...)
			}
		}
		add(e.Record.Said.Date, e.Record.When.Date)
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

// bearsDate reports whether the quotes or fields bear out a time expression of
// a statement: its words stand there, or a date does that is as fine. An
// expression that needs a day to be read from is read from the days of the
// passages, and from each date that is told, of which it may be the short form
// ("Friday", "5 March").
func (s support) bearsDate(x timex.Expression, t *lang.Table) bool {
	if s.hasWords(x.Text) || s.hasWords(unframed(x.Text, t)) {
		return true
	}
	told := s.dates()
	known := false
	try := func(meant []edtf.Date, told ...edtf.Date) bool {
		known = known || len(meant) > 0
		return slices.ContainsFunc(meant, func(m edtf.Date) bool {
			return onWeekday(m, x.Text, t) && slices.ContainsFunc(told, func(d edtf.Date) bool { return bearsOut(d, m) })
		})
	}
	if x.Absolute() {
		return try([]edtf.Date{x.Date}, told...)
	}
	for _, e := range s.evidence {
		if try(datesOf(x.Resolve(e.Part.Dated)), told...) || try(datesOf(x.Resolve(e.Said)), told...) {
			return true
		}
	}
	for _, d := range told {
		for _, day := range endsOf(d) {
			if try(datesOf(x.Resolve(edtf.FromDay(day))), d) {
				return true
			}
		}
	}
	return !known
}

// unframed is a time expression without the words before its date: "before
// the", "since".
func unframed(words string, t *lang.Table) string {
	for _, tok := range t.Tokens(words) {
		if !tok.Is(lang.Deadline) && !tok.Is(lang.Since) && !tok.Is(lang.Later) && !tok.Is(lang.Stop) {
			return words[tok.Start:]
		}
	}
	return words
}

// bearsOut reports whether a date that is told bears out one that is said: it
// lies within it, or both have the same ends, as a deadline and its day. Words
// like "before" put an end a day off.
func bearsOut(told, said edtf.Date) bool {
	isOpen := len(endsOf(said)) < 2
	if told.Within(said) && !isOpen {
		return true
	}
	toldEnds := endsOf(told)
	if !isSpan(said) {
		return isSpan(told) && slices.ContainsFunc(toldEnds, func(day edtf.Day) bool { return said.Earliest() <= day && day <= said.Latest() })
	}
	return !opposed(told, said) && !slices.ContainsFunc(endsOf(said), func(day edtf.Day) bool {
		return !slices.ContainsFunc(toldEnds, func(t edtf.Day) bool { return t-day <= 1 && day-t <= 1 })
	})
}

// opposed reports whether of two dates one ends where the other begins, and
// both are open: "by 30 June" and "from 30 June on".
func opposed(a, b edtf.Date) bool {
	if a.Earliest() != edtf.MinDay {
		a, b = b, a
	}
	return a.Earliest() == edtf.MinDay && b.Latest() == edtf.MaxDay && a.Latest() <= b.Earliest()+1
}

func isSpan(d edtf.Date) bool { return d.IsInterval() || d.IsOneOf() }

// endsOf are the first and last day of a date, as far as it has them.
func endsOf(d edtf.Date) []edtf.Day {
	var out []edtf.Day
	if first := d.Earliest(); first != edtf.MinDay {
		out = append(out, first)
	}
	if last := d.Latest(); last != edtf.MaxDay {
		out = append(out, last)
	}
	return out
}

// onWeekday reports whether a single day is of the weekday that stands in the
// words for it.
func onWeekday(d edtf.Date, words string, t *lang.Table) bool {
	if !d.IsDay() {
		return true
	}
	toks := t.Tokens(words)
	for i := range toks {
		if e := t.Match(toks, i, lang.Weekday); e != nil {
			return int(e.Low)%7 == int(d.Earliest().Weekday())
		}
	}
	return true
}

// bearsClock reports whether a quote tells a time of day that a statement
// does. Two that are written in different ways, with and without "p.m.", are
// taken for one.
func (s support) bearsClock(x timex.Expression) bool {
	said := digitsOf(x.Text)
	if said == "" || s.hasWords(x.Text) {
		return true
	}
	for _, e := range s.evidence {
		for _, told := range e.AllTimes() {
			if digitsOf(told.Text) == said || told.Kind == timex.Clock && hasLetters(told.Text) != hasLetters(x.Text) {
				return true
			}
		}
		if strings.Contains(digitsOf(quoted(e)), said) {
			return true
		}
	}
	return false
}

func digitsOf(s string) string {
	return strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return r
		}
		return -1
	}, s)
}

func hasLetters(s string) bool { return strings.ContainsFunc(s, unicode.IsLetter) }

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
	list, given := referredDays(e, e.Folded())
	for _, d := range list {
		out = append(out, d.reason)
	}
	for _, x := range e.AllTimes() {
		if isDateWord(x) && !slices.ContainsFunc(given, x.Span.Overlaps) {
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
