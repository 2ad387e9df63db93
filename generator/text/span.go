package text

import (
	"slices"
	"sort"
)

// A Span is the half-open range [Start, End) of bytes in a file.
type Span struct{ Start, End int }

// Len returns the number of bytes in the span.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether t lies wholly within s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t have a byte in common.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Overlapping returns the members of a list that overlap a span. Their own
// spans are in order, both where they start and where they end.
func Overlapping[T any](list []T, within Span, span func(T) Span) []T {
	i := sort.Search(len(list), func(i int) bool { return span(list[i]).End > within.Start })
	j := i + sort.Search(len(list)-i, func(k int) bool { return span(list[i+k]).Start >= within.End })
	return list[i:j]
}

// Itself is the span of a span, for [Overlapping].
func Itself(s Span) Span { return s }

// Join puts spans in order and makes one of those that overlap or meet. The
// list is used again for what it returns.
func Join(spans []Span) []Span {
	slices.SortFunc(spans, func(a, b Span) int { return a.Start - b.Start })
	out := spans[:0]
	for _, s := range spans {
		if n := len(out) - 1; n >= 0 && s.Start <= out[n].End {
			out[n].End = max(out[n].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}
