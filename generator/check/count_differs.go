package check

import (
	"fmt"
	"slices"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/quantity"
	"factsheet/generator/text"
)

var countDiffers = Rule{
	Code: "count-differs", Group: Voices, Severity: diag.Error,
	Title: "an unnamed voice has another count than the words beside it",
	Why: "How many people stand behind \"sources said\" is what a reader weighs first. The count is the number that a text " +
		"gives; \"a\" and \"an\" are one.",
	Example: `name     = "rescue workers"
count    = 3
evidence = [{ source = "valley-post", quote = "two rescue workers said" }]`,
	Linked: func(d *dossier.Dossier, item dossier.Item, report Report) {
		a, ok := item.(*dossier.Actor)
		if !ok || !a.Record.Count.Given() || !a.Record.Count.Numeric || !anyFound(a.Evidence) {
			return
		}
		told := countsOf(d, a)
		if len(told) == 0 && a.Record.Count.Value > 1 && !anyQuotes(a, a.Record.Count.Value) {
			report(a.Place(a.Record.Count.Text), fmt.Sprintf("count is %s, and no quote of %q has that number", a.Record.Count.Text.Value, a.ID),
				"leave count out where no text gives a number")
		}
		if len(told) == 0 && a.Record.Count.Value == 1 && allPlural(d, a) {
			report(a.Place(a.Record.Count.Text), fmt.Sprintf("count is 1, and the text speaks of more than one as %q", a.ID),
				"leave count out where no text gives a number")
		}
		if len(told) == 0 || slices.ContainsFunc(told, func(c count) bool { return c.is(a.Record.Count.Value) }) {
			return
		}
		first := told[0]
		help := "leave count out where no text gives a number"
		if first.value.Low == first.value.High {
			help = fmt.Sprintf("count = %g", first.value.Low)
		}
		var related []diag.Related
		for _, c := range told[:min(len(told), maxPlaces)] {
			related = append(related, diag.Related{Label: "there", Place: c.place, Message: q(c.words)})
		}
		report(a.Place(a.Record.Count.Text), fmt.Sprintf("count is %s, and the text says %q", a.Record.Count.Text.Value, first.words), help, related...)
	},
}

// allPlural reports whether every name of an actor in its own quotes ends with
// a plural: "river officials".
func allPlural(d *dossier.Dossier, a *dossier.Actor) bool {
	names := 0
	for _, e := range a.Evidence {
		if !e.Found() || e.Source.Lang == nil {
			return false
		}
		s := e.Source.Text.View.Text
		for _, sentence := range e.Sentences() {
			for _, m := range ownMentions(d, a, e, sentence) {
				toks := e.Source.Lang.Tokens(s[m.Start:m.End])
				if !e.Source.Lang.Plural(s[m.Start:m.End], toks[len(toks)-1]) {
					return false
				}
				names++
			}
		}
	}
	return names > 0
}

// A count is what the words beside a voice say of how many people it is.
type count struct {
	value quantity.Value
	words string
	place diag.Place
}

func (c count) is(n float64) bool { return c.value.Low == n && c.value.High == n }

// anyQuotes reports whether a number stands in a quote of an actor, or its
// quotes are in a language without tables.
func anyQuotes(a *dossier.Actor, n float64) bool {
	return slices.ContainsFunc(a.Evidence, func(e *dossier.Evidence) bool {
		return !e.Found() || e.Source.Lang == nil ||
			slices.ContainsFunc(e.AllQuantities(), func(q quantity.Quantity) bool { return q.Low <= n && n <= q.High })
	})
}

// countsOf returns the numbers that stand in or right before the names of an
// actor in its own quotes.
func countsOf(d *dossier.Dossier, a *dossier.Actor) []count {
	var out []count
	for _, e := range a.Evidence {
		if !e.Found() || e.Source.Lang == nil {
			continue
		}
		s := e.Source.Text.View.Text
		for _, sentence := range e.Sentences() {
			read := quantity.ReadVoices(s[sentence.Start:sentence.End], e.Source.Lang)
			for _, m := range ownMentions(d, a, e, sentence) {
				for _, n := range read {
					at := text.Span{Start: n.Span.Start + sentence.Start, End: n.Number.End + sentence.Start}
					unit := text.Span{Start: n.Unit.Span.Start + sentence.Start, End: n.Unit.Span.End + sentence.Start}
					inside := m.Contains(at) && at.Start == m.Start
					before := at.End <= m.Start && n.Unit.Span.Len() > 0 && unit.Overlaps(m) && unit.Start >= at.End
					if inside || before {
						out = append(out, count{n.Value, s[at.Start:at.End], inSeed(e.Source, at)})
					}
				}
			}
		}
	}
	return out
}

// ownMentions are where the names of an actor stand in its own quote.
func ownMentions(d *dossier.Dossier, a *dossier.Actor, e *dossier.Evidence, sentence text.Span) []text.Span {
	quote := e.Source.Text.View.Folded(e.Span())
	var out []text.Span
	for _, m := range mentionsIn(d, e.Source, sentence) {
		if slices.Contains(m.IDs, a.ID) && quote.Overlaps(m.Span) {
			out = append(out, m.Span)
		}
	}
	return out
}
