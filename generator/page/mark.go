package page

import (
	"math"
	"slices"

	"factsheet/generator/dossier"
	"factsheet/generator/lang"
	"factsheet/generator/quantity"
	"factsheet/generator/text"
)

// A placed is an amount that has a place on a scale.
type placed struct {
	quantity.Value
	words    Words
	vague    bool
	inferred bool
}

// toldBy is the amount that evidence gives of a figure: what the editor gives
// there, else what the program reads, else what the figure says.
func (b *Book) toldBy(f *dossier.Fact, e *dossier.Evidence) placed {
	if e.Infers() {
		t := b.toldAs(given(b.amountOf(f.Record), e.Record), e.Source.Lang)
		t.inferred = true
		return t
	}
	if all := e.Quantities(); len(all) == 1 && e.Source.Lang != nil {
		q := all[0]
		if word := q.Word(e.Source.Text.View.Text); word != "" {
			return placed{Value: q.Value, words: quoted(word), vague: true}
		}
		return placed{Value: q.Value, words: b.speech.amount(read(q))}
	}
	return b.toldAs(b.amountOf(f.Record), e.Source.Lang)
}

// toldAs is an amount as annotations have it. Of a word that a language has no
// bounds for everything is possible.
func (b *Book) toldAs(a amount, t *lang.Table) placed {
	out := placed{words: hedges[a.hedge] + b.speech.bare(a)}
	hedge := quantity.Hedge(a.hedge)
	switch {
	case a.value.Numeric:
		out.Value = quantity.Of(a.value.Value, hedge)
	case a.value.Given():
		out.vague = true
		out.Value = quantity.Value{Low: math.Inf(-1), High: math.Inf(1)}
		if read := quantity.Read(text.FoldString(a.value.Text.Value), t); len(read) == 1 {
			out.Value = read[0].Value
		}
	default:
		out.Value = quantity.Value{Low: a.low.Bound(-1), High: a.high.Bound(1), Hedge: hedge}
	}
	return out
}

// marks are the amounts that a report's texts give; texts that say the same
// have one mark.
func (d plotter) marks(f *dossier.Fact, group []*dossier.Evidence) []Mark {
	var out []Mark
	for _, e := range group {
		m := d.mark(d.book.toldBy(f, e))
		n := slices.IndexFunc(out, func(o Mark) bool { return o.Words == m.Words && o.Inferred == m.Inferred })
		if n < 0 {
			n = len(out)
			out = append(out, m)
		}
		if label := d.book.labels.of(e.Source); !slices.Contains(out[n].Texts, label) {
			out[n].Texts = append(out[n].Texts, label)
		}
	}
	return out
}

func (d plotter) mark(t placed) Mark {
	low, high := t.Bounds()
	m := Mark{
		Words: t.words, Vague: t.vague, Inferred: t.inferred,
		From: d.scale.at(low), To: d.scale.at(high),
		OpenFrom: math.IsInf(low, -1), OpenTo: math.IsInf(high, 1),
	}
	if t.Low == t.High && !t.vague {
		m.Point, m.Pointed = d.scale.at(t.Low), true
	}
	return m
}

// key says what the rows of a plot are, and what the shapes mean that it has.
func key(lanes []Lane) []Words {
	var pointed, open, vague, inferred bool
	for _, lane := range lanes {
		for _, r := range lane.Reports {
			for _, m := range r.Marks {
				pointed = pointed || m.Pointed
				open = open || m.OpenFrom || m.OpenTo
				vague = vague || m.Vague
				inferred = inferred || m.Inferred
			}
		}
	}
	out := []Words{"Who first carried a report is one thing, whom its texts credit with the number another; that stands with each figure."}
	for _, k := range [...]struct {
		has   bool
		words Words
	}{
		{pointed, "The dot is the number that is told, the bar what its rounding or its hedge leaves open."},
		{open, "An arrow: it is told how much at least, or at most, and no more."},
		{vague, "A hatched band: a word of the text, of which no number is made here."},
		{inferred, "A hollow dot: an amount that stands in no quote."},
	} {
		if k.has {
			out = append(out, k.words)
		}
	}
	return out
}
