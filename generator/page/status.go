package page

import (
	"factsheet/generator/annotation"
	"factsheet/generator/dossier"
	"factsheet/generator/edtf"
)

// A manner is how a status is said: its word, and what joins it to a date. A
// plan and the day for which it was made are kept apart, so that nobody takes
// that for the day on which it was made.
type manner struct{ word, joined Words }

// statuses are the manners of the status of an event or a plan.
var statuses = map[string]manner{
	"happened":  {"happened", " "},
	"ongoing":   {"ongoing", ", "},
	"announced": {"announced", "; due "},
	"agreed":    {"agreed", "; due "},
	"planned":   {"planned", "; due "},
	"expected":  {"expected", "; due "},
	"aimed":     {"an aim", "; due "},
	"possible":  {"possible", ", "},
	"postponed": {"postponed", "; due "},
	"missed":    {"missed", "; was due "},
	"cancelled": {"cancelled", "; was due "},
	"alleged":   {"alleged", "; said to have been "},
	"denied":    {"denied", "; said to have been "},
}

// questionStatuses are the words for how far a question is answered.
var questionStatuses = map[string]Words{
	"open":      "open",
	"partly":    "answered in part",
	"answered":  "answered",
	"contested": "contested",
}

// isDue reports whether a status says that something lies ahead of whoever
// speaks of it.
func isDue(status string) bool {
	switch status {
	case "announced", "agreed", "planned", "expected", "aimed", "possible", "postponed":
		return true
	}
	return false
}

// status says in one line what there is to say of a fact besides its
// statement.
func (b *Book) status(f *dossier.Fact) Words {
	r := f.Record
	switch r.Kind {
	case "quantity":
		return sentence(list("; ", b.speech.amount(b.amountOf(r)), b.figureStatus(f)))
	case "date":
		return sentence(list("; ", when(r), b.saidWords(f)))
	case "question":
		return sentence(list(", ", questionStatuses[r.Status.Value], b.judgedUpTo(f)))
	}
	return ""
}

// figureStatus says of a figure when it holds, or for when it is a plan.
func (b *Book) figureStatus(f *dossier.Fact) Words {
	r := f.Record
	if status := r.Status.Value; status != "" && status != "happened" || r.When.Given() {
		return list("; ", when(r), b.saidWords(f))
	}
	if r.Since.Given() {
		return "counted " + b.figureDay(f, edtf.Date.Words)
	}
	if day := b.figureDay(f, noun); day != "" {
		return "as of " + day
	}
	return ""
}

// when says the status of an event or plan with its date, and whether that
// stands in no quote.
func when(r *annotation.Fact) Words {
	m := statuses[r.Status.Value]
	day := on(r.When.Date)
	switch {
	case isInferred(r):
		day += " (inferred)"
	case day == "" && r.Kind == "date":
		day = "on a day that the texts do not tell"
	}
	if day == "" || m.word == "" {
		return m.word + day
	}
	return m.word + m.joined + day
}

// isInferred reports whether a date stands in no quote but has a reason.
func isInferred(r *annotation.Fact) bool {
	return !r.When.Date.IsZero() && r.Because.Value != ""
}

// saidWords says, of what lies ahead, when it was said.
func (b *Book) saidWords(f *dossier.Fact) Words {
	if !isDue(f.Record.Status.Value) {
		return ""
	}
	if days := b.speech.days(said(supporting(f.Evidence)), on); days != "" {
		return "said " + days
	}
	return ""
}

// figureDay says the day on which a figure is said to hold, as say does, or
// the span of a running count.
func (b *Book) figureDay(f *dossier.Fact, say func(edtf.Date) Words) Words {
	r := f.Record
	asOf := distinct(spoken(supporting(f.Evidence)))
	if r.AsOf.Given() {
		asOf = []edtf.Date{r.AsOf.Date}
	}
	day := b.speech.days(asOf, say)
	since, event := b.d.Since(f)
	switch {
	case since.IsZero() && event != nil:
		return list(" up to ", "from a day that the texts do not tell", day)
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

// judgedUpTo says the last day of the passages on which the answer to a
// question rests.
func (b *Book) judgedUpTo(f *dossier.Fact) Words {
	days := distinct(spoken(b.answering(f)))
	if len(days) == 0 {
		return ""
	}
	last := days[0]
	for _, d := range days {
		if d.Latest() > last.Latest() {
			last = d
		}
	}
	return "by texts up to " + noun(last)
}

// answering is the evidence of the facts that answer a question; without any,
// what raises it.
func (b *Book) answering(f *dossier.Fact) []*dossier.Evidence {
	var out []*dossier.Evidence
	for i := range f.Record.Answers {
		if a := b.fact(f.Record.Answers[i].Fact.Value); a != nil {
			out = append(out, supporting(a.Evidence)...)
		}
	}
	if len(out) == 0 {
		return supporting(f.Evidence)
	}
	return out
}
