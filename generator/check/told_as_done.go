package check

import (
	"fmt"
	"slices"
	"strings"

	"factsheet/generator/dossier"
	"factsheet/generator/lang"
	"factsheet/generator/text"
)

// toldAsDone reports a statement that says of a plan, an aim or an agreement
// that it has happened: no word of it says that it has not, and a verb of what
// is past stands in none of its quotes. What is only possible may be told of
// as an estimate that somebody made.
func toldAsDone(f *dossier.Fact, s support, report Report) {
	table, ok := lang.For(s.d.Site.Language())
	if !ok || f.Record.Kind == "question" || fits[status(f)] == nil {
		return
	}
	words := f.Says.View.Text
	toks := table.Tokens(words)
	if otherStatus(f, s, toks, table, report) || status(f) == "possible" || slices.ContainsFunc(toks, func(tok lang.Token) bool { return tok.Is(lang.Modal) }) || len(denials(words, table)) > 0 {
		return
	}
	skip := quotations(words)
	for _, m := range s.d.ActorsIn(words) {
		skip = append(skip, m.Span)
	}
	for _, tok := range toks {
		at := text.Span{Start: tok.Start, End: tok.End}
		if !isPastVerb(table, words, tok) || overlapsAny(skip, at) || s.hasWords(strings.ToLower(words[tok.Start:tok.End])) {
			continue
		}
		report(f.Says.Place(at), fmt.Sprintf("the status is %q, and the statement says it as if it had happened: %q", status(f), words[tok.Start:tok.End]),
			"say that it is yet to come, or whose plan, aim or hope it is")
		return
	}
}

// otherStatus reports whether a statement has words that say how far something
// has come. Where none of them says the status of the fact, it reports the first
// that says a firmer one and stands in no quote.
func otherStatus(f *dossier.Fact, s support, toks []lang.Token, t *lang.Table, report Report) (has bool) {
	var other text.Span
	for i := range toks {
		e := t.Match(toks, i, lang.Status)
		if e == nil {
			continue
		}
		if e.Arg == "than" { // what is compared with
			break
		}
		has = true
		at := text.Span{Start: toks[i].Start, End: toks[i+e.Len()-1].End}
		switch {
		case slices.Contains(fits[status(f)], e.Arg), !slices.Contains(interplay, e.Arg):
			return true
		case other == text.Span{} && firmness[e.Arg] > firmness[status(f)] && !s.hasWords(f.Says.Slice(at)):
			other = at
		}
	}
	if other != (text.Span{}) {
		report(f.Says.Place(other), fmt.Sprintf("the status is %q, and the statement says %q, as no quote does", status(f), f.Says.Slice(other)),
			"say it with the words of a quote")
	}
	return has
}

// firmness orders the statuses by how much they say of what is yet to come.
var firmness = map[string]int{"possible": 1, "aimed": 2, "expected": 3, "planned": 4, "announced": 5, "agreed": 6}

// isPastVerb reports whether a word is a verb of what has happened. Those of
// saying tell who says it.
func isPastVerb(t *lang.Table, s string, tok lang.Token) bool {
	return !tok.Capital && !tok.Is(lang.Say) && (tok.Is(lang.Past) || (tok.Word == nil || tok.Is(lang.Opposite)) && t.Participle(s, tok))
}
