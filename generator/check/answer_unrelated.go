package check

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/form"
	"factsheet/generator/lang"
	"factsheet/generator/markdown"
	"factsheet/generator/text"
	"factsheet/generator/timex"
)

var answerUnrelated = Rule{
	Code: "answer-unrelated", Group: Across, Severity: diag.Warning,
	Title: "a fact among the answers has nothing in common with its question, or an answered question has none",
	Why: "A fact that answers a question speaks of the same people, places or things. One that shares with it no actor, " +
		"measure or word, but such as a fourth of all facts have, is probably another id than was meant. " +
		"A question of which the page says that it is answered says how.",
	Example: `question = "Who shut the gate?"
answers  = [{ fact = "residents-moved" }]`,
	Item: func(item dossier.Item, report Report) {
		if f, ok := item.(*dossier.Fact); ok && f.Record.Kind == "question" {
			unanswered(f, report)
		}
	},
	Linked: func(d *dossier.Dossier, item dossier.Item, report Report) {
		type key struct{}
		if question, ok := item.(*dossier.Fact); ok && len(question.Record.Answers) > 0 {
			unrelated(d, question, dossier.Derived(d, key{}, commonplacesOf), report)
		}
	},
}

// unanswered reports a question that is called answered, in whole or in part,
// and has no answer.
func unanswered(question *dossier.Fact, report Report) {
	if r := question.Record; r.Status.Value != "open" && r.Answer.Value == "" && len(r.Answers) == 0 {
		report(question.Place(r.Status), fmt.Sprintf("the question is %q, and has neither answer nor answers", r.Status.Value),
			`answer = "", answers = [{ fact = "" }], or status = "open"`)
	}
}

func unrelated(d *dossier.Dossier, question *dossier.Fact, common commonplaces, report Report) {
	asked := topicOf(d, question, common)
	for i := range question.Record.Answers {
		answer := &question.Record.Answers[i]
		f := d.Fact(answer.Fact.Value)
		if f == nil || f.Says == nil || retells(question, f) {
			continue
		}
		tie := asked.shared(topicOf(d, f, common), common)
		if tie >= enough || tie > 0 && citesBeside(d, question, f) {
			continue
		}
		report(answer.Place(answer.Fact), fmt.Sprintf("%q has no actor, measure or word in common with the question, beyond what many facts have", f.ID),
			"another fact, or words in the answer that say what this one adds",
			diag.Related{Label: "fact", Place: f.Place(f.Record.Statement), Message: q(f.Says.View.Text)})
	}
}

// retells reports whether the answer of a question has the number or date of a
// fact.
func retells(question, f *dossier.Fact) bool {
	if question.Says == nil {
		return false
	}
	own := fieldNumbers(f.Record.Value, f.Record.Low, f.Record.High)
	for _, n := range writtenNumbers(question.Says.View.Text, question.Says.Quantities) {
		if bearsNumber(n, own) {
			return true
		}
	}
	return slices.ContainsFunc(question.Says.Times, func(x timex.Expression) bool {
		return x.Absolute() && !f.Record.When.Date.IsZero() && bearsOut(f.Record.When.Date, x.Date)
	})
}

// A topic is what a fact is about.
type topic struct {
	measure string
	actors  map[string]bool
	words   map[string]bool // in small letters, those that carry meaning
}

// commonplaces are actors and words, by id and in small letters, that so many
// facts of a dossier have that sharing them says nothing.
type commonplaces map[string]weight

// A weight is how much it says that two facts share something.
type weight uint8

const (
	rare    weight = iota // enough by itself
	usual                 // enough where something else is shared too
	commons               // nothing
)

const (
	fewCommon = 6  // facts that may share what is no commonplace, however few there are
	commonIn  = 4  // one in so many facts makes a commonplace
	usualIn   = 16 // and one in so many makes it usual
)

func commonplacesOf(d *dossier.Dossier) commonplaces {
	n := map[string]int{}
	facts := d.First()
	for _, f := range facts {
		t := topicOf(d, f, nil)
		for id := range t.actors {
			n[id]++
		}
		for word := range t.words {
			n[word]++
		}
	}
	common := commonplaces{}
	for what, count := range n {
		switch {
		case count > max(fewCommon, len(facts)/commonIn):
			common[what] = commons
		case count > max(fewCommon, len(facts)/usualIn):
			common[what] = usual
		}
	}
	return common
}

func topicOf(d *dossier.Dossier, f *dossier.Fact, common commonplaces) topic {
	t := topic{measure: f.Record.Measure.Value, actors: map[string]bool{}, words: map[string]bool{}}
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
	maps.DeleteFunc(t.actors, func(id string, _ bool) bool { return common[id] == commons })
	maps.DeleteFunc(t.words, func(word string, _ bool) bool { return common[word] == commons })
	return t
}

func (t *topic) add(d *dossier.Dossier, s string, table *lang.Table) {
	for _, m := range d.ActorsIn(s) {
		addAll(t.actors, m.IDs)
	}
	for _, tok := range table.Tokens(s) {
		if tok.Kind == lang.Letters && tok.Len() >= shortestTopic && !tok.Is(lang.Stop) && !tok.Is(lang.Verb) && !tok.Is(lang.Say) && !tok.Is(lang.Modal) {
			t.words[strings.ToLower(s[tok.Start:tok.End])] = true
		}
	}
}

// shortestTopic is how many bytes a word has at least that carries meaning.
const shortestTopic = 4

// shared is how much two topics have in common: a measure or something rare is
// enough, and so are two things that are usual.
func (t topic) shared(other topic, common commonplaces) int {
	if t.measure != "" && t.measure == other.measure {
		return enough
	}
	n := 0
	for id := range t.actors {
		if other.actors[id] {
			n += worth(common[id])
		}
	}
	for a := range t.words {
		for b := range other.words {
			if sameStem(a, b) {
				n += worth(max(common[a], common[b]))
				break
			}
		}
	}
	return n
}

// citesBeside reports whether a fact cites a paragraph that its question, or
// another of the answers, cites too.
func citesBeside(d *dossier.Dossier, question, f *dossier.Fact) bool {
	near := []*dossier.Fact{question}
	for _, a := range question.Record.Answers {
		if other := d.Fact(a.Fact.Value); other != nil && other != f {
			near = append(near, other)
		}
	}
	return slices.ContainsFunc(near, func(other *dossier.Fact) bool {
		return slices.ContainsFunc(other.Evidence, func(x *dossier.Evidence) bool {
			return slices.ContainsFunc(f.Evidence, func(y *dossier.Evidence) bool {
				return x.Found() && y.Found() && x.Source == y.Source && x.Source.Text.ParagraphAt(x.Span().Start) == y.Source.Text.ParagraphAt(y.Span().Start)
			})
		})
	})
}

// enough is how much two facts must share.
const enough = 2

func worth(w weight) int {
	if w == rare {
		return enough
	}
	return 1
}
