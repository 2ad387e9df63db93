package chart

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// wrap cuts a label into lines that are no wider than some CSS pixels in any
// sans serif in which pages are set: between words, or within a word that is
// too long by itself.
func wrap(label string, pixels int) []string {
	var out []string
	line, wide := "", 0.0
	for _, word := range strings.Fields(label) {
		w := measure(word)
		if line != "" && wide+measure(" ")+w <= float64(pixels) {
			line, wide = line+" "+word, wide+measure(" ")+w
			continue
		}
		if line != "" {
			out = append(out, line)
		}
		for word != "" && w > float64(pixels) {
			head := fitting(word, float64(pixels))
			out = append(out, head)
			word = word[len(head):]
			w -= measure(head)
		}
		line, wide = word, w
	}
	if line != "" {
		out = append(out, line)
	}
	return out
}

// fitting is the longest beginning of a word that is no wider than some
// pixels, and at least a character.
func fitting(word string, pixels float64) string {
	wide := 0.0
	for i, r := range word {
		if wide += advance(r); wide > pixels && i > 0 {
			return word[:i]
		}
	}
	return word
}

// measure is how wide a text is at most, in CSS pixels.
func measure(s string) float64 {
	wide := 0.0
	for _, r := range s {
		wide += advance(r)
	}
	return wide
}

// size is that of the letters of a label, in CSS pixels.
const size = 13

// advance is how wide a character is at most, in CSS pixels: a little more
// than in the widest of the common sans serifs, set bold.
func advance(r rune) float64 {
	switch {
	case strings.ContainsRune("iljI.,:;'|!()[]‘’ ", r):
		return 0.28 * size
	case strings.ContainsRune("tfr-“”\"/", r):
		return 0.4 * size
	case strings.ContainsRune("mwMW%—…@", r):
		return 0.92 * size
	case unicode.Is(unicode.Mn, r), unicode.Is(unicode.Cf, r):
		return 0
	case unicode.IsUpper(r):
		return 0.68 * size
	case r < utf8.RuneSelf:
		return 0.545 * size
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 1.05 * size
	}
	return 0.75 * size
}
