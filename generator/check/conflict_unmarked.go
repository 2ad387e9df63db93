package check

import (
	"fmt"
	"slices"
	"strings"

	"factsheet/generator/annotation"
	"factsheet/generator/conflict"
	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/form"
)

var conflictUnmarked = Rule{
	Code: "conflict-unmarked", Group: Across, Severity: diag.Error,
	Title: "two facts exclude each other, and nothing says so",
	Why: "Disagreement is a finding. Figures of one measure, owner, place, start and day that cannot both hold name each other in `differs`; " +
		"where the later one replaces the other, it says `supersedes`; where they count different things, they are of two measures. " +
		"So do statements of which one denies in the words of the other. A question whose answers differ is contested.",
	Example: `measure = "dead"
value   = 14     # another figure of "dead" with the same who, where and as_of has 17`,
	Measure: func(d *dossier.Dossier, m *dossier.Measure, report Report) {
		for _, group := range figureGroups(d, m) {
			for i, f := range group {
				for _, earlier := range group[:i] {
					if conflict.Between(d, earlier, f) == conflict.Contradiction && !conflict.Marked(d, earlier, f) {
						report(f.Place(amountField(f.Record)), fmt.Sprintf("%s and %s (%q) cannot both hold, and neither fact names the other",
							amountWords(f.Record), amountWords(earlier.Record), earlier.ID),
							fmt.Sprintf("differs = [%q], or supersedes = [%q]", earlier.ID, earlier.ID),
							diag.Related{Label: "the other", Place: earlier.Place(amountField(earlier.Record)), Message: q(earlier.Record.Statement.Value)})
					}
				}
			}
		}
	},
	Linked: func(d *dossier.Dossier, item dossier.Item, report Report) {
		if f, ok := item.(*dossier.Fact); ok && f.Record.Status.Value == "answered" {
			answersThatDiffer(d, f, report)
		}
	},
	Doubt: Finder{Whole: deniedElsewhere},
}

// answersThatDiffer reports a question that is called answered though two of
// the facts that answer it say of each other that both cannot hold, and
// neither replaces the other.
func answersThatDiffer(d *dossier.Dossier, question *dossier.Fact, report Report) {
	for i, a := range question.Record.Answers {
		f := d.Fact(a.Fact.Value)
		for _, b := range question.Record.Answers[:i] {
			other := d.Fact(b.Fact.Value)
			if f == nil || other == nil || !namesFact(f.Record.Differs, other.ID) && !namesFact(other.Record.Differs, f.ID) ||
				namesFact(f.Record.Supersedes, other.ID) || namesFact(other.Record.Supersedes, f.ID) {
				continue
			}
			report(question.Place(question.Record.Status), fmt.Sprintf("the question is answered, and its answers %q and %q cannot both hold", other.ID, f.ID),
				`status = "contested"`)
			return
		}
	}
}

func namesFact(list []form.Text, id string) bool { return slices.Contains(form.Values(list), id) }

// figureGroups returns the figures of a measure that can be compared with one
// another: of one scope, in the dossier's order.
func figureGroups(d *dossier.Dossier, m *dossier.Measure) [][]*dossier.Fact {
	at := map[conflict.Scope]int{}
	var groups [][]*dossier.Fact
	for _, f := range figuresOf(d, m.ID) {
		scope := conflict.ScopeOf(d, f)
		i, ok := at[scope]
		if !ok {
			i = len(groups)
			at[scope] = i
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], f)
	}
	return groups
}

// figuresOf returns the figures of a measure, in the dossier's order.
func figuresOf(d *dossier.Dossier, measure string) (list []*dossier.Fact) {
	for _, x := range d.Referring(measure) {
		if f, ok := x.(*dossier.Fact); ok && f.Record.Kind == "quantity" && f.Record.Measure.Value == measure {
			list = append(list, f)
		}
	}
	return list
}

// amountWords is the amount of a figure as its author writes it.
func amountWords(r *annotation.Fact) string {
	hedge := r.Hedge.Value
	if hedge == "none" {
		hedge = ""
	}
	if hedge != "" {
		hedge = strings.ReplaceAll(hedge, "-", " ") + " "
	}
	switch low, high := r.Low.Text.Value, r.High.Text.Value; {
	case r.Value.Given():
		return hedge + r.Value.Text.Value
	case high == "":
		return hedge + low + " or more"
	case low == "":
		return hedge + "up to " + high
	default:
		return hedge + low + " to " + high
	}
}
