package chart

import (
	"slices"
	"strconv"

	"factsheet/generator/page"
)

// Plot draws the plot of a measure as SVG.
func Plot(p page.Plot) string {
	s := svg{id: p.ID}
	s.axis(p.Ticks)
	for _, lane := range p.Lanes {
		s.y += smallGap
		s.lines("lane", 0, lane.Title)
		for _, r := range lane.Reports {
			s.report(r, p.Ticks)
		}
	}
	return s.finish("plot", p.Title, p.Summary)
}

// axis writes the words of a scale, of those for which there is room: on a phone
// fewer than on a wide screen.
func (s *svg) axis(ticks []page.Tick) {
	s.field("axis")
	few, many := clear(ticks, narrowest), clear(ticks, broad)
	for _, t := range ticks {
		class := "tick " + anchor(t.At)
		switch narrow, wide := slices.Contains(few, t), slices.Contains(many, t); {
		case !narrow && !wide:
			continue
		case !wide:
			class += " narrow"
		case !narrow:
			class += " wide"
		}
		s.WriteString(`<text class="` + class + `" x="` + across(t.At) + `" y="` + strconv.Itoa(stripHeight-7) + `">` + escape(t.Words) + "</text>")
	}
	s.endField()
}

// clear are the ticks whose words do not meet in a field of some width.
func clear(ticks []page.Tick, width float64) []page.Tick {
	var out []page.Tick
	free := -1.0
	for _, t := range ticks {
		left := t.At*width*0.95 - measure(t.Words)/2
		switch anchor(t.At) {
		case "first":
			left += measure(t.Words) / 2
		case "last":
			left -= measure(t.Words) / 2
		}
		if left >= free {
			out = append(out, t)
			free = left + measure(t.Words) + size
		}
	}
	return out
}

// anchor is the class of a label that stands at a place: one at an end of the
// field must not reach beyond it.
func anchor(at float64) string {
	switch {
	case at < 0.1:
		return "first"
	case at > 0.9:
		return "last"
	}
	return "middle"
}

// report draws what one report says, held together by a line at its left.
func (s *svg) report(r page.Report, ticks []page.Tick) {
	s.y += smallGap
	s.lines("report", 0, r.Title)
	top := s.y + smallGap
	for _, m := range r.Marks {
		s.y += smallGap
		s.mark(m, ticks)
	}
	s.together("together", top, s.y-stripHeight)
	s.together("together tail", s.y-stripHeight, s.y)
	s.y += smallGap
}

// together draws a line at the left. Where the labels stand beside the marks,
// these leave their height free, and the tail is not shown.
func (s *svg) together(class string, from, to int) {
	s.WriteString(`<line class="` + class + `" x1="3" x2="3" y1="` + strconv.Itoa(from) + `" y2="` + strconv.Itoa(to) + `"/>` + "\n")
}

// mark draws an amount between its number and its texts.
func (s *svg) mark(m page.Mark, ticks []page.Tick) {
	class := "amount"
	if m.Vague {
		class = "amount theirs"
	}
	words := m.Words
	if m.Inferred {
		words += " (inferred)"
	}
	s.lines(class, indent, words)
	s.field("strip")
	s.grid(ticks, nil)
	s.amount(m)
	s.endField()
	for _, text := range m.Texts {
		s.lines("text", indent, text)
	}
}

// The shapes of marks, around 0,0.
const (
	dot        = "M-4.5,0a4.5,4.5 0 1 0 9,0a4.5,4.5 0 1 0 -9,0z"
	leftArrow  = "M6,-5L-1,0L6,5"
	rightArrow = "M-6,-5L1,0L-6,5"
)

func (s *svg) amount(m page.Mark) {
	class := "bar"
	switch {
	case m.Vague:
		class = "band"
	case m.OpenFrom || m.OpenTo:
		class = "reach"
	}
	s.line(class, m.From, m.To, middle, middle)
	if m.OpenFrom {
		s.shape("arrow", leftArrow, m.From)
	}
	if m.OpenTo {
		s.shape("arrow", rightArrow, m.To)
	}
	if !m.Pointed {
		if !m.Vague {
			s.end(m.From, m.OpenFrom)
			s.end(m.To, m.OpenTo)
		}
		return
	}
	class = "dot"
	if m.Inferred {
		class = "dot hollow"
	}
	s.shape(class, dot, m.Point)
}

// end closes a range that does not go on.
func (s *svg) end(at float64, open bool) {
	if !open {
		s.line("cap", at, at, stripHeight/2-6, stripHeight/2+6)
	}
}
