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
// exchanged: its statement begins with somebody of `whom` and has no passive
// before it comes to somebody of `who`, or it has somebody of `whom` after
// "by".
func turned(d *dossier.Dossier, f *dossier.Fact, report Report) {
	table, ok := lang.For(d.Site.Language())
	if !ok || f.Says == nil || f.Record.Kind == "question" || len(f.Record.Who) == 0 || len(f.Record.Whom) == 0 {
		return
	}
	who, whom := actorsTold(d, f, table)
	if len(who) == 0 || len(whom) == 0 {
		return
	}
	s := f.Says.View.Text
	passive := slices.ContainsFunc(whom, func(m text.Span) bool { return afterAgent(s, m.Start, table) }) &&
		!slices.ContainsFunc(who, func(m text.Span) bool { return afterAgent(s, m.Start, table) })
	between := text.Span{Start: min(whom[0].End, who[0].Start), End: who[0].Start}
	active := whom[0].Start < who[0].Start && !anyToken(s[between.Start:between.End], table, lang.Agent, lang.From)
	if !passive && !active {
		return
	}
	acts := whom[0]
	report(f.Place(f.Record.Who[0]), fmt.Sprintf("who has %q, and by the statement it is %q that acts", f.Record.Who[0].Value, f.Says.Slice(acts)), "exchange who and whom",
		diag.Related{Label: "there", Place: f.Says.Place(acts), Message: q(f.Says.Slice(acts))})
}

// actorsTold returns where a statement names those of `who` alone and those of
// `whom` alone. Somebody who only says so does not act.
func actorsTold(d *dossier.Dossier, f *dossier.Fact, t *lang.Table) (who, whom []text.Span) {
	toks := t.Tokens(f.Says.View.Text)
	for _, m := range d.ActorsIn(f.Says.View.Text) {
		if isCreditor(t, toks, m.Span) {
			continue
		}
		switch isWho, isWhom := meansAny(m, f.Record.Who), meansAny(m, f.Record.Whom); {
		case isWho && !isWhom:
			who = append(who, m.Span)
		case isWhom && !isWho:
			whom = append(whom, m.Span)
		}
	}
	return who, whom
}

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
	toks := t.Tokens(s[:offset])
	for i := len(toks) - 1; i >= max(0, len(toks)-5); i-- {
		switch {
		case toks[i].Is(lang.Agent):
			return true
		case toks[i].Is(lang.Preposition), toks[i].Is(lang.And):
			return false
		}
	}
	return false
}

func anyToken(s string, t *lang.Table, classes ...lang.Class) bool {
	return slices.ContainsFunc(t.Tokens(s), func(tok lang.Token) bool {
		return slices.ContainsFunc(classes, tok.Is)
	})
}
