package build_test

import (
	"slices"
	"strings"

	"factsheet/generator/annotation"
	"factsheet/generator/dossier"
	"factsheet/generator/form"
	"factsheet/generator/seed"
	"factsheet/generator/text"
	"factsheet/generator/tomlfile"
)

var statementPlants = []class{
	{"quotation altered", []string{"quote-not-found", "quotation-altered"}, alteredQuotations},
	{"negation dropped", []string{"negation-lost", "quotation-altered", "hedge-differs"}, droppedNegations},
	{"negation cut off", []string{"quote-cut", "quote-ambiguous"}, cutNegations},
	{"loaded word taken over", []string{"loaded-word"}, loadedWords},
	{"answer exchanged", []string{"answer-unrelated", "statement-unsupported", "quotation-altered", "answer-older"}, otherAnswers},
	{"disagreement unmarked", []string{"conflict-unmarked"}, unmarked},
	{"silence that is none", []string{"not-silent"}, noSilences},
}

// alteredQuotations leaves a word out, exchanges one, and makes one plural, in
// quotes and in the quotation marks of statements.
func alteredQuotations(g *garden) (list []plant) {
	g.eachEvidence(func(item dossier.Item, e *dossier.Evidence) {
		alter(e.Record.Quote.Value, e.Number, func(other string) {
			if !stands(e.Source.Text.View.Text, other) {
				list = append(list, g.planted(e.Record.Record, inEvidence(item, e, "%q", other), set(e.Record.Record, e.Record.Quote, other)))
			}
		})
	})
	for k, f := range g.state.Dossier.Facts {
		t := said(f)
		open, end := strings.Index(t.Value, "“"), strings.Index(t.Value, "”")
		if open < 0 || end < open {
			continue
		}
		open += len("“")
		alter(t.Value[open:end], k, func(other string) {
			list = append(list, g.planted(f.Record.Record, inFact(f, "statement: “%s”", other),
				set(f.Record.Record, t, t.Value[:open]+other+t.Value[end:])))
		})
	}
	return list
}

// alter calls do with words of which one is changed, another in each way; k
// chooses which.
func alter(words string, k int, do func(string)) {
	var long []text.Span
	for _, w := range seed.Words(words) {
		if span := spanOf(w); w.Letters && span.Len() > 3 {
			long = append(long, span)
		}
	}
	for i, with := range []string{"", "various", "s"} {
		if len(long) == 0 {
			return
		}
		w := long[(k*5+i)%len(long)]
		if with == "s" {
			w.Start = w.End
		}
		do(words[:w.Start] + with + words[w.End:])
	}
}

func spanOf(w seed.Word) text.Span { return text.Span{Start: int(w.Start), End: int(w.End)} }

// affirmations are what a person may leave of words that deny.
var affirmations = [][2]string{
	{" did not ", " did "}, {" was not ", " was "}, {" were not ", " were "}, {" is not ", " is "}, {" are not ", " are "},
	{" has not ", " has "}, {" have not ", " have "}, {" had not ", " had "}, {" could not ", " could "}, {" would not ", " would "},
	{" will not ", " will "}, {" does not ", " does "}, {" do not ", " do "}, {" not ", " "}, {"n't ", " "}, {"n’t ", " "}, {" never ", " "},
	{" no ", " "}, {"No ", "A "}, {" without ", " with "}, {"denied that ", "said that "}, {"denies that ", "says that "},
	{" nobody ", " somebody "}, {"Nobody ", "Somebody "}, {"None of ", "Some of "}, {" none of ", " some of "}, {" neither ", " "}, {"Neither ", ""}, {" nor ", " and "},
}

// droppedNegations takes what denies out of what a fact affirms or denies. A
// statement about what texts do not say is no denial of theirs.
func droppedNegations(g *garden) (list []plant) {
	for _, f := range g.state.Dossier.Facts {
		t := f.Record.Statement
		if f.Record.Status.Value == "denied" {
			continue
		}
		for _, pair := range affirmations {
			if i := strings.Index(t.Value, pair[0]); i >= 0 && !strings.HasSuffix(t.Value[:i], " if") { // "if not longer" denies nothing
				other := t.Value[:i] + pair[1] + t.Value[i+len(pair[0]):]
				p := g.planted(f.Record.Record, inFact(f, "%q", other), set(f.Record.Record, t, other))
				p.beyond = negationBeyond(f, t.Value[i+len(pair[0]):])
				list = append(list, p)
				break
			}
		}
	}
	return list
}

