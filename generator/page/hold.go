package page

import (
	"slices"
	"strings"

	"factsheet/generator/annotation"
	"factsheet/generator/dossier"
	"factsheet/generator/edtf"
	"factsheet/generator/lang"
)

// figureStatus says of a figure when it holds, or for when it is a plan.
func (b *Book) figureStatus(f *dossier.Fact) Words {
	r := f.Record
	if status := r.Status.Value; status != "" && status != "happened" || r.When.Given() {
		return list("; ", b.when(f), b.saidWords(f))
	}
	if r.Since.Given() {
		return "counted " + b.figureDay(f, past)
	}
	day := b.figureDay(f, noun)
	switch {
	case day == "":
		return ""
	case r.AsOf.Date.IsDeadline():
		return past(r.AsOf.Date)
	}
	return "as of " + day
}

// figureDay says the day on which a figure is said to hold, as say does, or
// the span of a running count.
func (b *Book) figureDay(f *dossier.Fact, say func(edtf.Date) Words) Words {
	asOf := b.asOf(f)
	day := b.speech.days(asOf, say)
	since, event := b.d.Since(f)
	switch {
	case since.IsZero() && event != nil:
		words := "since " + quoted(strings.TrimSuffix(plain(event.Record.Statement.Value), ".")) + ", which no text dates"
		if day != "" {
			words += ", up to " + day
		}
		return words
	case since.IsZero():
		return day
	case day == "":
		return "since " + since.Words()
	}
	if span, ok := edtf.Interval(since, asOf[0]); ok && len(asOf) == 1 {
		return span.Words()
	}
	return "from " + since.Words() + ", up to " + day
}

// asOf are the days on which a figure is said to hold: those that the editor
// gives, else those of its passages. A duration and a count of those who speak
// hold on no day of their own.
func (b *Book) asOf(f *dossier.Fact) []edtf.Date {
	switch r := f.Record; {
	case r.AsOf.Given():
		return []edtf.Date{r.AsOf.Date}
	case !r.Since.Given() && (b.isDuration(r) || b.countsSpeakers(f)):
		return nil
	}
	return distinct(spoken(supporting(f.Evidence)))
}

// isDuration reports whether a figure counts days, months or other times.
func (b *Book) isDuration(r *annotation.Fact) bool {
	unit := b.amountOf(r).unit
	for _, tag := range []string{b.d.Site.Language(), "en"} {
		if t, ok := lang.For(tag); ok && t.Is(unit, lang.TimeUnit) {
			return true
		}
	}
	return false
}

// countsSpeakers reports whether a figure counts the unnamed people who tell
// it: "three sources said".
func (b *Book) countsSpeakers(f *dossier.Fact) bool {
	list := supporting(f.Evidence)
	return len(list) > 0 && !slices.ContainsFunc(list, func(e *dossier.Evidence) bool {
		return len(e.Record.By) == 0 || !b.isCounted(f.Record, b.d.Actor(e.Record.By[0].Value))
	})
}

// isCounted reports whether an unnamed actor is what a figure counts: it is
// named as that or nobody is, has the figure's unit in its name, and is as
// many.
func (b *Book) isCounted(r *annotation.Fact, a *dossier.Actor) bool {
	if a == nil || a.Record.Kind.Value != "anonymous" {
		return false
	}
	named := len(r.Who) == 0
	for _, id := range r.Who {
		named = named || id.Value == a.ID
	}
	many := !r.Value.Numeric || a.Record.Count.Numeric && a.Record.Count.Value == r.Value.Value
	unit := b.amountOf(r).unit
	names := append(a.Spellings(), a.Record.Name.Value)
	return named && many && slices.ContainsFunc(names, func(name string) bool { return holdsWord(name, unit) })
}
