package check

import (
	"fmt"
	"strconv"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/quantity"
)

var valueNotInQuote = Rule{
	Code: "value-not-in-quote", Group: Values, Severity: diag.Error,
	Title: "no supporting quote has the value of a figure",
	Why: "A digit slips in easily. The number, both ends of a range, or the text's word stand in at least one quote that supports the figure; " +
		"where the program cannot read them there, the evidence says `value` and `because`.",
	Example: `value    = 1300
evidence = [{ source = "valley-post", quote = "more than 1,200 residents were moved" }]`,
	Item: func(item dossier.Item, report Report) {
		f := figure(item)
		if f == nil {
			return
		}
		list, ok := supporting(f)
		if !ok || len(list) == 0 {
			return
		}
		var read []told
		for _, e := range list {
			a, given := amountOf(f.Record, e.Source.Lang)
			told := tells(e)
			if !given || len(a.has(e, told)) > 0 {
				return
			}
			read = append(read, told...)
		}
		a, _ := amountOf(f.Record, nil)
		report(f.Place(amountField(f.Record)), fmt.Sprintf("the figure says %s, and no supporting quote does", a), valueHelp(read), readings(read)...)
	},
}

// valueHelp is the amount to paste where all readings are of one.
func valueHelp(read []told) string {
	if len(read) == 0 {
		return "cite the passage that has the value, or take the text's word for it"
	}
	for _, t := range read[1:] {
		if t.Value.Low != read[0].Value.Low || t.Value.High != read[0].Value.High || t.bare != read[0].bare {
			return ""
		}
	}
	return read[0].fields()
}

// fields is the amount as an annotation has it.
func (t told) fields() string {
	hedge := ""
	if t.Hedge != "" {
		hedge = fmt.Sprintf("\nhedge = %q", t.Hedge)
	}
	number := func(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
	switch {
	case t.word != "":
		return fmt.Sprintf("value = %q", t.bare) + hedge
	case t.kind == quantity.Range:
		return fmt.Sprintf("low = %s\nhigh = %s", number(t.Low), number(t.High)) + hedge
	}
	return "value = " + number(t.Low) + hedge
}

// readings shows what was read, each at its place in the seed.
func readings(read []told) []diag.Related {
	var out []diag.Related
	for _, t := range read[:min(len(read), maxPlaces)] {
		out = append(out, diag.Related{Label: "read", Place: t.place, Message: q(t.words)})
	}
	return out
}
