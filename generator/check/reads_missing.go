package check

import (
	"fmt"
	"slices"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/timex"
)

var readsMissing = Rule{
	Code: "reads-missing", Group: Values, Severity: diag.Error,
	Title: "a quote holds two numbers or two dates, and nothing says which is meant",
	Why: "With two numbers in one quote, a figure could have the wrong one and nobody would see. `reads` gives the words that carry the value, " +
		"hedge and unit included; in a date, the words that carry the day.",
	Example: `value    = 40
evidence = [{ source = "valley-post", quote = "1,200 residents were moved, among them 40 patients" }]`,
	Item: func(item dossier.Item, report Report) {
		f, ok := item.(*dossier.Fact)
		if !ok {
			return
		}
		list, _ := supporting(f)
		for _, e := range list {
			if e.Record.Reads.Value != "" {
				continue
			}
			switch f.Record.Kind {
			case "quantity":
				missingNumber(f, e, report)
			case "date":
				missingDate(f, e, report)
			}
		}
	},
}

func missingNumber(f *dossier.Fact, e *dossier.Evidence, report Report) {
	list := tells(e)
	if len(list) < 2 {
		return
	}
	help := ""
	if a, ok := amountOf(f.Record, e.Source.Lang); ok {
		if having := a.in(list); len(having) == 1 {
			help = fmt.Sprintf("reads = %q", having[0].words)
		}
	}
	report(e.Record.Place(e.Record.Quote), fmt.Sprintf("the quote holds %d numbers", len(list)), help, readings(list)...)
}

// missingDate counts the dates in a quote that differ: one day that is named
// twice needs no telling apart.
func missingDate(f *dossier.Fact, e *dossier.Evidence, report Report) {
	list := slices.DeleteFunc(days(e, e.Folded()), func(d day) bool { return d.kind == timex.Deictic || len(d.dates) == 0 })
	for i, d := range list {
		if i > 0 && !slices.Equal(d.dates, list[0].dates) {
			report(e.Record.Place(e.Record.Quote), fmt.Sprintf("the quote holds %d dates", len(list)), dateReads(f, list), dayReadings(list)...)
			return
		}
	}
}

// dateReads proposes the one expression that can be the date of the fact.
func dateReads(f *dossier.Fact, list []day) string {
	fitting := slices.DeleteFunc(slices.Clone(list), func(d day) bool { return !d.meets(f.Record.When.Date) })
	if len(fitting) != 1 || f.Record.When.Date.IsZero() {
		return ""
	}
	return fmt.Sprintf("reads = %q", fitting[0].words)
}
