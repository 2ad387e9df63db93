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
		later, all := map[*dossier.Fact][]*dossier.Fact{}, orders(d)
		for _, o := range all {
			later[o.first] = append(later[o.first], o.second)
		}
		circle := map[*dossier.Fact]bool{} // events of a circle that was reported
		for _, o := range all {
			switch {
			case o.byDate():
				report(o.place, fmt.Sprintf("%q is said to come before %q, and its date, %s, lies after %s",
					o.first.ID, o.second.ID, o.first.Record.When.Date.Words(), o.second.Record.When.Date.Words()), "",
					diag.Related{Label: "first", Place: o.first.Place(o.first.Record.When.Text), Message: q(o.first.ID)},
					diag.Related{Label: "then", Place: o.second.Place(o.second.Record.When.Text), Message: q(o.second.ID)})
			case !circle[o.first] && reaches(later, o.second, o.first):
				for f := range later {
					circle[f] = circle[f] || reaches(later, f, o.first) && reaches(later, o.first, f)
				}
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

// reaches reports whether an event comes before another by way of others.
func reaches(later map[*dossier.Fact][]*dossier.Fact, from, to *dossier.Fact) bool {
	seen := map[*dossier.Fact]bool{from: true}
	for queue := []*dossier.Fact{from}; len(queue) > 0; queue = queue[1:] {
		if queue[0] == to {
			return true
		}
		for _, next := range later[queue[0]] {
			if !seen[next] {
				seen[next] = true
				queue = append(queue, next)
			}
		}
	}
	return false
}
