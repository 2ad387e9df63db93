package text

import "sort"

// A View is a text as quotes are searched in it: folded, so that spellings
// which nobody reads as different are one. The folding is
//
//   - Unicode normalization form C;
//   - any run of Unicode white space becomes one space;
//   - ‘ ’ ‚ ‛ ′ ´ ` become ' and “ ” „ ‟ ″ « » become ";
//   - U+2010 and U+2011 become -, … becomes three full stops;
//   - soft hyphens, zero-width characters, bidirectional controls and byte
//     order marks (U+00AD, U+200B–200F, U+061C, U+202A–202E, U+2060,
//     U+2066–2069, U+FEFF) are left out.
//
// Case, digits, letters and every other sign count. A byte that is no UTF-8
// becomes U+FFFD.
//
// A View also maps folded characters to the raw bytes they came from. It keeps
// only the places where the two differ in more than white space of one byte.
// Offsets are 32 bits wide: a text has less than 2 GiB.
type View struct {
	Text  string // folded
	edits []edit // in order, none overlapping; between them bytes map one to one
}

// An edit is a stretch of the folded text that is not a byte for byte image of
// the raw one: the whole of the one came from the whole of the other. Either
// side may be empty, never both.
type edit struct{ folded, raw stretch }

type stretch struct{ start, end int32 }

func newStretch(start, end int) stretch { return stretch{int32(start), int32(end)} }

func foldedSide(e edit) stretch { return e.folded }
func rawSide(e edit) stretch    { return e.raw }

// Raw returns the raw bytes from which the characters of a folded span came.
// What folding left out within the span belongs to it, what it left out just
// before or after does not, but for the joiners U+200C and U+200D, which belong
// to the character before them. An empty span gives an empty one.
func (v *View) Raw(folded Span) Span { return v.translate(folded, foldedSide, rawSide) }

// Folded returns the folded characters that came, wholly or in part, from the
// raw bytes of a span.
func (v *View) Folded(raw Span) Span { return v.translate(raw, rawSide, foldedSide) }

// Splits reports whether a folded offset lies within what became of one raw
// character, as between the full stops of a folded "…".
func (v *View) Splits(folded int) bool {
	i := v.after(folded, foldedSide)
	if i == 0 {
		return false
	}
	e := v.edits[i-1].folded
	return int(e.start) < folded && folded < int(e.end)
}

func (v *View) translate(s Span, from, to func(edit) stretch) Span {
	start, _ := v.character(s.Start, from, to)
	if s.Len() == 0 {
		return Span{start, start}
	}
	_, end := v.character(s.End-1, from, to)
	return Span{start, end}
}

// character returns where, on the other side, the character begins and ends
// that holds the byte at offset.
func (v *View) character(offset int, from, to func(edit) stretch) (start, end int) {
	i := v.after(offset, from)
	if i == 0 {
		return offset, offset + 1
	}
	e := v.edits[i-1]
	here, there := from(e), to(e)
	if offset < int(here.end) {
		return int(there.start), int(there.end)
	}
	start = int(there.end) + offset - int(here.end)
	return start, start + 1
}

// after returns the number of edits that begin at or before offset.
func (v *View) after(offset int, side func(edit) stretch) int {
	return sort.Search(len(v.edits), func(i int) bool { return int(side(v.edits[i]).start) > offset })
}
