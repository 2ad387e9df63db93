package seed

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"factsheet/generator/text"
)

// Sentences returns the sentences of a paragraph, in bytes of the file and
// without the white space between them. Abbreviation says of a word, given
// without its last full stop, whether that stop belongs to it ("Mr", "No");
// it may be nil.
//
// A sentence ends at a full stop, question mark, exclamation mark or ellipsis
// with the marks that close after it, where white space and no small letter
// follow. Single letters with stops ("J.", "U.N.") never end one but at the
// end of the paragraph: what follows them cannot be told from a name.
func (t *Text) Sentences(paragraph int, abbreviation func(word string) bool) []text.Span {
	p := t.Paragraphs[paragraph]
	data := t.File.Data[p.Start:p.End]
	var sentences []text.Span
	start := 0
	for i := 0; i < len(data); {
		stop, size := utf8.DecodeRune(data[i:])
		if !ends(stop) {
			i += size
			continue
		}
		end := afterStops(data, i)
		if end < len(data) && endsAt(data[start:], i-start, end-start, abbreviation) {
			sentences = append(sentences, trim(data, text.Span{Start: start, End: end}))
			start = end
		}
		i = end
	}
	sentences = append(sentences, trim(data, text.Span{Start: start, End: len(data)}))
	for i := range sentences {
		sentences[i].Start += p.Start
		sentences[i].End += p.Start
	}
	return sentences
}

const stops = ".!?…؟۔।。！？"

func ends(r rune) bool {
	if r < utf8.RuneSelf {
		return r == '.' || r == '!' || r == '?'
	}
	return strings.ContainsRune(stops, r)
}

func closes(r rune) bool { return r == '"' || r == '\'' || unicode.In(r, unicode.Pe, unicode.Pf) }

func opens(r rune) bool {
	return r == '"' || r == '\'' || r == '—' || r == '–' || unicode.In(r, unicode.Ps, unicode.Pi)
}

// afterStops returns where the stops at i and the closing marks after them end.
func afterStops(data []byte, i int) int {
	rest := bytes.TrimLeftFunc(data[i:], ends)
	return len(data) - len(bytes.TrimLeftFunc(rest, closes))
}

// endsAt reports whether a sentence ends with the stops at data[stop:end].
func endsAt(data []byte, stop, end int, abbreviation func(string) bool) bool {
	last, _ := utf8.DecodeRune(data[stop:end])
	next, _ := utf8.DecodeRune(data[end:])
	if !unicode.IsSpace(next) {
		return strings.ContainsRune("。！？", last)
	}
	rest := bytes.TrimLeftFunc(data[end:], unseen)
	first, _ := utf8.DecodeRune(bytes.TrimLeftFunc(rest, opens))
	if unicode.IsLower(first) {
		return false
	}
	return string(data[stop:end]) != "." || !keepsStop(data[:stop], abbreviation)
}

// keepsStop reports whether a full stop after the words belongs to the last.
func keepsStop(words []byte, abbreviation func(string) bool) bool {
	words = bytes.TrimLeftFunc(words, unseen)
	i := bytes.LastIndexFunc(words, func(r rune) bool { return unicode.IsSpace(r) || opens(r) })
	if i >= 0 {
		_, size := utf8.DecodeRune(words[i:])
		i += size
	}
	word := string(words[max(i, 0):])
	return initials(word) || i < 0 && ordinal(word) || abbreviation != nil && abbreviation(word)
}

// initials reports whether a word is capital letters with stops between them.
func initials(word string) bool {
	for part := range strings.SplitSeq(word, ".") {
		r, size := utf8.DecodeRuneInString(part)
		if size == 0 || size != len(part) || !unicode.IsUpper(r) {
			return false
		}
	}
	return true
}

// ordinal reports whether a word is a number such as begins the items of a list.
func ordinal(word string) bool {
	return word != "" && len(word) < 3 && strings.Trim(word, "0123456789") == ""
}
