package build_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"factsheet/generator/dossier"
	"factsheet/generator/form"
)

var datePlants = []class{
	{"when moved", []string{"date-differs", "date-not-in-quote", "date-too-fine", "order-differs", "date-future"}, movedDates},
	{"when narrowed", []string{"date-too-fine", "date-differs", "date-not-in-quote"}, narrowedDates},
	{"when set from nothing", []string{"date-not-in-quote", "date-differs", "date-too-fine"}, inventedDates},
	{"aim, plan, agreement, event", []string{"status-differs", "date-future"}, statuses},
}

// ends are the dates of an EDTF string as written, with the place of each.
func endsOfEDTF(s string) (at []int, dates []string) {
	start := -1
	for i := 0; i <= len(s); i++ {
		in := i < len(s) && (s[i] == '-' || '0' <= s[i] && s[i] <= '9')
		switch {
		case in && start < 0:
			start = i
		case !in && start >= 0:
			at, dates = append(at, start), append(dates, s[start:i])
			start = -1
		}
	}
	return at, dates
}

// laters are dates of the same kind some time later.
func laters(s string) []string {
	switch len(s) {
	case len("2031"):
		return []string{shifted(s, "2006", 1, 0, 0)}
	case len("2031-03"):
		if month, _ := strconv.Atoi(s[5:]); month > 12 {
			return []string{fmt.Sprintf("%s-%d", s[:4], month+1)}
		}
		return []string{shifted(s, "2006-01", 0, 1, 0), shifted(s, "2006-01", 1, 0, 0)}
	}
	return []string{shifted(s, time.DateOnly, 0, 0, 1), shifted(s, time.DateOnly, 0, 0, 7), shifted(s, time.DateOnly, 1, 0, 0)}
}

func shifted(s, layout string, years, months, days int) string {
	t, err := time.Parse(layout, s)
	if err != nil {
		panic(err)
	}
	return t.AddDate(years, months, days).Format(layout)
}

// dated are the facts with a date, and those that might have one.
func (g *garden) dated() []*dossier.Fact { return append(g.facts("date"), g.facts("quantity")...) }

// movedDates moves dates by a day, a week, a month, or a year; those with two
// ends at both.
func movedDates(g *garden) (list []plant) {
	for _, f := range g.dated() {
		r := f.Record
		at, dates := endsOfEDTF(r.When.Value)
		if len(dates) == 0 {
			continue
		}
		for way := range laters(dates[0]) {
			moved := r.When.Value
			for i := len(dates) - 1; i >= 0; i-- {
				all := laters(dates[i])
				moved = moved[:at[i]] + all[min(way, len(all)-1)] + moved[at[i]+len(dates[i]):]
			}
			list = append(list, g.planted(r.Record, inFact(f, "%s → %s", r.When.Value, moved), set(r.Record, r.When.Text, moved)))
		}
	}
	return list
}

// narrowedDates makes a day of a month, a month of a year, and an end of an
// interval or deadline of the whole.
func narrowedDates(g *garden) (list []plant) {
	for _, f := range g.dated() {
		r, when := f.Record, f.Record.When.Value
		var narrow []string
		_, dates := endsOfEDTF(when)
		switch {
		case strings.ContainsAny(when, "[/."):
			narrow = dates
		case len(when) == len("2031"):
			narrow = []string{when + "-06", when + "-06-15"}
		case len(when) == len("2031-22"):
			narrow = []string{when[:4] + "-07"}
			if month, _ := strconv.Atoi(when[5:]); month <= 12 {
				narrow = []string{when + "-01", when + "-15"}
			}
		}
		for _, n := range narrow {
			if strings.ContainsAny(when, "[/.") && isEndTold(f, n) {
				continue
			}
			p := g.planted(r.Record, inFact(f, "%s → %s", when, n), set(r.Record, r.When.Text, n))
			p.beyond = reasonIf(reasonUntold, r.Because.Value != "" && len(r.RestsOn) > 0)
			list = append(list, p)
		}
	}
	return list
}

// isEndTold reports whether a quote tells the end of an interval as a day of its
// own: what goes on "until" a day or "from" it ends or begins then, and what one
// text calls a deadline another may call a day.
func isEndTold(f *dossier.Fact, day string) bool {
	return slices.ContainsFunc(f.Evidence, func(e *dossier.Evidence) bool {
		return strings.Contains(e.Record.Quote.Value, " until ") || strings.Contains(e.Record.Quote.Value, " from ") ||
			slices.ContainsFunc(e.Record.Refers, func(p form.Pair) bool { return slices.Contains(form.Values(p.Values), day) })
	})
}

// inventedDates dates what the texts do not date: by the day from which they
// speak, and by that of the page.
func inventedDates(g *garden) (list []plant) {
	for _, f := range g.facts("date") {
		r := f.Record
		if r.When.Value != "" || len(f.Evidence) == 0 {
			continue
		}
		e := f.Evidence[0]
		for _, day := range []string{e.Part.Dated.String(), e.Source.Record.Published.Value} {
			if len(day) == len(time.DateOnly) {
				p := g.planted(r.Record, inFact(f, "undated → %s", day), set(r.Record, r.When.Text, day))
				p.beyond = dayBeyond(f, day)
				list = append(list, p)
			}
		}
	}
	return list
}

// statuses exchanges aim, plan, agreement and event. What is expected or
// possible is made one of them that it may not be.
func statuses(g *garden) (list []plant) {
	others := map[string][]string{
		"aimed":    {"planned", "agreed", "happened"},
		"planned":  {"aimed", "agreed", "happened"},
		"agreed":   {"aimed", "planned"},
		"happened": {"aimed", "planned", "agreed"},
		"expected": {"aimed", "agreed", "happened"},
		"possible": {"agreed", "happened"},
	}
	for _, f := range g.dated() {
		r := f.Record
		if f.Record.Kind == "quantity" && !r.Status.Given() && !r.When.Given() {
			continue
		}
		for _, s := range others[statusOf(r.Status)] {
			p := g.planted(r.Record, inFact(f, "%s → %s", statusOf(r.Status), s), g.put(r.Record, "status", strconv.Quote(s)))
			p.beyond = statusBeyond(f, statusOf(r.Status), s)
			list = append(list, p)
		}
	}
	return list
}

func statusOf(t form.Text) string {
	if t.Value == "" {
		return "happened"
	}
	return t.Value
}
