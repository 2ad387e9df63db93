package check

import (
	"slices"
	"sort"
	"strings"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/edtf"
	"factsheet/generator/lang"
	"factsheet/generator/text"
	"factsheet/generator/timex"
)

// A day is a date that the words of a quote tell, however wide it is.
type day struct {
	words  string
	kind   timex.Kind  // 0 where the author says what the words stand for, and of "as of"
	dates  []edtf.Date // the one that it is; with a kind, several of which the words do not say which; without one, ways to write it; none: not known
	reason string
	place  diag.Place // of the words in the seed
	// until says that what goes on until then ends on that day, so that the
	// end is told too, and no mere bound.
	until bool
	// event says that it is counted from another event; unknown, from a day
	// that nobody knows.
	event, unknown bool
	// explained says that `refers` leads to something without a date.
	explained bool
}

// days returns the dates that a quote tells in some of its words, spans of
// the folded text: those that the author gives, and those that the program
// reads and resolves. Durations and times of day are none.
func days(e *dossier.Evidence, within []text.Span) []day {
	if when := e.Record.When; when.Given() {
		return []day{{words: when.Value, dates: []edtf.Date{when.Date}, reason: "as `when` says", place: e.Record.Place(when.Text)}}
	}
	list, given := referredDays(e, within)
	for _, x := range text.Overlapping(e.Source.Readings.Times, e.Source.Text.View.Folded(e.Span()), timeSpan) {
		if !x.Dated() || !overlapsAny(within, x.Span) {
			continue
		}
		if i := slices.IndexFunc(given, x.Span.Overlaps); i >= 0 {
			list[i].frame(e, x)
			continue
		}
		list = append(list, resolved(e, x))
	}
	sort.SliceStable(list, func(i, j int) bool { return list[i].place.Span.Start < list[j].place.Span.Start })
	return list
}

// when returns the words of a quote that carry the date of a fact: those of
// `reads` in a date, the whole quote in a figure, where `reads` gives the
// value.
func when(f *dossier.Fact, e *dossier.Evidence) []text.Span {
	if f.Record.Kind == "date" {
		return e.Reads()
	}
	return e.Folded()
}

// referredDays are the words that `refers` explains by a date, or by something
// else than an actor, with their spans.
func referredDays(e *dossier.Evidence, within []text.Span) (list []day, spans []text.Span) {
	s := e.Source.Text.View.Text
	for _, p := range e.Record.Refers {
		if len(p.Values) != 1 {
			continue
		}
		for _, span := range occurrences(s, e.Folded(), text.FoldString(p.Key.Value)) {
			if !overlapsAny(within, span) || inLonger(e, span) {
				continue
			}
			d := day{words: s[span.Start:span.End], place: inSeed(e.Source, span), reason: p.Key.Value + " → " + p.Values[0].Value + ": as `refers` says"}
			if date, err := edtf.Parse(p.Values[0].Value); err == nil && !date.IsZero() {
				d.dates = []edtf.Date{date}
			} else if !isTime(e.Source, span) {
				continue
			}
			d.explained = len(d.dates) == 0
			list, spans = append(list, d), append(spans, span)
		}
	}
	return list, spans
}

// inLonger reports whether words are only a part of a date that is told whole:
// what "September" stands for says nothing of "by September 2031".
func inLonger(e *dossier.Evidence, words text.Span) bool {
	return slices.ContainsFunc(text.Overlapping(e.Source.Readings.Times, words, timeSpan), func(x timex.Expression) bool {
		return x.Absolute() && x.Span.Contains(words) && !strings.HasSuffix(x.Text, e.Source.Text.View.Text[words.Start:words.End])
	})
}

func timeSpan(x timex.Expression) text.Span { return x.Span }

// isTime reports whether a time expression stands in a span.
func isTime(s *dossier.Source, span text.Span) bool {
	return slices.ContainsFunc(text.Overlapping(s.Readings.Times, span, timeSpan), timex.Expression.Dated)
}

// occurrences are the places of words in some spans of a text.
func occurrences(s string, within []text.Span, words string) (list []text.Span) {
	for _, span := range within {
		for from := span.Start; words != ""; {
			i := strings.Index(s[from:span.End], words)
			if i < 0 {
				break
			}
			list = append(list, text.Span{Start: from + i, End: from + i + len(words)})
			from += i + len(words)
		}
	}
	return list
}

// frame adds what stands before the words that `refers` explains: of "by
// Friday" it may explain "Friday" or the whole.
func (d *day) frame(e *dossier.Evidence, x timex.Expression) {
	d.until = d.until || isUntil(e.Source.Lang, x.Text)
	if x.Kind != timex.Deadline || len(d.dates) != 1 || d.dates[0].IsDeadline() || d.words == x.Text {
		return
	}
	if date, ok := edtf.OneOf(edtf.Date{}, d.dates[0]); ok {
		d.dates = append(d.dates, date)
	}
}

