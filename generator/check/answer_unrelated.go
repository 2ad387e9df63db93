package check

import (
	"fmt"
	"strings"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/form"
	"factsheet/generator/lang"
	"factsheet/generator/markdown"
	"factsheet/generator/text"
)

var answerUnrelated = Rule{
	Code: "answer-unrelated", Group: Across, Severity: diag.Warning,
	Title: "a fact among the answers has nothing in common with its question",
	Why: "A fact that answers a question speaks of the same people, places or things. One that shares with it no actor, " +
		"measure or word is probably another id than was meant.",
	Example: `question = "Who shut the gate?"
answers  = [{ fact = "residents-moved" }]`,
	Linked: func(d *dossier.Dossier, item dossier.Item, report Report) {
		question, ok := item.(*dossier.Fact)
		if !ok || question.Record.Kind != "question" {
			return
		}
		asked := topicOf(d, question)
		for i := range question.Record.Answers {
			answer := &question.Record.Answers[i]
			f := d.Fact(answer.Fact.Value)
			if f == nil || f.Says == nil || asked.shares(topicOf(d, f)) {
				continue
			}
			report(answer.Place(answer.Fact), fmt.Sprintf("%q shares no actor, measure or word with the question", f.ID), "",
				diag.Related{Label: "fact", Place: f.Place(f.Record.Statement), Message: q(f.Says.View.Text)})
		}
	},
}

// A topic is what a fact is about.
type topic struct {
	measure string
	actors  map[string]bool
	words   []string // in small letters, those that carry meaning
}

func topicOf(d *dossier.Dossier, f *dossier.Fact) topic {
	t := topic{measure: f.Record.Measure.Value, actors: map[string]bool{}}
	table, _ := lang.For(d.Site.Language())
	r := f.Record
	for _, field := range []form.Text{r.Question, r.Statement, r.Answer, r.Remains} {
		t.add(d, text.FoldString(markdown.Plain(field.Value)), table)
	}
	for _, list := range [][]form.Text{r.Who, r.Whom, r.Where} {
		addAll(t.actors, form.Values(list))
	}
	for _, e := range f.Evidence {
		addAll(t.actors, form.Values(e.Record.By))
	}
	return t
}

func (t *topic) add(d *dossier.Dossier, s string, table *lang.Table) {
	for _, m := range d.ActorsIn(s) {
		addAll(t.actors, m.IDs)
	}
	for _, tok := range table.Tokens(s) {
		if tok.Kind == lang.Letters && tok.Len() >= shortestTopic && !tok.Is(lang.Stop) && !tok.Is(lang.Verb) && !tok.Is(lang.Say) && !tok.Is(lang.Modal) {
			t.words = append(t.words, strings.ToLower(s[tok.Start:tok.End]))
		}
	}
}

// shortestTopic is how many bytes a word has at least that carries meaning.
const shortestTopic = 4

func (t topic) shares(other topic) bool {
	if t.measure != "" && t.measure == other.measure {
		return true
	}
	for id := range t.actors {
		if other.actors[id] {
			return true
		}
	}
	for _, a := range t.words {
		for _, b := range other.words {
			if sameStem(a, b) {
				return true
			}
		}
	}
	return false
}
