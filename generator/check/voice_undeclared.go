package check

import (
	"fmt"
	"slices"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/form"
	"factsheet/generator/reuse"
	"factsheet/generator/text"
	"factsheet/generator/witness"
)

var voiceUndeclared = Rule{
	Code: "voice-undeclared", Group: Across, Severity: diag.Error,
	Title: "the same quoted words stand under two speakers",
	Why: "Who says eight words or more in quotation marks, word for word, is one speaker, whatever two texts call them. Two actors for one voice " +
		"look like two witnesses: make them one actor, or let one be `likely` the other.",
	Example: `by = ["senior-official"]     # in another text the same quotation is by "army-official"`,
	Across: func(d *dossier.Dossier, x *across, report Report) {
		bench := witness.New(d)
		first := make(map[uint64]*quotation, 8*len(x.quotations))
		for _, quotation := range inTime(x.quotations) {
			for _, run := range quotation.runs {
				other, ok := first[run]
				if !ok {
					first[run] = quotation
					continue
				}
				if other.source != quotation.source && !quotation.sharesVoice(d, bench, other) {
					quotation.report(other, report)
					break
				}
			}
		}
	},
}

// A quotation is quoted words of a source with those who say them, by its
// evidence.
type quotation struct {
	source   *dossier.Source
	span     text.Span // in the folded text, without the marks
	speakers []form.Text
	evidence *dossier.Evidence // the first that cites them
	runs     []uint64          // of its words, as hashes
}

// inTime returns quotations in the order in which their passages speak. Those of
// one passage mostly stand together already.
func inTime(list []*quotation) []*quotation {
	var passages [][]*quotation
	for rest := list; len(rest) > 0; {
		end := slices.IndexFunc(rest, func(q *quotation) bool { return q.evidence.Part != rest[0].evidence.Part })
		if end < 0 {
			end = len(rest)
		}
		passages, rest = append(passages, rest[:end]), rest[end:]
	}
	slices.SortStableFunc(passages, func(a, b []*quotation) int { return compareParts(a[0].evidence.Part, b[0].evidence.Part) })
	return slices.Concat(passages...)
}

// quotationsOf returns the quotations of a source that evidence credits to
// somebody, in the dossier's order.
func quotationsOf(d *dossier.Dossier, s *dossier.Source) (list []*quotation) {
	at := map[int]*quotation{}
	for _, item := range citing(d, s) {
		for _, e := range item.Cited() {
			if e.Source != s || !e.Found() || len(e.Record.By) == 0 {
				continue
			}
			for _, span := range quotedSpans(e) {
				if at[span.Start] == nil {
					at[span.Start] = &quotation{source: s, span: span, evidence: e, runs: runsOf(s.Text.View.Text[span.Start:span.End])}
					list = append(list, at[span.Start])
				}
				at[span.Start].speakers = append(at[span.Start].speakers, e.Record.By[0])
			}
		}
	}
	return list
}

// quotedSpans returns the quotations of which a quote has enough words to
// tell whose they are.
func quotedSpans(e *dossier.Evidence) []text.Span {
	var out []text.Span
	for _, span := range e.Folded() {
		for _, quoted := range text.Overlapping(e.Source.Reuse.Quoted(), span, text.Itself) {
			within := text.Span{Start: max(span.Start, quoted.Start), End: min(span.End, quoted.End)}
			if len(reuse.Keys(e.Source.Text.View.Text[within.Start:within.End])) >= reuse.MinWords {
				out = append(out, quoted)
			}
		}
	}
	return out
}

// runsOf hashes every run of words that is long enough to tell whose they are.
func runsOf(words string) []uint64 {
	keys := reuse.Keys(words)
	out := make([]uint64, 0, max(0, len(keys)-reuse.MinWords+1))
	for i := range cap(out) {
		hash := uint64(0xcbf29ce484222325) // FNV-1a, a word at a time
		for _, key := range keys[i : i+reuse.MinWords] {
			hash = (hash ^ uint64(key)) * 0x100000001b3
			hash ^= hash >> 29
		}
		out = append(out, hash)
	}
	return out
}

// sharesVoice reports whether one who says the one is one who says the other,
// or is known to be somebody else.
func (x *quotation) sharesVoice(d *dossier.Dossier, bench *witness.Bench, other *quotation) bool {
	for _, a := range x.speakers {
		for _, b := range other.speakers {
			if a.Value == b.Value || bench.SameVoice(a.Value, b.Value) || lookAlikes(d, a.Value, b.Value) {
				return true
			}
		}
	}
	return false
}

// lookAlikes reports whether one of two actors is declared not to be the
// other, or one of them is not declared at all.
func lookAlikes(d *dossier.Dossier, x, y string) bool {
	a, b := d.Actor(x), d.Actor(y)
	return a == nil || b == nil || slices.Contains(form.Values(a.Record.Not), y) || slices.Contains(form.Values(b.Record.Not), x)
}

func (x *quotation) report(other *quotation, report Report) {
	by, theirs := x.speakers[0], other.speakers[0]
	report(x.evidence.Record.Place(by), fmt.Sprintf("%q says here what %q says in %q, word for word", by.Value, theirs.Value, other.source.ID),
		fmt.Sprintf("by = [%q], or likely = %q in the actor %q", theirs.Value, theirs.Value, by.Value),
		diag.Related{Label: "here", Place: inSeed(x.source, x.span), Message: q(short(asWritten(x.source, x.span), 80))},
		diag.Related{Label: "there", Place: inSeed(other.source, other.span), Message: "by " + q(theirs.Value)})
}
