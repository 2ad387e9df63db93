package page

import (
	"strings"

	"factsheet/generator/annotation"
	"factsheet/generator/dossier"
	"factsheet/generator/form"
)

// sides are the answers to a contested question, each with its facts, in the
// order in which they are first named.
func (b *Book) sides(f *dossier.Fact) []Side {
	var out []Side
	at := map[string]int{}
	for i := range f.Record.Answers {
		a := &f.Record.Answers[i]
		fact := b.fact(a.Fact.Value)
		if a.Says.Value == "" || fact == nil {
			continue
		}
		n, ok := at[a.Says.Value]
		if !ok {
			n = len(out)
			at[a.Says.Value] = n
			out = append(out, Side{Says: a.Says.Value})
		}
		out[n].Facts = append(out[n].Facts, b.factRef(fact))
	}
	return out
}

// answeredBy are the words for what the facts do that a question names, by its
// status. None answers a question that is open.
var answeredBy = map[string]Words{
	"open":      "See",
	"partly":    "Answered in part by",
	"answered":  "Answered by",
	"contested": "See",
}

// answerNotes name the questions that a fact answers, and those to which it
// has something to say.
func (b *Book) answerNotes(n *notes, f *dossier.Fact) {
	by := map[Words][]string{}
	for _, id := range b.factsNaming(f.ID, "fact") {
		label := "Bears on"
		switch b.d.Fact(id).Record.Status.Value {
		case "answered":
			label = "Answers"
		case "partly":
			label = "Answers in part"
		}
		by[label] = append(by[label], id)
	}
	for _, label := range [...]Words{"Answers", "Answers in part", "Bears on"} {
		n.refs(label, by[label])
	}
}

// questionNotes are what answers a question, what stays open and what no text
// says.
func (b *Book) questionNotes(n *notes, f *dossier.Fact) {
	var ids []string // answers that take no side
	for i := range f.Record.Answers {
		if a := &f.Record.Answers[i]; a.Says.Value == "" {
			ids = append(ids, a.Fact.Value)
		}
	}
	label := answeredBy[f.Record.Status.Value]
	if len(ids) < len(f.Record.Answers) {
		label = "See also"
	}
	n.refs(label, ids)
	n.inline("Stays open", f.Record.Remains)
	for i := range f.Record.Silent {
		n.add(b.silence(&f.Record.Silent[i]))
	}
}

// silence says which words were looked for in vain and where.
func (b *Book) silence(s *annotation.Silence) Note {
	label := "No text says"
	if len(unique(form.Values(s.Sources))) < len(b.d.Sources) {
		label = "Not said in the texts named"
	}
	var words []Words
	for _, w := range s.Words {
		words = append(words, soughtFor(w.Value))
	}
	return Note{Label: label, Words: or(words) + "; looked for in", Refs: b.refsOf(s.Sources)}
}

// soughtFor says a word that was looked for; a star stands for any ending.
func soughtFor(word string) Words {
	if stem, ok := strings.CutSuffix(word, "*"); ok {
		return quoted(stem+"…") + " with any ending"
	}
	return quoted(word)
}
