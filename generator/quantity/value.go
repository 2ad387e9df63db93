package quantity

import (
	"math"
	"strconv"
	"strings"
)

// A Hedge says how exact a number is meant to be, in the words of the
// annotations. Its zero value is no hedge.
type Hedge string

// The hedges.
const (
	None    Hedge = "none" // as annotations may write the zero value
	Exactly Hedge = "exactly"
	About   Hedge = "about"
	Nearly  Hedge = "nearly"
	AtLeast Hedge = "at-least"
	AtMost  Hedge = "at-most"
	Over    Hedge = "over"
	Under   Hedge = "under"
)

// A Value is a number or a range as somebody tells it, with its hedge.
//
// Numbers are float64, each read as one decimal literal with its magnitude
// in the exponent ("2.3 million" as 2.3e6), so that one number has one value
// however it is written; whole numbers are exact up to 2^53. Values are
// compared by their bounds, never added up.
type Value struct {
	Low, High float64 // alike for a single number; of a percentage 12 for 12%
	Step      float64 // what the last digit that was told counts; 0: told exactly
	Hedge     Hedge
}

// small is the first whole number that a text may have rounded.
const small = 13

// Of returns the value of a number as an annotation writes it: rounded to its
// last digit that is not 0.
func Of(v float64, hedge Hedge) Value {
	return Value{Low: v, High: v, Step: stepOf(strconv.FormatFloat(math.Abs(v), 'f', -1, 64)), Hedge: hedge}
}

// Bounds returns the closed interval for which the value stands. A number
// without a hedge stands for its rounding (2,400: 2,350 to 2,449), a whole
// one below 13 or in words for itself; about is a tenth to either side,
// nearly a tenth below; of at-least and over only the beginning is known, of
// at-most and under only the end. A range is its ends.
func (v Value) Bounds() (low, high float64) {
	switch v.Hedge {
	case Exactly:
		return v.Low, v.High
	case About:
		return v.Low - math.Abs(v.Low)/10, v.High + math.Abs(v.High)/10
	case Nearly:
		return v.Low - math.Abs(v.Low)/10, v.High
	case AtLeast, Over:
		return v.Low, math.Inf(1)
	case AtMost, Under:
		return math.Inf(-1), v.High
	}
	if v.Low != v.High || v.isExact() {
		return v.Low, v.High
	}
	low, high = v.Low-v.Step/2, v.High+v.Step/2-1
	if v.Step < 1 {
		high = math.Nextafter(v.High+v.Step/2, v.Low)
	}
	return low, high
}

func (v Value) isExact() bool {
	isWhole := v.Low == math.Trunc(v.Low)
	return v.Step == 0 || v.Step == 1 || isWhole && v.Step >= 1 && math.Abs(v.Low) < small
}

// Meets reports whether two values can both be right: whether their bounds
// have a point in common. Values that do not meet exclude each other.
func (v Value) Meets(w Value) bool {
	low, high := v.Bounds()
	otherLow, otherHigh := w.Bounds()
	return low <= otherHigh && otherLow <= high
}

// stepOf returns what the last digit of a plain decimal counts that is not a
// zero before the decimal point: 100 for "2400", 1 for "2401", 0.1 for "2.0".
func stepOf(decimal string) float64 {
	if _, fraction, ok := strings.Cut(decimal, "."); ok {
		return power(-len(fraction))
	}
	zeros := len(decimal) - len(strings.TrimRight(decimal, "0"))
	if zeros == len(decimal) {
		return 1
	}
	return power(zeros)
}

// power returns a power of ten, correctly rounded.
func power(exponent int) float64 {
	f, _ := strconv.ParseFloat("1e"+strconv.Itoa(exponent), 64)
	return f
}
