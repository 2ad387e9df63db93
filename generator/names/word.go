package names

import (
	"unicode"
	"unicode/utf8"

	"factsheet/generator/text"
)

// nextWord returns the first run of letters and digits at or after an offset,
// which lies between two words. In scripts that are written without spaces such
// a run ends where text.OneName says so.
func nextWord(s string, from int) (w text.Span, ok bool) {
	i := from
	for i < len(s) {
		n, in := wordRune(s, i)
		if in {
			break
		}
		i += n
	}
	w.Start = i
	for i < len(s) {
		n, in := wordRune(s, i)
		if !in || i > w.Start && parts(s, i) {
			break
		}
		i += n
	}
	w.End = i
	return w, w.End > w.Start
}

// parts reports whether two words meet at i.
func parts(s string, i int) bool {
	if s[i] < utf8.RuneSelf && s[i-1] < utf8.RuneSelf {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i:])
	return !text.OneName(before, after)
}

// wordRune returns the bytes of the character at i and whether it belongs to
// a word.
func wordRune(s string, i int) (n int, in bool) {
	c := s[i]
	if c < utf8.RuneSelf {
		return 1, 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
	}
	r, n := utf8.DecodeRuneInString(s[i:])
	return n, unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r)
}

// insideName reports whether the word at i goes on a name that began before an
// apostrophe: "Brien" in "O'Brien", but not "Assemblée" in "l'Assemblée".
func insideName(s string, i int) bool {
	if i < 2 || s[i-1] != '\'' {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(s[:i-1])
	return unicode.IsUpper(r)
}

func appendLower(b []byte, word string) []byte {
	for _, r := range word {
		if r < utf8.RuneSelf {
			if 'A' <= r && r <= 'Z' {
				r += 'a' - 'A'
			}
			b = append(b, byte(r))
			continue
		}
		b = utf8.AppendRune(b, unicode.ToLower(r))
	}
	return b
}

// begins reports whether a text begins with the spelling and how many bytes
// of it that takes. The rules of case stand at Index.Find.
func (sp *spelling) begins(s string) (n int, ok bool) {
	first, _ := nextWord(sp.text, sp.lead)
	severalWords := false
	if _, more := nextWord(sp.text, first.End); more {
		severalWords = true
	}
	for i, want := range sp.text {
		got, size := utf8.DecodeRuneInString(s[n:])
		switch {
		case size == 0:
			return 0, false
		case got == want, got == unicode.ToUpper(want):
		case i == sp.lead && severalWords && unicode.ToUpper(got) == want:
		default:
			return 0, false
		}
		n += size
	}
	return n, true
}
