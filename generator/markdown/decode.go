package markdown

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark/util"
)

// pieces gives emit the parts of a text in turn: plain bytes as they stand,
// and what a backslash escape or a character reference stands for, with the
// range of s it came from.
func pieces(s []byte, emit func(plain string, start, end int)) {
	verbatim := 0
	for i := 0; i < len(s); {
		if c := s[i]; c != '\\' && c != '&' && c != 0 {
			i++
			continue
		}
		plain, n := reference(s[i:])
		if n == 0 {
			i++
			continue
		}
		if verbatim < i {
			emit(util.BytesToReadOnlyString(s[verbatim:i]), verbatim, i)
		}
		emit(plain, i, i+n)
		i += n
		verbatim = i
	}
	if verbatim < len(s) {
		emit(util.BytesToReadOnlyString(s[verbatim:]), verbatim, len(s))
	}
}

// reference returns what the escape or character reference at the start of s
// stands for and its length, or 0 if there is none.
func reference(s []byte) (plain string, n int) {
	switch {
	case s[0] == 0:
		return "\ufffd", 1
	case len(s) < 2:
		return "", 0
	case s[0] == '\\' && util.IsPunct(s[1]):
		return string(s[1]), 2
	case s[0] == '\\':
		return "", 0
	}
	const longest = 34 // more than any name in HTML and any number
	name, _, found := strings.Cut(util.BytesToReadOnlyString(s[1:min(len(s), longest)]), ";")
	if !found {
		return "", 0
	}
	if plain, ok := character(name); ok {
		return plain, len("&") + len(name) + len(";")
	}
	return "", 0
}

// character returns what a name or "#" and a number stand for between "&" and
// ";" (CommonMark 0.31.2, 2.5).
func character(name string) (string, bool) {
	number, isNumber := strings.CutPrefix(name, "#")
	if !isNumber {
		entity, ok := util.LookUpHTML5EntityByName(name)
		if !ok {
			return "", false
		}
		return string(entity.Characters), true
	}
	base, longest := 10, 7
	if hex := strings.TrimLeft(number, "xX"); len(hex) == len(number)-1 {
		number, base, longest = hex, 16, 6
	}
	code, err := strconv.ParseUint(number, base, 32)
	if err != nil || len(number) > longest || number[0] == '+' {
		return "", false
	}
	return string(util.ToValidRune(rune(code))), true
}
