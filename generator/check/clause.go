package check

import (
	"slices"
	"strings"

	"factsheet/generator/dossier"
	"factsheet/generator/lang"
	"factsheet/generator/quantity"
	"factsheet/generator/text"
	"factsheet/generator/timex"
)

// clauses cuts a span of a source's folded text into its clauses: at commas
// and other marks, at words like "and" and "who", and after a verb of saying.
// A cut too many costs a rule some words; one too few would give a verb to
// another's day.
func clauses(s *dossier.Source, span text.Span) (list []text.Span) {
	words := s.Text.View.Text
	toks := s.Lang.Tokens(words[span.Start:span.End])
	start := 0
	cut := func(end, next int) {
		if start < end {
			list = append(list, text.Span{Start: span.Start + toks[start].Start, End: span.Start + toks[end-1].End})
		}
		start = next
	}
	for i, tok := range toks {
		names := i > 0 && i+1 < len(toks) && toks[i-1].Capital && toks[i+1].Capital // "Eastgate and Millrow"
		switch {
		case tok.Kind == lang.Sign && strings.Contains(",;:.!?()\"—–", words[span.Start+tok.Start:span.Start+tok.End]), tok.Is(lang.And) && !names:
			cut(i, i+1)
		case tok.Is(lang.Pronoun) && !tok.Is(lang.Number):
			cut(i, i)
		case tok.Is(lang.Say):
			cut(i+1, i+1)
		}
	}
	cut(len(toks), len(toks))
	return list
}

// ownClause returns the clause of a quote in which the words stand that carry
// its value or date, and the first one where none do.
func ownClause(e *dossier.Evidence, carry []text.Span) text.Span {
	all, i := quoteClauses(e, carry)
	if len(all) == 0 {
		return text.Span{}
	}
	return all[i]
}

// governing returns the own clause of a quote together with those on which it
// hangs: of "aims to start in May and to end in June" the second has its verb
// from the first, and "From 1 July both towns" has it from what follows.
func governing(e *dossier.Evidence, carry []text.Span) text.Span {
	all, i := quoteClauses(e, carry)
	if len(all) == 0 {
		return text.Span{}
	}
	span := all[i]
	for k := i; k > 0 && hangs(e.Source, all[k]); k-- {
		span.Start = all[k-1].Start
	}
	begins, says := beginsWithTo(e.Source, span), hasVerb(e.Source, span)
	for k := i + 1; k < len(all) && (begins || !says); k++ {
		says = says || hasVerb(e.Source, text.Span{Start: span.End, End: all[k].End})
		span.End = all[k].End
	}
	return span
}

// quoteClauses returns the clauses of a quote and which of them is its own.
func quoteClauses(e *dossier.Evidence, carry []text.Span) (all []text.Span, own int) {
	for _, span := range e.Folded() {
		all = append(all, clauses(e.Source, span)...)
	}
	return all, max(0, slices.IndexFunc(all, func(c text.Span) bool { return overlapsAny(carry, c) }))
}

// hangs reports whether a clause begins with "to", or has no verb of its own
// that the tables know.
func hangs(s *dossier.Source, clause text.Span) bool {
	return beginsWithTo(s, clause) || !hasVerb(s, clause)
}

func beginsWithTo(s *dossier.Source, clause text.Span) bool {
	toks := s.Lang.Tokens(s.Text.View.Text[clause.Start:clause.End])
	return len(toks) > 0 && toks[0].Is(lang.To)
}

func hasVerb(s *dossier.Source, span text.Span) bool {
	words := s.Text.View.Text[span.Start:span.End]
	return slices.ContainsFunc(s.Lang.Tokens(words), func(tok lang.Token) bool {
		return tok.Is(lang.Verb) || tok.Is(lang.Say) || tok.Is(lang.Modal) || tok.Is(lang.Status) || s.Lang.Participle(words, tok)
	})
}

// statusWords returns the words of a span that say how far an event has come,
// by the status that they say. Words that are only compared with ("than
// planned"), words of a date ("may", "March") and what is counted ("31 goals")
// are none.
func statusWords(s *dossier.Source, span text.Span) map[string]string {
	words := s.Text.View.Text[span.Start:span.End]
	toks := s.Lang.Tokens(words)
	out := map[string]string{}
	for i := range toks {
		e := s.Lang.Match(toks, i, lang.Status)
		if e == nil {
			continue
		}
		if e.Arg == "than" {
			break
		}
		at := text.Span{Start: toks[i].Start, End: toks[i+e.Len()-1].End}
		if whole := shifted(at, span.Start); isDate(s, whole) || isCountedNoun(s, whole) {
			continue
		}
		if _, ok := out[e.Arg]; !ok {
			out[e.Arg] = words[at.Start:at.End]
		}
	}
	return out
}

// isCountedNoun reports whether words are what a number of their sentence
// counts.
func isCountedNoun(s *dossier.Source, span text.Span) bool {
	return slices.ContainsFunc(text.Overlapping(s.Readings.Quantities, sentenceAt(s, span.Start), numberSpan), func(q quantity.Quantity) bool {
		return q.Unit.Head.Contains(span)
	})
}

func isDate(s *dossier.Source, span text.Span) bool {
	return slices.ContainsFunc(text.Overlapping(s.Readings.Times, span, timeSpan), func(x timex.Expression) bool {
		return x.Kind != timex.Deictic && x.Span.Contains(span)
	})
}
