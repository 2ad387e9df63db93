package check

import (
	"testing"

	"factsheet/generator/quantity"
)

func TestBearsOut(t *testing.T) {
	tests := []struct {
		told, said string
		want       bool
	}{
		{"2031-03-05", "2031-03-05", true},
		{"2031-03-05", "2031-03", true}, // the statement may say less
		{"2031-03", "2031-03-05", false},
		{"2031-03-05", "2031-03-06", false},
		{"[..2031-06-30]", "[..2031-06-30]", true},
		{"2031-06-30", "[..2031-06-30]", true},
		{"2031-06-29", "[..2031-06-30]", true}, // "before" puts an end a day off
		{"2031-03-05", "[..2031-06-30]", false},
		{"[..2031-06-30]", "2031-06-30", true},
		{"2031-03-05/..", "2031-03-05", true},
		{"2031-03-05/..", "[2031-03-05..]", true},
		{"2031-03-05/..", "2032-03-05/..", false},
		{"[..2031-06-30]", "2031-06-30/..", false}, // until then, from then on
		{"[2031-06-30..]", "[..2031-06-30]", false},
		{"2031-03-05/2031-03-09", "2031-03-05/2031-03-09", true},
		{"2031-03-05/2031-03-09", "2031-03-05/2031-03-19", true}, // within it
		{"2031-03-05/2031-03-09", "2031-04-05/2031-04-09", false},
	}
	for _, tt := range tests {
		if got := bearsOut(edtfDate(t, tt.told), edtfDate(t, tt.said)); got != tt.want {
			t.Errorf("bearsOut(%s, %s) = %v", tt.told, tt.said, got)
		}
	}
}

func TestBearsNumber(t *testing.T) {
	tests := []struct {
		told, said string
		want       bool
	}{
		{"1,200 people", "1,200 people", true},
		{"more than 1,200 people", "1,200 people", true}, // the hedge is another rule's
		{"1,200 people", "1,300 people", false},
		{"twelve hundred people", "1,200 people", true},
		{"$1.4 million", "$1,400,000", true},
		{"$40", "€40", false},
		{"30 to 40 boats", "40 boats", true},
		{"30 boats or 40 boats", "30 to 40 boats", true},
		{"30 boats", "30 to 40 boats", false},
		{"half of them", "50 per cent", true},
		{"a third of them", "50 per cent", false},
		{"dozens of boats", "dozens of boats", true},
		{"dozens of boats", "hundreds of boats", false},
		{"36 boats", "dozens of boats", true},
		{"four boats", "several boats", true},
		{"dozens of boats", "36 boats", false}, // the text leaves the number open
	}
	for _, tt := range tests {
		read := func(s string) []number { return writtenNumbers(s, quantity.Read(s, english(t))) }
		said := read(tt.said)
		if len(said) != 1 {
			t.Fatalf("%s holds %d numbers", tt.said, len(said))
		}
		if got := bearsNumber(said[0], read(tt.told)); got != tt.want {
			t.Errorf("%q bears %q: %v", tt.told, tt.said, got)
		}
	}
}

func TestUnframed(t *testing.T) {
	for words, want := range map[string]string{
		"before the September 2031": "September 2031",
		"since Wednesday":           "Wednesday",
		"5 March":                   "5 March",
		"since":                     "since",
	} {
		if got := unframed(words, english(t)); got != want {
			t.Errorf("unframed(%q) = %q, want %q", words, got, want)
		}
	}
}

func TestOnWeekday(t *testing.T) {
	for words, want := range map[string]bool{"Wednesday, 5 March 2031": true, "Thursday, 5 March 2031": false, "5 March 2031": true} {
		if got := onWeekday(edtfDate(t, "2031-03-05"), words, english(t)); got != want {
			t.Errorf("%q on 2031-03-05: %v", words, got)
		}
	}
}
