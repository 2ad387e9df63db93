package text

import (
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// OnGrapheme reports whether an offset lies between two user-perceived
// characters (UAX 29, extended grapheme clusters), or at either end of data.
func OnGrapheme(data []byte, offset int) bool {
	if offset <= 0 || offset >= len(data) || between(data, offset) {
		return true
	}
	at := certainBoundary(data, offset)
	for state := -1; at < offset; {
		var cluster []byte
		cluster, _, _, state = uniseg.FirstGraphemeCluster(data[at:], state)
		at += len(cluster)
	}
	return at == offset
}

// lookBack is how many bytes before an offset are read to know whether it is a
// boundary: more than any grapheme that people write, few enough that a text
// without certain boundaries costs no more.
const lookBack = 1024

func certainBoundary(data []byte, offset int) int {
	at := offset
	for at > 0 && (offset-at < lookBack || !utf8.RuneStart(data[at])) && !between(data, at) {
		at--
	}
	return at
}

// between reports whether the runes on both sides of an offset are such that
// there is a boundary between them whatever else stands around.
func between(data []byte, offset int) bool {
	after, _ := utf8.DecodeRune(data[offset:])
	if !alone(after) {
		return false
	}
	before, _ := utf8.DecodeLastRune(data[:offset])
	return alone(before)
}

// alone reports whether a rune never joins another for which alone holds too,
// neither in a grapheme nor in normalization form C, and is itself in that
// form. Far from all such runes are listed, only those of which most texts
// consist.
func alone(r rune) bool {
	switch {
	case r < 0x300:
		return r != '\r'
	case r < 0x2010:
		return r >= 0x388 && r <= 0x482 || r >= 0x48A && r <= 0x52F ||
			r >= 0x5D0 && r <= 0x5EA || r >= 0x620 && r <= 0x64A
	case r < 0xD7A4:
		return r <= 0x2027 || r >= 0x3041 && r <= 0x3096 || r >= 0x30A1 && r <= 0x30FA ||
			r >= 0x4E00 && r <= 0x9FFF || r >= 0xAC00
	}
	return false
}
