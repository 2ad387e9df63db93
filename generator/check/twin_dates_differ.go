package check

import (
	"fmt"
	"slices"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/edtf"
	"factsheet/generator/form"
	"factsheet/generator/reuse"
	"factsheet/generator/text"
	"factsheet/generator/timex"
	"factsheet/generator/witness"
)

var twinDatesDiffer = Rule{
	Code: "twin-dates-differ", Group: Dates, Severity: diag.Error,
	Title: "one sentence in two texts, and its time words mean two days",
	Why: "Relative dates are read against the day from which a passage speaks. Where a reprint is read against the day of its page, its \"on Wednesday\" " +
		"is another Wednesday: the passages have one `dated`, and one of them has it wrong.",
	Example: `published = "2031-04-06"     # no dated, and the words "on Wednesday" of a report of 5 March`,
	Across: func(_ *dossier.Dossier, x *across, report Report) {
		seen := map[[2]*dossier.Part]bool{}
		for _, l := range x.likenesses {
			for _, t := range l.times {
				if key := [2]*dossier.Part{t.a.part, t.b.part}; !seen[key] {
					seen[key] = true
					t.report(report)
				}
			}
		}
	},
}

// twinTimesIn returns the time expressions in a cluster that mean two days, and
// of which no evidence says what they stand for: one of two sentences.
func twinTimesIn(d *dossier.Dossier, bench *witness.Bench, c *reuse.Cluster, all []shared) (list []twinTime) {
	links(c, all, func(earlier, later shared, _ reuse.Link) {
		if earlier.part.Dated == later.part.Dated {
			return
		}
		x := d.Wording.Align(earlier.at, later.at)
		if !bench.DeclaredSame(earlier.part, later.part) && !isReprint(x) {
			return
		}
		for _, t := range twinTimes(earlier, later, x) {
			if t.differ() && !isExplained(d, t.a.source, t.inEarlier) && !isExplained(d, t.b.source, t.inLater) {
				list = append(list, t)
				return
			}
		}
	})
	return list
}

// reprintLikeness is the likeness from which two sentences are one even where
// nobody declares it, if all numbers are the same: a line that an outlet
// writes every week has other ones.
const reprintLikeness = 0.75

func isReprint(x reuse.Alignment) bool {
	return x.Likeness >= reprintLikeness && (len(x.Changes) == 0 || !x.Changes[0].Numbers)
}

// A twinTime is a time expression that two sentences have in common.
type twinTime struct {
	a, b      shared
	inEarlier timex.Expression
	inLater   timex.Expression
	earlier   timex.Resolution
	later     timex.Resolution
}

// twinTimes returns the time expressions of an earlier sentence that stand in
// the same words in the later one. What names its date by itself is none, and
// "now" and "recently" are too vague.
func twinTimes(a, b shared, x reuse.Alignment) []twinTime {
	var out []twinTime
	for _, s := range x.Same {
		theirs := text.Overlapping(b.source.Readings.Times, s.B, timeSpan)
		for _, t := range text.Overlapping(a.source.Readings.Times, s.A, timeSpan) {
			if !s.A.Contains(t.Span) || t.Absolute() || t.Kind == timex.Deictic {
				continue
			}
			for _, u := range theirs {
				if s.B.Contains(u.Span) && u.Text == t.Text {
					out = append(out, twinTime{a, b, t, u, t.Resolve(a.part.Dated), u.Resolve(b.part.Dated)})
					break
				}
			}
		}
	}
	return out
}

// differ reports whether both are settled, and on days that exclude each
// other.
func (t twinTime) differ() bool {
	return t.earlier.Outcome == timex.Settled && t.later.Outcome == timex.Settled && !t.earlier.Date.Meets(t.later.Date)
}

// isExplained reports whether evidence from a source says what a time
// expression stands for.
func isExplained(d *dossier.Dossier, s *dossier.Source, x timex.Expression) bool {
	return slices.ContainsFunc(citing(d, s), func(item dossier.Item) bool {
		return slices.ContainsFunc(item.Cited(), func(e *dossier.Evidence) bool {
			return e.Source == s && slices.ContainsFunc(e.Record.Refers, func(p form.Pair) bool { return text.FoldString(p.Key.Value) == x.Text })
		})
	})
}

func (t twinTime) report(report Report) {
	help := ""
	if day := t.a.part.Dated; day != (edtf.Date{}) {
		help = fmt.Sprintf("dated = %q, where %q has the words from %q", day, t.b.source.ID, t.a.source.ID)
	}
	report(inSeed(t.b.source, t.inLater.Span),
		fmt.Sprintf("%q is %s here and %s in the same sentence of %q: one of the passages is read from the wrong day",
			t.inLater.Text, t.later.Date.Words(), t.earlier.Date.Words(), t.a.source.ID), help,
		diag.Related{Label: "here", Place: datedPlace(t.b.part), Message: t.later.Reason},
		diag.Related{Label: "there", Place: inSeed(t.a.source, t.inEarlier.Span), Message: t.earlier.Reason},
	)
}

// datedPlace is where the day is written from which a part speaks.
func datedPlace(p *dossier.Part) diag.Place {
	r := p.Source.Record
	switch {
	case p.Record != nil && p.Record.Dated.Given():
		return p.Record.Place(p.Record.Dated.Text)
	case r.Dated.Given():
		return r.Place(r.Dated.Text)
	}
	return r.Place(r.Published.Text)
}
