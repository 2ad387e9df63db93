package check

import (
	"fmt"
	"slices"
	"strings"

	"factsheet/generator/dossier"
	"factsheet/generator/lang"
	"factsheet/generator/quantity"
	"factsheet/generator/text"
	"factsheet/generator/timex"
)

// saidOpposite reports a statement with a word of one side ("rose", "fewer")
// whose quotes have only words of the other. Where something is denied, either
// side may be meant, and the quotes of an answer speak of many things.
func saidOpposite(f *dossier.Fact, s support, report Report) {
	table, ok := lang.For(s.d.Site.Language())
	if !ok || s.unread() || f.Record.Kind == "question" || len(denials(f.Says.View.Text, table)) > 0 {
		return
	}
	said := sidesIn(f.Says.View.Text, f.Says.Times, table)
	if len(said) == 0 {
		return
	}
	var told []side
	for _, e := range s.evidence {
		words := quoted(e)
		if len(denials(words, e.Source.Lang)) > 0 {
			return
		}
		told = append(told, sidesIn(words, timex.Read(words, e.Source.Lang), e.Source.Lang)...)
	}
	marked := quotations(f.Says.View.Text)
	for _, own := range said {
		other := slices.IndexFunc(told, func(t side) bool { return t.pair == own.pair && t.value != own.value })
		if other < 0 || has(told, own) || has(said, told[other]) || quotedIn(marked, own.span) || s.inFields(own.words) {
			continue
		}
		report(f.Says.Place(own.span), fmt.Sprintf("the statement says %q, and the quotes say the opposite: %q", own.words, told[other].words),
			"say it as the quotes do, or cite the words that say so")
		return
	}
}

// A side is a word of one of two sides.
type side struct {
	pair  string
	value float64
	words string // in lower case
	span  text.Span
}

func has(list []side, s side) bool {
	return slices.ContainsFunc(list, func(o side) bool { return o.pair == s.pair && o.value == s.value })
}

// sidesIn returns the words of a folded text that take a side. Those of a
// hedge, a date or a name do not, and "up" and "down" only before a number.
func sidesIn(s string, times []timex.Expression, t *lang.Table) (out []side) {
	toks := t.Tokens(s)
	for i := 0; i < len(toks); i++ {
		if n := harmless(toks, i, t); n > 0 {
			i += n - 1
			continue
		}
		e := t.Match(toks, i, lang.Opposite)
		if e == nil || toks[i].Capital && i > 0 || toks[i].Is(lang.Preposition) && !beforeNumber(s, toks, i+1, t) {
			continue
		}
		span := text.Span{Start: toks[i].Start, End: toks[i+e.Len()-1].End}
		if slices.ContainsFunc(times, func(x timex.Expression) bool { return x.Span.Contains(span) }) {
			continue
		}
		out = append(out, side{e.Arg, e.Low, strings.ToLower(s[span.Start:span.End]), span})
	}
	return out
}

// beforeNumber reports whether a number stands at token i, by itself or after
// a word like "from".
func beforeNumber(s string, toks []lang.Token, i int, t *lang.Table) bool {
	if i < len(toks) && t.Match(toks, i, lang.Change) != nil {
		i++
	}
	_, _, ok := quantity.At(s, toks, i, t)
	return ok
}
