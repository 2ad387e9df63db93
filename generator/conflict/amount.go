package conflict

import (
	"factsheet/generator/dossier"
	"factsheet/generator/lang"
	"factsheet/generator/quantity"
	"factsheet/generator/text"
)

// amountsOf compares the amounts of two figures. Of a word, of which no page
// makes a number, it is never certain that it agrees with a number.
func amountsOf(a, b *dossier.Fact) Kind {
	x, wordX, okX := amount(a)
	y, wordY, okY := amount(b)
	switch {
	case !okX || !okY:
		return Undecided
	case !x.Meets(y):
		return Contradiction
	case wordX || wordY:
		return Undecided
	}
	return Agreement
}

// amount returns what a figure says and whether it says that in a word.
func amount(f *dossier.Fact) (v quantity.Value, word, ok bool) {
	r := f.Record
	hedge := quantity.Hedge(r.Hedge.Value)
	if hedge == quantity.None {
		hedge = ""
	}
	switch {
	case r.Value.Numeric:
		return quantity.Of(r.Value.Value, hedge), false, true
	case r.Value.Given():
		read := quantity.Read(text.FoldString(r.Value.Text.Value), language(f))
		if len(read) != 1 {
			return quantity.Value{}, true, false
		}
		return quantity.Value{Low: read[0].Low, High: read[0].High, Hedge: hedge}, true, true
	case r.Low.Numeric || r.High.Numeric:
		return quantity.Value{Low: r.Low.Bound(-1), High: r.High.Bound(1), Hedge: hedge}, false, true
	}
	return quantity.Value{}, false, false
}

func language(f *dossier.Fact) *lang.Table {
	for _, e := range f.Evidence {
		if e.Source != nil && e.Source.Lang != nil {
			return e.Source.Lang
		}
	}
	return nil
}
