package quote

import (
	"iter"
	"slices"
	"sort"
	"strings"

	"factsheet/generator/seed"
	"factsheet/generator/text"
)

// A Match is a place where a quote stands, within one paragraph.
type Match struct {
	Spans     []text.Span // in bytes of the file, one a piece
	Paragraph int         // index
}

// Span returns the span from the first piece to the last.
func (m Match) Span() text.Span {
	return text.Span{Start: m.Spans[0].Start, End: m.Spans[len(m.Spans)-1].End}
}

// MaxMatches is the number of matches after which Find stops: a quote that
// stands so often needs context, however often it does.
const MaxMatches = 1000

// MaxPieces is the number of pieces that a quote may have.
const MaxPieces = 50

// maxPlaces bounds the memory for the places of one piece of several.
const maxPlaces = 1 << 20

// Find returns the places where a quote stands, in the order of the text. Its
// pieces stand in one paragraph in their order, each as a whole number of
// graphemes, with something between them; prefix and suffix touch the
// first and last piece but for white space. A quote with an empty piece, or of
// more than MaxPieces, stands nowhere.
func Find(t *seed.Text, q Quote) []Match {
	if len(q.Pieces) > MaxPieces || slices.Contains(q.Pieces, "") {
		return nil
	}
	switch len(q.Pieces) {
	case 0:
		return nil
	case 1:
		return findOne(t, q)
	}
	return findSeveral(t, q)
}

func findOne(t *seed.Text, q Quote) []Match {
	var matches []Match
	for p := range places(t, q, 0) {
		matches = append(matches, Match{[]text.Span{p.raw}, p.paragraph})
		if len(matches) == MaxMatches {
			break
		}
	}
	return matches
}

// A place is where one piece of a quote stands.
type place struct {
	folded, raw text.Span
	paragraph   int
}

// places yields where a piece stands, with its context if it has any.
func places(t *seed.Text, q Quote, piece int) iter.Seq[place] {
	return func(yield func(place) bool) {
		for at := range offsets(t, q.Pieces[piece]) {
			folded := text.Span{Start: at, End: at + len(q.Pieces[piece])}
			if piece == 0 && !strings.HasSuffix(before(t, folded.Start), q.Prefix) ||
				piece == len(q.Pieces)-1 && !strings.HasPrefix(after(t, folded.End), q.Suffix) {
				continue
			}
			if p, ok := placeAt(t, folded); ok && !yield(p) {
				return
			}
		}
	}
}

// offsets yields the offsets at which words stand in a folded text.
func offsets(t *seed.Text, words string) iter.Seq[int] {
	if found, ok := t.Lookup(words, MaxMatches); ok {
		return slices.Values(found)
	}
	return occurrences(t.View.Text, words)
}

func before(t *seed.Text, folded int) string { return strings.TrimSuffix(t.View.Text[:folded], " ") }
func after(t *seed.Text, folded int) string  { return strings.TrimPrefix(t.View.Text[folded:], " ") }

// placeAt returns the place of a folded span, unless it begins or ends inside
// a grapheme or runs over the end of a paragraph.
func placeAt(t *seed.Text, folded text.Span) (p place, ok bool) {
	if t.View.Splits(folded.Start) || t.View.Splits(folded.End) {
		return p, false
	}
	raw := t.View.Raw(folded)
	if cutsGrapheme(t, raw) {
		return p, false
	}
	paragraph := t.ParagraphAt(raw.Start)
	if paragraph < 0 || !t.Paragraphs[paragraph].Contains(raw) {
		return p, false
	}
	return place{folded, raw, paragraph}, true
}

func cutsGrapheme(t *seed.Text, s text.Span) bool {
	return !text.OnGrapheme(t.File.Data, s.Start) || !text.OnGrapheme(t.File.Data, s.End)
}

// occurrences yields the offsets at which sub stands in s, overlapping ones
// too. It takes linear time: once two overlap, the next is looked for one
// period of sub further on, where only that period has to be compared (Galil).
func occurrences(s, sub string) iter.Seq[int] {
	return func(yield func(int) bool) {
		step := len(sub)
		last := -len(sub)
		for from := 0; ; from = last + 1 {
			i := strings.Index(s[from:], sub)
			if i < 0 || !yield(from+i) {
				return
			}
			if from+i-last < step {
				step = period(sub)
			}
			last = from + i
			for step < len(sub) && strings.HasPrefix(s[last+len(sub):], sub[len(sub)-step:]) {
				last += step
				if !yield(last) {
					return
				}
			}
		}
	}
}

// period returns the least distance at which s agrees with itself, by the
// failure function of Knuth, Morris and Pratt.
func period(s string) int {
	border := make([]int32, len(s)+1)
	border[0] = -1
	k := int32(-1)
	for i := range len(s) {
		for k >= 0 && s[k] != s[i] {
			k = border[k]
		}
		k++
		border[i+1] = k
	}
	return len(s) - int(k)
}

func findSeveral(t *seed.Text, q Quote) []Match {
	f := several{pieces: make([][]place, len(q.Pieces))}
	for i := len(q.Pieces) - 1; i >= 0; i-- {
		for p := range places(t, q, i) {
			if i == len(q.Pieces)-1 || f.leadsOn(i, p) {
				f.pieces[i] = append(f.pieces[i], p)
			}
			if len(f.pieces[i]) == maxPlaces {
				break
			}
		}
		if len(f.pieces[i]) == 0 {
			return nil
		}
	}
	for _, p := range f.pieces[0] {
		f.follow(1, p, []text.Span{p.raw})
	}
	return f.matches
}

// several finds quotes of several pieces. It keeps the places of each piece
// from which the pieces after it can be reached, so that no search of it ends
// in vain.
type several struct {
	pieces  [][]place
	matches []Match
}

func (f *several) leadsOn(piece int, p place) bool {
	next := f.pieces[piece+1]
	past := sort.Search(len(next), func(i int) bool { return next[i].paragraph > p.paragraph })
	return past > 0 && follows(next[past-1], p)
}

func follows(next, p place) bool {
	return next.paragraph == p.paragraph && next.folded.Start > p.folded.End
}

// follow adds the matches that begin with the spans, the last of which is p.
func (f *several) follow(piece int, p place, spans []text.Span) {
	if len(f.matches) == MaxMatches {
		return
	}
	if piece == len(f.pieces) {
		f.matches = append(f.matches, Match{spans, p.paragraph})
		return
	}
	next := f.pieces[piece]
	first := sort.Search(len(next), func(i int) bool { return next[i].folded.Start > p.folded.End })
	for _, n := range next[first:] {
		if !follows(n, p) || len(f.matches) == MaxMatches {
			return
		}
		f.follow(piece+1, n, append(slices.Clip(spans), n.raw))
	}
}
