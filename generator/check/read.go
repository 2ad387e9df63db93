package check

import (
	"slices"

	"factsheet/generator/dossier"
	"factsheet/generator/names"
	"factsheet/generator/quote"
	"factsheet/generator/text"
)

// Speakers returns the actors whom the text credits with words of a source, a
// span of its folded text: within the words, or right beside them. Where a
// name is that of several actors, none of them is meant for sure.
func Speakers(d *dossier.Dossier, s *dossier.Source, words text.Span) []string {
	cited := &dossier.Evidence{Source: s, Matches: []quote.Match{{Spans: []text.Span{s.Text.View.Raw(words)}}}}
	for _, c := range credits(d, s, sentenceAt(s, words.Start)) {
		if c.isOf(cited) && len(c.actor.IDs) == 1 {
			return []string{c.actor.IDs[0]}
		}
	}
	return nil
}

// StatusIn returns how far an event has come by the words of a span of a
// source's folded text, and the words that say so; "" where none do, or where
// they say several things.
func StatusIn(s *dossier.Source, span text.Span) (status, words string) {
	if s.Lang == nil {
		return "", ""
	}
	said := statusWords(s, span)
	if len(said) != 1 {
		return "", ""
	}
	for status, words = range said {
	}
	return status, words
}

// Outlets returns where a source credits a declared outlet, as the rule
// origin-undeclared has it; the one that publishes the source is left out.
func Outlets(d *dossier.Dossier, s *dossier.Source) []names.Mention {
	var out []names.Mention
	own := d.ActorsIn(text.FoldString(s.Record.Publisher.Value))
	for _, m := range d.Mentions(s) {
		outlet := outletOf(d, m)
		isOwn := slices.ContainsFunc(own, func(o names.Mention) bool { return slices.Contains(o.IDs, outlet) })
		if outlet != "" && !isOwn && isPassedOn(s, m.Span) {
			out = append(out, m)
		}
	}
	return out
}
