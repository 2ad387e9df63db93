package page

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"factsheet/generator/edtf"
	"factsheet/generator/form"
)

func TestNumber(t *testing.T) {
	english := newSpeech("en-GB")
	for _, c := range []struct {
		v    float64
		want Words
	}{
		{0, "0"}, {7, "7"}, {999, "999"}, {1200, "1,200"}, {-1200, "−1,200"}, {0.5, "0.5"}, {1234.5, "1,234.5"},
		{999999, "999,999"}, {1e6, "1 million"}, {1.4e6, "1.4 million"}, {2.25e9, "2.25 billion"}, {1234567, "1,234,567"},
		{1234500000, "1,234,500,000"}, {3e12, "3 trillion"}, {2e15, "2,000 trillion"}, {math.Inf(1), "+Inf"},
	} {
		if got := english.number(c.v); got != c.want {
			t.Errorf("%v is said as %q, not %q", c.v, got, c.want)
		}
	}
	if got := newSpeech("xx").number(1200); got != "1,200" {
		t.Errorf("a language without a table says 1200 as %q", got)
	}
}

func TestAmount(t *testing.T) {
	n, word := number, func(s string) form.Number { return form.Number{Text: written(s)} }
	for _, c := range []struct {
		a    amount
		want Words
	}{
		{amount{value: n(1200), hedge: "over", unit: "people"}, "more than 1,200 people"},
		{amount{value: n(1200), hedge: "none", unit: "people"}, "1,200 people"},
		{amount{value: n(3), hedge: "exactly", unit: "bridges"}, "exactly 3 bridges"},
		{amount{value: n(900), hedge: "about", unit: "people"}, "about 900 people"},
		{amount{value: n(2500), hedge: "nearly", unit: "people"}, "nearly 2,500 people"},
		{amount{value: n(6), hedge: "under", unit: "months"}, "under 6 months"},
		{amount{value: n(6), hedge: "at-least", unit: "boats"}, "at least 6 boats"},
		{amount{value: n(6), hedge: "at-most", unit: "boats"}, "at most 6 boats"},
		{amount{low: n(30), high: n(40), unit: "boats"}, "30 to 40 boats"},
		{amount{low: n(30), unit: "boats"}, "30 or more boats"},
		{amount{high: n(40), unit: "boats"}, "up to 40 boats"},
		{amount{value: n(1.4e6), unit: "$"}, "$1.4 million"},
		{amount{low: n(5), high: n(6), unit: "US$", hedge: "about"}, "about US$5 to US$6"},
		{amount{value: n(12), unit: "%", of: "the boats"}, "12% of the boats"},
		{amount{value: word("a third"), unit: "%", of: "the boats"}, "“a third” of the boats"},
		{amount{value: word("dozens"), unit: "people"}, "“dozens” (people)"},
		{amount{value: n(1), unit: "bridges"}, "1 (bridges)"},
		{amount{value: n(1), unit: "decade", hedge: "over"}, "more than one decade"},
		{amount{value: word("several"), unit: "boats"}, "“several” boats"},
		{amount{value: word("a few months"), unit: "months"}, "“a few months”"},
		{amount{value: word("a series"), unit: "trips"}, "“a series” (trips)"},
		{amount{value: n(0), unit: "bridges"}, "0 bridges"},
	} {
		if got := newSpeech("en").amount(c.a); got != c.want {
			t.Errorf("%+v is said as %q, not %q", c.a, got, c.want)
		}
	}
}

func TestDays(t *testing.T) {
	for _, c := range []struct {
		dates           []string
		plain, on, noun Words
	}{
		{nil, "", "", ""},
		{[]string{""}, "", "", ""},
		{[]string{"2031-03-05", "2031-03-05"}, "5 March 2031", "on 5 March 2031", "5 March 2031"},
		{[]string{"2031-03-07", "2031-03-05"}, "5 and 7 March 2031", "on 5 and 7 March 2031", "5 and 7 March 2031"},
		{[]string{"2031-03-07", "2031-03"}, "March 2031 and 7 March 2031", "in March 2031 and on 7 March 2031", "March 2031 and 7 March 2031"},
		{[]string{"2031-03-07", "2031-04-07"}, "7 March 2031 and 7 April 2031", "on 7 March 2031 and on 7 April 2031", "7 March 2031 and 7 April 2031"},
		{[]string{"2031-03-05?"}, "perhaps 5 March 2031", "perhaps 5 March 2031", "perhaps 5 March 2031"},
		{[]string{"[..2031-03]"}, "by the end of March 2031", "by the end of March 2031", "some day in or before March 2031"},
		{[]string{"[..2031-03-08]"}, "by 8 March 2031", "by 8 March 2031", "some day on or before 8 March 2031"},
		{[]string{"[2031-03-03..2031-03-08]"}, "between 3 and 8 March 2031", "on some day between 3 and 8 March 2031", "some day between 3 and 8 March 2031"},
		{[]string{"2031-03-XX"}, "some day in March 2031", "on some day in March 2031", "some day in March 2031"},
		{[]string{"2031-03-05/2031-03-07"}, "from 5 to 7 March 2031", "from 5 to 7 March 2031", "the time from 5 to 7 March 2031"},
		{
			[]string{"2031-03-05", "2031-03-06", "2031-03-07", "2031-03-08"},
			"4 days between 5 March 2031 and 8 March 2031", "4 days between 5 March 2031 and 8 March 2031", "4 days between 5 March 2031 and 8 March 2031",
		},
	} {
		var dates []edtf.Date
		for _, s := range c.dates {
			d, err := edtf.Parse(s)
			if err != nil {
				t.Fatal(err)
			}
			dates = append(dates, d)
		}
		s := newSpeech("en")
		got := []Words{s.days(dates, edtf.Date.Words), s.days(dates, on), s.days(dates, noun)}
		if diff := cmp.Diff([]Words{c.plain, c.on, c.noun}, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.dates, diff)
		}
	}
}

func TestJoin(t *testing.T) {
	for n, want := range []Words{"", "a", "a and b", "a, b and c"} {
		if got := and([]Words{"a", "b", "c"}[:n]); got != want {
			t.Errorf("%d words are joined as %q, not %q", n, got, want)
		}
	}
	if got := sentence("éclair"); got != "Éclair" {
		t.Errorf("the sentence begins %q", got)
	}
	if got := sentence(""); got != "" {
		t.Errorf("no words become %q", got)
	}
}
