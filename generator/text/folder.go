package text

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold returns the folded view of a text. It is idempotent: folding a folded
// text changes nothing.
func Fold(data []byte) *View {
	f := folder{data: data, out: make([]byte, 0, len(data))}
	for i := 0; i < len(data); {
		i = f.step(i)
	}
	return &View{Text: string(f.out), edits: f.edits}
}

// FoldString folds a quote as Fold folds a text.
func FoldString(s string) string {
	if plainLength(s) == len(s) {
		return s
	}
	return Fold([]byte(s)).Text
}

type folder struct {
	data  []byte
	out   []byte
	edits []edit
	base  base
	buf   []byte
}

// A base is where the last character began that a combining mark, even one
// behind left-out characters, would join.
type base struct{ folded, raw, edits int }

// step folds what stands at data[i:], at least one character, and returns
// where it ends.
func (f *folder) step(i int) int {
	if n := plainLength(f.data[i:]); n > 0 {
		f.out = append(f.out, f.data[i:i+n]...)
		f.base = base{len(f.out) - 1, i + n - 1, len(f.edits)}
		return i + n
	}
	r, size := utf8.DecodeRune(f.data[i:])
	end := i + size
	if unicode.IsSpace(r) {
		return f.space(i)
	}
	if LeftOut(r) {
		f.leaveOut(r, i, end)
		return end
	}
	if to := replacement(r, size); to != "" {
		f.begin(i)
		f.out = append(f.out, to...)
		f.edit(end)
		return end
	}
	if combines(r, f.data[i:]) {
		return f.compose(i)
	}
	f.begin(i)
	if decomposes(r, f.data[i:end]) {
		return f.compose(i)
	}
	f.out = append(f.out, f.data[i:end]...)
	return end
}

func (f *folder) begin(i int) { f.base = base{len(f.out), i, len(f.edits)} }

// edit records that all since the base came from the raw bytes up to end.
func (f *folder) edit(end int) {
	f.edits = append(f.edits[:f.base.edits], edit{
		folded: newStretch(f.base.folded, len(f.out)),
		raw:    newStretch(f.base.raw, end),
	})
}

func (f *folder) space(i int) int {
	end := i
	for j := i; j < len(f.data); {
		r, size := utf8.DecodeRune(f.data[j:])
		j += size
		if unicode.IsSpace(r) {
			end = j
		} else if !LeftOut(r) {
			break
		}
	}
	f.begin(i)
	f.out = append(f.out, ' ')
	if end-i > 1 {
		f.edit(end)
	}
	return end
}

// leaveOut drops data[i:end]. A joiner is part of the grapheme before it: were
// it not counted to that character, no quote could end there.
func (f *folder) leaveOut(r rune, i, end int) {
	if (r == '\u200c' || r == '\u200d') && len(f.out) > 0 {
		f.edit(end)
		return
	}
	here := newStretch(len(f.out), len(f.out))
	if n := len(f.edits); n > 0 && f.edits[n-1].folded == here && int(f.edits[n-1].raw.end) == i {
		f.edits[n-1].raw.end = int32(end)
		return
	}
	f.edits = append(f.edits, edit{here, newStretch(i, end)})
}

// compose normalizes what stands since the base with the character at i and
// the marks after it.
func (f *folder) compose(i int) int {
	f.buf = append(f.buf[:0], f.out[f.base.folded:]...)
	end := i
	for j := i; j < len(f.data); {
		r, size := utf8.DecodeRune(f.data[j:])
		if !LeftOut(r) {
			if j > i && !combines(r, f.data[j:]) {
				break
			}
			f.buf = append(f.buf, f.data[j:j+size]...)
			end = j + size
		}
		j += size
	}
	f.out = norm.NFC.Append(f.out[:f.base.folded], f.buf...)
	if bytes.Equal(f.out[f.base.folded:], f.data[f.base.raw:end]) {
		f.edits = f.edits[:f.base.edits]
	} else {
		f.edit(end)
	}
	return end
}

// plainLength returns the length of the longest start of s that is ASCII and
// folds to itself. A space at its end is not counted: white space may follow.
func plainLength[S ~string | ~[]byte](s S) int {
	n := 0
	for n < len(s) && (plain[s[n]] || s[n] == ' ' && n+1 < len(s) && plain[s[n+1]]) {
		n++
	}
	return n
}

// plain are the ASCII bytes, white space aside, that fold to themselves.
var plain = func() (table [256]bool) {
	for b := range utf8.RuneSelf {
		table[b] = b != '`' && !unicode.IsSpace(rune(b))
	}
	return table
}()

func combines(r rune, b []byte) bool {
	return !alone(r) && !norm.NFC.Properties(b).BoundaryBefore()
}

func decomposes(r rune, b []byte) bool {
	return !alone(r) && norm.NFC.Properties(b).Decomposition() != nil && !norm.NFC.IsNormal(b)
}

// LeftOut reports whether folding leaves a character out, since nothing is seen
// of it.
func LeftOut(r rune) bool {
	switch {
	case r < 0xAD:
		return false
	case r == 0xAD, r == 0x61C, r == 0x2060, r == 0xFEFF:
		return true
	case r >= 0x200B && r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069:
		return true
	}
	return false
}

// replacement returns what a rune of the given size folds to, "" for itself.
// U+1FEF and U+1FFD are ` and ´ in form C.
func replacement(r rune, size int) string {
	switch r {
	case '‘', '’', '‚', '‛', '′', '´', '`', '\u1fef', '\u1ffd':
		return "'"
	case '“', '”', '„', '‟', '″', '«', '»':
		return `"`
	case '\u2010', '\u2011':
		return "-"
	case '…':
		return "..."
	case utf8.RuneError:
		if size == 1 {
			return string(utf8.RuneError)
		}
	}
	return ""
}
