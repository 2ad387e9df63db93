package check

import (
	"fmt"
	"slices"

	"factsheet/generator/annotation"
	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/form"
	"factsheet/generator/lang"
	"factsheet/generator/names"
	"factsheet/generator/text"
)

var placeDiffers = Rule{
	Code: "place-differs", Group: Values, Severity: diag.Warning,
	Title: "the quotes of a figure name another place",
	Why: "A number for two places given to one, or to a third, is a false number. The places in `where` are those that the quotes name; " +
		"what a quote says with \"there\" or \"the country\", `refers` explains.",
	Example: `where    = ["lower-town"]
evidence = [{ source = "valley-post", quote = "1,200 residents of the lower and the upper town" }]`,
	Linked: func(d *dossier.Dossier, item dossier.Item, report Report) {
		if f, ok := item.(*dossier.Fact); ok && f.Record.Kind == "quantity" && len(f.Record.Where) > 0 {
			elsewherePlaces(d, f, report)
		}
	},
}

func elsewherePlaces(d *dossier.Dossier, f *dossier.Fact, report Report) {
	named := namedByQuotes(d, f)
	for _, w := range f.Record.Where {
		if isNamed(d, w.Value, named) {
			continue
		}
		kind := kindOfActor(d, w.Value)
		where := func(e *dossier.Evidence, m names.Mention, a *dossier.Actor) bool {
			return (isPlace(a) || a.Record.Kind.Value == kind) && afterPreposition(e.Source, m.Span.Start)
		}
		if e, m, id := unclaimed(d, f, where); e != nil {
			report(f.Place(w), fmt.Sprintf("where has %q, which no quote names; they name %q", w.Value, id), "",
				diag.Related{Label: "there", Place: inSeed(e.Source, m.Span), Message: q(spelled(e, m))})
			return
		}
		if m, ok := unclaimedInStatement(d, f, isPlace); ok {
			report(f.Place(w), fmt.Sprintf("where has %q, which no quote names; the statement names %q", w.Value, m.IDs[0]), "",
				diag.Related{Label: "there", Place: f.Says.Place(m.Span), Message: q(f.Says.Slice(m.Span))})
			return
		}
		if why := foreign(d, f, w.Value, func(c *annotation.Common) []form.Text { return c.Where }); why != "" {
			report(f.Place(w), fmt.Sprintf("where has %q, and %s", w.Value, why), "")
			return
		}
	}
	halfOfPair(d, f, report)
}

// halfOfPair reports a figure for two places that is given to one of them.
func halfOfPair(d *dossier.Dossier, f *dossier.Fact, report Report) {
	own := form.Values(f.Record.Where)
	isOwn := func(m names.Mention) bool {
		return slices.ContainsFunc(m.IDs, func(id string) bool {
			return slices.ContainsFunc(own, func(o string) bool { return kin(d, o, id) })
		})
	}
	list, _ := supporting(f)
	for _, e := range list {
		if len(tells(e)) != 1 {
			continue
		}
		for _, p := range pairs(d, e) {
			if isOwn(p[0]) == isOwn(p[1]) {
				continue
			}
			both := text.Span{Start: p[0].Span.Start, End: p[1].Span.End}
			report(f.Place(f.Record.Where[0]), fmt.Sprintf("the quote gives the figure for %q, and where has only one of the two", e.Source.Text.View.Text[both.Start:both.End]), "",
				diag.Related{Label: "there", Place: inSeed(e.Source, both)})
			return
		}
	}
}

// pairs are the places in the words of a quote that "and" joins: "in Eastgate
// and Millrow".
func pairs(d *dossier.Dossier, e *dossier.Evidence) (out [][2]names.Mention) {
	s := e.Source.Text.View.Text
	for _, span := range e.Reads() {
		found := mentionsIn(d, e.Source, span)
		for i := 1; i < len(found); i++ {
			a, b := found[i-1], found[i]
			between := e.Source.Lang.Tokens(s[a.Span.End:max(a.Span.End, b.Span.Start)])
			if len(between) == 1 && between[0].Is(lang.And) && anyPlace(d, a) && anyPlace(d, b) && afterPreposition(e.Source, a.Span.Start) {
				out = append(out, [2]names.Mention{a, b})
			}
		}
	}
	return out
}

func anyPlace(d *dossier.Dossier, m names.Mention) bool {
	return slices.ContainsFunc(m.IDs, func(id string) bool { return isPlace(d.Actor(id)) })
}

func kindOfActor(d *dossier.Dossier, id string) string {
	if a := d.Actor(id); a != nil {
		return a.Record.Kind.Value
	}
	return ""
}

func isPlace(a *dossier.Actor) bool {
	return a != nil && (a.Record.Kind.Value == "place" || a.Record.Kind.Value == "state")
}

// isPlaceAt reports whether a mention says where something is: a place or
// state after a preposition.
func isPlaceAt(e *dossier.Evidence, m names.Mention, a *dossier.Actor) bool {
	return isPlace(a) && afterPreposition(e.Source, m.Span.Start)
}

// afterPreposition reports whether a preposition stands before an offset, with
// or without a word like "the" or "both" between.
func afterPreposition(s *dossier.Source, offset int) bool {
	start := sentenceAt(s, offset).Start
	toks := s.Lang.LastTokens(s.Text.View.Text[start:max(start, offset)], 2)
	for k := len(toks) - 1; k >= max(0, len(toks)-2); k-- {
		if toks[k].Is(lang.Preposition) {
			return true
		}
		if !toks[k].Is(lang.Article) && !toks[k].Is(lang.Filler) && !toks[k].Is(lang.Pronoun) {
			return false
		}
	}
	return false
}

func spelled(e *dossier.Evidence, m names.Mention) string {
	return e.Source.Text.View.Text[m.Span.Start:m.Span.End]
}
