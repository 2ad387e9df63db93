package quantity

import (
	"math"
	"testing"
)

func TestBounds(t *testing.T) {
	inf := math.Inf(1)
	tests := []struct {
		text      string
		low, high float64
	}{
		{"2,400", 2350, 2449},
		{"2,401", 2401, 2401},
		{"2,000", 1500, 2499},
		{"12", 12, 12},
		{"10", 10, 10},
		{"20", 15, 24},
		{"twenty", 20, 20},
		{"two thousand", 2000, 2000},
		{"1.4 million", 1350000, 1449999},
		{"2.3 million", 2250000, 2349999},
		{"2.5K", 2450, 2549},
		{"12.5%", 12.45, math.Nextafter(12.55, 0)},
		{"0", 0, 0},
		{"exactly 2,400", 2400, 2400},
		{"about 100", 90, 110},
		{"nearly 100", 90, 100},
		{"at least 2,400", 2400, inf},
		{"more than 2,400", 2400, inf},
		{"up to 30", -inf, 30},
		{"fewer than 30", -inf, 30},
		{"30 to 40", 30, 40},
		{"about 30 to 40", 27, 44},
		{"dozens", 24, 200},
		{"at least several hundred", 300, inf},
		{"the rest", 0, inf},
		{"about -100", -110, -90},
	}
	for _, tt := range tests {
		list := Read(tt.text, english(t))
		if len(list) != 1 {
			t.Errorf("%q: %d quantities, want 1", tt.text, len(list))
			continue
		}
		if low, high := list[0].Bounds(); low != tt.low || high != tt.high {
			t.Errorf("%q: bounds %v to %v, want %v to %v", tt.text, low, high, tt.low, tt.high)
		}
	}
}

func TestMeets(t *testing.T) {
	tests := []struct {
		a, b Value
		want bool
	}{
		{Of(2500, ""), Of(2500, About), true},
		{Of(2400, ""), Of(2500, ""), false},
		{Of(1200, Over), Of(1300, ""), true},
		{Of(1200, Over), Of(1100, ""), false},
		{Of(1200, Over), Of(1200, AtMost), true},
		{Of(3, ""), Of(4, ""), false},
		{Of(17, ""), Of(17, None), true},
		{Of(0.3, ""), Of(0.34, ""), true},
		{Of(900, Nearly), Of(850, ""), true},
		{Of(900, Nearly), Of(950, Exactly), false},
	}
	for _, tt := range tests {
		if got, back := tt.a.Meets(tt.b), tt.b.Meets(tt.a); got != tt.want || back != tt.want {
			t.Errorf("%v meets %v: %v, the other way %v, want %v", tt.a, tt.b, got, back, tt.want)
		}
	}
}

// One number has one value however it is written.
func TestOneValueForEverySpelling(t *testing.T) {
	for want, spellings := range map[float64][]string{
		1400000:    {"1.4 million", "1.4m", "$1.4M", "1,400,000", "1400 thousand", "one million four hundred thousand"},
		2300000:    {"2.3 million", "2.3 mn", "2,300,000"},
		1100000000: {"1.1bn", "1.1 billion", "$1.1 billion"},
		500000:     {"half a million", "0.5 million", "500,000", "500K", "five hundred thousand"},
		36:         {"three dozen", "thirty-six", "36"},
	} {
		for _, spelling := range spellings {
			list := Read(spelling, english(t))
			if len(list) != 1 || list[0].Low != want || list[0].High != want {
				t.Errorf("%q: got %v, want %v", spelling, list, want)
			}
		}
	}
}
