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
	"factsheet/generator/text"
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
				if against := unmarkedAgainst(d, f, group[:i]); len(against) > 0 {
					report(f.Place(amountField(f.Record)), excludes(f, against), marking(against), theOthers(against)...)
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

// unmarkedAgainst returns the figures that one figure excludes without a word of
// the annotations about it.
func unmarkedAgainst(d *dossier.Dossier, f *dossier.Fact, others []*dossier.Fact) (against []*dossier.Fact) {
	for _, other := range others {
		if conflict.Between(d, other, f) == conflict.Contradiction && !conflict.Marked(d, other, f) {
			against = append(against, other)
		}
	}
	return against
}

// mostNamed is how many of the figures that one excludes are named at once, and
// mostShown how many are shown. Those after them are named when these are marked.
const mostNamed, mostShown = 20, 3

func excludes(f *dossier.Fact, against []*dossier.Fact) string {
	if len(against) == 1 {
		return fmt.Sprintf("%s and %s (%q) cannot both hold, and neither fact names the other",
			amountWords(f.Record), amountWords(against[0].Record), against[0].ID)
	}
	var words []string
	for _, other := range against[:min(len(against), mostNamed)] {
		words = append(words, fmt.Sprintf("%s (%q)", amountWords(other.Record), other.ID))
	}
	if more := len(against) - len(words); more > 0 {
		words = append(words, fmt.Sprintf("%d more figures", more))
	}
	return fmt.Sprintf("%s excludes %s, and nothing says so", amountWords(f.Record), text.List(words, "and"))
}

// marking is what an author writes who knows of the disagreement.
func marking(against []*dossier.Fact) string {
	var ids []string
	for _, other := range against[:min(len(against), mostNamed)] {
		ids = append(ids, q(other.ID))
	}
	list := strings.Join(ids, ", ")
	return fmt.Sprintf("differs = [%s], or supersedes = [%s]", list, list)
}

func theOthers(against []*dossier.Fact) (list []diag.Related) {
	for _, other := range against[:min(len(against), mostShown)] {
		list = append(list, diag.Related{Label: "the other", Place: other.Place(amountField(other.Record)), Message: q(other.Record.Statement.Value)})
	}
	return list
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
