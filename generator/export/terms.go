package export

import (
	"cmp"
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Terms returns the words by which a text is found: small letters without
// accents, abbreviations without stops, no 's, numbers without thousands marks
// and leading zeros. layouts/static/search.js makes them alike of what a reader
// types; a test holds the two together.
func Terms(s string) []string {
	s = plainLetters(s)
	spans := termSpans(s)
	var out []string
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

var (
	possessive   = regexp.MustCompile(`'s\b|'`)
	abbreviation = regexp.MustCompile(`(?:\p{L}\.){2,}`)
)

func plainLetters(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.M, r) {
			return -1
		}
		return r
	}, norm.NFKD.String(letters.Replace(strings.ToLower(s))))
	s = possessive.ReplaceAllString(s, "")
	return abbreviation.ReplaceAllStringFunc(s, func(a string) string { return strings.ReplaceAll(a, ".", "") + " " })
}

// termSpans are the runs of letters and digits.
func termSpans(s string) [][2]int {
	var out [][2]int
	start := -1
	for i, r := range s {
		inside := unicode.IsLetter(r) || unicode.IsNumber(r)
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

// joined are the terms that hyphens join in a text, without the hyphens.
func joined(s string) []string {
	var out []string
	for _, word := range strings.Fields(plainLetters(s)) {
		if !strings.ContainsAny(word, "-‐‑") {
			continue
		}
		if whole := strings.Join(Terms(word), ""); !isNumber(whole) {
			out = append(out, whole)
		}
	}
	return out
}
