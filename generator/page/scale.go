package page

import (
	"math"
	"strconv"

	"factsheet/generator/dossier"
)

// A scale leads numbers to fractions of its length. It begins at zero unless
// there is something below, so that no difference looks larger than it is.
type scale struct {
	low, high float64
	step      float64 // between its ticks
}

// scaleOf is the scale on which all amounts of some figures have room.
func (b *Book) scaleOf(figures []*dossier.Fact) scale {
	var low, high float64
	whole, open := true, false
	for _, f := range figures {
		for _, e := range supporting(f.Evidence) {
			t := b.toldBy(f, e)
			from, to := t.Bounds()
			open = open || math.IsInf(to, 1)
			for _, v := range []float64{t.Low, t.High, from, to} {
				if math.IsInf(v, 0) {
					continue
				}
				low, high = min(low, v), max(high, v)
			}
			whole = whole && t.Low == math.Trunc(t.Low) && t.High == math.Trunc(t.High)
		}
	}
	if open {
		high *= roomForArrows
	}
	return newScale(low, high, whole)
}

// roomForArrows is by how much a scale is longer than its largest number where
// an amount is open to above.
const roomForArrows = 1.2

// newScale rounds a scale to at most five steps of 1, 2 or 5 times a power of
// ten; of whole numbers to steps of at least one.
func newScale(low, high float64, whole bool) scale {
	const farthest = 1e300 // beyond it, and below its reciprocal, arithmetic fails
	low, high = max(low, -farthest), min(high, farthest)
	if high-low < 1/farthest {
		high = low + 1
	}
	const most = 5
	step := roundStep(high/most - low/most)
	if whole {
		step = max(step, 1)
	}
	return scale{math.Floor(low/step) * step, math.Ceil(high/step) * step, step}
}

// roundStep is the least of 1, 2 and 5 times a power of ten that is not less
// than v, which is more than 0.
func roundStep(v float64) float64 {
	power := math.Pow(10, math.Floor(math.Log10(v)))
	for _, n := range [...]float64{1, 2, 5} {
		if n*power >= v {
			return n * power
		}
	}
	return 10 * power
}

// at is where a number stands, the nearer end for what lies beyond one.
func (s scale) at(v float64) float64 {
	switch {
	case v <= s.low:
		return 0
	case v >= s.high:
		return 1
	}
	// Halves, for the whole scale may be longer than any number.
	return (v/2 - s.low/2) / (s.high/2 - s.low/2)
}

// exact takes from a number what only its binary form adds: 0.3 and not
// 0.30000000000000004.
func exact(v float64) float64 {
	v, _ = strconv.ParseFloat(strconv.FormatFloat(v, 'g', 12, 64), 64)
	return v
}

// marks are the numbers of the scale.
func (s scale) marks() []float64 {
	var out []float64
	first := math.Round(s.low / s.step)
	for i := range int(math.Round(s.high/s.step)-first) + 1 {
		out = append(out, exact((first+float64(i))*s.step))
	}
	return out
}

// ticks are those of the scale with their words.
func (d plotter) ticks() []Tick {
	var out []Tick
	for _, v := range d.scale.marks() {
		out = append(out, Tick{At: d.scale.at(v), Words: d.book.speech.one(number(v), d.unit)})
	}
	return out
}
