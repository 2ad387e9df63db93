package suggest

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"factsheet/generator/edtf"
	"factsheet/generator/text"
)

// The widths, in code points, between which the lines of a text may be wrapped.
const shortestMargin, longestMargin = 40, 120

// margin returns the width, in code points, at which the lines of a text are
// wrapped if any are: that of the longest one, an address apart. It is zero
// where a line is so long that nobody wraps them.
func margin(data []byte) int {
	widest := shortestMargin
	for line := range bytes.Lines(data) {
		if line = bytes.TrimSpace(line); len(line) > widest && bytes.ContainsRune(line, ' ') {
			widest = max(widest, utf8.RuneCount(line))
		}
	}
	if widest > longestMargin {
		return 0
	}
	return widest
}

// dateMark is a day that whoever collected the texts put in front of one.
var dateMark = regexp.MustCompile(`^\s*date (\d{4}-\d\d-\d\d)\s+`)

// outletMark is an outlet before the first words of its text.
var outletMark = regexp.MustCompile(`^(\p{Lu}[\p{L} .'’-]{1,40}) ?/ `)

// unmarked returns the paragraphs without the mark in front of the first, which
// is a header.
func (p *page) unmarked(l *layout) []text.Span {
	out := slices.Clone(p.Paragraphs)
	if len(out) == 0 {
		return nil
	}
	data := p.File.Data
	m := dateMark.FindSubmatchIndex(data[out[0].Start:out[0].End])
	if m == nil {
		return out
	}
	l.published, _ = edtf.Parse(string(data[out[0].Start+m[2] : out[0].Start+m[3]]))
	header := text.Span{Start: out[0].Start, End: out[0].Start + m[3]}
	out[0].Start += m[1]
	if m := outletMark.FindSubmatchIndex(data[out[0].Start:out[0].End]); m != nil {
		l.publisher = p.words(text.Span{Start: out[0].Start + m[2], End: out[0].Start + m[3]})
		header.End = out[0].Start + m[1] - 1
		out[0].Start += m[1]
	}
	l.headers = append(l.headers, header)
	return out
}

// pieces returns the paragraphs, and instead of those above the prose their
// lines. A header below the prose of a paragraph is a piece too.
func (p *page) pieces(l *layout) []text.Span {
	var out []text.Span
	inProse := false
	for _, paragraph := range p.unmarked(l) {
		lines := p.lines(paragraph)
		foot := len(lines)
		for foot > 1 && p.isHeader(lines[foot-1]) && !p.isProse(lines[foot-1]) {
			foot--
		}
		body := joined(lines[:foot], 0)
		if !inProse {
			body = p.head(lines[:foot])
			inProse = p.isProse(body[len(body)-1])
		}
		out = append(append(out, body...), lines[foot:]...)
	}
	return out
}

// head cuts lines above which no prose stands into those above their prose, if
// they have any, and the rest. Where lines are wrapped the prose may begin with
// one that looks like none; so what stands right above it is taken for a line of
// its own only below the last header or above a dateline.
func (p *page) head(lines []text.Span) []text.Span {
	if p.isContact(lines[0]) && !slices.ContainsFunc(lines, p.isProse) {
		return joined(lines, 0)
	}
	first := slices.IndexFunc(lines, p.isProse)
	if first < 0 {
		first = len(lines)
	} else if p.margin == 0 || p.opens(joined(lines, first)[first]) {
		return joined(lines, first)
	}
	cut := first
	for cut > 0 && !p.isHeader(lines[cut-1]) {
		cut--
	}
	if cut < len(lines) && p.isProse(joined(lines, cut)[cut]) {
		return joined(lines, cut)
	}
	return lines
}

// joined joins the lines from one on.
func joined(lines []text.Span, from int) []text.Span {
	return append(slices.Clone(lines[:from]), text.Span{Start: lines[from].Start, End: lines[len(lines)-1].End})
}

// capitalPlace is how a dateline mostly begins.
var capitalPlace = regexp.MustCompile(`^\s*\p{Lu}{3,}[\p{Lu} ]*[,(]`)

// opens reports whether words are those with which a report opens.
func (p *page) opens(span text.Span) bool {
	return capitalPlace.Match(p.File.Data[span.Start:span.End]) || p.dateline(span).Len() > 0
}

// mostHeadLines is how many lines of a paragraph are judged one by one: more
// are no head.
const mostHeadLines = 30

// lines cuts a paragraph into the lines that its writer made, without the line
// breaks at a margin. After the first thirty all are one.
func (p *page) lines(paragraph text.Span) []text.Span {
	data := p.File.Data[paragraph.Start:paragraph.End]
	var out []text.Span
	var above text.Span
	for n, at := 0, paragraph.Start; at < paragraph.End; n++ {
		end := len(data)
		if i := bytes.IndexByte(data[at-paragraph.Start:], '\n'); i >= 0 && n < mostHeadLines {
			end = at - paragraph.Start + i + 1
		}
		line := visible(p.File.Data, text.Span{Start: at, End: paragraph.Start + end})
		at = paragraph.Start + end
		switch {
		case line.Len() == 0:
			continue
		case above.Len() > 0 && p.continues(above, line, paragraph.End):
			out[len(out)-1].End = line.End
		default:
			out = append(out, line)
		}
		above = line
	}
	return out
}

// visible takes from a span what nothing is seen of at its ends.
func visible(data []byte, s text.Span) text.Span {
	unseen := func(r rune) bool { return unicode.IsSpace(r) || text.LeftOut(r) }
	rest := bytes.TrimLeftFunc(data[s.Start:s.End], unseen)
	start := s.End - len(rest)
	return text.Span{Start: start, End: start + len(bytes.TrimRightFunc(rest, unseen))}
}

// continues reports whether a line only goes on with the one above it: its
// first word had no room there, or it begins in lower case and is no header.
func (p *page) continues(above, line text.Span, end int) bool {
	if p.dateline(text.Span{Start: line.Start, End: end}).Len() > 0 {
		return false
	}
	words := p.File.Slice(line)
	word, _, _ := strings.Cut(words, " ")
	width := utf8.RuneCountInString(p.File.Slice(above)) + 1 + utf8.RuneCountInString(word)
	if p.margin > 0 && width > p.margin {
		return true
	}
	first, _ := utf8.DecodeRuneInString(words)
	return unicode.IsLower(first) && !p.isHeader(line)
}
