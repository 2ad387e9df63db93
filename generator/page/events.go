package page

import (
	"slices"
	"strings"

	"factsheet/generator/dossier"
	"factsheet/generator/edtf"
	"factsheet/generator/form"
)

// timelines returns the timeline of what a page shows of a sheet: of a group,
// or of what is in none. There is one if two of its events are dated.
func (b *Book) timelines(s *dossier.Sheet, group string, items []dossier.Item) []Timeline {
	if s.Config.Kind.Value != "date" {
		return nil
	}
	var facts []*dossier.Fact
	for _, item := range items {
		facts = append(facts, item.(*dossier.Fact))
	}
	return b.timeline(strings.TrimSuffix(SheetLink(s.Config.Name.Value, group), ".html"), facts)
}

func (b *Book) timeline(id string, facts []*dossier.Fact) []Timeline {
	var told []stretch
	dated := 0
	for _, f := range facts {
		if s, ok := stretchOf(f.Record.When.Date); ok {
			told = append(told, s)
			dated++
		}
		told = append(told, b.saidStretches(f)...)
	}
	if dated < 2 {
		return nil
	}
	c := newCalendar(told)
	t := Timeline{ID: id, Title: "Timeline", Ticks: c.ticks(), Breaks: c.breaks()}
	for _, f := range b.ordered(facts) {
		t.Events = append(t.Events, b.event(f, c))
	}
	t.Key, t.Notes = keyOf(t), notesOf(t)
	t.Summary = b.speech.count(len(facts), "event", "events") + ", " + b.speech.number(float64(dated)) + " of them with a date. The table behind the chart says the same in words."
	return []Timeline{t}
}

// saidStretches is when a plan was said, nothing of anything else.
func (b *Book) saidStretches(f *dossier.Fact) []stretch {
	if b.saidWords(f) == "" {
		return nil
	}
	var out []stretch
	for _, d := range said(supporting(f.Evidence)) {
		if s, ok := stretchOf(d); ok {
			out = append(out, s)
		}
	}
	return out
}

func (b *Book) event(f *dossier.Fact, c calendar) Event {
	r := f.Record
	e := Event{Fact: b.factRef(f), Shape: shapeOf(f), Status: b.status(f), Order: b.orderWords(f)}
	if f.InfersDate() {
		e.Inferred, e.Reason = true, b.inline(whyDated(f))
	}
	if s, ok := stretchOf(r.When.Date); ok {
		e.Dated, e.Lasting = true, r.When.Date.IsInterval()
		e.OpenFrom, e.OpenTo = r.When.Date.Earliest() == edtf.MinDay, r.When.Date.Latest() == edtf.MaxDay
		e.From, e.To = c.at(s.first), c.at(s.last)
	}
	if said := b.saidStretches(f); len(said) > 0 {
		first, last := said[0].first, said[0].last
		for _, s := range said {
			first, last = min(first, s.first), max(last, s.last)
		}
		e.Said, e.SaidFrom, e.SaidTo = true, c.at(first), c.at(last)
	}
	return e
}

// whyDated is why a fact has a date that stands in no quote.
func whyDated(f *dossier.Fact) form.Text {
	for _, e := range supporting(f.Evidence) {
		if f.Record.Because.Value == "" && e.Record.Because.Value != "" {
			return e.Record.Because
		}
	}
	return f.Record.Because
}

// The shapes of events, in the order in which a key explains them.
var shapes = [...]KeyEntry{
	{"happened", "It happened, or somebody agreed or announced it"},
	{"ahead", "Planned, aimed at or expected by somebody"},
	{"off", "Postponed, missed or cancelled"},
	{"disputed", "Alleged or denied"},
}

// shapeOf tells what has happened from what lies ahead, was called off or is
// only said to have been.
func shapeOf(f *dossier.Fact) string {
	switch status := f.Record.Status.Value; status {
	case "postponed", "missed", "cancelled":
		return "off"
	case "alleged", "denied":
		return "disputed"
	case "planned", "expected", "aimed", "possible":
		return "ahead"
	}
	if isAhead(f) {
		return "ahead"
	}
	return "happened"
}

// keyOf says what the shapes of a timeline mean, of those that it has.
func keyOf(t Timeline) []KeyEntry {
	var out []KeyEntry
	for _, k := range shapes {
		if slices.ContainsFunc(t.Events, func(e Event) bool { return e.Shape == k.Shape }) {
			out = append(out, k)
		}
	}
	return out
}

// notesOf says what the lines and gaps of a timeline mean, of those that it
// has.
func notesOf(t Timeline) []Words {
	has := func(is func(Event) bool) bool { return slices.ContainsFunc(t.Events, is) }
	var out []Words
	for _, k := range [...]struct {
		has   bool
		words Words
	}{
		{has(func(e Event) bool { return e.Dated && !e.Lasting && e.From < e.To }), "Two marks with a line between them: some day of that time."},
		{has(func(e Event) bool { return e.Lasting }), "A bar: all that time."},
		{has(func(e Event) bool { return e.OpenFrom || e.OpenTo }), "An arrow: no text tells where it begins, or ends."},
		{has(func(e Event) bool { return e.Said }), "An upright stroke: when it was said, with dots up to the day for which; two strokes: some day between."},
		{has(func(e Event) bool { return e.Inferred }), "A mark that is hollow, or drawn in dashes: the date stands in no quote, but has a reason."},
		{has(func(e Event) bool { return !e.Dated }), "No mark on the scale: no text tells the day. Such an event stands where the texts put it, else at the end."},
		{len(t.Breaks) > 0, "//: time of which nothing is told is left out."},
	} {
		if k.has {
			out = append(out, k.words)
		}
	}
	return out
}

// orderWords says of an event without a date what the texts put before and
// after it.
func (b *Book) orderWords(f *dossier.Fact) Words {
	if !f.Record.When.Date.IsZero() {
		return ""
	}
	var out []Words
	for _, o := range [...]struct {
		label Words
		ids   []string
	}{
		{"after", both(f.Record.After, b.factsNaming(f.ID, "before"))},
		{"before", both(f.Record.Before, b.factsNaming(f.ID, "after"))},
	} {
		for _, id := range o.ids {
			if other := b.fact(id); other != nil {
				out = append(out, o.label+" “"+strings.TrimSuffix(plain(other.Record.Statement.Value), ".")+"”")
			}
		}
	}
	if len(out) == 0 {
		return ""
	}
	return "Put " + and(out)
}
