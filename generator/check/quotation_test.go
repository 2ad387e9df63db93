package check

import (
	"strings"
	"testing"
)

func TestQuotations(t *testing.T) {
	tests := []struct{ text, want string }{
		{`nothing here`, ""},
		{`he said "no warning" and "none"`, "no warning|none"},
		{`a 6" pipe and a "wide" one`, "wide"},
		{`"open to the end`, ""},
		{`"" and ("well")`, "|well"},
	}
	for _, tt := range tests {
		var got []string
		for _, span := range quotations(tt.text) {
			got = append(got, tt.text[span.Start:span.End])
		}
		if strings.Join(got, "|") != tt.want {
			t.Errorf("%s: %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestInOrder(t *testing.T) {
	const said = `"It was a night of 'horror' for us," she said, "and we had no warning."`
	tests := []struct {
		quotation string
		want      bool
	}{
		{"It was a night", true},
		{"it was a night", true}, // a capital at the start is free
		{"A night of 'horror'", true},
		{`a night of "horror"`, true}, // so is the kind of the inner marks
		{"a night [...] for us,", true},
		{"a night ... no warning.", true},
		{"no warning ... a night", false},
		{"a night of horrors", false},
		{"it was a nigh", false},
		{"It was the night", false},
	}
	for _, tt := range tests {
		if got := inOrder(said, quotedPieces(tt.quotation)); got != tt.want {
			t.Errorf("%s: %v, want %v", tt.quotation, got, tt.want)
		}
	}
}
