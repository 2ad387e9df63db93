package page

import "factsheet/generator/edtf"

// mostTicks is how many days a timeline names, at most.
const mostTicks = 12

// ticks are the first days of years, of months or single days, as many as have
// room.
func (c calendar) ticks() []Tick {
	if len(c.pieces) == 0 {
		return nil
	}
	for _, unit := range [...]struct {
		enough float64 // days from which on the unit is fine enough
		steps  []int   // how many of them lie between ticks, at least
		next   func(d edtf.Day, step int) edtf.Day
		words  func(edtf.Day) Words
	}{
		{2.5 * 365, []int{1, 2, 5, 10, 20, 50, 100, 1000, 10000, 100000}, nextYear, yearWords},
		{45, []int{1, 3, 6}, nextMonth, monthWords},
		{0, []int{1, 2, 5, 10}, nextDay, dayWords},
	} {
		if c.length < unit.enough {
			continue
		}
		var out []Tick
		for _, step := range unit.steps {
			out = c.every(step, unit.next, unit.words)
			if len(out) <= mostTicks {
				break
			}
		}
		return out
	}
	return nil
}

// every are ticks at every so many units of time, where it is drawn whole; at
// the first day between two breaks where there is no other.
func (c calendar) every(step int, next func(edtf.Day, int) edtf.Day, words func(edtf.Day) Words) []Tick {
	var out []Tick
	runs := c.runs()
	for _, run := range runs {
		before := len(out)
		for d := next(run.first-1, step); d <= run.last && len(out) <= mostTicks; d = next(d, step) {
			out = append(out, Tick{At: c.at(d), Words: words(d)})
		}
		if len(out) == before && len(out) < mostTicks && len(runs) > 1 {
			out = append(out, Tick{At: c.at(run.first), Words: dayWords(run.first)})
		}
	}
	return out
}

// runs are the stretches between the breaks.
func (c calendar) runs() []stretch {
	var out []stretch
	for i, p := range c.pieces {
		switch {
		case p.cut:
		case i > 0 && !c.pieces[i-1].cut:
			out[len(out)-1].last = p.last
		default:
			out = append(out, p.stretch)
		}
	}
	return out
}

// nextYear is the first day of the next year that is a multiple of step.
func nextYear(d edtf.Day, step int) edtf.Day {
	year, _, _ := d.Civil()
	year++
	if over := (year%step + step) % step; over > 0 {
		year += step - over
	}
	return firstOf(edtf.Year(year))
}

// nextMonth is the first day of the next month whose number from January is a
// multiple of step.
func nextMonth(d edtf.Day, step int) edtf.Day {
	year, month, _ := d.Civil()
	month++
	for (month-1)%step > 0 {
		month++
	}
	if month > 12 {
		year, month = year+1, 1
	}
	return firstOf(edtf.Month(year, month))
}

func nextDay(d edtf.Day, step int) edtf.Day { return d + edtf.Day(step) }

// firstOf is the first day of a date; one beyond all where there is no such
// date.
func firstOf(d edtf.Date, ok bool) edtf.Day {
	if !ok {
		return edtf.MaxDay
	}
	return d.Earliest()
}

func yearWords(d edtf.Day) Words {
	year, _, _ := d.Civil()
	date, _ := edtf.Year(year)
	return date.Words()
}

func monthWords(d edtf.Day) Words {
	year, month, _ := d.Civil()
	date, _ := edtf.Month(year, month)
	return date.Words()
}

func dayWords(d edtf.Day) Words { return edtf.FromDay(d).Words() }
