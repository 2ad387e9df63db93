package timex

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"factsheet/generator/lang"
)

func TestReasons(t *testing.T) {
	const sunday = "Sunday 9 March 2031, the day the passage speaks from"
	tests := []struct{ dated, text, want string }{
		{"2031-03-09", "Friday", "Friday → 2031-03-07: two days before " + sunday},
		{"2031-03-09", "today", "today → 2031-03-09: on " + sunday},
		{"2031-03-09", "next Friday", "next Friday → 2031-03-14: five days after " + sunday},
		{"2031-03-09", "12 days ago", "12 days ago → 2031-02-25: 12 days before " + sunday},
		{"2031-03-09", "Monday", "Monday: 2031-03-03 or 2031-03-10; the words do not say which, counted from " + sunday},
		{"2031-03-09", "5 March 2030", "5 March 2030 → 2030-03-05: as the words name it"},
		{"2031-03-09", "by the end of 2032", "by the end of 2032 → [..2032]: as the words name it; a deadline, so any day up to it"},
		{"2031-03-09", "before Thursday", "before Thursday: [..2031-03-05] or [..2031-03-12]; the words do not say which, counted from " + sunday},
		{"2031-03-09", "since Thursday", "since Thursday → 2031-03-06/..: three days before " + sunday + "; from then on"},
		{"2031-03-09", "in February", "February → 2031-02: the nearest one to " + sunday},
		{"2031-03-09", "since June", "since June → 2030-06/..: the last one to begin before " + sunday + "; from then on"},
		{"2031-03-09", "last year", "last year → 2030: the year before that of " + sunday},
		{"2031-03-09", "this month", "this month → 2031-03: the month of " + sunday},
		{"2031-03-09", "Friday last week", "Friday last week → 2031-02-28: a day of the week before that of " + sunday},
		{"2031-03-09", "last summer", "last summer → 2030-22: the last one before " + sunday},
		{"2031-03-09", "later this year", "later this year → [2031-03-09..2031-12-31]: the part of it on this side of " + sunday},
		{"2031-03-09", "six months ago", "six months ago → [2030-08..2030-09]: counted from " + sunday},
		{"2031-03-09", "the next day", "the next day: counted from another event, not from the day the passage speaks from"},
		{"2031-03-09", "for six months", "six months: no date is in these words"},
		{"2031-03-09", "05/06/2031", "05/06/2031: 2031-05-06 or 2031-06-05, as day or month is written first"},
		{"2031-03-09", "31 February 2031", "31 February 2031: the calendar has no such day"},
		{"", "Friday", "Friday: counted from the day the passage speaks from, which is not known"},
		{"2031-03-04/2031-03-08", "last month", "last month → 2031-02: the month before that of the days the passage may speak from (from 4 to 8 March 2031)"},
		{"2031-03-04/2031-03-08", "Friday", "Friday: 2031-02-28 or 2031-03-07; the words do not say which, counted from the days the passage may speak from (from 4 to 8 March 2031)"},
	}
	for _, tt := range tests {
		list := Read(tt.text, english(t))
		if len(list) != 1 {
			t.Errorf("%q: %d expressions, want 1", tt.text, len(list))
			continue
		}
		if diff := cmp.Diff(tt.want, list[0].Resolve(date(t, tt.dated)).Reason); diff != "" {
			t.Errorf("%q in a text of %s (-want +got)\n%s", tt.text, tt.dated, diff)
		}
	}
}

func TestAbsolute(t *testing.T) {
	for text, want := range map[string]string{
		"5 March 2031": "2031-03-05", "by September 2032": "[..2032-09]", "late 2030": "[2030-08..2030-12]", "the 2030s": "203X",
		"Friday": "", "5 March": "", "two days ago": "", "05/06/2031": "", "for six months": "",
	} {
		list := Read(text, english(t))
		if len(list) != 1 {
			t.Errorf("%q: %d expressions, want 1", text, len(list))
			continue
		}
		if e := list[0]; e.Date.String() != want || e.Absolute() != (want != "") {
			t.Errorf("%q: date %q, absolute %v; want %q", text, e.Date, e.Absolute(), want)
		}
	}
}

func TestReadWithoutTableReadsNothing(t *testing.T) {
	if list := Read("am 5. März 2031", nil); list != nil {
		t.Errorf("got %v", list)
	}
}

// Another language is data alone.
func TestAnotherLanguageNeedsNoCode(t *testing.T) {
	table, err := lang.Parse("de", `
[text]
decimal = comma
thousands = .
dates = day-first
[number]
zwei = 2
[month]
März = 3
[weekday]
Freitag = 5
[time-unit day]
Tage, Tagen = 1
[ago-before]
vor
[deadline in]
bis
[on]
zum, am, im
[in]
im
`)
	if err != nil {
		t.Fatal(err)
	}
	text := "Am 5. März 2031, am Freitag, vor zwei Tagen, bis März 2032 und in 14 Tagen"
	want := []string{
		`day "5. März 2031": 2031-03-05`, `weekday "Freitag": 2031-03-07`, `day "vor zwei Tagen": 2031-03-07`,
		`deadline "bis März 2032": [..2032-03]`, `duration "14 Tagen": no date`,
	}
	var got []string
	for _, e := range Read(text, table) {
		got = append(got, describe(e, date(t, "2031-03-09")))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
