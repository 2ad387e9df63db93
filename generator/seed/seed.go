// Package seed reads source texts: their paragraphs, sentences, words and
// parts. All of it is found in the raw bytes, which never change.
package seed

import (
	"bytes"
	"slices"
	"sync"
	"unicode/utf8"

	"factsheet/generator/text"
)

// Lines says what a line break means in a text.
type Lines uint8

// The meanings of a line break.
const (
	Auto       Lines = iota // as in Wrapped, but see Read
	Paragraphs              // each line is a paragraph
	Wrapped                 // lines are hard-wrapped; a paragraph ends at a blank line
)

// ParseLines reads the words "paragraphs" and "wrapped", and "" for Auto.
func ParseLines(word string) (lines Lines, ok bool) {
	switch word {
	case "":
		return Auto, true
	case "paragraphs":
		return Paragraphs, true
	case "wrapped":
		return Wrapped, true
	}
	return Auto, false
}

// A Text is a seed as it is read. It never changes.
type Text struct {
	File       *text.File
	View       *text.View
	Paragraphs []text.Span // in bytes, in order, without the white space around them

	once  sync.Once
	words []Word
	index index
}

// longLine is the length in code points from which a line of a text without
// blank lines is taken for a whole paragraph: nobody wraps lines so late.
const longLine = 120

// Read reads a text. With Auto, a text with a blank line between others is
// Wrapped; of one without, the lines are Paragraphs if any is longer than 120
// code points, else the text is one paragraph.
func Read(f *text.File, lines Lines) *Text {
	spans := visibleLines(f.Data)
	if lines == Auto {
		lines = guessLines(f.Data, spans)
	}
	if lines == Wrapped {
		spans = joinLines(f.Data, spans)
	}
	return &Text{File: f, View: text.Fold(f.Data), Paragraphs: spans}
}

// ParagraphAt returns the index of the paragraph that holds the byte at
// offset, -1 where there is none: in the white space between paragraphs.
func (t *Text) ParagraphAt(offset int) int {
	i, found := slices.BinarySearchFunc(t.Paragraphs, offset, func(p text.Span, offset int) int {
		switch {
		case offset < p.Start:
			return 1
		case offset >= p.End:
			return -1
		}
		return 0
	})
	if !found {
		return -1
	}
	return i
}

// visibleLines returns the lines in which something can be seen, trimmed.
func visibleLines(data []byte) []text.Span {
	var spans []text.Span
	for start := 0; start < len(data); {
		end := len(data)
		if n := bytes.IndexByte(data[start:], '\n'); n >= 0 {
			end = start + n + 1
		}
		if s := trim(data, text.Span{Start: start, End: end}); s.Len() > 0 {
			spans = append(spans, s)
		}
		start = end
	}
	return spans
}

// trim takes from a span the characters on both sides of which nothing is seen.
func trim(data []byte, s text.Span) text.Span {
	b := bytes.TrimLeftFunc(data[s.Start:s.End], unseen)
	start := s.End - len(b)
	return text.Span{Start: start, End: start + len(bytes.TrimRightFunc(b, unseen))}
}

func guessLines(data []byte, lines []text.Span) Lines {
	long := false
	for i, l := range lines {
		if i > 0 && blankBetween(data, lines[i-1], l) {
			return Wrapped
		}
		long = long || l.Len() > longLine && utf8.RuneCount(data[l.Start:l.End]) > longLine
	}
	if long {
		return Paragraphs
	}
	return Wrapped
}

func blankBetween(data []byte, a, b text.Span) bool {
	return bytes.Count(data[a.End:b.Start], []byte("\n")) > 1
}

func joinLines(data []byte, lines []text.Span) []text.Span {
	var spans []text.Span
	for i, l := range lines {
		if i > 0 && !blankBetween(data, lines[i-1], l) {
			spans[len(spans)-1].End = l.End
			continue
		}
		spans = append(spans, l)
	}
	return spans
}
