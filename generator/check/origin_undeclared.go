package check

import (
	"fmt"
	"slices"
	"sort"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/form"
	"factsheet/generator/lang"
	"factsheet/generator/names"
	"factsheet/generator/text"
	"factsheet/generator/witness"
)

var originUndeclared = Rule{
	Code: "origin-undeclared", Group: Across, Severity: diag.Error,
	Title: "a text credits an outlet that its annotation leaves out",
	Why: "A text that says whom it has a report from is a link of a chain. An outlet that is declared as an actor and credited in a text stands " +
		"in the `origins` of the source or of a part, or in `by` of a quote.",
	Example: `origins = ["own"]     # the text says "officials told Valley Wire"`,
	Named: func(d *dossier.Dossier, s *dossier.Source, report Report) {
		bench := witness.New(d)
		cited := outletsCited(d, bench, s)
		for _, m := range d.Mentions(s) {
			outlet := outletOf(d, m)
			if outlet == "" || cited[bench.Voice(outlet)] || !isPassedOn(s, m.Span) {
				continue
			}
			cited[bench.Voice(outlet)] = true
			report(inSeed(s, m.Span), fmt.Sprintf("%q credits %q, which stands in no origins of the source or of a part and in no by", s.ID, outlet),
				fmt.Sprintf("origins = [%q], in the source or a part", outlet), diag.Related{Label: "source", Place: s.Record.Place(s.Record.ID)})
		}
		for _, r := range relayed(d, s) {
			report(r.evidence.Record.Place(r.by), fmt.Sprintf("the words come by %q, and the passage in which they stand has no origin", r.by.Value),
				fmt.Sprintf("origins = [%q], in %q or a part of it", r.by.Value, r.evidence.Source.ID))
		}
	},
	Doubt: Finder{Named: func(d *dossier.Dossier, s *dossier.Source, report Report) {
		for _, words := range unowned(d, s) {
			report(inSeed(s, words), fmt.Sprintf("the text says here whose report it is (%q), and the passage has no origin", s.Text.View.Text[words.Start:words.End]),
				`origins = ["own"], in the source or the part`, diag.Related{Label: "source", Place: s.Record.Place(s.Record.ID)})
		}
	}},
}

// A relay is evidence that comes by an outlet, or by whoever published the text,
// from a passage without origin.
type relay struct {
	by       form.Text
	evidence *dossier.Evidence
}

// relayed returns the first relay of each passage of a source, in the dossier's
// order.
func relayed(d *dossier.Dossier, s *dossier.Source) []relay {
	var out []relay
	seen := map[*dossier.Part]bool{}
	for _, item := range citing(d, s) {
		for _, e := range item.Cited() {
			if e.Source != s || !e.Found() || len(e.Part.Origins) > 0 || seen[e.Part] {
				continue
			}
			i := slices.IndexFunc(e.Record.By, func(t form.Text) bool { return isOutlet(d, t.Value) || publishesIt(d, e.Source, t.Value) })
			if i >= 0 {
				seen[e.Part] = true
				out = append(out, relay{e.Record.By[i], e})
			}
		}
	}
	return out
}

func isOutlet(d *dossier.Dossier, id string) bool {
	a := d.Actor(id)
	return a != nil && a.Record.Kind.Value == "media"
}

// publishesIt reports whether an actor is named as the publisher of a source.
func publishesIt(d *dossier.Dossier, s *dossier.Source, id string) bool {
	a := d.Actor(id)
	return a != nil && slices.Contains(append(a.Spellings(), text.FoldString(a.Record.Name.Value)), text.FoldString(s.Record.Publisher.Value))
}

// outletsCited returns the outlets that the annotation of a source names: as
// its publisher, in origins and in by.
func outletsCited(d *dossier.Dossier, bench *witness.Bench, s *dossier.Source) map[string]bool {
	cited := map[string]bool{}
	for _, p := range s.Parts {
		addAll(cited, bench.Origins(p))
	}
	for _, m := range d.ActorsIn(text.FoldString(s.Record.Publisher.Value)) {
		for _, id := range m.IDs {
			cited[bench.Voice(id)] = true
		}
	}
	for _, item := range citing(d, s) {
		for _, e := range item.Cited() {
			for _, by := range e.Record.By {
				if e.Source == s {
					cited[bench.Voice(by.Value)] = true
				}
			}
		}
	}
	return cited
}

// outletOf returns the outlet that a name can only mean, or "".
func outletOf(d *dossier.Dossier, m names.Mention) string {
	if len(m.IDs) != 1 || !isOutlet(d, m.IDs[0]) {
		return ""
	}
	return m.IDs[0]
}

// isPassedOn reports whether a text credits an outlet where its name stands,
// outside of quotations: "told Valley Wire", "Valley Wire has reported",
// "(Valley Wire)". A name that hangs on another word ("a reporter for Valley
// Wire said") is no credit, nor is one that begins in one part of the text and
// ends in another.
func isPassedOn(s *dossier.Source, name text.Span) bool {
	raw := s.Text.View.Raw(name)
	part := s.At(raw.Start)
	if s.Lang == nil || !part.Proves() || s.At(raw.End-1) != part || len(text.Overlapping(s.Reuse.Quoted(), name, text.Itself)) > 0 {
		return false
	}
	sentence := sentenceAt(s, name.Start)
	toks := s.Lang.Tokens(s.Text.View.Text[sentence.Start:sentence.End])
	name = shifted(name, -sentence.Start)
	before := sort.Search(len(toks), func(i int) bool { return toks[i].Start >= name.Start }) - 1
	after := sort.Search(len(toks), func(i int) bool { return toks[i].Start >= name.End })
	return isBracketed(s.Text.View.Text[sentence.Start:sentence.End], toks, before, after) || saysBefore(s.Lang, toks, before) || saysAfter(s.Lang, toks, before, after)
}

func isBracketed(s string, toks []lang.Token, before, after int) bool {
	sign := func(i int) string {
		if i < 0 || i >= len(toks) {
			return ""
		}
		return s[toks[i].Start:toks[i].End]
	}
	return sign(before) == "(" && sign(after) == ")"
}

// saysBefore reports whether a verb of saying ends before the name, with at
// most an article and one word after it between: "told the weekly".
func saysBefore(t *lang.Table, toks []lang.Token, last int) bool {
	for i := last; i >= 0 && i >= last-2; i-- {
		for from := max(0, i-3); from <= i; from++ {
			if e := t.Match(toks, from, lang.Say); e != nil && from+e.Len() == i+1 {
				return e.Arg != "noun"
			}
		}
		if i == last-1 && !toks[i].Is(lang.Article) && !toks[i].Is(lang.Filler) {
			return false
		}
	}
	return false
}

// saysAfter reports whether a verb of saying follows the name, with at most
// two words like "has" between.
func saysAfter(t *lang.Table, toks []lang.Token, before, after int) bool {
	if before >= 0 && toks[before].Is(lang.Article) {
		before--
	}
	if before >= 0 && toks[before].Is(lang.Preposition) {
		return false
	}
	for i := after; i < len(toks) && i <= after+2; i++ {
		if e := t.Match(toks, i, lang.Say); e != nil {
			return e.Arg == "" || e.Arg == "hearer"
		}
		if !toks[i].Is(lang.Stop) {
			return false
		}
	}
	return false
}