// cutNegations begins a quote after the word that denies it.
func cutNegations(g *garden) (list []plant) {
	g.eachEvidence(func(item dossier.Item, e *dossier.Evidence) {
		words := e.Record.Quote.Value
		for _, negation := range []string{" not ", "n't ", "n’t ", " no ", " never ", " denied ", " without "} {
			i := strings.Index(words, negation)
			if i < 0 || len(words)-i < 25 || strings.Contains(words, "[…]") {
				continue
			}
			rest := words[i+len(negation):]
			if strings.Count(e.Source.Text.View.Text, text.FoldString(rest)) == 1 {
				list = append(list, g.planted(e.Record.Record, inEvidence(item, e, "%q", rest), set(e.Record.Record, e.Record.Quote, rest)))
			}
			return
		}
	})
	return list
}

// loadedWords takes an outlet's colouring into the site's own voice.
func loadedWords(g *garden) (list []plant) {
	for _, f := range g.state.Dossier.Facts {
		for _, e := range f.Evidence {
			for _, loaded := range e.Source.Record.Loaded {
				if !strings.Contains(text.FoldString(e.Record.Quote.Value), text.FoldString(loaded.Value)) {
					continue
				}
				for _, field := range []form.Text{said(f), f.Record.Note} {
					if field.Given() {
						list = append(list, g.planted(f.Record.Record, inFact(f, "%q", loaded.Value), set(f.Record.Record, field, taken(field.Value, loaded.Value))))
					}
				}
			}
		}
	}
	return list
}

// taken is a statement in which words stand without quotation marks.
func taken(statement, words string) string {
	for _, quoted := range []string{"“" + words + "”", `"` + words + `"`} {
		if strings.Contains(statement, quoted) {
			return strings.ReplaceAll(statement, quoted, words)
		}
	}
	return strings.TrimSuffix(statement, ".") + ", " + words + "."
}

// otherAnswers has another fact answer a question.
func otherAnswers(g *garden) (list []plant) {
	facts := g.facts("")
	for k, f := range g.facts("question") {
		for i := range f.Record.Answers {
			r := &f.Record.Answers[i]
			for n := range 2 {
				other := facts[(k*31+i*17+n*11)%len(facts)]
				if other.Record.Kind != "question" && !answersWith(f, other.ID) {
					p := g.planted(r.Record, inFact(f, "%s → %s", r.Fact.Value, other.ID), set(r.Record, r.Fact, other.ID))
					p.beyond = g.answerBeyond(f, other, i)
					list = append(list, p)
				}
			}
		}
	}
	return list
}

func answersWith(f *dossier.Fact, id string) bool {
	return slices.ContainsFunc(f.Record.Answers, func(a annotation.Answer) bool { return a.Fact.Value == id })
}

// unmarked takes away that two facts differ.
func unmarked(g *garden) (list []plant) {
	for _, f := range g.state.Dossier.Facts {
		r := f.Record
		for i, id := range r.Differs {
			p := g.planted(r.Record, inFact(f, "differs %s dropped", id.Value), g.dropItem(r.Record, "differs", i))
			p.zones = append(p.zones, g.record(g.state.Dossier.Fact(id.Value).Record.Record))
			p.beyond = g.conflictBeyond(f, g.state.Dossier.Fact(id.Value))
			list = append(list, p)
		}
	}
	return list
}

// noSilences says of words of a text that it does not have them.
func noSilences(g *garden) (list []plant) {
	for k, f := range g.facts("question") {
		for i := range f.Record.Silent {
			r := &f.Record.Silent[i]
			for n, id := range r.Sources {
				for m := range 3 {
					word := wordOf(g.state.Dossier.Source(id.Value), k*13+n*29+m*7)
					words := []string{tomlfile.Quote(word)}
					for _, w := range r.Words {
						words = append(words, tomlfile.Quote(w.Value))
					}
					list = append(list, g.planted(r.Record, inFact(f, "%s has %q", id.Value, word), g.put(r.Record, "words", "["+strings.Join(words, ", ")+"]")))
				}
			}
		}
	}
	return list
}

// wordOf is some word of a source's body.
func wordOf(s *dossier.Source, k int) string {
	var words []string
	for _, w := range seed.Words(s.Text.View.Text) {
		raw := s.Text.View.Raw(spanOf(w))
		if w.Letters && raw.Len() > 4 && s.At(raw.Start).Proves() {
			words = append(words, w.Text(s.Text.View.Text))
		}
	}
	return words[k%len(words)]
}
