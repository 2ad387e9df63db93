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
	"factsheet/generator/names"
	"factsheet/generator/text"
)

var speakerNotNear = Rule{
	Code: "speaker-not-near", Group: Voices, Severity: diag.Warning,
	Title: "no name of a speaker stands near what it is said to have said",
	Why: "The text must show that the speaker said it: by a name in the paragraph, by a pronoun that `refers` explains, " +
		"or, for whoever passed it on, anywhere in the text.",
	Example: `evidence = [{ source = "valley-post", quote = "three bridges were closed, the river office said", by = ["mayor"] }]`,
	Linked: func(d *dossier.Dossier, item dossier.Item, report Report) {
		if f, ok := item.(*dossier.Fact); ok {
			saidByAnother(d, f, report)
		}
		for _, e := range item.Cited() {
			if !e.Found() || len(e.Record.By) == 0 {
				continue
			}
			if e.Record.By[0].Value != "" {
				innermost(d, e, report)
			}
			for _, outer := range e.Record.By[1:] {
				if !passesOn(d, e, outer.Value) {
					report(e.Record.Place(outer), fmt.Sprintf("no name of %q stands in %q", outer.Value, e.Source.ID),
						"leave it out of by, or give it the alias by which the text names it")
				}
			}
		}
	},
}

// innermost judges the one who said the words of a quote.
func innermost(d *dossier.Dossier, e *dossier.Evidence, report Report) {
	by := e.Record.By[0]
	speakers := relatives(d, by.Value)
	if len(speakers) == 0 {
		return
	}
	if other, ok := otherSpeaker(d, e, speakers); ok {
		words := e.Source.Text.View.Text[other.span.Start:other.span.End]
		report(e.Record.Place(by), fmt.Sprintf("by has %q, and the sentence credits another: %q", by.Value, words),
			fmt.Sprintf("by = [%q]", other.actor.IDs[0]),
			diag.Related{Label: "there", Place: inSeed(e.Source, other.span), Message: q(words)})
		return
	}
	if !isNear(d, e, speakers) {
		report(e.Record.Place(by), fmt.Sprintf("no name of %q stands near the quote", by.Value),
			fmt.Sprintf("where a pronoun means it: refers = { \"…\" = %q }", by.Value),
			diag.Related{Label: "quoted", Place: diag.Place{File: e.Source.Text.File, Span: e.Span()}})
	}
}

// saidByAnother reports a fact whose statement says that somebody said it who
// is in no `by`, while somebody else is.
func saidByAnother(d *dossier.Dossier, f *dossier.Fact, report Report) {
	table, ok := lang.For(d.Site.Language())
	if !ok || f.Says == nil || f.Record.Kind == "question" {
		return
	}
	speakers := map[string]bool{}
	for _, e := range f.Evidence {
		for _, by := range e.Record.By {
			addAll(speakers, slices.Collect(maps.Keys(relatives(d, by.Value))))
		}
	}
	if len(speakers) == 0 {
		return
	}
	toks := table.Tokens(f.Says.View.Text)
	for _, m := range d.ActorsIn(f.Says.View.Text) {
		span, ok := saying(table, toks, m.Span)
		if ok && !isOneOf(m, speakers) && !meansAny(m, f.Record.Who) && !isOutlets(f, f.Says.Slice(m.Span)) {
			report(f.Says.Place(span), fmt.Sprintf("the statement says %q, and no evidence is by %q", f.Says.Slice(span), m.IDs[0]),
				"the same speaker in the statement and in by")
			return
		}
	}
}

// otherSpeaker returns a credit of a quote that is of none of the speakers nor
// of those who pass it on, where no credit is of a speaker and no word stands
// for one.
func otherSpeaker(d *dossier.Dossier, e *dossier.Evidence, speakers map[string]bool) (credit, bool) {
	passing := map[string]bool{}
	for _, id := range e.Record.By[1:] {
		for relative := range relatives(d, id.Value) {
			passing[relative] = true
		}
	}
	var other []credit
	for _, c := range creditsOf(d, e) {
		switch {
		case isOneOf(c.actor, speakers), ownWords(d, e, speakers, c.span):
			return credit{}, false
		case c.isOf(e) && !isOneOf(c.actor, passing):
			other = append(other, c)
		}
	}
	if len(other) == 0 || refersToAny(e, withMembers(d, e.Record.By[0].Value)) && !isReferred(e, other[0].actor.Span) {
		return credit{}, false
	}
	return other[0], true
}

