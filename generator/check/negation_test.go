package check

import (
	"strings"
	"testing"
)

func TestDenials(t *testing.T) {
	tests := []struct{ text, want string }{
		{"The gate was shut.", ""},
		{"The gate had not been shut before the rain.", "not: shut rain"},
		{"Nobody came, and the dam held.", "Nobody: came"},
		{"She denied that the keys were lost.", "denied: keys lost"},
		{"She denied that the keys were lost, and that the dam broke.", "denied: keys lost|denied: dam broke"},
		{"It is unlikely to stop.", "unlikely: stop"},
		{"It was a fire, not a bomb, she said.", "not: bomb"},
		{"No more than 40 came, no later than Monday.", ""},
		{"They came not only by boat.", ""},
		{"They didn't say why.", "didn't: say"},
		{"They did not say how the gap would be closed.", "not: say"},
		{"They did not say the gap would be closed.", "not: say gap closed"},
		{"", ""},
	}
	for _, tt := range tests {
		var got []string
		for _, d := range denials(tt.text, english(t)) {
			got = append(got, d.word+": "+strings.Join(d.content, " "))
		}
		if strings.Join(got, "|") != tt.want {
			t.Errorf("%s: %q, want %q", tt.text, got, tt.want)
		}
	}
	if got := denials("not so", nil); got != nil {
		t.Errorf("without a table: %v", got)
	}
}

func TestSameStem(t *testing.T) {
	tests := []struct {
		a, b string
		want bool
	}{
		{"closed", "closing", true},
		{"close", "closed", true},
		{"shut", "shut", true},
		{"shut", "shot", false},
		{"clear", "unclear", false},
		{"port", "portentous", false},
		{"is", "island", false},
	}
	for _, tt := range tests {
		if got := sameStem(tt.a, tt.b); got != tt.want {
			t.Errorf("sameStem(%q, %q) = %v", tt.a, tt.b, got)
		}
	}
}
