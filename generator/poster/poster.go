// Package poster draws the pictures that other sites show beside a link to a
// page: the words of a page.Poster in the colours of the site, as PNG. The same
// words are the same bytes on any machine: letters are outlines of the Go fonts,
// flattened with whole numbers.
package poster

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"strings"

	"factsheet/generator/page"
)

// Version goes up when the same words become another picture.
const Version = 2

// Width and Height are those that other sites ask for, in pixels.
const (
	Width  = 1200
	Height = 630
)

const (
	margin  = 72
	measure = Width - 2*margin
)

// Draw returns the picture as PNG, and false where the fonts lack a letter of
// its words.
func Draw(p page.Poster) ([]byte, bool) {
	if !Draws(p) {
		return nil, false
	}
	c := newCanvas()
	c.fill(image.Rect(margin, 56, Width-margin, 64), ink)
	y := 64
	if p.Kicker != "" {
		y = c.block(y+46, p.Kicker, style{bold, 28, 36, soft}, margin, 1) - 8
	}
	y = c.block(y+76, p.Title, style{bold, 60, 68, ink}, margin, 2)
	if p.Says != "" {
		c.says(y, p)
	}
	c.fill(image.Rect(margin, Height-96, Width-margin, Height-94), rule)
	c.block(Height-50, p.Foot, style{regular, 26, 36, soft}, margin, 1)
	c.clear(image.Rect(Width-margin-60, Height-90, Width-margin, Height))
	c.icon(Width-margin-44, Height-78)
	var out bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&out, c.img); err != nil {
		panic(err) // nothing is written but to memory
	}
	return out.Bytes(), true
}

// says sets what a fact says below the title, whose base is at y, with its
// status as far as there is room, and a bar beside both.
func (c canvas) says(y int, p page.Poster) {
	s := style{regular, 52, 64, ink}
	if len(s.wrap(p.Says, measure-30)) > 3 {
		s = style{regular, 38, 50, ink}
	}
	y += 60 + s.size/2
	top := y - s.size*3/4
	y = c.block(y, p.Says, s, margin+30, 5)
	if lines := (Height - 116 - y) / 36; lines > 0 && p.Status != "" {
		y = c.block(y+46, p.Status, style{regular, 26, 36, soft}, margin+30, min(lines, 2))
	}
	c.fill(image.Rect(margin, top, margin+6, y+10), accent)
}

// Draws reports whether the fonts have every letter of a picture's words.
func Draws(p page.Poster) bool {
	return regular.has(p.Says+p.Status+p.Foot) && bold.has(p.Kicker+p.Title)
}

// The colours of the site by daylight, as in layouts/static/style.css.
var (
	paper = color.RGBA{0xff, 0xfe, 0xfb, 0xff}
	inks  = [...]color.RGBA{ink: {0x1b, 0x1c, 0x1d, 0xff}, soft: {0x56, 0x5a, 0x5d, 0xff}, rule: {0xd9, 0xd6, 0xcd, 0xff}, accent: {0x0b, 0x55, 0x63, 0xff}}
)

const (
	ink = iota
	soft
	rule
	accent
)

// shades is how many there are of an ink, the last of which is all of it.
const shades = 16

// palette has the paper and the shades of each ink on it.
func palette() color.Palette {
	p := color.Palette{paper}
	for _, c := range inks {
		for s := 1; s <= shades; s++ {
			mix := func(from, to uint8) uint8 { return uint8((int(from)*(shades-s) + int(to)*s) / shades) }
			p = append(p, color.RGBA{mix(paper.R, c.R), mix(paper.G, c.G), mix(paper.B, c.B), 0xff})
		}
	}
	return p
}

type canvas struct{ img *image.Paletted }

func newCanvas() canvas {
	return canvas{image.NewPaletted(image.Rect(0, 0, Width, Height), palette())}
}

// put puts a shade of an ink on a pixel, unless a darker one is there.
func (c canvas) put(x, y, of int, shade uint8) {
	if !image.Pt(x, y).In(c.img.Rect) {
		return
	}
	at := c.img.PixOffset(x, y)
	c.img.Pix[at] = max(c.img.Pix[at], uint8(of*shades)+shade)
}

func (c canvas) fill(r image.Rectangle, of int) {
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			c.put(x, y, of, shades)
		}
	}
}

// icon draws that of the site.
func (c canvas) icon(x, y int) {
	c.fill(image.Rect(x, y, x+44, y+44), accent)
	for _, bar := range [...]image.Rectangle{image.Rect(11, 10, 33, 15), image.Rect(11, 19, 25, 23), image.Rect(11, 27, 33, 31)} {
		c.clear(bar.Add(image.Pt(x, y)))
	}
}

// clear leaves nothing but paper.
func (c canvas) clear(r image.Rectangle) {
	for y := r.Min.Y; y < r.Max.Y; y++ {
		clear(c.img.Pix[c.img.PixOffset(r.Min.X, y):c.img.PixOffset(r.Max.X, y)])
	}
}

// A style is how a block of words is set: sizes in pixels.
type style struct {
	font       *face
	size, line int
	ink        int
}

// block sets words on lines, the first with its base at y, and returns the
// base of the last. What does not fit on the lines is left out, which a sign
// says.
func (c canvas) block(y int, words string, s style, x, most int) int {
	lines := s.wrap(words, measure-(x-margin))
	if len(lines) > most {
		lines = lines[:most]
		lines[most-1] = s.shorten(lines[most-1], measure-(x-margin))
	}
	for i, l := range lines {
		if i > 0 {
			y += s.line
		}
		s.font.draw(c, x, y, s, l)
	}
	return y
}

// wrap cuts words into lines of at most a width.
func (s style) wrap(words string, width int) []string {
	var lines []string
	line := ""
	for word := range strings.FieldsSeq(words) {
		longer := strings.TrimSpace(line + " " + word)
		if line != "" && s.font.width(longer, s.size) > width {
			lines, longer = append(lines, line), word
		}
		line = s.cut(longer, width)
	}
	return append(lines, line)
}

// shorten leaves out the last words of a line so that the sign has room that
// there were more.
func (s style) shorten(line string, width int) string {
	const more = " …"
	for s.font.width(line+more, s.size) > width {
		shorter := line[:max(0, strings.LastIndexByte(line, ' '))]
		if shorter == "" {
			break
		}
		line = shorter
	}
	return s.cut(strings.TrimRight(line, " ,;:")+more, width)
}

// cut shortens a line until it fits, which a sign at its end says.
func (s style) cut(line string, width int) string {
	if s.font.width(line, s.size) <= width {
		return line
	}
	runes := []rune(strings.TrimRight(strings.TrimSuffix(line, "…"), " "))
	low, high := 0, len(runes)
	for low < high {
		middle := (low + high + 1) / 2
		if s.font.width(string(runes[:middle])+"…", s.size) <= width {
			low = middle
		} else {
			high = middle - 1
		}
	}
	return strings.TrimRight(string(runes[:low]), " ,;:") + "…"
}
