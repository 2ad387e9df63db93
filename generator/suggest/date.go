package suggest

import (
	"fmt"
	"strings"

	"factsheet/generator/check"
	"factsheet/generator/edtf"
	"factsheet/generator/text"
	"factsheet/generator/timex"
	"factsheet/generator/tomlfile"
)

// dates drafts a date for each open time expression that names a time at which
// something happens. "Now", times of day and durations name none by
// themselves.
func (f *drafter) dates(open []text.Span) {
	for _, x := range f.s.Readings.Times {
		if x.Dated() && x.Kind != timex.Deictic && overlapsAny(text.Overlapping(open, x.Span, text.Itself), x.Span) {
			f.date(x)
		}
	}
}

func (f *drafter) date(x timex.Expression) {
	sentence, passage, c, ok := f.passage(x.Span)
	if !ok {
		return
	}
	f.addDate(sentence, passage, c, x)
}

// addDate adds a date that a passage tells.
func (f *drafter) addDate(sentence, passage text.Span, c citation, x timex.Expression) {
	if f.times(passage) > 1 {
		c.reads = f.reads(passage, x.Span)
	}
	when, date := f.when(x)
	f.days.add(x.Span)
	id := f.ids.make(f.topic(f.without(passage, x.Span)), "date")
	f.add("date", id, sentence, passage, c, []field{when, f.status(passage, x.Span, date)})
}

func (f *drafter) times(passage text.Span) int {
	n := 0
	for _, x := range text.Overlapping(f.s.Readings.Times, passage, func(x timex.Expression) text.Span { return x.Span }) {
		if passage.Contains(x.Span) && x.Dated() {
			n++
		}
	}
	return n
}

// without returns the longer piece of a passage beside a span.
func (f *drafter) without(passage, span text.Span) text.Span {
	before := text.Span{Start: passage.Start, End: max(span.Start, passage.Start)}
	after := text.Span{Start: min(span.End, passage.End), End: passage.End}
	if before.Len() >= after.Len() {
		return before
	}
	return after
}

// when is the date to which an expression resolves, with the reason; "" where
// the words and the day of the passage do not settle it.
func (f *drafter) when(x timex.Expression) (field, edtf.Date) {
	part := f.s.At(f.s.Text.View.Raw(x.Span).Start)
	r := x.Resolve(part.Dated)
	if r.Outcome == timex.Settled {
		when := str("when", r.Date.String())
		if !x.Absolute() {
			when.comment = comment(r.Reason)
		}
		return when, r.Date
	}
	if r.Outcome != timex.Ambiguous {
		return blank("when", comment(r.Reason)), edtf.Date{}
	}
	dates := make([]string, len(r.Candidates))
	for i, c := range r.Candidates {
		dates[i] = tomlfile.Quote(c.String())
	}
	return blank("when", strings.Join(dates, " or ")+"; "+comment(r.Reason)), edtf.Date{}
}

// comment makes words fit to stand in a comment.
func comment(words string) string {
	q := tomlfile.Quote(words)
	return q[1 : len(q)-1]
}

// status is what the words of a passage say of how far the event has come:
// a verb of planning and the like, or, of a day that is over, none.
func (f *drafter) status(passage, time text.Span, date edtf.Date) field {
	dated := f.s.At(f.s.Text.View.Raw(passage).Start).Dated
	status, words := check.StatusIn(f.s, passage)
	switch {
	case status != "":
		return field{"status", tomlfile.Quote(status), tomlfile.Quote(words)}
	case !date.IsZero() && !dated.IsZero() && date.Latest() <= dated.Latest():
		return str("status", "happened")
	case !date.IsZero() && !dated.IsZero() && date.Earliest() > dated.Latest():
		return blank("status", "the day lies ahead, and no verb says whether this is planned, expected or hoped for")
	}
	return blank("status", fmt.Sprintf("%s: happened, planned, …", tomlfile.Quote(f.words[time.Start:time.End])))
}
