package check

import (
	"maps"
	"slices"
	"sort"

	"factsheet/generator/dossier"
	"factsheet/generator/lang"
	"factsheet/generator/names"
	"factsheet/generator/text"
)

// A credit is a place where a text says that an actor said something: "the
// mayor said", "said Ada Brook", "according to the river office".
type credit struct {
	actor names.Mention
	span  text.Span // name and verb, in the folded text
}

// credits returns the credits of a sentence. Nothing is one without a table.
func credits(d *dossier.Dossier, s *dossier.Source, sentence text.Span) []credit {
	return creditsBy(mentionsIn(d, s, sentence), s, sentence)
}

// creditsOf returns the credits in the sentences of a quote. A word that
// `refers` explains counts as the name that it stands for.
func creditsOf(d *dossier.Dossier, e *dossier.Evidence) []credit {
	var out []credit
	for _, sentence := range e.Sentences() {
		out = append(out, creditsBy(namesOf(d, e, sentence), e.Source, sentence)...)
	}
	return out
}

// creditsBy returns those of some names in a sentence that stand beside a verb
// of saying.
func creditsBy(named []names.Mention, s *dossier.Source, sentence text.Span) []credit {
	if s.Lang == nil || len(named) == 0 {
		return nil
	}
	var out []credit
	toks := tokensOf(s, sentence)
	for _, m := range named {
		if span, ok := saying(s.Lang, toks, m.Span); ok {
			out = append(out, credit{m, span})
		}
	}
	return out
}

// tokensOf returns the tokens of a span of a source's folded text, at their
// places in it.
func tokensOf(s *dossier.Source, span text.Span) []lang.Token {
	toks := s.Lang.Tokens(s.Text.View.Text[span.Start:span.End])
	for i := range toks {
		toks[i].Start += span.Start
		toks[i].End += span.Start
	}
	return toks
}

// namesOf returns the names of actors in a sentence of a quote, and the words
// of the quote that stand for actors by `refers`, instead of the names there.
func namesOf(d *dossier.Dossier, e *dossier.Evidence, sentence text.Span) []names.Mention {
	var out []names.Mention
	for _, p := range e.Record.Refers {
		var ids []string
		for _, v := range p.Values {
			if d.Actor(v.Value) != nil {
				ids = append(ids, v.Value)
			}
		}
		if len(ids) == 0 {
			continue
		}
		for _, span := range occurrences(e.Source.Text.View.Text, e.Folded(), text.FoldString(p.Key.Value)) {
			if sentence.Contains(span) {
				out = append(out, names.Mention{Span: span, IDs: ids})
			}
		}
	}
	explained := len(out)
	for _, m := range mentionsIn(d, e.Source, sentence) {
		if !slices.ContainsFunc(out[:explained], func(o names.Mention) bool { return o.Span.Overlaps(m.Span) }) {
			out = append(out, m)
		}
	}
	return out
}

// saying finds the verb of saying beside a name, and returns both: "the mayor
// said", "the mayor, who came late, has said", "said Mayor Ada Brook",
// "according to the operator, Hale Lines". A name that a preposition hangs on
// another word ("the wreck of the Hale said") says nothing.
func saying(t *lang.Table, toks []lang.Token, name text.Span) (span text.Span, ok bool) {
	after := sort.Search(len(toks), func(i int) bool { return toks[i].Start >= name.End })
	before := sort.Search(len(toks), func(i int) bool { return toks[i].Start >= name.Start }) - 1
	if !ofAnother(toks, before) {
		if end, ok := verbAfter(t, toks, pastApposition(toks, after)); ok {
			return text.Span{Start: name.Start, End: end}, true
		}
		if end, ok := verbAfter(t, toks, after+1); ok && isCommaAt(toks, before) && isCommaAt(toks, after) {
			return text.Span{Start: name.Start, End: end}, true
		}
	}
	if start, ok := verbBefore(t, toks, before); ok && !beginsClause(toks, after, start) {
		return text.Span{Start: start, End: name.End}, true
	}
	return text.Span{}, false
}

// beginsClause reports whether the name before token i is the subject of a
// verb of its own in what somebody else says: the leader "said the mayor had
// promised it". Where the sentence begins with the verb of saying, or after a
// mark, nobody else is there to say it.
func beginsClause(toks []lang.Token, i, start int) bool {
	if i >= len(toks) || !toks[i].Is(lang.Verb) && !toks[i].Is(lang.Modal) {
		return false
	}
	said := sort.Search(len(toks), func(k int) bool { return toks[k].Start >= start })
	return said > 0 && (toks[said-1].Kind != lang.Sign || toks[said-1].Word == nil)
}

// Most tokens of what stands between commas beside a name.
const longestApposition = 16

