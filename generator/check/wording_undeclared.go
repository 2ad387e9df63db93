package check

import (
	"fmt"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/lang"
	"factsheet/generator/reuse"
	"factsheet/generator/text"
	"factsheet/generator/witness"
)

var wordingUndeclared = Rule{
	Code: "wording-undeclared", Group: Across, Severity: diag.Error,
	Title: "two texts share wording, and nothing says so",
	Why: "A reprint is no second witness. A sentence of 8 words or more outside quotation marks that stands in two texts, word for word or " +
		"reworded, comes from one report: `shares` says that the wording is the same, or an origin in common says why.",
	Example: `[[sources]]
id      = "daily-star"     # has a paragraph of "valley-post", and no shares and no origins`,
	Across: func(d *dossier.Dossier, x *across, report Report) {
		for _, r := range x.strangers() {
			if originsKnown(r) {
				continue // origin-differs has it
			}
			report(r.place(), fmt.Sprintf("%s of %q %s in %q too, and neither shares nor an origin in common says why",
				sentencesWords(len(r.pairs)), r.later.Source.ID, stands(len(r.pairs)), r.earlier.Source.ID),
				fmt.Sprintf("shares = [%q]", idOf(r.earlier)), r.related(d)...)
		}
	},
}

// strangers returns the passages that have sentences in common without being
// kin.
func (x *across) strangers() []*reprint {
	var found reprints
	for _, l := range x.likenesses {
		for _, pair := range l.strangers {
			found.add(pair[0], pair[1])
		}
	}
	return found.list
}

// strangersIn returns sentences of a cluster, the earlier first, of passages
// that are no kin: neither is their wording declared to be the same, nor have
// they an origin in common. Of a sentence that many passages have each is told
// once.
func strangersIn(bench *witness.Bench, c *reuse.Cluster, all []shared) (list [][2]shared) {
	kin := witness.NewTies()
	for _, s := range all {
		if s.part == nil {
			continue
		}
		for _, key := range bench.Kin(s.part) {
			kin.Join(key, s.part)
		}
	}
	links(c, all, func(earlier, later shared, l reuse.Link) {
		if l.Shared() && (l.Likeness >= reprintLikeness || sharesMatter(earlier, later)) && kin.Join(earlier.part, later.part) {
			list = append(list, [2]shared{earlier, later})
		}
	})
	return list
}

// fewestShared is how many words that carry meaning two reworded sentences have
// in common at least. What both have of "by the end of March" and "the company"
// two people write without knowing of one another.
const fewestShared = 3

// sharesMatter reports whether two sentences share what they say and not their
// form alone: the words that carry meaning, besides dates and numbers, have to
// be as much alike as all words together.
func sharesMatter(a, b shared) bool {
	if a.source.Lang == nil || b.source.Lang == nil {
		return true
	}
	n := 0
	for _, same := range reuse.Align(a.source.Reuse, b.source.Reuse, a.sentence, b.sentence).Same {
		n += meaningful(a.source, same.A)
	}
	shorter := min(meaningful(a.source, a.sentence), meaningful(b.source, b.sentence))
	return n >= fewestShared && float64(n) >= reuse.MinLikeness*float64(shorter)
}

// meaningful counts the words of a span that carry meaning.
func meaningful(s *dossier.Source, span text.Span) (n int) {
	for _, tok := range tokensOf(s, span) {
		if tok.Kind == lang.Letters && !tok.Is(lang.Stop) && !tok.Is(lang.Preposition) && !tok.Is(lang.Number) && !isTime(s, tok.Span) {
			n++
		}
	}
	return n
}

func originsKnown(r *reprint) bool { return len(r.earlier.Origins) > 0 && len(r.later.Origins) > 0 }

func sentencesWords(n int) string {
	if n == 1 {
		return "a sentence"
	}
	return fmt.Sprintf("%d sentences", n)
}

func stands(n int) string {
	if n == 1 {
		return "stands"
	}
	return "stand"
}

// idOf is the id by which a part can be named: its own, or its source's.
func idOf(p *dossier.Part) string {
	if p.ID != "" {
		return p.ID
	}
	return p.Source.ID
}
