package check

import (
	"fmt"
	"slices"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/form"
	"factsheet/generator/lang"
	"factsheet/generator/names"
	"factsheet/generator/text"
)

// turned reports a fact in which whoever acts and whoever is acted upon are
// exchanged, by its statement or, where that does not tell, by its quotes.
func turned(d *dossier.Dossier, f *dossier.Fact, report Report) {
	table, ok := lang.For(d.Site.Language())
	if !ok || f.Says == nil || f.Record.Kind == "question" || len(f.Record.Who) == 0 || len(f.Record.Whom) == 0 {
		return
	}
	whole := text.Span{End: len(f.Says.View.Text)}
	told := telling{f.Says.View.Text, whole, table, d.ActorsIn(f.Says.View.Text)}
	switch acts, verdict := told.turned(f); verdict {
	case exchanged:
		report(f.Place(f.Record.Who[0]), fmt.Sprintf("who has %q, and by the statement it is %q that acts", f.Record.Who[0].Value, f.Says.Slice(acts)), "exchange who and whom",
			diag.Related{Label: "there", Place: f.Says.Place(acts), Message: q(f.Says.Slice(acts))})
	case untold:
		turnedByQuotes(d, f, report)
	}
}

// turnedByQuotes reports a fact if a quote of it has somebody of
// `whom` act upon somebody of `who`, and none has it the other way round.
func turnedByQuotes(d *dossier.Dossier, f *dossier.Fact, report Report) {
	list, ok := supporting(f)
	if !ok {
		return
	}
	var found *dossier.Evidence
	var acts text.Span
	for _, e := range list {
		if e.Source.Lang == nil {
			return
		}
		for _, span := range sentencesOf(e) {
			told := telling{e.Source.Text.View.Text, span, e.Source.Lang, namesOf(d, e, span)}
			switch span, verdict := told.turned(f); {
			case verdict == straight:
				return
			case verdict == exchanged && found == nil:
				found, acts = e, span
			}
		}
	}
	if found != nil {
		words := found.Source.Text.View.Text[acts.Start:acts.End]
		report(f.Place(f.Record.Who[0]), fmt.Sprintf("who has %q, and by the quote it is %q that acts", f.Record.Who[0].Value, words), "exchange who and whom",
			diag.Related{Label: "there", Place: inSeed(found.Source, acts), Message: q(words)})
	}
}

// sentencesOf are the sentences of a quote, as far as it has them.
func sentencesOf(e *dossier.Evidence) (list []text.Span) {
	for _, piece := range e.Folded() {
		for _, sentence := range text.Overlapping(e.Source.Readings.Sentences, piece, text.Itself) {
			list = append(list, text.Span{Start: max(piece.Start, sentence.Start), End: min(piece.End, sentence.End)})
		}
	}
	return list
}

// A telling is a stretch of a text that may say who acts upon whom, and the
// names in it.
type telling struct {
	text  string
	span  text.Span
	lang  *lang.Table
	names []names.Mention
}

// What a telling says of the who and whom of a fact.
type verdict uint8

const (
	untold    verdict = iota // it does not name both, or not in an order that says it
	straight                 // who acts
	exchanged                // whom acts
)

// turned compares a telling with a fact: whom acts if it comes first, without a
// passive before it comes to who, or if who does not and whom stands after
// "by". It returns the words for whoever acts.
func (t telling) turned(f *dossier.Fact) (acts text.Span, v verdict) {
	who, whom := t.actors(f)
	switch {
	case len(who) > 0 && len(whom) == 0 && t.begins(who[0]):
		return who[0], straight
	case len(who) == 0 || len(whom) == 0:
		return acts, untold
	}
	byWho, byWhom := t.anyAgent(who), t.anyAgent(whom)
	switch {
	case byWho != byWhom && byWho:
		return who[0], straight
	case byWho != byWhom:
		return whom[0], exchanged
	case t.acts(who[0], whom[0]):
		return who[0], straight
	case t.acts(whom[0], who[0]):
		return whom[0], exchanged
	}
	return acts, untold
}

// begins reports whether a telling begins with a name.
func (t telling) begins(name text.Span) bool {
	_, ok := t.before(name)
	return !ok
}

// acts reports whether of two names the first is the subject: it comes first,
// without words like "by" between that turn the verb round, or the other one
// is to whom something goes.
func (t telling) acts(first, second text.Span) bool {
	if t.afterPreposition(first) {
		return false
	}
	if second.Start < first.Start {
		to, ok := t.before(second)
		return ok && to.Is(lang.To) && to.Is(lang.Preposition)
	}
	return !anyToken(t.text[first.End:max(first.End, second.Start)], t.lang, lang.Agent, lang.From)
}