// pastApposition returns the token after what stands between commas from token
// i on, or i where nothing does.
func pastApposition(toks []lang.Token, i int) int {
	if i >= len(toks) || !isComma(toks[i]) {
		return i
	}
	for j := i + 1; j < len(toks) && j <= i+longestApposition; j++ {
		if isComma(toks[j]) {
			return j + 1
		}
	}
	return i
}

func isCommaAt(toks []lang.Token, i int) bool { return i >= 0 && i < len(toks) && isComma(toks[i]) }

func isComma(tok lang.Token) bool { return tok.Kind == lang.Sign && tok.Word == nil && tok.Len() == 1 }

// verbAfter finds a verb of saying at token i, with at most two words like
// "has also" before it, and returns its end.
func verbAfter(t *lang.Table, toks []lang.Token, i int) (end int, ok bool) {
	for j := i; j < len(toks) && j <= i+2; j++ {
		if e := t.Match(toks, j, lang.Say); e != nil {
			return toks[j].End, e.Arg == "" || e.Arg == "hearer"
		}
		if !toks[j].Is(lang.Stop) && !toks[j].Is(lang.Modal) || toks[j].Is(lang.And) || toks[j].Is(lang.Preposition) || toks[j].Is(lang.Negation) {
			return 0, false
		}
	}
	return 0, false
}

// verbBefore finds a verb of saying that ends at token i, with at most an
// article and titles after it, and returns its start.
func verbBefore(t *lang.Table, toks []lang.Token, i int) (start int, ok bool) {
	for j := i; j >= 0 && j > i-4; j-- {
		if from, e := endingAt(t, toks, j); e != nil {
			return toks[from].Start, e.Arg == "" || e.Arg == "before"
		}
		if isComma(toks[j]) {
			return accordingTo(t, toks, j)
		}
		if !belongsToName(toks[j]) {
			return 0, false
		}
	}
	return 0, false
}

// accordingTo finds words like "according to" shortly before token i, the
// comma between an office and the name of who has it.
func accordingTo(t *lang.Table, toks []lang.Token, i int) (start int, ok bool) {
	for j := i - 1; j >= 0 && j >= i-longestApposition/2 && !isComma(toks[j]); j-- {
		if e := t.Match(toks, j, lang.Say); e != nil && e.Arg == "before" {
			return toks[j].Start, true
		}
	}
	return 0, false
}

// belongsToName reports whether a word may stand before a name as part of it:
// an article, a title, a demonym, "the" or "his".
func belongsToName(tok lang.Token) bool {
	return tok.Is(lang.Article) || tok.Is(lang.Title) || tok.Is(lang.Demonym) ||
		tok.Is(lang.Stop) && tok.Is(lang.Filler) && !tok.Is(lang.Preposition)
}

// ofAnother reports whether the words that end at token i lead from a
// preposition, or from the pronoun of a clause that only describes ("what the
// mayor calls a bridge").
func ofAnother(toks []lang.Token, i int) bool {
	for i >= 0 && belongsToName(toks[i]) {
		i--
	}
	return i >= 0 && (toks[i].Is(lang.Preposition) || toks[i].Is(lang.Pronoun) && !isThat(toks[i]))
}

// isThat reports whether a pronoun also begins what somebody says: "said that
// the mayor had said".
func isThat(tok lang.Token) bool { return tok.Is(lang.Filler) || tok.Is(lang.Direction) }

// endingAt returns the words of saying that end at token i, and the token
// with which they begin.
func endingAt(t *lang.Table, toks []lang.Token, i int) (from int, e *lang.Entry) {
	for from = max(0, i-3); from <= i; from++ {
		if e = t.Match(toks, from, lang.Say); e != nil && from+e.Len() == i+1 {
			return from, e
		}
	}
	return i, nil
}

// relatives are an actor, those whose part it is or probably is, and those
// that are part of it or probably it: a text that names one of them may mean
// the other.
func relatives(d *dossier.Dossier, id string) map[string]bool {
	out := map[string]bool{}
	var climb func(id string)
	climb = func(id string) {
		a := d.Actor(id)
		if a == nil || out[id] {
			return
		}
		out[id] = true
		climb(a.Record.PartOf.Value)
		climb(a.Record.Likely.Value)
	}
	if climb(id); len(out) > 0 {
		maps.Copy(out, members(d, id))
	}
	return out
}

// members are the actors that are part of one or probably it.
func members(d *dossier.Dossier, id string) map[string]bool {
	out := map[string]bool{}
	for _, x := range d.Referring(id) {
		if a, ok := x.(*dossier.Actor); ok && (a.Record.PartOf.Value == id || a.Record.Likely.Value == id) {
			out[a.ID] = true
		}
	}
	return out
}

// isOneOf reports whether a mention may be of one of some actors.
func isOneOf(m names.Mention, actors map[string]bool) bool {
	return slices.ContainsFunc(m.IDs, func(id string) bool { return actors[id] })
}
