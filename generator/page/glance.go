package page

import (
	"cmp"
	"slices"
	"strings"

	"factsheet/generator/dossier"
)

// maxGlances is how many of each list the home page shows; the sheets have the
// rest. On a phone the last list is to begin before a reader gives up.
const maxGlances = 8

// Home returns the first page.
func (b *Book) Home() Home {
	h := Home{
		Lead:      b.lead(),
		Figures:   b.glances(b.figuresAtAGlance(), maxGlances),
		Latest:    b.glances(b.latest(), maxGlances),
		Due:       b.glances(b.due(), maxGlances),
		Questions: b.unanswered(),
		People:    b.most("person"),
		Parties:   b.most("state", "forces", "armed-group", "organisation"),
		Sheets:    b.sheetEntries(),
	}
	for _, s := range b.d.Sources {
		if len(h.Sources) < maxGlances {
			h.Sources = append(h.Sources, b.sourceRef(s))
		}
	}
	return h
}

// sheetEntries are all sheets with how much each holds.
func (b *Book) sheetEntries() []Entry {
	var out []Entry
	for i, ref := range b.Sheets() {
		out = append(out, Entry{ref, b.summary(b.d.Sheets[i])})
	}
	return out
}

// current are the facts that take part and that no other replaces, of which
// something holds.
func (b *Book) current(holds func(*dossier.Fact) bool) []*dossier.Fact {
	var out []*dossier.Fact
	for _, f := range b.d.Facts {
		if b.shows(f) && holds(f) && len(b.refs(b.factsNaming(f.ID, "supersedes"))) == 0 {
			out = append(out, f)
		}
	}
	return out
}

// figuresAtAGlance are the counts and sums, those with a number first, and of
// these what most texts tell. A duration, or how many people told something, is
// no news by itself.
func (b *Book) figuresAtAGlance() []*dossier.Fact {
	list := b.current(func(f *dossier.Fact) bool {
		return f.Record.Kind == "quantity" && !isAhead(f) && !b.isDuration(f.Record) && !b.countsSpeakers(f)
	})
	breadth := make(map[*dossier.Fact]int, len(list))
	for _, f := range list {
		breadth[f] = b.breadth(f)
	}
	slices.SortStableFunc(list, func(f, g *dossier.Fact) int {
		return cmp.Or(cmp.Compare(wordiness(f), wordiness(g)), cmp.Compare(breadth[g], breadth[f]))
	})
	return list
}

// breadth counts the texts that bear out a figure, or any of what it is
// measured with, so that these stay together.
func (b *Book) breadth(f *dossier.Fact) int {
	return max(b.measuredBy(f.Record.Measure.Value).texts, texts(f.Evidence))
}

// wordiness is 1 for a figure whose value is a word.
func wordiness(f *dossier.Fact) int {
	if r := f.Record; r.Value.Numeric || r.Low.Numeric || r.High.Numeric {
		return 0
	}
	return 1
}

// unanswered are the questions that are not answered, by status: those on
// which the texts differ first, then those that nothing answers.
func (b *Book) unanswered() []Glances {
	var out []Glances
	for _, g := range []struct{ status, title Words }{
		{"contested", "Contested: the texts differ"},
		{"open", "Open: no text answers"},
		{"partly", "Answered in part"},
	} {
		list := b.current(func(f *dossier.Fact) bool {
			return f.Record.Kind == "question" && f.Record.Status.Value == g.status
		})
		if len(list) == 0 {
			continue
		}
		glances := Glances{ID: g.status, Title: g.title, List: b.glances(list, maxGlances)}
		if len(list) > len(glances.List) {
			sheet, _, _ := strings.Cut(b.factRef(list[0]).Link, "#")
			glances.All = Ref{Kind: "page", Title: "All " + b.speech.count(len(list), "question", "questions") + " of this kind", Link: sheet}
		}
		out = append(out, glances)
	}
	return out
}

