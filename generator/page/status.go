package page

import (
	"factsheet/generator/dossier"
	"factsheet/generator/edtf"
)

// A manner is how a status is said: its word, what joins it to a date, and
// what stands for a date that no text tells. A plan and the day for which it
// was made are kept apart, so that nobody takes that for the day on which it
// was made.
type manner struct{ word, joined, untold Words }

// statuses are the manners of the status of an event or a plan.
var statuses = map[string]manner{
	"happened":  {"happened", " ", " on a day that the texts do not tell"},
	"announced": {"announced", "; due ", ", on a day that the texts do not tell"},
	"agreed":    {"agreed", "; due ", ", on a day that the texts do not tell"},
	"planned":   {"planned", "; due ", "; no day told"},
	"expected":  {"expected", "; due ", "; no day told"},
	"aimed":     {"an aim", "; due ", "; no day told"},
	"possible":  {"possible", ", ", "; no day told"},
	"postponed": {"postponed", "; due ", "; no new day told"},
	"missed":    {"missed", "; was due ", "; was due on a day that the texts do not tell"},
	"cancelled": {"cancelled", "; was due ", "; no day told"},
	"alleged":   {"alleged", "; said to have been ", "; no day told"},
	"denied":    {"denied", "; said to have been ", "; no day told"},
}

// overtaken are the manners of what was due when its date is not after the day
// on which it was told: an agreement of that day, a day that was put off.
var overtaken = map[string]manner{
	"announced": {word: "announced", joined: " "},
	"agreed":    {word: "agreed", joined: " "},
	"postponed": {word: "postponed", joined: "; was due "},
}

// questionStatuses are the words for how far a question is answered.
var questionStatuses = map[string]Words{
	"open":      "open",
	"partly":    "answered in part",
	"answered":  "answered",
	"contested": "contested",
}

// isPlan reports whether a status says more than that something is the case.
func isPlan(status string) bool {
	switch status {
	case "announced", "agreed", "planned", "expected", "aimed", "possible", "postponed":
		return true
	}
	return false
}

// isAhead reports whether a fact lies ahead of whoever speaks of it. Of what
// was agreed, announced or put off it is the date that says so.
func isAhead(f *dossier.Fact) bool {
	r := f.Record
	if _, ok := overtaken[r.Status.Value]; ok {
		return !r.When.Date.IsZero() && !isOvertaken(f)
	}
	return isPlan(r.Status.Value)
}

// isOvertaken reports whether the date of a fact is not after the day on which
// it was told.
func isOvertaken(f *dossier.Fact) bool {
	when, told := f.Record.When.Date, edtf.Newest(said(supporting(f.Evidence)))
	return !when.IsZero() && !told.IsZero() && when.Latest() <= told.Latest()
}

// status says in one line what there is to say of a fact besides its
// statement.
func (b *Book) status(f *dossier.Fact) Words {
	r := f.Record
	switch r.Kind {
	case "quantity":
		return sentence(list("; ", b.speech.amount(b.amountOf(r))+inferredWords(f.InfersValue()), b.figureStatus(f)))
	case "date":
		return sentence(list("; ", b.when(f), b.saidWords(f)))
	case "question":
		return sentence(list(", ", questionStatuses[r.Status.Value], b.judgedUpTo(f)))
	}
	return ""
}

// when says the status of an event or plan with its date, and whether that
// stands in no quote.
func (b *Book) when(f *dossier.Fact) Words {
	r := f.Record
	if r.Status.Value == "ongoing" {
		return b.ongoing(f)
	}
	m, day := statuses[r.Status.Value], onPast(r.When.Date)
	switch other, ok := overtaken[r.Status.Value]; {
	case ok && isOvertaken(f):
		m = other
	case isPlan(r.Status.Value):
		day = on(r.When.Date)
	}
	switch {
	case day == "" && r.Kind == "date":
		return m.word + m.untold
	case day == "" || m.word == "":
		return m.word + day
	}
	return m.word + m.joined + day + inferred(f)
}

// ongoing says on which day something was going on, and since when. For a
// reader that day is past, whatever the text says.
func (b *Book) ongoing(f *dossier.Fact) Words {
	r := f.Record
	start := r.When.Date.Since()
	if start.IsZero() && !r.When.Date.IsZero() {
		return "ongoing " + on(r.When.Date) + inferred(f)
	}
	words := list(" ", "ongoing", b.speech.days(spoken(supporting(f.Evidence)), on))
	if !start.IsZero() {
		words += ", since " + start.Words() + inferred(f)
	}
	return words
}

// inferred says of a date that stands in no quote but has a reason that it
// does.
func inferred(f *dossier.Fact) Words { return inferredWords(f.InfersDate()) }

func inferredWords(inferred bool) Words {
	if inferred {
		return " (inferred)"
	}
	return ""
}

// saidWords says, of what somebody has in mind, when it was said.
func (b *Book) saidWords(f *dossier.Fact) Words {
	if status := f.Record.Status.Value; !isPlan(status) || overtaken[status].joined == " " && isOvertaken(f) {
		return ""
	}
	if days := b.speech.days(said(supporting(f.Evidence)), on); days != "" {
		return "said " + days
	}
	return ""
}

// judgedUpTo says the last day of the texts on which it rests how far a
// question is answered.
func (b *Book) judgedUpTo(f *dossier.Fact) Words {
	if last := edtf.Newest(b.judged(f)); !last.IsZero() {
		return "by texts up to " + noun(last)
	}
	return ""
}

// judged are the days of what a question, the facts that answer it and those
// texts tell in which nothing was found.
func (b *Book) judged(f *dossier.Fact) []edtf.Date {
	out := spoken(f.Evidence)
	for i := range f.Record.Answers {
		if a := b.fact(f.Record.Answers[i].Fact.Value); a != nil {
			out = append(out, spoken(a.Evidence)...)
		}
	}
	for i := range f.Record.Silent {
		for _, id := range f.Record.Silent[i].Sources {
			if s := b.d.Source(id.Value); s != nil {
				for _, p := range speaking(s) {
					out = append(out, p.Dated)
				}
			}
		}
	}
	return out
}
