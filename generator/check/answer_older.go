package check

import (
	"fmt"
	"slices"

	"factsheet/generator/annotation"
	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/form"
)

var answerOlder = Rule{
	Code: "answer-older", Group: Across, Severity: diag.Error,
	Title:   "an answer rests on a fact that another one supersedes",
	Why:     "Where a newer fact replaces an older one, the answer must have the newer one too.",
	Example: `answers = [{ fact = "moved-first-night" }]     # "moved-in-all" supersedes it`,
	Linked: func(d *dossier.Dossier, item dossier.Item, report Report) {
		question, ok := item.(*dossier.Fact)
		if !ok {
			return
		}
		for i := range question.Record.Answers {
			answer := &question.Record.Answers[i]
			if f := newest(question, supersededBy(d, answer.Fact.Value)); f != nil {
				report(answer.Place(answer.Fact), fmt.Sprintf("%q is superseded by %q, which is not among the answers", answer.Fact.Value, f.ID),
					fmt.Sprintf("{ fact = %q }", f.ID),
					diag.Related{Label: "newer", Place: f.Place(superseding(f, answer.Fact.Value))})
			}
		}
	},
}

// supersededBy returns the facts that supersede that of an id.
func supersededBy(d *dossier.Dossier, id string) (newer []*dossier.Fact) {
	for _, x := range d.Referring(id) {
		if f, ok := x.(*dossier.Fact); ok && slices.Contains(form.Values(f.Record.Supersedes), id) {
			newer = append(newer, f)
		}
	}
	return newer
}

// newest returns the first of the newer facts, unless one of them is among the
// answers of a question.
func newest(question *dossier.Fact, newer []*dossier.Fact) *dossier.Fact {
	for _, f := range newer {
		if answers(question, f.ID) {
			return nil
		}
	}
	for _, f := range newer {
		if !f.Draft() || question.Draft() {
			return f
		}
	}
	return nil
}

// answers reports whether a question has a fact among its answers.
func answers(question *dossier.Fact, id string) bool {
	return slices.ContainsFunc(question.Record.Answers, func(a annotation.Answer) bool { return a.Fact.Value == id })
}

// superseding is where a fact names the one that it supersedes.
func superseding(f *dossier.Fact, id string) form.Text {
	i := slices.IndexFunc(f.Record.Supersedes, func(t form.Text) bool { return t.Value == id })
	return f.Record.Supersedes[i]
}