// afterPreposition reports whether a name hangs on a preposition, by itself or
// as one of several: "of both Eastgate and Millrow". In "after the mayor came"
// and "with the mayor demanding more" it does not.
func (t telling) afterPreposition(name text.Span) bool {
	if next := t.lang.Tokens(t.text[name.End:t.span.End]); len(next) > 0 && t.lang.Gerund(t.text[name.End:t.span.End], next[0]) {
		return false
	}
	tok, ok := t.before(name)
	isConjunction := tok.Is(lang.Later) || tok.Is(lang.Since) || tok.Is(lang.Deadline) && !tok.Is(lang.Agent)
	return ok && !isConjunction && (tok.Is(lang.Preposition) || tok.Is(lang.Pronoun) && !isThat(tok))
}

// before returns the token before a name with its titles and articles, and
// before those that "and" joins to it.
func (t telling) before(name text.Span) (tok lang.Token, ok bool) {
	toks := t.lang.Tokens(t.text[t.span.Start:name.Start])
	i := len(toks) - 1
	for i >= 0 && (belongsToName(toks[i]) || toks[i].Is(lang.And) || toks[i].Capital && i+1 < len(toks) && toks[i+1].Is(lang.And)) {
		i--
	}
	if i < 0 {
		return tok, false
	}
	return toks[i], true
}

func (t telling) anyAgent(list []text.Span) bool {
	return slices.ContainsFunc(list, func(m text.Span) bool { return afterAgent(t.text[t.span.Start:], m.Start-t.span.Start, t.lang) })
}

// actors returns where a telling names those of `who` alone and those of
// `whom` alone. Somebody who only says so does not act.
func (t telling) actors(f *dossier.Fact) (who, whom []text.Span) {
	toks := t.lang.Tokens(t.text[t.span.Start:t.span.End])
	for i := range toks {
		toks[i].Start, toks[i].End = toks[i].Start+t.span.Start, toks[i].End+t.span.Start
	}
	for _, m := range t.names {
		if !t.span.Contains(m.Span) || isCreditor(t.lang, toks, m.Span) {
			continue
		}
		switch isWho, isWhom := meansAny(m, f.Record.Who), meansAny(m, f.Record.Whom); {
		case isWho && !isWhom:
			who = append(who, m.Span)
		case isWhom && !isWho:
			whom = append(whom, m.Span)
		}
	}
	slices.SortFunc(who, byStart)
	slices.SortFunc(whom, byStart)
	return who, whom
}

func byStart(a, b text.Span) int { return a.Start - b.Start }

// isCreditor reports whether a name is, or ends, the subject of a verb of
// saying: "the office of the mayor said".
func isCreditor(t *lang.Table, toks []lang.Token, name text.Span) bool {
	after := slices.IndexFunc(toks, func(tok lang.Token) bool { return tok.Start >= name.End })
	_, before := saying(t, toks, name)
	return before || after >= 0 && toks[after].Is(lang.Say)
}

func meansAny(m names.Mention, ids []form.Text) bool {
	return slices.ContainsFunc(ids, func(id form.Text) bool { return slices.Contains(m.IDs, id.Value) })
}

// afterAgent reports whether of the words shortly before an offset the last
// preposition is one like "by".
func afterAgent(s string, offset int, t *lang.Table) bool {
	toks := t.LastTokens(s[:offset], 7)
	for i := len(toks) - 1; i >= max(0, len(toks)-5); i-- {
		switch {
		case endsAgent(toks, i, t):
			return true
		case toks[i].Is(lang.Preposition), toks[i].Is(lang.And):
			return false
		}
	}
	return false
}

// endsAgent reports whether words like "by" or "attacks from" end at a token.
func endsAgent(toks []lang.Token, i int, t *lang.Table) bool {
	for from := max(0, i-2); from <= i; from++ {
		if e := t.Match(toks, from, lang.Agent); e != nil && from+e.Len() == i+1 {
			return true
		}
	}
	return false
}

func anyToken(s string, t *lang.Table, classes ...lang.Class) bool {
	return slices.ContainsFunc(t.Tokens(s), func(tok lang.Token) bool {
		return slices.ContainsFunc(classes, tok.Is)
	})
}
