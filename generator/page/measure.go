package page

import (
	"cmp"
	"slices"

	"factsheet/generator/annotation"
	"factsheet/generator/conflict"
	"factsheet/generator/dossier"
)

// plots returns the plot that stands before a figure: that of its measure, if
// it is the first of several figures of that measure and some of them are
// numbers. Where all are words there is no scale on which to place them.
func (b *Book) plots(f *dossier.Fact) []Plot {
	m := b.d.Measure(f.Record.Measure.Value)
	if m == nil || f.Record.Kind != "quantity" {
		return nil
	}
	figures := b.measuredBy(m.ID).figures
	if len(figures) < 2 || figures[0] != f || !slices.ContainsFunc(figures, isNumber) {
		return nil
	}
	return []Plot{b.plot(m, figures)}
}

func isNumber(f *dossier.Fact) bool {
	r := f.Record
	return r.Value.Numeric || r.Low.Numeric || r.High.Numeric
}

func (b *Book) plot(m *dossier.Measure, figures []*dossier.Fact) Plot {
	p := Plot{ID: m.ID, Title: m.Record.Title.Value}
	d := plotter{book: b, scale: b.scaleOf(figures), unit: m.Record.Unit.Value}
	p.Ticks = d.ticks()
	p.Lanes = d.lanes(figures)
	p.Key = key(p.Lanes)
	p.Summary = summaryOf(p)
	for _, f := range figures {
		for _, r := range b.readings(f) {
			p.Rows = append(p.Rows, PlotRow{b.factRef(f), r})
		}
	}
	return p
}

// A plotter places figures on a scale.
type plotter struct {
	book  *Book
	scale scale
	unit  string
}

// A sort is what a lane holds; the lanes stand in this order.
type sort uint8

const (
	headCount sort = iota
	runningCount
	plan
)

func sortOf(f *dossier.Fact) sort {
	switch r := f.Record; {
	case r.When.Given() || !holds(r):
		return plan
	case r.Since.Given():
		return runningCount
	}
	return headCount
}

// holds reports whether a figure is said to have come about.
func holds(r *annotation.Fact) bool {
	return r.Status.Value == "" || r.Status.Value == "happened" || r.Status.Value == "ongoing"
}

// lanes keeps apart what is not to be compared.
func (d plotter) lanes(figures []*dossier.Fact) []Lane {
	type lane struct {
		sort  sort
		scope conflict.Scope
	}
	var out []Lane
	at := map[lane]int{}
	for s := headCount; s <= plan; s++ {
		for _, f := range figures {
			if sortOf(f) != s {
				continue
			}
			key := lane{s, conflict.ScopeOf(d.book.d, f)}
			n, ok := at[key]
			if !ok {
				n = len(out)
				at[key] = n
				out = append(out, Lane{Title: d.laneTitle(f, s)})
			}
			out[n].Reports = append(out[n].Reports, d.reports(f)...)
		}
	}
	return out
}

// laneTitle says what is in a lane, of whom and where.
func (d plotter) laneTitle(f *dossier.Fact, s sort) Words {
	what := "Counted"
	switch s {
	case runningCount:
		what = "Counted " + d.book.startWords(f)
	case plan:
		what = sentence(d.book.when(f))
	}
	return list(": ", what, d.book.parties(f.Record))
}

// startWords says from when a running count counts.
func (b *Book) startWords(f *dossier.Fact) Words {
	since, event := b.d.Since(f)
	switch {
	case event != nil && b.shows(event):
		return list(" ", "since:", plain(event.Record.Statement.Value))
	case since.IsZero():
		return "from a day that the texts do not tell"
	}
	return "since " + since.Words()
}

func (d plotter) reports(f *dossier.Fact) []Report {
	var out []Report
	for _, group := range d.book.bench().Together(supporting(f.Evidence)) {
		out = append(out, Report{Title: d.book.reportTitle(f, group), Marks: d.marks(f, group)})
	}
	return out
}

// reportTitle says on which day a figure holds by a report, or was said, and
// whose the report is.
func (b *Book) reportTitle(f *dossier.Fact, group []*dossier.Evidence) Words {
	return sentence(list("; ", b.reportDay(f, group), b.reporters(group)))
}

func (b *Book) reportDay(f *dossier.Fact, group []*dossier.Evidence) Words {
	r := f.Record
	switch {
	case isPlan(r.Status.Value):
		if days := b.speech.days(said(group), on); days != "" {
			return "said " + days
		}
		return ""
	case r.AsOf.Given():
		return noun(r.AsOf.Date)
	case b.asOf(f) == nil:
		return ""
	}
	return b.speech.days(spoken(group), noun)
}

// reporters says who first carried the report of some passages, whoever is
// credited with what it says.
func (b *Book) reporters(group []*dossier.Evidence) Words {
	if words := b.reporterWords(group); words != notTold {
		return "report first carried by: " + words
	}
	return "report of unknown origin"
}

// reporterWords names who first reported some passages, each once. Own words are
// those of whoever published them.
func (b *Book) reporterWords(group []*dossier.Evidence) Words {
	var names []Words
	known := map[Words]*Origin{}
	for _, e := range group {
		for _, o := range b.origins(e.Part) {
			if o.Ref.Title == ownWords {
				o = Origin{Ref: Ref{Title: b.outlet(e.Source)}, Credited: true}
			}
			name := o.Ref.Title
			if known[name] == nil {
				names, known[name] = append(names, name), &Origin{Ref: o.Ref}
			}
			known[name].Credited = known[name].Credited || o.Credited
			known[name].Inferred = known[name].Inferred || o.Inferred
		}
	}
	for i, name := range names {
		names[i] = known[name].Words()
	}
	return and(names)
}

// outlet is whose words a source's own words are: the actor that published it,
// its publisher as the text has it, or nobody of whom the text tells.
func (b *Book) outlet(s *dossier.Source) Words {
	if a := b.actor(b.bench().Outlet(s)); a != nil {
		return b.actorRef(a).Title
	}
	return cmp.Or(plain(s.Record.Publisher.Value), "an unnamed outlet")
}

// summaryOf says what a plot shows.
func summaryOf(p Plot) Words {
	var lanes []Words
	for _, lane := range p.Lanes {
		var reports []Words
		for _, r := range lane.Reports {
			var amounts []Words
			for _, m := range r.Marks {
				amounts = append(amounts, m.Words+inferredWords(m.Inferred)+" in "+and(m.Texts))
			}
			reports = append(reports, list(": ", r.Title, list("; ", amounts...)))
		}
		lanes = append(lanes, lane.Title+". "+list(". ", reports...)+".")
	}
	return list(" ", lanes...)
}
