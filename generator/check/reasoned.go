package check

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"factsheet/generator/dossier"
	"factsheet/generator/edtf"
	"factsheet/generator/lang"
	"factsheet/generator/quantity"
)

// unfounded returns an end of a date for which a fact gives a reason, as it is
// written, that nothing of what the reason leans on tells: no quote of the
// fact or of the facts on which it rests, no date of theirs, none in the
// reason, no day from which a passage speaks, and none of these a told number
// of days, weeks, months or years away.
func unfounded(d *dossier.Dossier, f *dossier.Fact) (string, bool) {
	var g grounds
	g.addFact(f)
	for _, id := range f.Record.RestsOn {
		if other := d.Fact(id.Value); other != nil {
			g.addFact(other)
			g.addDates(other.Record.When.Date, other.Record.AsOf.Date)
		}
	}
	table, _ := lang.For(d.Site.Language())
	because := dossier.NewProse(f.Record.Record, f.Record.Because, table)
	for _, x := range because.Times {
		g.addDates(x.Date)
	}
	g.addDurations(because.View.Text, because.Quantities, table)
	for _, end := range pointsOf(f.Record.When.Date) {
		if !g.bear(end) {
			return end, true
		}
	}
	return "", false
}

// grounds are the dates on which a reason leans, as points of EDTF, and how
// long things are said to take.
type grounds struct {
	points    []string
	durations []duration
}

// A duration is a number of days, weeks, months or years.
type duration struct {
	years, months, days int
}

func (g *grounds) addFact(f *dossier.Fact) {
	for _, e := range f.Evidence {
		if !e.Found() {
			continue
		}
		g.addDates(e.Part.Dated, e.Said, e.Source.Record.Published.Date)
		for _, d := range days(e, e.Folded()) {
			g.addDates(d.dates...)
		}
		g.addDurations(e.Source.Text.View.Text, e.AllQuantities(), e.Source.Lang)
	}
}

func (g *grounds) addDates(list ...edtf.Date) {
	for _, date := range list {
		g.points = append(g.points, pointsOf(date)...)
	}
}

func (g *grounds) addDurations(s string, list []quantity.Quantity, t *lang.Table) {
	for _, q := range list {
		if n := int(q.Low); q.Unit.Period && q.Low == q.High && float64(n) == q.Low {
			switch unit := t.Match(t.Tokens(s[q.Unit.Head.Start:q.Unit.Head.End]), 0, lang.TimeUnit); {
			case unit == nil:
			case unit.Arg == "day":
				g.durations = append(g.durations, duration{days: n})
			case unit.Arg == "week":
				g.durations = append(g.durations, duration{days: 7 * n})
			case unit.Arg == "month":
				g.durations = append(g.durations, duration{months: n})
			case unit.Arg == "year":
				g.durations = append(g.durations, duration{years: n})
			}
		}
	}
}

// bear reports whether one of the points is as fine as an end and of the same
// day, month or year, by itself or a duration away.
func (g *grounds) bear(end string) bool {
	return slices.ContainsFunc(g.points, func(p string) bool {
		return strings.HasPrefix(p, end) || slices.ContainsFunc(g.durations, func(away duration) bool {
			return strings.HasPrefix(away.from(p, 1), end) || strings.HasPrefix(away.from(p, -1), end)
		})
	})
}

// from returns the point that lies a duration after or before another, or one
// that is none where that cannot be told.
func (d duration) from(point string, sign int) string {
	for _, layout := range []string{time.DateOnly, "2006-01", "2006"} {
		if t, err := time.Parse(layout, point); err == nil {
			return t.AddDate(sign*d.years, sign*d.months, sign*d.days).Format(layout)
		}
	}
	return "-"
}

var point = regexp.MustCompile(`[0-9]{4}(-[0-9]{2}){0,2}`)

// pointsOf are the days, months and years that a date names.
func pointsOf(d edtf.Date) []string { return point.FindAllString(d.String(), -1) }

// unfoundedDate is what the rule says of a date with a reason.
func unfoundedDate(d *dossier.Dossier, item dossier.Item, report Report) {
	f := dated(item)
	if f == nil || !reasoned(f) || slices.ContainsFunc(f.Evidence, func(e *dossier.Evidence) bool { return !e.Found() || e.Source.Lang == nil }) {
		return
	}
	if end, ok := unfounded(d, f); ok {
		report(f.Place(f.Record.When.Text), fmt.Sprintf("when has %s, which neither a quote nor the reason nor anything on which it rests tells", end),
			"say in because from which dates it follows")
	}
}
