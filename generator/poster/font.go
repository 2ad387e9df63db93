package poster

import (
	"image"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// A face is a font with what it needs while it is read; it may be used by
// several goroutines.
type face struct {
	mu   sync.Mutex
	font *sfnt.Font
	buf  sfnt.Buffer
}

var regular, bold = parse(goregular.TTF), parse(gobold.TTF)

func parse(data []byte) *face {
	f, err := sfnt.Parse(data)
	if err != nil {
		panic("poster: " + err.Error())
	}
	return &face{font: f}
}

// has reports whether the font has every letter of some words.
func (f *face) has(words string) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, r := range words {
		if g, err := f.font.GlyphIndex(&f.buf, r); err != nil || g == 0 && r != '\n' {
			return false
		}
	}
	return true
}

// width is that of a line in pixels.
func (f *face) width(line string, size int) int {
	f.mu.Lock()
	defer f.mu.Unlock()
	var x fixed.Int26_6
	for _, r := range line {
		_, advance := f.glyph(r, size)
		x += advance
	}
	return x.Ceil()
}

// glyph returns the outline of a letter with its base at the origin, and how
// far the next one stands from it. Whoever calls it holds the lock.
func (f *face) glyph(r rune, size int) (sfnt.Segments, fixed.Int26_6) {
	g, err := f.font.GlyphIndex(&f.buf, r)
	if err != nil {
		return nil, 0
	}
	advance, err := f.font.GlyphAdvance(&f.buf, g, fixed.I(size), font.HintingNone)
	if err != nil {
		return nil, 0
	}
	segments, err := f.font.LoadGlyph(&f.buf, g, fixed.I(size), nil)
	if err != nil {
		return nil, advance
	}
	return segments, advance
}

// draw sets a line with its base at a point.
func (f *face) draw(c canvas, x, y int, s style, line string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	at := fixed.I(x)
	for _, r := range line {
		segments, advance := f.glyph(r, s.size)
		c.letter(segments, at, y, s)
		at += advance
	}
}

// letter draws an outline. The box it is drawn in is twice as high as the
// letters, with the base in its middle.
func (c canvas) letter(segments sfnt.Segments, at fixed.Int26_6, y int, s style) {
	if len(segments) == 0 {
		return
	}
	left, top := at.Floor()-s.size, y-s.size
	box := image.Rect(0, 0, 3*s.size, 2*s.size)
	z := vector.NewRasterizer(box.Dx(), box.Dy())
	trace(z, segments, fixed.Point26_6{X: at - fixed.I(left), Y: fixed.I(s.size)})
	mask := image.NewAlpha(box)
	z.Draw(mask, box, image.Opaque, image.Point{})
	for py := range box.Dy() {
		for px := range box.Dx() {
			if shade := (int(mask.Pix[py*mask.Stride+px])*shades + 127) / 255; shade > 0 {
				c.put(left+px, top+py, s.ink, uint8(shade))
			}
		}
	}
}

// trace hands an outline to a rasterizer as straight lines between points of a
// 64th of a pixel, which floating point holds exactly: what it makes of curves
// is not the same on every machine.
func trace(z *vector.Rasterizer, segments sfnt.Segments, by fixed.Point26_6) {
	line := func(p fixed.Point26_6, to func(x, y float32)) { to(float32(p.X)/64, float32(p.Y)/64) }
	var pen fixed.Point26_6
	for _, s := range segments {
		a, b := s.Args[0].Add(by), s.Args[1].Add(by)
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			z.ClosePath()
			line(a, z.MoveTo)
			pen = a
		case sfnt.SegmentOpLineTo:
			line(a, z.LineTo)
			pen = a
		case sfnt.SegmentOpQuadTo:
			for i := range fixed.Int26_6(steps) {
				line(bent(pen, a, b, i+1), z.LineTo)
			}
			pen = b
		}
	}
	z.ClosePath()
}

// steps is how many lines a curve becomes.
const steps = 8

// bent is a point of a quadratic curve, i steps from its beginning.
func bent(from, by, to fixed.Point26_6, i fixed.Int26_6) fixed.Point26_6 {
	j := steps - i
	at := func(a, b, c fixed.Int26_6) fixed.Int26_6 { return (j*j*a + 2*i*j*b + i*i*c) / (steps * steps) }
	return fixed.Point26_6{X: at(from.X, by.X, to.X), Y: at(from.Y, by.Y, to.Y)}
}
