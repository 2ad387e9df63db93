package check

import (
	"fmt"
	"slices"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/edtf"
	"factsheet/generator/form"
)

var planDue = Rule{
	Code: "plan-due", Group: Dates, Severity: diag.Warning,
	Title: "a plan was due before the newest source ends, and nothing says what became of it",
	Why:   "A reader asks whether it came to pass. A fact that `supersedes` the plan says so; where no text does, a question with the plan among its `answers` says that.",
	Example: `when   = "[..2031-03-28]"
status = "planned"     # the newest source speaks from May`,
	Linked: func(d *dossier.Dossier, item dossier.Item, report Report) {
		f, ok := item.(*dossier.Fact)
		if !ok || !isPlan(f) || !wasAhead(f) || isFollowedUp(d, f.ID) {
			return
		}
		newest := d.KnownUpTo()
		if due := f.Record.When.Date.Latest(); !newest.IsZero() && due < newest.Latest() && newest.Latest() != edtf.MaxDay {
			report(f.Place(f.Record.When.Text), fmt.Sprintf("this was due %s, the sources reach to %s, and nothing says what became of it",
				dueWords(f.Record.When.Date), newest.Words()), fmt.Sprintf("supersedes = [%q] in the fact that tells it, or answers = [{ fact = %q }] in a question", f.ID, f.ID))
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

// isFollowedUp reports whether another fact supersedes one, or a question
// answers with it.
func isFollowedUp(d *dossier.Dossier, id string) bool {
	return slices.ContainsFunc(d.Referring(id), func(x dossier.Item) bool {
		f, ok := x.(*dossier.Fact)
		return slices.Contains(form.Values(x.Common().Supersedes), id) || ok && answers(f, id)
	})
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
