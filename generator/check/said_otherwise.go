package check

import (
	"fmt"

	"factsheet/generator/dossier"
	"factsheet/generator/lang"
	"factsheet/generator/text"
	"factsheet/generator/timex"
)

// saidOtherwise finds quotes that are dated other than the words "the mayor
// said on Thursday" beside them tell.
func saidOtherwise(d *dossier.Dossier, item dossier.Item, report Report) {
	for _, e := range item.Cited() {
		if !e.Found() || len(e.Record.By) == 0 || e.Said.IsZero() {
			continue
		}
		told, ok := toldDay(d, e)
		if !ok || len(told.dates) == 0 || told.meets(e.Said) {
			continue
		}
		place, message := e.Record.Place(e.Record.Said.Text), "said is "+e.Record.Said.Value
		if !e.Record.Said.Given() {
			place, message = e.Record.Place(e.Record.Quote), "without said these words are dated "+e.Said.Words()+", like their passage"
		}
		report(place, fmt.Sprintf("%s, and the text says otherwise: %q", message, told.words), saidHelp(told), dayReadings([]day{told})...)
	}
}

// toldDay returns the day that stands right after a credit of whoever said a
// quote.
func toldDay(d *dossier.Dossier, e *dossier.Evidence) (day, bool) {
	speakers := relatives(d, e.Record.By[0].Value)
	for _, c := range creditsOf(d, e) {
		if !isOneOf(c.actor, speakers) {
			continue
		}
		if x, ok := timeAfter(e.Source, c.span.End); ok {
			if _, referred := referredDays(e, []text.Span{x.Span}); len(referred) == 0 {
				return resolved(e, x), true
			}
		}
	}
	return day{}, false
}

// timeAfter returns the day, week, month, season or year that begins at an
// offset of a source's folded text, with nothing but words like "on" before it.
func timeAfter(s *dossier.Source, offset int) (timex.Expression, bool) {
	for _, x := range text.Overlapping(s.Readings.Times, text.Span{Start: offset, End: sentenceAt(s, offset).End}, timeSpan) {
		if x.Span.Start < offset || x.Kind < timex.Day || x.Kind > timex.Year {
			continue
		}
		for _, tok := range tokensOf(s, text.Span{Start: offset, End: x.Span.Start}) {
			if !tok.Is(lang.On) && !tok.Is(lang.In) {
				return timex.Expression{}, false
			}
		}
		return x, true
	}
	return timex.Expression{}, false
}

// saidHelp is the day to paste, where the words tell one.
func saidHelp(told day) string {
	if len(told.dates) != 1 {
		return ""
	}
	return fmt.Sprintf("said = %q", told.dates[0])
}
