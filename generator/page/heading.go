package page

import (
	"factsheet/generator/annotation"
	"factsheet/generator/dossier"
)

// heading is what a page shows above a statement: of a figure what is
// counted, whose, where and on which day; of an event its day. It is "" where
// that would say nothing.
func (b *Book) heading(f *dossier.Fact) Words {
	switch r := f.Record; r.Kind {
	case "quantity":
		return b.figureHeading(f)
	case "date":
		return eventHeading(f)
	case "claim":
		return sentence(b.parties(r))
	}
	return ""
}

// figureHeading names a measure. A unit alone says less than the statement, so
// that without a measure it is the parties that make a heading.
func (b *Book) figureHeading(f *dossier.Fact) Words {
	r := f.Record
	parties, day := b.parties(r), b.figureHeadingDay(f)
	if m := b.d.Measure(r.Measure.Value); m != nil {
		return list(": ", m.Record.Title.Value, list(", ", parties, day))
	}
	if parties == "" || b.isDuration(r) {
		return ""
	}
	return sentence(list(", ", parties, day))
}

func eventHeading(f *dossier.Fact) Words {
	when := f.Record.When.Date
	switch start := when.Since(); {
	case when.IsZero():
		return "Undated"
	case !start.IsZero():
		return "From " + start.Words() + inferred(f)
	case isAhead(f):
		return sentence(when.Words()) + inferred(f)
	}
	return sentence(past(when)) + inferred(f)
}

// parties names owners and places.
func (b *Book) parties(r *annotation.Fact) Words {
	return list(", ", and(titles(b.refsOf(r.Who))), and(titles(b.refsOf(r.Where))))
}

func (b *Book) figureHeadingDay(f *dossier.Fact) Words {
	if when := f.Record.When.Date; !when.IsZero() {
		if isAhead(f) {
			return when.Words() + inferred(f)
		}
		return past(when) + inferred(f)
	}
	if isPlan(f.Record.Status.Value) {
		return "" // the day on which it was said is not that of the plan
	}
	if since, event := b.d.Since(f); since.IsZero() && event != nil {
		if day := b.speech.days(b.asOf(f), past); day != "" {
			return "up to " + day
		}
		return ""
	}
	return b.figureDay(f, past)
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
