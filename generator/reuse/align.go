package reuse

import (
	"cmp"
	"slices"

	"factsheet/generator/text"
)

// A Change is a run of words that one sentence has and its twin has not, or
// has otherwise. Either span may be empty, never both.
type Change struct {
	A, B    text.Span // in the folded texts, without white space around them
	Numbers bool      // a number was cut, added or changed
}

// Cut reports whether words of A have nothing in their place in B.
func (c Change) Cut() bool { return c.B.Len() == 0 }

// Added reports whether words of B have nothing in their place in A.
func (c Change) Added() bool { return c.A.Len() == 0 }

// A Same is a run of words that two sentences have in common, but for case
// and punctuation.
type Same struct{ A, B text.Span }

// An Alignment is two sentences word by word.
type Alignment struct {
	Same     []Same   // in order
	Changes  []Change // those of numbers first, else in order
	Likeness float64  // the share of words in common, from 0 to 1
}

// Align aligns two spans of two texts, which are taken up to 200 words each.
func Align(a, b *Text, inA, inB text.Span) Alignment {
	wa, wb := first(a.words(inA)), first(b.words(inB))
	var out Alignment
	common := 0
	i, j := 0, 0
	for _, r := range append(matches(wa, wb), run{len(wa), len(wb), 0}) {
		if r.a > i || r.b > j {
			out.Changes = append(out.Changes, change(wa[i:r.a], wb[j:r.b]))
		}
		if r.n > 0 {
			out.Same = append(out.Same, Same{around(wa[r.a : r.a+r.n]), around(wb[r.b : r.b+r.n])})
		}
		i, j, common = r.a+r.n, r.b+r.n, common+r.n
	}
	slices.SortStableFunc(out.Changes, func(a, b Change) int { return cmp.Compare(rank(a), rank(b)) })
	out.Likeness = share(common, len(wa), len(wb))
	return out
}

func first(words []word) []word { return words[:min(len(words), maxWords)] }

func rank(c Change) int {
	if c.Numbers {
		return 0
	}
	return 1
}

func change(a, b []word) Change {
	numeric := func(w word) bool { return w.numeric }
	return Change{around(a), around(b), slices.ContainsFunc(a, numeric) || slices.ContainsFunc(b, numeric)}
}

func around(words []word) text.Span {
	if len(words) == 0 {
		return text.Span{}
	}
	return text.Span{Start: words[0].Start, End: words[len(words)-1].End}
}

// share returns how much of two lists is in common.
func share(common, a, b int) float64 {
	if a+b == 0 {
		return 0
	}
	return 2 * float64(common) / float64(a+b)
}

// A run is n words in common, from word a of one list and b of the other.
type run struct{ a, b, n int }

// matches returns the words in common of a longest common subsequence that
// prefers long words to short ones: those say more of what belongs together.
func matches(a, b []word) []run {
	width := len(b) + 1
	best := make([]int32, (len(a)+1)*width)
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			best[i*width+j] = max(best[(i+1)*width+j], best[i*width+j+1])
			if a[i].key == b[j].key {
				best[i*width+j] = max(best[i*width+j], best[(i+1)*width+j+1]+a[i].weight())
			}
		}
	}
	var runs []run
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch here := best[i*width+j]; {
		case a[i].key == b[j].key && here == best[(i+1)*width+j+1]+a[i].weight():
			runs = extend(runs, i, j)
			i, j = i+1, j+1
		case here == best[(i+1)*width+j]:
			i++
		default:
			j++
		}
	}
	return runs
}

func extend(runs []run, i, j int) []run {
	if n := len(runs) - 1; n >= 0 && runs[n].a+runs[n].n == i && runs[n].b+runs[n].n == j {
		runs[n].n++
		return runs
	}
	return append(runs, run{i, j, 1})
}

// weight is three for most words, and two for short ones such as "of".
func (w word) weight() int32 {
	if w.Len() <= 3 && !w.numeric {
		return 2
	}
	return 3
}

// common returns the length of a longest common subsequence.
func common(a, b []uint32) int {
	var row [maxWords + 1]int16
	for i := range a {
		diagonal := int16(0)
		for j := range b {
			up := row[j+1]
			if a[i] == b[j] {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(up, row[j])
			}
			diagonal = up
		}
	}
	return int(row[len(b)])
}
