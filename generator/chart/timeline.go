package chart

import (
	"strconv"

	"factsheet/generator/page"
)

// Timeline draws the events of a page as SVG, each with its shape, its span
// and its words.
func Timeline(t page.Timeline) string {
	s := svg{id: t.ID}
	for _, k := range t.Key {
		s.glyph(k.Shape)
		s.lines("key", indent+4, k.Words)
	}
	s.y += smallGap
	s.axis(t.Ticks)
	for _, e := range t.Events {
		s.y += smallGap
		s.event(e, t)
	}
	if s.y > printable { // so tall that nobody who sees its end sees its beginning
		s.axis(t.Ticks)
	}
	return s.finish("timeline", t.Title, t.Summary)
}

// glyph draws a shape at the left of the line that comes next.
func (s *svg) glyph(shape string) {
	s.WriteString(`<g class="key ` + escape(shape) + `"><path transform="translate(6 ` + strconv.Itoa(s.y+lineHeight/2) + `)" d="` + shapes[shape] + `"/></g>`)
}

// shapes are the outlines of events around 0,0. Each is told from the others
// without its colour.
var shapes = map[string]string{
	"happened": dot,
	"ahead":    "M0,-6L5.5,0L0,6L-5.5,0z",
	"off":      "M-4.5,-4.5L4.5,4.5M-4.5,4.5L4.5,-4.5",
	"disputed": "M-5.5,4.5L0,-5.5L5.5,4.5z",
}

func (s *svg) event(e page.Event, t page.Timeline) {
	s.glyph(e.Shape)
	s.lines("amount", indent+4, e.Status)
	s.field("strip")
	s.grid(t.Ticks, t.Breaks)
	s.when(e)
	s.endField()
	s.lines("text", indent+4, e.Fact.Title)
	if e.Order != "" {
		s.lines("text", indent+4, e.Order)
	}
}

const middle = stripHeight / 2

// when draws the span of an event, from when it was said.
func (s *svg) when(e page.Event) {
	s.said(e)
	if !e.Dated {
		return
	}
	class := e.Shape
	if e.Inferred {
		class += " hollow"
	}
	s.span(e)
	if !e.OpenFrom {
		s.shape(class, shapes[e.Shape], e.From)
	}
	if !e.OpenTo && (e.OpenFrom || !e.Lasting && e.To > e.From) {
		s.shape(class, shapes[e.Shape], e.To)
	}
}

func (s *svg) span(e page.Event) {
	const stub = 0.12 // how long an open end is drawn
	class, from, to := "within", e.From, e.To
	if e.Lasting {
		class = "lasting"
	}
	if e.OpenTo {
		to = 1
		if e.From > 1-stub/2 {
			to = min(1, e.From+stub/2)
		}
		s.shape("arrow", rightArrow, to)
	}
	if e.OpenFrom && !e.Said {
		from = max(0, e.To-stub)
		s.shape("arrow", leftArrow, from)
	}
	if to > from {
		s.line(class, from, to, middle, middle)
	}
}

// said draws when something was said, and what leads from there to when it was
// said for.
func (s *svg) said(e page.Event) {
	if !e.Said {
		return
	}
	s.line("said", e.SaidFrom, e.SaidFrom, middle-7, middle+7)
	if e.SaidTo > e.SaidFrom {
		s.line("said", e.SaidTo, e.SaidTo, middle-7, middle+7)
		s.line("said", e.SaidFrom, e.SaidTo, middle, middle)
	}
	if e.Dated && e.From != e.SaidTo {
		s.line("leads", e.SaidTo, e.From, middle, middle)
	}
}