// latest are the events that have a date and have happened, the latest first.
func (b *Book) latest() []*dossier.Fact {
	list := b.current(func(f *dossier.Fact) bool {
		return f.Record.Kind == "date" && !f.Record.When.Date.IsZero() && shapeOf(f) == "happened" && f.Record.Status.Value != "ongoing"
	})
	slices.SortStableFunc(list, func(f, g *dossier.Fact) int {
		x, y := f.Record.When.Date, g.Record.When.Date
		return cmp.Or(cmp.Compare(y.Latest(), x.Latest()), cmp.Compare(y.Earliest(), x.Earliest()))
	})
	return list
}

// due are the agreements, plans and aims: first what was agreed, announced or
// put off, then what is ahead in the order of its days. Of a figure and a date
// that tell one plan the first is enough.
func (b *Book) due() []*dossier.Fact {
	var out []*dossier.Fact
	told := map[*dossier.Source][]*dossier.Fact{}
	for _, f := range b.current(isPending) {
		cites := supporting(f.Evidence)
		if b.isDuration(f.Record) || slices.ContainsFunc(cites, func(e *dossier.Evidence) bool {
			return slices.ContainsFunc(told[e.Source], func(g *dossier.Fact) bool { return isSamePlan(f, g) })
		}) {
			continue
		}
		out = append(out, f)
		for _, e := range cites {
			told[e.Source] = append(told[e.Source], f)
		}
	}
	slices.SortStableFunc(out, func(f, g *dossier.Fact) int {
		return cmp.Or(cmp.Compare(pendingRank(f), pendingRank(g)), cmp.Compare(f.Record.When.Date.Latest(), g.Record.When.Date.Latest()))
	})
	return out
}

// isPending reports whether a fact lies ahead, or was agreed, announced or put
// off for a day that nobody tells.
func isPending(f *dossier.Fact) bool {
	return isAhead(f) || isPlan(f.Record.Status.Value) && f.Record.When.Date.IsZero()
}

func pendingRank(f *dossier.Fact) int {
	switch {
	case overtaken[f.Record.Status.Value].word != "":
		return 0
	case !f.Record.When.Date.IsZero():
		return 1
	}
	return 2
}

// most are the actors of some kinds who take part in most facts.
func (b *Book) most(kinds ...string) []Entry {
	var list []*dossier.Actor
	for _, a := range b.d.Actors {
		if b.shows(a) && !a.Record.Coined && slices.Contains(kinds, a.Record.Kind.Value) {
			list = append(list, a)
		}
	}
	roles := make(map[*dossier.Actor]int, len(list))
	for _, a := range list {
		roles[a] = b.roles(a.ID)
	}
	slices.SortStableFunc(list, func(x, y *dossier.Actor) int { return cmp.Compare(roles[y], roles[x]) })
	var out []Entry
	for _, a := range list[:min(len(list), maxGlances)] {
		out = append(out, Entry{b.actorRef(a), b.actorStatus(a)})
	}
	return out
}

// roles counts the facts in which an actor takes part.
func (b *Book) roles(id string) int {
	return len(unique(slices.Concat(b.says(id), b.factsNaming(id, "who"), b.factsNaming(id, "whom"))))
}

// isSamePlan reports whether two facts rest on the same words and have the
// same date.
func isSamePlan(f, g *dossier.Fact) bool {
	if f.Record.When.Date.IsZero() || f.Record.When.Date != g.Record.When.Date {
		return false
	}
	return slices.ContainsFunc(supporting(f.Evidence), func(e *dossier.Evidence) bool {
		return slices.ContainsFunc(supporting(g.Evidence), func(other *dossier.Evidence) bool {
			return e.Source == other.Source && e.Span().Overlaps(other.Span())
		})
	})
}

func (b *Book) glances(facts []*dossier.Fact, limit int) []Glance {
	var out []Glance
	for _, f := range facts[:min(len(facts), limit)] {
		out = append(out, b.glance(f))
	}
	return out
}

func (b *Book) glance(f *dossier.Fact) Glance {
	g := Glance{
		Ref: b.factRef(f), Heading: b.heading(f), Statement: b.inline(stated(f.Record)), Answer: b.inline(f.Record.Answer),
		Draft: f.Record.Draft,
	}
	if f.Record.Kind == "date" && f.Record.When.Date.IsZero() {
		g.Heading = "" // its status says so, and what it is besides
	}
	switch {
	case f.Record.Kind == "question" && f.Record.Answer.Value == "":
		g.Status = sidesInShort(b.sides(f))
	case f.Record.Kind == "question": // its heading on the page is its status
	case b.headingTells(f):
		g.Support = b.factSupport(f)
	default:
		g.Status, g.Support = b.status(f), b.factSupport(f)
	}
	return g
}

