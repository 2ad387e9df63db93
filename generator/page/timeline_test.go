package page

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"factsheet/generator/edtf"
)

// flood is a project with events of every sort, most of them of one day's
// text.
const flood = sheetsTOML + `-- seeds/a.txt --
The dam broke on Wednesday. It had rained since January. In 2026 the dam was built. The gate was shut first. Then the keeper left. The mayor wants a new dam by 2033. A feast was called off. Nobody saw it.
-- content/annotations/a.toml --
[[sources]]
id = "herald"
seed = "a.txt"
publisher = "Herald"
title = ""
published = "2031-03-06"
lang = "en"
[[dates]]
id = "built"
statement = "The dam was built."
when = "2026"
status = "happened"
evidence = [{ source = "herald", quote = "In 2026 the dam was built" }]
[[dates]]
id = "rain"
statement = "It rained."
when = "2031-01/.."
status = "ongoing"
evidence = [{ source = "herald", quote = "It had rained since January" }]
[[dates]]
id = "broke"
statement = "The dam broke."
when = "2031-03-05"
status = "happened"
because = "It says so."
evidence = [{ source = "herald", quote = "The dam broke" }]
[[dates]]
id = "new-dam"
statement = "The mayor wants a new dam."
when = "[..2033]"
status = "aimed"
evidence = [{ source = "herald", quote = "The mayor wants a new dam by 2033" }]
[[dates]]
id = "aaa-feast"
statement = "A feast was called off."
when = ""
status = "cancelled"
evidence = [{ source = "herald", quote = "A feast was called off" }]
[[dates]]
id = "gate"
statement = "The gate was shut."
when = ""
status = "happened"
before = ["broke"]
evidence = [{ source = "herald", quote = "The gate was shut first" }]
[[dates]]
id = "keeper"
statement = "The keeper left."
when = ""
status = "alleged"
after = ["gate"]
evidence = [{ source = "herald", quote = "Then the keeper left" }]
[[dates]]
id = "alone"
group = "other"
statement = "Nobody saw it."
when = "2031"
status = "happened"
evidence = [{ source = "herald", quote = "Nobody saw it" }]
`

