package page

import (
	"cmp"
	"math"
	"slices"

	"factsheet/generator/edtf"
)

// A stretch is days from the first to the last.
type stretch struct{ first, last edtf.Day }

// stretchOf is what a date tells of its days: of one that is open at an end,
// the day at the other.
func stretchOf(d edtf.Date) (s stretch, ok bool) {
	s = stretch{d.Earliest(), d.Latest()}
	switch {
	case d.IsZero(), s.first == edtf.MinDay && s.last == edtf.MaxDay:
		return stretch{}, false
	case s.first == edtf.MinDay:
		s.first = s.last
	case s.last == edtf.MaxDay:
		s.last = s.first
	}
	return s, true
}

// A calendar leads days to places on a scale of time. Its pieces have no holes
// between them; those of empty time that is long are shortened.
type calendar struct {
	pieces []piece
	length float64 // of all pieces as they are drawn, in days
}

type piece struct {
	stretch
	at, length float64 // as it is drawn, in days
	cut        bool
}

// Empty time is left out where there is more of it than of what is told: what
// is longer than a quarter of the time that is told, or, where hardly more is
// told than days, longer than three times what is usual between them. It is
// drawn half as long as the longest that is not left out.
const (
	longShare  = 1.0 / 4
	longTimes  = 3
	littleTold = 1.0 / 3
)

// newCalendar is the scale for some stretches of days.
func newCalendar(told []stretch) calendar {
	told = joinStretches(told)
	var c calendar
	limit := longest(told)
	for i, s := range told {
		if i > 0 {
			c.add(stretch{told[i-1].last, s.first}, limit)
		}
		c.add(s, math.Inf(1))
	}
	return c
}

func (c *calendar) add(s stretch, limit float64) {
	p := piece{stretch: s, at: c.length, length: s.days()}
	if p.length > limit {
		p.length, p.cut = limit/2, true
	}
	c.pieces = append(c.pieces, p)
	c.length += p.length
}

func (s stretch) days() float64 { return float64(s.last) - float64(s.first) }

// joinStretches puts stretches in order and makes one of those that meet.
func joinStretches(list []stretch) []stretch {
	list = slices.Clone(list)
	slices.SortFunc(list, func(a, b stretch) int { return cmp.Compare(a.first, b.first) })
	out := list[:0]
	for _, s := range list {
		if n := len(out) - 1; n >= 0 && s.first <= out[n].last {
			out[n].last = max(out[n].last, s.last)
			continue
		}
		out = append(out, s)
	}
	return out
}

// longest is how long empty time between stretches may be to be drawn whole.
func longest(told []stretch) float64 {
	var filled, empty float64
	var gaps []float64
	for i, s := range told {
		filled += s.days()
		if i > 0 {
			gaps = append(gaps, stretch{told[i-1].last, s.first}.days())
			empty += gaps[i-1]
		}
	}
	if empty <= filled || filled == 0 && len(gaps) == 1 {
		return math.Inf(1)
	}
	limit := filled * longShare
	if filled < (filled+empty)*littleTold {
		limit = max(limit, longTimes*usual(gaps))
	}
	return limit
}

// usual is the median of some lengths but the greatest; 0 of one.
func usual(lengths []float64) float64 {
	slices.Sort(lengths)
	others := lengths[:len(lengths)-1]
	if len(others) == 0 {
		return 0
	}
	return others[len(others)/2]
}

// at is where a day stands.
func (c calendar) at(d edtf.Day) float64 {
	for _, p := range c.pieces {
		if d > p.last {
			continue
		}
		if c.length == 0 {
			return 0.5
		}
		share := 0.0
		if days := p.days(); days > 0 {
			share = max(0, float64(d)-float64(p.first)) / days
		}
		return (p.at + share*p.length) / c.length
	}
	return 1
}

// breaks are the middles of what is shortened.
func (c calendar) breaks() []float64 {
	var out []float64
	for _, p := range c.pieces {
		if p.cut {
			out = append(out, (p.at+p.length/2)/c.length)
		}
	}
	return out
}