// sidesInShort says what the answers to a contested question are, where there
// are several: "By the texts: yes; or no".
func sidesInShort(sides []Side) Words {
	if len(sides) < 2 {
		return ""
	}
	var says []Words
	for _, s := range sides {
		says = append(says, s.Says)
	}
	says[len(says)-1] = "or " + says[len(says)-1]
	return "By the texts: " + list("; ", says...)
}

// headingTells reports whether the heading of a fact has all that its status
// says besides the statement: the day of a figure or an event.
func (b *Book) headingTells(f *dossier.Fact) bool {
	if f.Record.Kind == "date" {
		return shapeOf(f) == "happened" && f.Record.Status.Value == "happened"
	}
	_, event := b.d.Since(f)
	return !isAhead(f) && event == nil && !f.InfersValue() && b.figureHeadingDay(f) != ""
}

// lead says to how many reports the texts come down and whose these are, and
// what the site has drawn from them.
func (b *Book) lead() Words {
	var cites []*dossier.Evidence
	for _, f := range b.d.Facts {
		if b.shows(f) && f.Record.Kind != "question" {
			cites = append(cites, supporting(f.Evidence)...)
		}
	}
	words := b.speech.count(len(b.d.Sources), "text", "texts") + b.comeDown(cites) + ". " + b.extent() + "."
	if len(cites) > 0 {
		words += " Each fact stands beside the words it rests on: " + b.speech.count(len(cites), "quote", "quotes") + " in all."
	}
	return words
}

// extent counts the facts and the questions.
func (b *Book) extent() Words {
	facts, questions := 0, 0
	for _, f := range b.d.Facts {
		switch {
		case !b.shows(f):
		case f.Record.Kind == "question":
			questions++
		default:
			facts++
		}
	}
	words := b.speech.count(facts, "fact", "facts")
	if questions > 0 {
		words += " and " + b.speech.count(questions, "question", "questions")
	}
	return words
}

// comeDown says to how many reports all the texts come down, whose these are,
// and how many texts are apart from them.
func (b *Book) comeDown(cites []*dossier.Evidence) Words {
	told, origins := b.bench().Told(cites)
	by := b.reportersOf(origins)
	if told.Max == 0 || len(by) == 0 {
		return ""
	}
	if rest := len(origins) - min(len(by), maxVoices); rest > 0 {
		by = append(by[:min(len(by), maxVoices)], b.speech.count(rest, "other", "others"))
	}
	words := ", which come down to " + b.countReports(told) + " by " + and(by)
	return list("; ", words, b.apart(b.ofUnknownOrigin(), "text is of unknown origin", "texts are of unknown origin"))
}

// reportersOf names those of some origins that have a name: actors, and outlets
// that are none.
func (b *Book) reportersOf(origins []string) (by []Words) {
	var outlets map[string]Words // made where an origin is no actor
	for _, id := range origins {
		if a := b.actor(id); a != nil {
			by = append(by, b.actorRef(a).Title)
			continue
		}
		if outlets == nil {
			outlets = b.outlets()
		}
		if name := outlets[id]; name != "" {
			by = append(by, name)
		}
	}
	return by
}

// outlets are the publishers of all sources, by the origin that their own words
// have.
func (b *Book) outlets() map[string]Words {
	out := map[string]Words{}
	for _, s := range b.d.Sources {
		out[b.bench().Outlet(s)] = plain(s.Record.Publisher.Value)
	}
	return out
}

// ofUnknownOrigin counts the texts of which nobody knows who first reported
// anything in them, which no report counts.
func (b *Book) ofUnknownOrigin() int {
	known := func(p *dossier.Part) bool { return p.Proves() && len(p.Origins) > 0 }
	n := 0
	for _, s := range b.d.Sources {
		if !slices.ContainsFunc(s.Parts, known) {
			n++
		}
	}
	return n
}