func TestTimeline(t *testing.T) {
	b := New(link(t, flood), nil, Options{})
	sheet, _ := b.Outline("dates")
	if len(sheet.Timelines) != 1 {
		t.Fatalf("%d timelines", len(sheet.Timelines))
	}
	line := sheet.Timelines[0]
	var got []string
	for _, e := range line.Events {
		s := e.Fact.ID + " " + e.Shape
		if e.Dated {
			s += fmt.Sprintf(" %.2f–%.2f", e.From, e.To)
		}
		for _, is := range []struct {
			word string
			yes  bool
		}{{"begins before", e.OpenFrom}, {"goes on", e.OpenTo}, {"lasting", e.Lasting}, {"inferred", e.Inferred}} {
			if is.yes {
				s += " " + is.word
			}
		}
		if e.Said {
			s += fmt.Sprintf(" said %.2f–%.2f", e.SaidFrom, e.SaidTo)
		}
		got = append(got, strings.TrimSpace(s+" "+e.Order))
	}
	want := []string{
		"built happened 0.00–0.59",
		"rain happened 0.74–0.74 goes on lasting",
		"gate happened Put before “The dam broke” and before “The keeper left”",
		"keeper disputed Put after “The gate was shut”",
		"broke happened 0.85–0.85 inferred",
		"new-dam ahead 1.00–1.00 begins before said 0.85–0.85",
		"aaa-feast off",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if len(line.Breaks) != 2 || len(line.Key) != 4 || len(line.Notes) != 7 {
		t.Errorf("%d breaks, %d shapes, %d notes", len(line.Breaks), len(line.Key), len(line.Notes))
	}
	if want := "7 events, 4 of them with a date."; !strings.HasPrefix(line.Summary, want) {
		t.Errorf("summary: %s", line.Summary)
	}
	if g, _ := b.Group("dates", "other"); len(g.Timelines) != 0 {
		t.Error("one event is no line")
	}
	if other, _ := b.Outline("figures"); len(other.Timelines) != 0 {
		t.Error("figures are no events")
	}
}

// stretches reads dates.
func stretches(t *testing.T, dates ...string) []stretch {
	t.Helper()
	var out []stretch
	for _, d := range dates {
		date, err := edtf.Parse(d)
		if err != nil {
			t.Fatal(err)
		}
		if s, ok := stretchOf(date); ok {
			out = append(out, s)
		}
	}
	return out
}

func TestCalendar(t *testing.T) {
	for _, c := range []struct {
		name   string
		dates  []string
		breaks int
		ticks  string
	}{
		{"one day", []string{"2031-03-05"}, 0, "5 March 2031"},
		{"some days", []string{"2031-03-05", "2031-03-08"}, 0, "5 March 2031, 6 March 2031, 7 March 2031, 8 March 2031"},
		{"every ten days", []string{"2031-03-01", "2031-03-11", "2031-03-21", "2031-03-31"}, 0, "5 March 2031, 10 March 2031, 15 March 2031, 20 March 2031, 25 March 2031, 30 March 2031"},
		{"months", []string{"2031-03", "2031-05"}, 0, "March 2031, April 2031, May 2031"},
		{"years", []string{"2029/2031"}, 0, "2029, 2030, 2031"},
		{"a day long ago", []string{"1931-03-05", "2031-03-05", "2031-03-06", "2031-03-07"}, 1, "5 March 1931, 5 March 2031, 6 March 2031, 7 March 2031"},
		{"years long ago", []string{"1914/1918", "2029/2031"}, 1, "1914, 1915, 1916, 1917, 1918, 2029, 2030, 2031"},
		{"a day before a month", []string{"2031-05-02", "2031-05-03", "2031-06"}, 1, "2 May 2031, 5 June 2031, 10 June 2031, 15 June 2031, 20 June 2031, 25 June 2031, 30 June 2031"},
		{"a summer before years", []string{"2001-06/2001-08", "2029/2031"}, 1, "1 June 2001, 2029, 2030, 2031"},
		{"before our era", []string{"-0044/0014"}, 0, "41 BC, 36 BC, 31 BC, 26 BC, 21 BC, 16 BC, 11 BC, 6 BC, 1 BC, 5, 10"},
		{"as far as years go", []string{"Y-999999/Y999999"}, 0, ""},
		{"no day", []string{"", "[..2031-03-05]"}, 0, "5 March 2031"},
		{"nothing", nil, 0, ""},
	} {
		cal := newCalendar(stretches(t, c.dates...))
		var ticks []string
		for _, tick := range cal.ticks() {
			ticks = append(ticks, tick.Words)
			if tick.At < 0 || tick.At > 1 {
				t.Errorf("%s: %s stands at %g", c.name, tick.Words, tick.At)
			}
		}
		if got := strings.Join(ticks, ", "); len(cal.breaks()) != c.breaks || c.ticks != "" && got != c.ticks || len(ticks) > mostTicks+1 {
			t.Errorf("%s: %d breaks, ticks %s", c.name, len(cal.breaks()), got)
		}
	}
}

// TestAnyCalendar sees that later days never stand to the left of earlier ones.
func TestAnyCalendar(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		most := []int32{10, 5000, 365_000_000}[rng.IntN(3)]
		var days []edtf.Day
		for range 4 {
			days = append(days, edtf.Day(rng.Int32N(2*most)-most))
		}
		cal := newCalendar([]stretch{{min(days[0], days[1]), max(days[0], days[1])}, {days[2], days[2]}, {days[3], days[3]}})
		cal.ticks()
		for _, x := range days {
			if at := cal.at(x); !(at >= 0 && at <= 1) {
				t.Fatalf("%v: day %d stands at %g", days, x, at)
			}
			for _, y := range days {
				if x < y && cal.at(x) > cal.at(y) {
					t.Fatalf("day %d stands at %g, day %d at %g", x, cal.at(x), y, cal.at(y))
				}
			}
		}
	}
}
