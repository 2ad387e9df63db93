package edtf

import (
	"testing"
	"time"
)

func TestCalendarAgreesWithPackageTime(t *testing.T) {
	last := time.Date(2410, 1, 1, 0, 0, 0, 0, time.UTC)
	for want := time.Date(-410, 1, 1, 0, 0, 0, 0, time.UTC); want.Before(last); want = want.AddDate(0, 0, 1) {
		day := dayOf(want.Year(), int(want.Month()), want.Day())
		if got := want.Unix() / 86400; Day(got) != day {
			t.Fatalf("dayOf(%s) = %d, want %d", want.Format(time.DateOnly), day, got)
		}
		if y, m, d := day.Civil(); y != want.Year() || m != int(want.Month()) || d != want.Day() {
			t.Fatalf("Civil of %s = %d-%d-%d", want.Format(time.DateOnly), y, m, d)
		}
		if got := day.Weekday(); got != want.Weekday() {
			t.Fatalf("Weekday of %s = %s, want %s", want.Format(time.DateOnly), got, want.Weekday())
		}
	}
}

func TestMonthsTakeTurns(t *testing.T) {
	for year := -410; year < 2410; year++ {
		for month := 1; month <= 12; month++ {
			want := time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
			if got := daysIn(year, month); got != want {
				t.Fatalf("daysIn(%d, %d) = %d, want %d", year, month, got, want)
			}
		}
	}
}

func TestFarDaysAreDays(t *testing.T) {
	for _, day := range []Day{MinDay, MinDay + 1, -1, 0, 1, MaxDay - 1, MaxDay} {
		if y, m, d := day.Civil(); dayOf(y, m, d) != day {
			t.Errorf("dayOf(%d, %d, %d) = %d, want %d", y, m, d, dayOf(y, m, d), day)
		}
	}
	if first, _ := Year(-maxYear); first.Earliest() <= MinDay {
		t.Error("the first year begins at MinDay")
	}
	if last, _ := Year(maxYear); last.Latest() >= MaxDay {
		t.Error("the last year ends at MaxDay")
	}
}
