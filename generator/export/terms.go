package export

import (
	"cmp"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Terms returns the words by which a text is found: small letters without
// accents, abbreviations without stops, no 's, numbers without thousands marks
// and leading zeros. layouts/static/search.js makes them alike of what a reader
// types; a test holds the two together.
func Terms(s string) []string { return termsOf(plainLetters(s)) }

// termsOf are the terms of a text in plain letters.
func termsOf(s string) []string {
	spans := termSpans(s)
	out := make([]string, 0, len(spans))
	for i := 0; i < len(spans); {
		term, n := s[spans[i][0]:spans[i][1]], 1
		if isNumber(term) {
			term, n = wholeNumber(s, spans[i:])
		}
		out = append(out, term)
		i += n
	}
	return out
}

// letters are those that have no mark to be taken off, with what is written for
// them instead, and the apostrophes.
var letters = strings.NewReplacer("ø", "o", "ł", "l", "đ", "d", "ß", "ss", "æ", "ae", "œ", "oe", "ı", "i", "’", "'", "ʼ", "'")

// abbreviation is letters with a stop after each.
var abbreviation = regexp.MustCompile(`(?:\p{L}\.){2,}`)

func plainLetters(s string) string {
	s = strings.ToLower(s)
	if !isASCII(s) {
		s = strings.Map(baseLetter, norm.NFKD.String(letters.Replace(s)))
	}
	s = withoutPossessives(s)
	if hasAbbreviation(s) {
		s = abbreviation.ReplaceAllStringFunc(s, func(a string) string { return strings.ReplaceAll(a, ".", "") + " " })
	}
	return s
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// baseLetter drops marks.
func baseLetter(r rune) rune {
	if r >= 0x300 && unicode.Is(unicode.M, r) { // the first of them
		return -1
	}
	return r
}

// withoutPossessives drops apostrophes, and the s that ends a word after one.
func withoutPossessives(s string) string {
	if strings.IndexByte(s, '\'') < 0 {
		return s
	}
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] != '\'':
			out = append(out, s[i])
		case i+1 < len(s) && s[i+1] == 's' && (i+2 == len(s) || !isWordByte(s[i+2])):
			i++
		}
	}
	return string(out)
}

func isWordByte(c byte) bool {
	return c == '_' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// hasAbbreviation reports whether two stops stand so near to one another that
// there may be one.
func hasAbbreviation(s string) bool {
	for i := strings.IndexByte(s, '.'); i >= 0; {
		next := strings.IndexByte(s[i+1:], '.')
		if 0 < next && next <= utf8.UTFMax {
			return true
		}
		if next < 0 {
			return false
		}
		i += 1 + next
	}
	return false
}

// termSpans are the runs of letters and digits.
func termSpans(s string) [][2]int {
	out := make([][2]int, 0, len(s)/5)
	start := -1
	for i, r := range s {
		inside := 'a' <= r && r <= 'z' || r >= '0' && (unicode.IsLetter(r) || unicode.IsNumber(r))
		if inside && start < 0 {
			start = i
		} else if !inside && start >= 0 {
			out = append(out, [2]int{start, i})
			start = -1
		}
	}
	if start >= 0 {
		out = append(out, [2]int{start, len(s)})
	}
	return out
}

func isNumber(s string) bool {
	return strings.Trim(s, "0123456789") == ""
}

// wholeNumber joins a number with the groups of three digits that follow it
// behind a single mark, and returns how many runs it is.
func wholeNumber(s string, spans [][2]int) (string, int) {
	number, n := s[spans[0][0]:spans[0][1]], 1
	for n < len(spans) && spans[0][1]-spans[0][0] <= 3 {
		last, next := spans[n-1], spans[n]
		group := s[next[0]:next[1]]
		if mark := s[last[1]:next[0]]; len(mark) != 1 || !strings.Contains(" ,.", mark) || len(group) != 3 || !isNumber(group) {
			break
		}
		number += group
		n++
	}
	return cmp.Or(strings.TrimLeft(number, "0"), "0"), n
}

// joined are the terms that hyphens join in a text in plain letters, without
// the hyphens.
func joined(s string) []string {
	const hyphens = "-‐‑"
	if !strings.ContainsAny(s, hyphens) {
		return nil
	}
	var out []string
	for _, word := range strings.Fields(s) {
		if !strings.ContainsAny(word, hyphens) {
			continue
		}
		if whole := strings.Join(Terms(word), ""); !isNumber(whole) {
			out = append(out, whole)
		}
	}
	return out
}
