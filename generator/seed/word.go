package seed

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"factsheet/generator/text"
)

// A Word is a word, a number or a single other sign of a folded text.
type Word struct {
	Start, End int32  // bytes of the folded text
	Key        uint32 // the same for words that differ in nothing but case; others may share it
	Letters    bool   // begins with a letter or digit
}

// Text returns the word as it stands in the folded text it was read from.
func (w Word) Text(folded string) string { return folded[w.Start:w.End] }

// Words returns the words of the folded text, read at the first call.
func (t *Text) Words() []Word {
	t.once.Do(func() { t.words = Words(t.View.Text) })
	return t.words
}

// Words cuts a folded text into words. White space belongs to none.
func Words(folded string) []Word {
	words := make([]Word, 0, len(folded)/5+1)
	for w, ok := NextWord(folded, 0); ok; w, ok = NextWord(folded, int(w.End)) {
		words = append(words, w)
	}
	return words
}

// NextWord returns the first word of a folded text at or after an offset that
// lies within none, and whether there is one.
func NextWord(folded string, from int) (w Word, ok bool) {
	for i := from; i < len(folded); {
		r, size := utf8.DecodeRuneInString(folded[i:])
		if unicode.IsSpace(r) {
			i += size
			continue
		}
		end := i + size
		for InWord(folded, end) {
			_, size := utf8.DecodeRuneInString(folded[end:])
			end += size
		}
		return Word{int32(i), int32(end), key(folded[i:end]), inWords(r)}, true
	}
	return w, false
}

// key is the 32-bit FNV-1a hash of the word in lower case.
func key(word string) uint32 {
	if !ascii(word) {
		word = strings.ToLower(word)
	}
	hash := uint32(2166136261)
	for i := range len(word) {
		b := word[i]
		if 'A' <= b && b <= 'Z' {
			b += 'a' - 'A'
		}
		hash = (hash ^ uint32(b)) * 16777619
	}
	return hash
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// InWord reports whether what stands on both sides of an offset of a folded
// text belongs to one word: letters, digits and marks, an apostrophe between
// letters, the separators within a number. In scripts that are written without
// spaces every character is a word.
func InWord(folded string, offset int) bool {
	if offset <= 0 || offset >= len(folded) {
		return false
	}
	x, y := folded[offset-1], folded[offset]
	if x == ' ' || y == ' ' {
		return false
	}
	if alphanumeric(x) && alphanumeric(y) {
		return true
	}
	before, b := utf8.DecodeLastRuneInString(folded[:offset])
	after, a := utf8.DecodeRuneInString(folded[offset:])
	switch {
	case after >= utf8.RuneSelf && unicode.Is(unicode.M, after):
		return !unicode.IsSpace(before)
	case inWords(before) && inWords(after):
		return !text.Unspaced(before) && !text.Unspaced(after)
	case inWords(before):
		next, _ := utf8.DecodeRuneInString(folded[offset+a:])
		return links(before, after, next)
	case inWords(after):
		previous, _ := utf8.DecodeLastRuneInString(folded[:offset-b])
		return links(previous, before, after)
	}
	return false
}

// links reports whether a sign between two characters makes one word of them.
func links(before, sign, after rune) bool {
	switch sign {
	case '\'':
		return inWords(before) && inWords(after)
	case '.', ',', '٫', '٬':
		return unicode.IsDigit(before) && unicode.IsDigit(after)
	}
	return false
}

func inWords(r rune) bool {
	if r < utf8.RuneSelf {
		return alphanumeric(byte(r))
	}
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.Is(unicode.M, r)
}

// alphanumeric reports whether a byte is a letter or digit of ASCII.
func alphanumeric(b byte) bool {
	return 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z' || '0' <= b && b <= '9'
}
