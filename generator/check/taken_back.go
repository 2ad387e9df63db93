package check

import (
	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/lang"
	"factsheet/generator/text"
)

// takenBack reports a fact that rests on nothing but what its texts take back:
// "an earlier version of this article said ten". A statement that says so, a
// status and a newer fact tell the reader.
func takenBack(f *dossier.Fact, s support, report Report) {
	table, ok := lang.For(s.d.Site.Language())
	if !ok || f.Record.Kind == "question" || deniedStatus(f) || status(f) == "alleged" || len(supersededBy(s.d, f.ID)) > 0 {
		return
	}
	if _, ok := correctedIn(f.Says.View.Text, table); ok {
		return
	}
	list, ok := supporting(f)
	var related []diag.Related
	for _, e := range list {
		span, found := takenBackIn(f, e)
		if !found {
			return
		}
		related = append(related, diag.Related{Label: "read", Place: inSeed(e.Source, span), Message: q(e.Source.Text.View.Text[span.Start:span.End])})
	}
	if ok && len(related) > 0 {
		report(f.Place(f.Record.Statement), "the text takes this back", `status = "denied", or say in the statement what said so`, related...)
	}
}

// takenBackIn finds words like "an earlier version" in the sentence of what
// carries a fact, before it.
func takenBackIn(f *dossier.Fact, e *dossier.Evidence) (text.Span, bool) {
	at := e.Folded()[0].End
	if carry := carrying(f, e); f.Record.Kind != "claim" && len(carry) > 0 {
		at = carry[0].Start
	}
	start := sentenceAt(e.Source, max(0, at-1)).Start
	span, ok := correctedIn(e.Source.Text.View.Text[start:max(start, at)], e.Source.Lang)
	return shifted(span, start), ok
}

func correctedIn(s string, t *lang.Table) (text.Span, bool) {
	toks := t.Tokens(s)
	for i := range toks {
		if e := t.Match(toks, i, lang.Corrected); e != nil {
			return text.Span{Start: toks[i].Start, End: toks[i+e.Len()-1].End}, true
		}
	}
	return text.Span{}, false
}
