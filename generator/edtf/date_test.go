package edtf

import (
	"cmp"
	"slices"
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"
)

// must returns the date that s writes.
func must(t testing.TB, s string) Date {
	t.Helper()
	d, err := Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// dates lists every notation with its first and last day ("" where it has
// none), its precision and its words.
var dates = []struct {
	text, first, last string
	precision         Precision
	words             string
}{
	{"", "", "", PrecisionUnknown, ""},
	{"2031-03-05", "2031-03-05", "2031-03-05", PrecisionDay, "5 March 2031"},
	{"2031-03-05?", "2031-03-05", "2031-03-05", PrecisionDay, "perhaps 5 March 2031"},
	{"2031-03-05~", "2031-03-05", "2031-03-05", PrecisionDay, "about 5 March 2031"},
	{"2031-03%", "2031-03-01", "2031-03-31", PrecisionMonth, "perhaps about March 2031"},
	{"2032-02", "2032-02-01", "2032-02-29", PrecisionMonth, "February 2032"},
	{"2031-12", "2031-12-01", "2031-12-31", PrecisionMonth, "December 2031"},
	{"2031", "2031-01-01", "2031-12-31", PrecisionYear, "2031"},
	{"2031-21", "2031-03-01", "2031-05-31", PrecisionSeason, "spring 2031"},
	{"2031-22", "2031-06-01", "2031-08-31", PrecisionSeason, "summer 2031"},
	{"2031-23", "2031-09-01", "2031-11-30", PrecisionSeason, "autumn 2031"},
	{"2031-24", "2031-12-01", "2032-02-29", PrecisionSeason, "winter 2031–32"},
	{"1999-24", "1999-12-01", "2000-02-29", PrecisionSeason, "winter 1999–2000"},
	{"2031-03-XX", "2031-03-01", "2031-03-31", PrecisionMonth, "some day in March 2031"},
	{"2031-XX", "2031-01-01", "2031-12-31", PrecisionYear, "some month of 2031"},
	{"2031-XX-XX", "2031-01-01", "2031-12-31", PrecisionYear, "some day in 2031"},
	{"203X", "2030-01-01", "2039-12-31", PrecisionDecade, "the 2030s"},
	{"20XX", "2000-01-01", "2099-12-31", PrecisionCentury, "the years 2000 to 2099"},
	{"1XXX", "1000-01-01", "1999-12-31", PrecisionMillennium, "the years 1000 to 1999"},
	{"203X?", "2030-01-01", "2039-12-31", PrecisionDecade, "perhaps the 2030s"},
	{"0000", "0000-01-01", "0000-12-31", PrecisionYear, "1 BC"},
	{"-0043-03-15", "-0043-03-15", "-0043-03-15", PrecisionDay, "15 March 44 BC"},
	{"Y20310", "20310-01-01", "20310-12-31", PrecisionYear, "20310"},
	{"2031-03-04/2031-03-06", "2031-03-04", "2031-03-06", PrecisionDay, "from 4 to 6 March 2031"},
	{"2031-03-04?/2031-03-06~", "2031-03-04", "2031-03-06", PrecisionDay, "from perhaps 4 March 2031 to about 6 March 2031"},
	{"2031-03-28/2031-04-02", "2031-03-28", "2031-04-02", PrecisionDay, "from 28 March to 2 April 2031"},
	{"2031-03/2031-05", "2031-03-01", "2031-05-31", PrecisionMonth, "from March to May 2031"},
	{"2031/2033", "2031-01-01", "2033-12-31", PrecisionYear, "from 2031 to 2033"},
	{"2031-03-04/2031", "2031-03-04", "2031-12-31", PrecisionYear, "from 4 March 2031 to 2031"},
	{"2031-03-04/..", "2031-03-04", "", PrecisionDay, "from 4 March 2031 on"},
	{"2031-03-04/", "2031-03-04", "", PrecisionDay, "from 4 March 2031 until an unknown day"},
	{"/2031-03", "", "2031-03-31", PrecisionMonth, "until March 2031"},
	{"[2031-03-03..2031-03-08]", "2031-03-03", "2031-03-08", PrecisionDay, "between 3 and 8 March 2031"},
	{"[2031-03-03~..2031-03-08~]", "2031-03-03", "2031-03-08", PrecisionDay, "between about 3 and 8 March 2031"},
	{"[2030-12..2031-01]", "2030-12-01", "2031-01-31", PrecisionMonth, "between December 2030 and January 2031"},
	{"[..2025-09-30]", "", "2025-09-30", PrecisionDay, "by 30 September 2025"},
	{"[..2026]", "", "2026-12-31", PrecisionYear, "by the end of 2026"},
	{"[..2026-09?]", "", "2026-09-30", PrecisionMonth, "perhaps by the end of September 2026"},
	{"[..2026-09-XX]", "", "2026-09-30", PrecisionMonth, "by the end of September 2026"},
	{"[..2026-XX]", "", "2026-12-31", PrecisionYear, "by the end of 2026"},
	{"[2031-03-05..]", "2031-03-05", "", PrecisionDay, "on or after 5 March 2031"},
	{"[2031-03..]", "2031-03-01", "", PrecisionMonth, "in March 2031 or later"},
}

func TestDates(t *testing.T) {
	for _, tt := range dates {
		t.Run(tt.text, func(t *testing.T) {
			d := must(t, tt.text)
			if d.String() != tt.text {
				t.Errorf("String() = %q", d.String())
			}
			if got := isoDay(d.Earliest()); got != tt.first {
				t.Errorf("first day %q, want %q", got, tt.first)
			}
			if got := isoDay(d.Latest()); got != tt.last {
				t.Errorf("last day %q, want %q", got, tt.last)
			}
			if d.Precision() != tt.precision {
				t.Errorf("precision %d, want %d", d.Precision(), tt.precision)
			}
			if d.Words() != tt.words {
				t.Errorf("words %q, want %q", d.Words(), tt.words)
			}
		})
	}
}

func isoDay(d Day) string {
	if d == MinDay || d == MaxDay {
		return ""
	}
	return time.Unix(int64(d)*86400, 0).UTC().Format(time.DateOnly)
}

func TestKinds(t *testing.T) {
	type kind struct{ Zero, Day, Interval, OneOf, Deadline, Uncertain, Approximate bool }
	tests := map[string]kind{
		"":                      {Zero: true},
		"2031-03-05":            {Day: true},
		"2031-03-05%":           {Day: true, Uncertain: true, Approximate: true},
		"2031-03":               {},
		"2031-03-XX":            {},
		"2031~":                 {Approximate: true},
		"2031-03-04/..":         {Interval: true},
		"2031-03-04/2031-03-06": {Interval: true},
		"2031/2032?":            {Interval: true, Uncertain: true},
		"[2031..2032]":          {OneOf: true},
		"[2031..]":              {OneOf: true},
		"[..2031]":              {OneOf: true, Deadline: true},
	}
	for text, want := range tests {
		d := must(t, text)
		got := kind{d.IsZero(), d.IsDay(), d.IsInterval(), d.IsOneOf(), d.IsDeadline(), d.Uncertain(), d.Approximate()}
		if diff := gocmp.Diff(want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	}
}

func TestDatesAsSetsOfDays(t *testing.T) {
	tests := []struct {
		d, e                            string
		meets, within, contains, finest bool // finest: d.Narrower(e)
	}{
		{"2031-03-05", "2031-03-05", true, true, true, false},
		{"2031-03-05?", "2031-03-05", true, true, true, false},
		{"2031-03-05", "2031-03-06", false, false, false, false},
		{"2031-03-05", "2031-03", true, true, false, true},
		{"2031-03-31", "2031-03-31/2031-04-02", true, true, false, true},
		{"2031-03", "2031-04", false, false, false, false},
		{"2031-03", "[2031-03-31..2031-04-02]", true, false, false, false},
		{"2031-21", "2031-03", true, false, true, false},
		{"2031-03", "", true, true, false, true},
		{"", "", true, true, true, false},
		{"2031-03-04/..", "2040", true, false, true, false},
		{"2031-03-04/..", "2031-03-03", false, false, false, false},
		{"[2031-03..]", "[..2031-03-01]", true, false, false, false},
		{"[..2031-09]", "2031-09", true, false, true, false},
		{"[..2031-09]", "2031-10", false, false, false, false},
		// deadlines compare by their end
		{"[..2031-09]", "[..2031-10]", false, false, false, false},
		{"[..2031-09-30]", "[..2031-09]", true, true, false, true},
		{"[..2031]", "[..2031-09-30]", true, false, true, false},
		{"[..2030]", "[..2031-09-30]", false, false, false, false},
	}
	for _, tt := range tests {
		d, e := must(t, tt.d), must(t, tt.e)
		if d.Meets(e) != tt.meets || e.Meets(d) != tt.meets {
			t.Errorf("%q meets %q: %t and %t, want %t", tt.d, tt.e, d.Meets(e), e.Meets(d), tt.meets)
		}
		if d.Within(e) != tt.within || e.Within(d) != tt.contains {
			t.Errorf("%q within %q: %t, the other way %t", tt.d, tt.e, d.Within(e), e.Within(d))
		}
		if d.Narrower(e) != tt.finest {
			t.Errorf("%q narrower than %q: %t", tt.d, tt.e, d.Narrower(e))
		}
	}
}

func TestCompare(t *testing.T) {
	want := []string{
		"-0043", "2030", "2031-01-01", "2031-01", "2031", "2031/2032", "2031/..", "2031-03-04/2031-03-06",
		"[2031-03-05..2031-03-08]", "[..2031-04-01]", "/2031-04", "[..2031]", "",
	}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortStableFunc(got, func(a, b string) int { return must(t, a).Compare(must(t, b)) })
	if diff := gocmp.Diff(want, got); diff != "" {
		t.Errorf("order (-want +got):\n%s", diff)
	}
}

func TestConstructors(t *testing.T) {
	day := func(y, m, d int) Date { return first(Civil(y, m, d)) }
	none := Date{}
	tests := []made{
		one(Civil(2032, 2, 29))("2032-02-29"),
		one(Civil(2031, 2, 29))(""),
		one(Civil(2031, 0, 1))(""),
		one(Civil(maxYear+1, 1, 1))(""),
		one(Month(2031, 12))("2031-12"),
		one(Month(2031, 13))(""),
		one(Season(2031, 24))("2031-24"),
		one(Season(2031, 25))(""),
		one(Year(20310))("Y20310"),
		one(Year(-20310))("Y-20310"),
		one(Year(maxYear + 1))(""),
		one(Decade(1990))("199X"),
		one(Decade(1995))(""),
		one(Interval(day(2031, 3, 4), day(2031, 3, 6)))("2031-03-04/2031-03-06"),
		one(Interval(day(2031, 3, 4), none))("2031-03-04/.."),
		one(Interval(none, day(2031, 3, 6)))("/2031-03-06"),
		one(Interval(day(2031, 3, 6), day(2031, 3, 4)))(""),
		one(Interval(none, none))(""),
		one(OneOf(day(2031, 3, 4), day(2031, 3, 6)))("[2031-03-04..2031-03-06]"),
		one(OneOf(none, day(2031, 3, 6)))("[..2031-03-06]"),
		one(OneOf(day(2031, 3, 4), none))("[2031-03-04..]"),
		one(OneOf(day(2031, 3, 6), day(2031, 3, 4)))(""),
		one(OneOf(must(t, "2031/2032"), day(2033, 3, 4)))(""),
	}
	for i, tt := range tests {
		if tt.got.String() != tt.want || tt.ok != (tt.want != "") {
			t.Errorf("%d: %q, %t, want %q", i, tt.got, tt.ok, tt.want)
		}
		if got := must(t, tt.want); got != tt.got {
			t.Errorf("%d: made %+v, parsed %+v", i, tt.got, got)
		}
	}
}

// made is what a constructor returned, and the text that it should have.
type made struct {
	got  Date
	ok   bool
	want string
}

func one(d Date, ok bool) func(want string) made {
	return func(want string) made { return made{d, ok, want} }
}

func first(d Date, _ bool) Date { return d }

func TestFromDay(t *testing.T) {
	if got := FromDay(0).String(); got != "1970-01-01" {
		t.Errorf("day 0 is %s", got)
	}
	if d := cmp.Or(FromDay(MinDay), FromDay(MaxDay)); !d.IsZero() {
		t.Errorf("an open end is %s", d)
	}
}

func TestMarks(t *testing.T) {
	d := must(t, "2031-03-04/..")
	tests := map[Date]string{
		d.AsApproximate():                            "2031-03-04~/..",
		d.AsApproximate().AsApproximate():            "2031-03-04~/..",
		must(t, "2031-03-04?/2032").AsApproximate():  "2031-03-04%/2032~",
		must(t, "2031-03-04%/2032~").AsApproximate(): "2031-03-04%/2032~",
		Date{}.AsApproximate():                       "",
	}
	for got, want := range tests {
		if got.String() != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestEnds(t *testing.T) {
	for _, c := range []struct{ date, end, since string }{
		{"", "", ""},
		{"2031-03-05", "", ""},
		{"2031-03-04/2031-03-06?", "2031-03-06?", ""},
		{"[..2031-03]", "2031-03", ""},
		{"[2031..]", "", ""},
		{"2031-03-04~/..", "", "2031-03-04~"},
		{"2031-03-04/", "", ""},
		{"/2031", "2031", ""},
	} {
		d := must(t, c.date)
		if d.End().String() != c.end || d.Since().String() != c.since {
			t.Errorf("%q ends on %q and goes on since %q, want %q and %q", c.date, d.End(), d.Since(), c.end, c.since)
		}
	}
}
