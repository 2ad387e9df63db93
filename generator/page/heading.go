package page

import (
	"factsheet/generator/annotation"
	"factsheet/generator/dossier"
	"factsheet/generator/edtf"
)

// heading is what a page shows above a statement: of a figure what is
// counted, whose, where and on which day; of an event its day.
func (b *Book) heading(f *dossier.Fact) Words {
	r := f.Record
	switch r.Kind {
	case "quantity":
		return list(": ", b.counted(r), list(", ", b.parties(r), b.figureHeadingDay(f)))
	case "date":
		if r.When.Date.IsZero() {
			return "Undated"
		}
		return sentence(r.When.Date.Words())
	case "claim":
		return sentence(b.parties(r))
	}
	return ""
}

// counted says what a figure counts: its measure, or its unit.
func (b *Book) counted(r *annotation.Fact) Words {
	if m := b.d.Measure(r.Measure.Value); m != nil {
		return m.Record.Title.Value
	}
	unit := r.Unit.Value
	switch {
	case unit == "%":
		unit = "share"
	case isSign(unit):
		unit = "sum in " + unit
	}
	return sentence(list(" of ", unit, r.Of.Value))
}

// parties names owners and places.
func (b *Book) parties(r *annotation.Fact) Words {
	return list(", ", and(titles(b.refsOf(r.Who))), and(titles(b.refsOf(r.Where))))
}

func (b *Book) figureHeadingDay(f *dossier.Fact) Words {
	if when := f.Record.When.Date; !when.IsZero() {
		return when.Words()
	}
	return b.figureDay(f, edtf.Date.Words)
}

// about names who, whom and where, with links.
func (b *Book) about(r *annotation.Common) []Note {
	var out []Note
	for _, n := range []Note{
		{Label: "Who", Refs: b.refsOf(r.Who)},
		{Label: "To or against", Refs: b.refsOf(r.Whom)},
		{Label: "Where", Refs: b.refsOf(r.Where)},
	} {
		if len(n.Refs) > 0 {
			out = append(out, n)
		}
	}
	return out
}