// resolved returns what the program makes of an expression.
func resolved(e *dossier.Evidence, x timex.Expression) day {
	r := x.Resolve(e.Part.Dated)
	d := day{words: x.Text, kind: x.Kind, reason: r.Reason, place: inSeed(e.Source, x.Span), until: isUntil(e.Source.Lang, x.Text)}
	if isCounted(e.Source, x.Span.Start) {
		d.event = true
		return d
	}
	switch r.Outcome {
	case timex.Settled:
		d.dates = []edtf.Date{r.Date}
	case timex.Ambiguous:
		d.dates = r.Candidates
	case timex.NeedsAnchor:
		d.event = x.Resolve(edtf.FromDay(0)).Outcome == timex.NeedsAnchor
		d.unknown = !d.event
	}
	if isAsOf(e.Source.Lang, x.Text) {
		d.asOf(e.Part.Dated)
	}
	return d
}

// isCounted reports whether a unit of time stands right before an offset, so
// that the day there is the end of a count: "a week today".
func isCounted(s *dossier.Source, offset int) bool {
	start := sentenceAt(s, offset).Start
	toks := s.Lang.LastTokens(s.Text.View.Text[start:max(start, offset)], 1)
	return len(toks) > 0 && toks[len(toks)-1].Is(lang.TimeUnit)
}

// asOf makes of an open period what holds on the day with which it begins: of
// "vacant as of today" the texts tell no end, but the day is told. Where the
// words leave two days open, the one on which they are said is meant.
func (d *day) asOf(dated edtf.Date) {
	if i := slices.IndexFunc(d.dates, func(o edtf.Date) bool { return o.Earliest() == dated.Earliest() }); i >= 0 && len(d.dates) > 1 {
		d.dates = d.dates[i : i+1]
	}
	if len(d.dates) == 1 {
		if date := edtf.FromDay(d.dates[0].Earliest()); !date.IsZero() {
			d.dates, d.kind = append([]edtf.Date{date}, d.dates...), 0
		}
	}
}

// isUntil reports whether an expression begins with a word like "until".
func isUntil(t *lang.Table, words string) bool { return opens(t, words, lang.Deadline, "until") }

func isAsOf(t *lang.Table, words string) bool { return opens(t, words, lang.Since, "as-of") }

func opens(t *lang.Table, words string, class lang.Class, arg string) bool {
	entry := t.Match(t.Tokens(words), 0, class)
	return entry != nil && entry.Arg == arg
}

// ambiguous reports whether the words leave more than one date.
func (d day) ambiguous() bool { return d.kind != 0 && len(d.dates) > 1 }

// meets reports whether the date may be the one that a fact has.
func (d day) meets(date edtf.Date) bool {
	return slices.ContainsFunc(d.dates, date.Meets)
}

// bears reports whether the words bear out a date: whether it is no narrower
// than they are.
func (d day) bears(date edtf.Date) bool {
	return slices.ContainsFunc(d.dates, func(told edtf.Date) bool {
		switch {
		case opposed(told, date):
			return false
		case !date.Narrower(told):
			return date.Meets(told) && (told.Within(date) || told.IsInterval() || date.IsInterval() || told.IsDeadline() || date.IsDeadline())
		case told.IsDeadline() && date.IsDeadline(): // "by the end of June"
			return date.Latest() == told.Latest()
		case d.until:
			return !date.IsInterval() && date.Latest() == told.Latest()
		case told.IsInterval() && told.Latest() == edtf.MaxDay:
			return beginsAlike(date, told)
		}
		return false
	})
}

// beginsAlike reports whether a date begins when an open period does, and so
// tells of it as much as is known.
func beginsAlike(date, open edtf.Date) bool {
	return date.Earliest() == open.Earliest() && (date.IsInterval() || date.Latest() == edtf.MaxDay)
}

// reasoned reports whether a fact gives a reason that leans on other facts,
// which stands in for a date that no quote has.
func reasoned(f *dossier.Fact) bool {
	return f.Record.Because.Value != "" && len(f.Record.RestsOn) > 0
}

// dayReadings shows dates that were read, each at its place with its reason.
func dayReadings(list []day) []diag.Related {
	var out []diag.Related
	for _, d := range list[:min(len(list), maxPlaces)] {
		out = append(out, diag.Related{Label: "read", Place: d.place, Message: d.reason})
	}
	return out
}

// refersTo is the line of evidence that says what words stand for.
func refersTo(words, date string) string {
	return `refers = { "` + words + `" = "` + date + `" }`
}

// dated reports whether a fact has a date that its quotes must bear out.
func dated(item dossier.Item) *dossier.Fact {
	f, ok := item.(*dossier.Fact)
	if !ok || f.Record.When.Date.IsZero() {
		return nil
	}
	return f
}
