package check

import (
	"fmt"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/edtf"
	"factsheet/generator/form"
)

var orderDiffers = Rule{
	Code: "order-differs", Group: Dates, Severity: diag.Error,
	Title: "the order of two events contradicts their dates or another order",
	Why:   "`before` and `after` say what the texts say of an order. An event cannot come before another whose date lies earlier, nor before and after the same one.",
	Example: `[[dates]]
id     = "gate-shut"
when   = "2031-03-05"
before = ["rain-began"]     # when = "2031-03-03"`,
	Whole: func(d *dossier.Dossier, report Report) {
		all := orders(d)
		circle := circlesOf(all)
		told := map[*dossier.Fact]bool{} // by circle
		for _, o := range all {
			switch {
			case o.byDate():
				report(o.place, fmt.Sprintf("%q is said to come before %q, and its date, %s, lies after %s",
					o.first.ID, o.second.ID, o.first.Record.When.Date.Words(), o.second.Record.When.Date.Words()), "",
					diag.Related{Label: "first", Place: o.first.Place(o.first.Record.When.Text), Message: q(o.first.ID)},
					diag.Related{Label: "then", Place: o.second.Place(o.second.Record.When.Text), Message: q(o.second.ID)})
			case circle[o.first] == circle[o.second] && !told[circle[o.first]]:
				told[circle[o.first]] = true
				report(o.place, fmt.Sprintf("%q is said to come before %q, and by what else is said after it", o.first.ID, o.second.ID), "")
			}
		}
	},
}

// An order is two events of which one came before the other.
type order struct {
	first, second *dossier.Fact
	place         diag.Place // where it is said
}

func orders(d *dossier.Dossier) (list []order) {
	for _, f := range d.Ordered() {
		each := func(ids []form.Text, make func(other *dossier.Fact, place diag.Place) order) {
			for _, id := range ids {
				if other := d.Fact(id.Value); other != nil && other != f {
					list = append(list, make(other, f.Place(id)))
				}
			}
		}
		each(f.Record.Before, func(other *dossier.Fact, p diag.Place) order { return order{f, other, p} })
		each(f.Record.After, func(other *dossier.Fact, p diag.Place) order { return order{other, f, p} })
	}
	return list
}

// byDate reports whether the dates of the two contradict their order. Of two
// deadlines the ends count.
func (o order) byDate() bool {
	first, second := o.first.Record.When.Date, o.second.Record.When.Date
	switch {
	case first.IsZero() || second.IsZero():
		return false
	case first.IsDeadline() && second.IsDeadline():
		return first.Latest() > second.Latest()
	}
	return first.Earliest() != edtf.MinDay && first.Earliest() > second.Latest()
}

// circlesOf returns for each event the one that stands for its circle: two
// stand in one if each comes before the other by way of others. Circles are the
// strongly connected components of the orders (Tarjan, 1972).
func circlesOf(all []order) map[*dossier.Fact]*dossier.Fact {
	c := circler{later: map[*dossier.Fact][]*dossier.Fact{}, visited: map[*dossier.Fact]int{}, circle: map[*dossier.Fact]*dossier.Fact{}}
	for _, o := range all {
		c.later[o.first] = append(c.later[o.first], o.second)
	}
	for _, o := range all {
		if c.visited[o.first] == 0 {
			c.visit(o.first)
		}
	}
	return c.circle
}

type circler struct {
	later   map[*dossier.Fact][]*dossier.Fact
	visited map[*dossier.Fact]int // the number of its visit, from 1
	open    []*dossier.Fact       // visited, and not known to which circle they belong
	circle  map[*dossier.Fact]*dossier.Fact
}

// visit finds the circles of an event and of all that come after it. It returns
// the earliest visit of an open event to which these lead back.
func (c *circler) visit(f *dossier.Fact) (back int) {
	back = len(c.visited) + 1
	c.visited[f] = back
	at := len(c.open)
	c.open = append(c.open, f)
	for _, next := range c.later[f] {
		switch {
		case c.visited[next] == 0:
			back = min(back, c.visit(next))
		case c.circle[next] == nil:
			back = min(back, c.visited[next])
		}
	}
	if back == c.visited[f] {
		for _, member := range c.open[at:] {
			c.circle[member] = f
		}
		c.open = c.open[:at]
	}
	return back
}
