package check

import (
	"fmt"
	"slices"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/edtf"
)

var planDue = Rule{
	Code: "plan-due", Group: Dates, Severity: diag.Warning,
	Title: "a plan was due before the newest source ends, and nothing says what became of it",
	Why:   "A reader asks whether it came to pass. A fact that `supersedes` the plan says so; where no text does, a question with the plan among its `answers` says that.",
	Example: `when   = "[..2031-03-28]"
status = "planned"     # the newest source speaks from May`,
	Whole: func(d *dossier.Dossier, report Report) {
		newest := d.KnownUpTo()
		if newest.IsZero() {
			return
		}
		followed := followedUp(d)
		for _, f := range d.Facts {
			if followed[f.ID] || !isPlan(f) || !wasAhead(f) {
				continue
			}
			if due := f.Record.When.Date.Latest(); due < newest.Latest() && newest.Latest() != edtf.MaxDay {
				report(f.Place(f.Record.When.Text), fmt.Sprintf("this was due %s, the sources reach to %s, and nothing says what became of it",
					dueWords(f.Record.When.Date), newest.Words()), fmt.Sprintf("supersedes = [%q] in the fact that tells it, or answers = [{ fact = %q }] in a question", f.ID, f.ID))
			}
		}
	},
}

func dueWords(date edtf.Date) string {
	words := date.Words()
	if date.IsDay() {
		return "on " + words
	}
	return words
}

// followedUp are the facts that another supersedes or that a question answers
// with.
func followedUp(d *dossier.Dossier) map[string]bool {
	out := map[string]bool{}
	for _, item := range d.Items() {
		for _, id := range item.Common().Supersedes {
			out[id.Value] = true
		}
	}
	for _, f := range d.Facts {
		for i := range f.Record.Answers {
			out[f.Record.Answers[i].Fact.Value] = true
		}
	}
	return out
}

// isPlan reports whether a fact has a date and was yet to come.
func isPlan(f *dossier.Fact) bool {
	return !f.Record.When.Date.IsZero() && slices.Contains([]string{"planned", "aimed", "expected", "announced", "agreed", "possible"}, status(f))
}

// wasAhead reports whether the date of a fact lay ahead of the passages that
// tell of it: that of an agreement may be the day of the agreeing.
func wasAhead(f *dossier.Fact) bool {
	list, _ := supporting(f)
	for _, e := range list {
		if e.Part.Dated.IsZero() || f.Record.When.Date.Latest() > e.Part.Dated.Latest() {
			return true
		}
	}
	return false
}
