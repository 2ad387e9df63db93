package lang

import "testing"

// The number in question is the last run of digits with a bar before it.
func TestYearAt(t *testing.T) {
	tests := []struct {
		before, number, after string
		want                  bool
	}{
		{"in ", "2031", " the dam broke", true},
		{"", "2000", " soldiers marched", false},
		{"", "2031", " was wet", true},
		{"the ", "2003", " flood", true},
		{"the ", "2028", " elections", true},
		{"in ", "2000", " villages", false},
		{"in ", "1942", " people fled", true},
		{"some ", "1942", " people", false},
		{"more than ", "2000", "", false},
		{"no later than ", "2032", "", true},
		{"about ", "1950", "", true},
		{"March ", "2000", " talks", true},
		{"March 5, ", "2000", "", true},
		{"$", "2000", "", false},
		{"", "2000", " percent", false},
		{"", "2000", "-strong crowd", false},
		{"", "2,031", "", false},
		{"", "3031", "", false},
		{"", "203", "", false},
	}
	for _, tt := range tests {
		s := tt.before + tt.number + tt.after
		toks := english(t).Tokens(s)
		if got := english(t).YearAt(s, toks, at(t, toks, len(tt.before))); got != tt.want {
			t.Errorf("%q in %q is a year: %v, want %v", tt.number, s, got, tt.want)
		}
	}
}

func TestDayOfMonthAt(t *testing.T) {
	tests := []struct {
		before, number, after string
		want                  bool
	}{
		{"", "5", " March", true},
		{"", "5", "th of March", true},
		{"March ", "5", ", 2031", true},
		{"Dec. ", "7", "", true},
		{"", "5", " to 7 March", true},
		{"March 5 and ", "7", "", true},
		{"March 5 and ", "7", " people", false},
		{"", "5", ", 6 and 7 March", true},
		{"Friday ", "7", "", true},
		{"in March ", "12", " people died", false},
		{"", "32", " March", false},
		{"", "5", " boats in March", false},
		{"", "5", "", false},
	}
	for _, tt := range tests {
		s := tt.before + tt.number + tt.after
		toks := english(t).Tokens(s)
		if got := english(t).DayOfMonthAt(s, toks, at(t, toks, len(tt.before))); got != tt.want {
			t.Errorf("%q in %q is a day: %v, want %v", tt.number, s, got, tt.want)
		}
	}
}

func at(t *testing.T, toks []Token, start int) int {
	t.Helper()
	for i, tok := range toks {
		if tok.Start == start {
			return i
		}
	}
	t.Fatalf("no token begins at byte %d", start)
	return 0
}
