package diag

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"

	"factsheet/generator/text"
)

const (
	maxCells = 100 // a longer line is cut around the span
	tabStop  = 4   // cells between tab stops
	reach    = 512 // bytes looked at on each side of the span's start, so that one endless line costs no more than a short one
)

// A picture is one line of a file as a terminal shows it.
type picture struct {
	number int    // the line's, from 1
	text   string // at most maxCells cells
	indent int    // cells before the first caret
	carets int
}

// A cell is one grapheme of the line, as shown.
type cell struct {
	span  text.Span // bytes of the file
	shown string
	width int // terminal cells
}

// draw shows the first line of a span.
func draw(f *text.File, span text.Span) picture {
	number := f.Position(span.Start).Line
	line := f.Line(number)
	cells, cutLeft, cutRight := lineCells(f, line, span.Start)
	first, last := covered(cells, span)
	from, to := window(cells, first, last, cutLeft, cutRight)

	p := picture{number: number, carets: 1}
	var b strings.Builder
	if cutLeft || from > 0 {
		b.WriteString("…")
		p.indent = 1
	}
	for i, c := range cells[from:to] {
		b.WriteString(c.shown)
		if from+i < first {
			p.indent += c.width
		}
	}
	if cutRight || to < len(cells) {
		b.WriteString("…")
	}
	p.text = strings.TrimRight(b.String(), " ")
	p.carets = max(1, total(cells[first:max(first, min(last, to))]))
	return p
}

// lineCells splits the part of a line that lies in reach of an offset into
// cells, and says whether bytes of the line are left out on either side.
func lineCells(f *text.File, line text.Span, offset int) (cells []cell, cutLeft, cutRight bool) {
	offset = min(max(offset, line.Start), line.End)
	start, end := max(line.Start, offset-reach), min(line.End, offset+reach)
	for start > line.Start && start < offset && !utf8.RuneStart(f.Data[start]) {
		start++
	}
	for end < line.End && end > offset && !utf8.RuneStart(f.Data[end]) {
		end--
	}
	cells = make([]cell, 0, end-start)
	rest, state, column := f.Data[start:end], -1, 0
	for at := start; len(rest) > 0; {
		if isPlain(rest) {
			cells = append(cells, cell{span: text.Span{Start: at, End: at + 1}, shown: string(rest[:1]), width: 1})
			rest, state = rest[1:], -1
			column++
			at++
			continue
		}
		var grapheme []byte
		var boundaries int
		grapheme, rest, boundaries, state = uniseg.Step(rest, state)
		c := cell{span: text.Span{Start: at, End: at + len(grapheme)}, shown: string(grapheme), width: boundaries >> uniseg.ShiftWidth}
		if string(grapheme) == "\t" {
			c.width = tabStop - column%tabStop
			c.shown = strings.Repeat(" ", c.width)
		} else if safe := Visible(c.shown); safe != c.shown {
			c.shown, c.width = safe, width(safe)
		}
		cells = append(cells, c)
		column += c.width
		at += len(grapheme)
	}
	return cells, start > line.Start, end < line.End
}

// isPlain reports whether a line begins with a character of ASCII that is a
// grapheme by itself, as another one follows.
func isPlain(line []byte) bool {
	return len(line) > 1 && isPrintable(line[0]) && isPrintable(line[1])
}

func isPrintable(c byte) bool { return ' ' <= c && c <= '~' }

// covered returns the range of cells that a span touches; for an empty span,
// and for one that begins at the end of the line, the range may be empty.
func covered(cells []cell, span text.Span) (first, last int) {
	for first < len(cells) && cells[first].span.End <= span.Start {
		first++
	}
	last = first
	for last < len(cells) && cells[last].span.Start < span.End {
		last++
	}
	return first, last
}

// window chooses the cells to show: all if they fit, else as much of the
// covered range as fits and what room is left shared between its two sides.
func window(cells []cell, first, last int, cutLeft, cutRight bool) (from, to int) {
	if !cutLeft && !cutRight && total(cells) <= maxCells {
		return 0, len(cells)
	}
	room := maxCells - 2 // an ellipsis on each side
	from, to = first, first
	for to < last && cells[to].width <= room {
		room -= cells[to].width
		to++
	}
	if to < last {
		return from, to
	}
	half := room / 2
	for from > 0 && cells[from-1].width <= half {
		from--
		half -= cells[from].width
		room -= cells[from].width
	}
	for to < len(cells) && cells[to].width <= room {
		room -= cells[to].width
		to++
	}
	for from > 0 && cells[from-1].width <= room {
		from--
		room -= cells[from].width
	}
	return from, to
}

func total(cells []cell) int {
	n := 0
	for _, c := range cells {
		n += c.width
	}
	return n
}

func width(s string) int { return uniseg.StringWidth(s) }

// Visible returns s with everything that could deceive a reader or drive a
// terminal written out: control characters, bidirectional controls, unseen
// spaces and line separators, and bytes that are not UTF-8. Tabs stay.
func Visible(s string) string {
	if !strings.ContainsFunc(s, Deceives) && utf8.ValidString(s) {
		return s
	}
	var b strings.Builder
	for len(s) > 0 {
		r, size := utf8.DecodeRuneInString(s)
		switch {
		case r == utf8.RuneError && size == 1:
			fmt.Fprintf(&b, "<0x%02X>", s[0])
		case Deceives(r):
			fmt.Fprintf(&b, "<U+%04X>", r)
		default:
			b.WriteString(s[:size])
		}
		s = s[size:]
	}
	return b.String()
}

// Deceives reports whether a character drives a terminal, is seen by nobody, or
// has what stands beside it shown in another order. A tab does none of this.
func Deceives(r rune) bool {
	if unicode.IsControl(r) {
		return r != '\t'
	}
	switch {
	case r == 0xAD, r == 0x61C, r == 0x200B, r == 0x200E, r == 0x200F, r == 0xFEFF,
		0x2028 <= r && r <= 0x202E, 0x2060 <= r && r <= 0x2069:
		return true
	}
	return false
}
