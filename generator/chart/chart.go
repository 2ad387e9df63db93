// Package chart draws page values as SVG: the plot of a measure, the timeline
// of a sheet.
//
// A drawing has the width of the column in which it stands, from [narrowest]
// up: what stands across is in percent, what stands down and every letter in
// CSS pixels. It is laid out for a phone, each label above its marks or below
// them; on a wide screen the style sheet moves the marks beside the labels,
// for which each has its class and none a height of its own. All looks are the
// style sheet's as well, so that a drawing has the colours of its page.
//
// A drawing is one picture to those who cannot see it, with a title and a
// description; what it shows stands in a table behind it.
package chart

import (
	"html/template"
	"strconv"
	"strings"

	"factsheet/generator/page"
)

// narrowest is the least width of a drawing in CSS pixels: that of a screen of
// 320 without the margins of the page.
const narrowest = 288

// broad is the least width of the marks where they stand beside their labels:
// on a sheet of A4.
const broad = 360

// printable is how tall a drawing may be to fit a printed page. A taller one
// would be cut through its letters; in its place its table is printed.
const printable = 850

// Sizes of what stands down, in CSS pixels.
const (
	lineHeight  = 17 // of a label
	stripHeight = 22 // of the marks of a row
	smallGap    = 6  // between rows that belong together
	indent      = 14 // of what belongs to the line above
)

// An svg is a drawing that is being written from top to bottom.
type svg struct {
	strings.Builder
	id    string // of what it shows
	y     int    // of what comes next
	lined bool   // whether the grid was drawn once
}

// finish returns the drawing.
func (s *svg) finish(class, title, desc string) string {
	var b strings.Builder
	id := escape(s.id)
	if s.y > printable {
		class += " tall"
	}
	b.WriteString(`<svg class="` + class + `" role="img" aria-labelledby="_` + id + `_title" aria-describedby="_` + id + `_desc" width="100%" height="` + strconv.Itoa(s.y) + `">` + "\n")
	b.WriteString(`<title id="_` + id + `_title">` + escape(title) + "</title>\n")
	b.WriteString(`<desc id="_` + id + `_desc">` + escape(desc) + "</desc>\n")
	b.WriteString(s.String())
	b.WriteString("</svg>\n")
	return b.String()
}

// lines writes a label, wrapped, with its first line at the left.
func (s *svg) lines(class string, left int, label string) {
	for _, line := range wrap(label, narrowest-left) {
		s.WriteString(`<text class="` + class + `" x="` + strconv.Itoa(left) + `" y="` + strconv.Itoa(s.y+lineHeight-4) + `">` + escape(line) + "</text>\n")
		s.y += lineHeight
	}
}

// field begins the strip in which the marks of a row stand, or an axis.
func (s *svg) field(class string) {
	s.WriteString(`<g class="` + class + `"><g transform="translate(0 ` + strconv.Itoa(s.y) + `)">`)
}

func (s *svg) endField() {
	s.WriteString("</g></g>\n")
	s.y += stripHeight
}

// grid draws what stands behind the marks of every row: the ticks of the scale,
// and where it is broken.
func (s *svg) grid(ticks []page.Tick, breaks []float64) {
	id := "_" + escape(s.id) + "_grid"
	if s.lined {
		s.WriteString(`<use href="#` + id + `"/>`)
		return
	}
	s.lined = true
	s.WriteString(`<g id="` + id + `">`)
	for _, t := range ticks {
		s.line("grid", t.At, t.At, 0, stripHeight)
	}
	for _, at := range breaks {
		s.shape("break", "M-5,7L-1,-7M1,7L5,-7", at)
	}
	s.WriteString("</g>")
}

// across is a place across a field, in percent. The marks at its ends need
// some room beside them.
func across(at float64) string {
	const margin = 2.5
	return strconv.FormatFloat(margin+at*(100-2*margin), 'f', 2, 64) + "%"
}

// line draws a line across a field at a height.
func (s *svg) line(class string, from, to float64, y1, y2 int) {
	s.WriteString(`<line class="` + class + `" x1="` + across(from) + `" x2="` + across(to) + `" y1="` + strconv.Itoa(y1) + `" y2="` + strconv.Itoa(y2) + `"/>`)
}

// shape draws a path of the shapes around a place of a field.
func (s *svg) shape(class, path string, at float64) {
	s.WriteString(`<svg class="` + escape(class) + `" x="` + across(at) + `" y="` + strconv.Itoa(stripHeight/2) + `" overflow="visible"><path d="` + path + `"/></svg>`)
}

func escape(s string) string { return template.HTMLEscapeString(s) }
