package edtf

import (
	"strings"
	"testing"
)

func TestNewest(t *testing.T) {
	for dates, want := range map[string]string{
		"":                                     "",
		"2031-03-05 2031-03-07 2031-03-06":     "2031-03-07",
		"2031-03 2031-03-31":                   "2031-03",
		"2031-03-05 [2031-02..2031-04]":        "[2031-02..2031-04]",
		"2031-04/.. 2031-03-05 [2031-05-01..]": "2031-03-05",
		"2031-04/.. [2031-05-01..] 2031-03/":   "[2031-05-01..]",
	} {
		var list []Date
		for s := range strings.FieldsSeq(dates) {
			d, err := Parse(s)
			if err != nil {
				t.Fatal(err)
			}
			list = append(list, d, Date{})
		}
		if got := Newest(list).String(); got != want {
			t.Errorf("%s: %s, not %s", dates, got, want)
		}
	}
}
