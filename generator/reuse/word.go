package reuse

import (
	"sort"
	"unicode"
	"unicode/utf8"

	"factsheet/generator/seed"
	"factsheet/generator/text"
)

// A word is a word or a number. Punctuation is none: commas that stand alike
// say nothing of wording.
type word struct {
	text.Span        // in the folded text
	key       uint32 // the same for words that differ in nothing but case
	numeric   bool
	quoted    bool // stands in quotation marks
}

// anyNumber stands in fingerprints for every number: a rewrite that changes
// the number is a rewrite.
const anyNumber = 0x23

func (w word) gramKey() uint32 {
	if w.numeric {
		return anyNumber
	}
	return w.key
}

// words returns the words of a span of the text.
func (t *Text) words(s text.Span) []word { return t.appendWords(nil, s) }

// appendWords appends the words of a span of the text to a list that may be
// used again: the words of a sentence are looked at and let go.
func (t *Text) appendWords(list []word, s text.Span) []word {
	folded, first := t.folded[s.Start:s.End], len(list)
	numbers, quoted := from(t.numbers, s.Start), from(t.quoted, s.Start)
	for w, ok := seed.NextWord(folded, 0); ok; w, ok = seed.NextWord(folded, int(w.End)) {
		if !w.Letters {
			continue
		}
		span := text.Span{Start: s.Start + int(w.Start), End: s.Start + int(w.End)}
		if n := len(list) - 1; n >= first && t.abbreviates(list[n].Span, span) {
			list[n] = joined(t.folded, list[n], span)
			continue
		}
		inNumber, inQuotes := numbers.holds(span.Start), quoted.holds(span.Start)
		list = append(list, word{span, w.Key, inNumber || isDigit(folded[w.Start:]), inQuotes})
	}
	return list
}

func isDigit(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsDigit(r)
}

// spans are some that are in order, without those that end at or before an
// offset at which they were last looked at.
type spans []text.Span

func from(list []text.Span, offset int) spans {
	return list[sort.Search(len(list), func(i int) bool { return list[i].End > offset }):]
}

// holds reports whether an offset lies in one of them. It is asked with offsets
// that grow.
func (s *spans) holds(offset int) bool {
	for len(*s) > 0 && (*s)[0].End <= offset {
		*s = (*s)[1:]
	}
	return len(*s) > 0 && (*s)[0].Start <= offset
}

// longest is the length in bytes up to which letters with stops between them
// are one word.
const longest = 12

// abbreviates reports whether a stop alone stands between the capital with
// which one span ends and a capital alone: "U.S".
func (t *Text) abbreviates(a, b text.Span) bool {
	return a.Len() < longest && b.Start == a.End+1 && t.folded[a.End] == '.' && b.Len() == 1 && isCapital(t.folded[b.Start]) &&
		isCapital(t.folded[a.End-1]) && (a.Len() == 1 || t.folded[a.End-2] == '.')
}

func isCapital(c byte) bool { return 'A' <= c && c <= 'Z' }

// joined makes one word of an abbreviation and its next letter, with the key
// of the same letters without stops.
func joined(folded string, w word, next text.Span) word {
	w.End = next.End
	letters := make([]byte, 0, w.Len())
	for _, c := range []byte(folded[w.Start:w.End]) {
		if c != '.' {
			letters = append(letters, c)
		}
	}
	w.key = seed.Words(string(letters))[0].Key
	return w
}

// Keys returns the words of a folded text, without punctuation: numbers that
// are the same for words that differ in nothing but case.
func Keys(folded string) []uint32 {
	t := &Text{folded: folded}
	words := t.words(text.Span{Start: 0, End: len(folded)})
	out := make([]uint32, len(words))
	for i, w := range words {
		out[i] = w.key
	}
	return out
}
