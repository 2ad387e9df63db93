package check

import (
	"testing"

	"factsheet/generator/edtf"
)

func edtfDate(t *testing.T, s string) edtf.Date {
	t.Helper()
	d, err := edtf.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestBears(t *testing.T) {
	tests := []struct {
		told, date string
		until      bool
		want       bool
	}{
		{"2031-03-05", "2031-03-05", false, true},
		{"2031-03-05", "2031-03", false, true}, // wider than the words is no more than they say
		{"2031-03", "2031-03-05", false, false},
		{"2031-03-05", "2031-03-06", false, false},
		{"[..2031-03-28]", "2031-03-28", false, false}, // a deadline is no day
		{"[..2031-03-28]", "2031-03-28", true, true},   // but what goes on until then ends then
		{"[..2031-06]", "[..2031-06-30]", false, true},
		{"[..2031-06]", "[..2031-06-15]", false, false},
		{"2031-03-05/..", "2031-03-05/..", false, true},
		{"2031-03-05/..", "2031-03-05/2031-03-09", false, true}, // as far as the text knows
		{"2031-03-05/..", "2031-03-07/..", false, false},
		{"2031-03-05/..", "2031-03-05", false, false},
	}
	for _, tt := range tests {
		d := day{dates: []edtf.Date{edtfDate(t, tt.told)}, until: tt.until}
		if got := d.bears(edtfDate(t, tt.date)); got != tt.want {
			t.Errorf("%s bears %s (until %v): %v", tt.told, tt.date, tt.until, got)
		}
	}
}

func TestAsOf(t *testing.T) {
	d := day{kind: 1, dates: []edtf.Date{edtfDate(t, "2031-03-02/.."), edtfDate(t, "2031-03-09/..")}}
	d.asOf(edtfDate(t, "2031-03-09"))
	if !d.bears(edtfDate(t, "2031-03-09")) || d.meets(edtfDate(t, "2031-03-05")) || d.ambiguous() {
		t.Errorf("as of the day itself is %v", d.dates)
	}
}
