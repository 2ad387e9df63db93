package seed

import (
	"cmp"
	"slices"

	"factsheet/generator/text"
)

// A Cut is where a part was asked to begin and, unless To is zero, to end.
// Both passages belong to the part, and both are in bytes.
type Cut struct{ From, To text.Span }

// CutParts cuts a text into parts, one a cut in the order of the cuts, without
// the white space at their ends: each ends with its To, else before the next
// part in the text, else at the end of the text. A To that ends before its From
// does counts for nothing. What lies in no part belongs to the source itself.
func CutParts(t *Text, cuts []Cut) []text.Span {
	order := make([]int, len(cuts))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(cuts[a].From.Start, cuts[b].From.Start) })
	parts := make([]text.Span, len(cuts))
	for n, i := range order {
		next := len(t.File.Data)
		if n+1 < len(order) {
			next = cuts[order[n+1]].From.Start
		}
		parts[i] = trim(t.File.Data, text.Span{Start: cuts[i].From.Start, End: cuts[i].end(next)})
	}
	return parts
}

// end returns where the part ends, given where the next begins. A part is at
// least its From, so that one that begins within it shows as an overlap.
func (c Cut) end(next int) int {
	if c.To.End < c.From.End {
		return max(next, c.From.End)
	}
	return c.To.End
}