// withMembers are an actor and its parts. Words that stand for the whole to
// which a speaker belongs ("us") do not say which of its parts speaks.
func withMembers(d *dossier.Dossier, id string) map[string]bool {
	out := members(d, id)
	out[id] = true
	return out
}

// isReferred reports whether `refers` says whom some words of a quote mean.
func isReferred(e *dossier.Evidence, words text.Span) bool {
	s := e.Source.Text.View.Text[words.Start:words.End]
	return slices.ContainsFunc(e.Record.Refers, func(p form.Pair) bool { return text.FoldString(p.Key.Value) == s })
}

// ownWords reports whether words stand in a quote by which one of some actors
// is declared.
func ownWords(d *dossier.Dossier, e *dossier.Evidence, actors map[string]bool, words text.Span) bool {
	raw := e.Source.Text.View.Raw(words)
	for id := range actors {
		for _, own := range d.Actor(id).Evidence {
			if own.Found() && own.Source == e.Source && own.Span().Overlaps(raw) {
				return true
			}
		}
	}
	return false
}

// refersToAny reports whether a word of the quote stands for one of the
// speakers.
func refersToAny(e *dossier.Evidence, speakers map[string]bool) bool {
	for _, p := range e.Record.Refers {
		if slices.ContainsFunc(p.Values, func(v form.Text) bool { return speakers[v.Value] }) {
			return true
		}
	}
	return false
}

// isNear reports whether a speaker is named in the paragraph of the quote or
// one beside it, in a quote of its own there, or by a word of the quote;
// whether its last word stands there ("the official" for "a health official");
// or whether it is the source itself that speaks.
func isNear(d *dossier.Dossier, e *dossier.Evidence, speakers map[string]bool) bool {
	if refersToAny(e, speakers) || isOrigin(d, e, speakers) {
		return true
	}
	around := paragraphs(e)
	if slices.ContainsFunc(mentionsIn(d, e.Source, e.Source.Text.View.Folded(around)), func(m names.Mention) bool { return isOneOf(m, speakers) }) {
		return true
	}
	words := e.Source.Text.File.Slice(around)
	for id := range speakers {
		if slices.ContainsFunc(d.Actor(id).Spellings(), func(name string) bool { return containsWordsFold(words, lastWord(name)) }) {
			return true
		}
		for _, own := range d.Actor(id).Evidence {
			if own.Found() && own.Source == e.Source && around.Overlaps(own.Span()) {
				return true
			}
		}
	}
	return false
}

// lastWord is the last word of a name.
func lastWord(name string) string { return name[strings.LastIndexByte(name, ' ')+1:] }

// paragraphs returns the bytes of the paragraph of a quote and those beside
// it: a lead says what the next paragraph credits.
func paragraphs(e *dossier.Evidence) text.Span {
	t := e.Source.Text
	i := t.ParagraphAt(e.Span().Start)
	return text.Span{Start: t.Paragraphs[max(0, i-1)].Start, End: t.Paragraphs[min(i+1, len(t.Paragraphs)-1)].End}
}

// isOrigin reports whether one of the speakers reported the passage first, or
// publishes its source.
func isOrigin(d *dossier.Dossier, e *dossier.Evidence, speakers map[string]bool) bool {
	if slices.ContainsFunc(e.Part.Origins, func(id string) bool { return speakers[id] }) {
		return true
	}
	publisher := text.FoldString(e.Source.Record.Publisher.Value)
	return slices.ContainsFunc(d.ActorsIn(publisher), func(m names.Mention) bool { return isOneOf(m, speakers) })
}

// passesOn reports whether an actor that passed something on is the source
// itself, or named anywhere in it.
func passesOn(d *dossier.Dossier, e *dossier.Evidence, id string) bool {
	actors := relatives(d, id)
	return len(actors) == 0 || refersToAny(e, actors) || isOrigin(d, e, actors) ||
		slices.ContainsFunc(d.Mentions(e.Source), func(m names.Mention) bool { return isOneOf(m, actors) })
}
