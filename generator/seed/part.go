package seed

import (
	"cmp"
	"slices"

	"factsheet/generator/text"
)

// A Part is a passage of a text with a provenance of its own.
type Part struct {
	ID   string
	Span text.Span // in bytes, without white space at its end
}

// A Cut is where a part was asked to begin and, unless To is zero, to end.
// Both passages belong to the part.
type Cut struct {
	ID       string
	From, To text.Span // in bytes
}

// Cutting is a text cut into parts. What lies in none of them belongs to the
// source itself.
type Cutting struct {
	Parts    []Part   // one a cut, in the order of the cuts
	Overlaps [][2]int // pairs of parts that have bytes in common, the one that begins first in front
	Reversed []int    // parts whose To ends before their From does; they end as if there were no To
}

// CutParts cuts a text into parts: each ends with its To, else before the next
// part in the text, else at the end of the text.
func CutParts(t *Text, cuts []Cut) Cutting {
	c := Cutting{Parts: make([]Part, len(cuts))}
	order := make([]int, len(cuts))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(cuts[a].From.Start, cuts[b].From.Start) })
	for n, i := range order {
		next := len(t.File.Data)
		if n+1 < len(order) {
			next = cuts[order[n+1]].From.Start
		}
		if cuts[i].reversed() {
			c.Reversed = append(c.Reversed, i)
		}
		span := text.Span{Start: cuts[i].From.Start, End: cuts[i].end(next)}
		c.Parts[i] = Part{cuts[i].ID, trim(t.File.Data, span)}
	}
	c.Overlaps = overlaps(c.Parts, order)
	slices.Sort(c.Reversed)
	return c
}

func (c Cut) reversed() bool { return c.To != (text.Span{}) && c.To.End < c.From.End }

// end returns where the part ends, given where the next begins. A part is at
// least its From, so that one that begins within it shows as an overlap.
func (c Cut) end(next int) int {
	if c.To == (text.Span{}) || c.reversed() {
		return max(next, c.From.End)
	}
	return c.To.End
}

// overlaps names for each part, in the order of the text, the one before it
// that reaches furthest into it: linear, however many parts nest.
func overlaps(parts []Part, order []int) [][2]int {
	var pairs [][2]int
	furthest := -1
	for _, i := range order {
		if furthest >= 0 && parts[furthest].Span.Overlaps(parts[i].Span) {
			pairs = append(pairs, [2]int{furthest, i})
		}
		if furthest < 0 || parts[i].Span.End > parts[furthest].Span.End {
			furthest = i
		}
	}
	return pairs
}
