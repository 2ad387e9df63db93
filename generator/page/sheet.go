package page

import (
	"cmp"
	"slices"
	"strings"

	"factsheet/generator/config"
	"factsheet/generator/dossier"
	"factsheet/generator/edtf"
)

// Sheets returns the links to all sheets, as site.toml lists them.
func (b *Book) Sheets() []Ref {
	var out []Ref
	for i := range b.d.Site.Sheets {
		out = append(out, sheetRef(&b.d.Site.Sheets[i]))
	}
	return out
}

func sheetRef(s *config.Sheet) Ref {
	name := s.Name.Value
	return Ref{Kind: "sheet", ID: name, Title: s.Title.Value, Link: SheetLink(name, ""), File: sheetFile(name)}
}

func (b *Book) head(s *dossier.Sheet) Sheet {
	name := s.Config.Name.Value
	return Sheet{
		Name: name, Kind: s.Config.Kind.Value, Title: s.Config.Title.Value,
		Link: SheetLink(name, ""), Summary: b.summary(s),
	}
}

// Outline returns a sheet as its own page shows it: the facts without a group,
// and the groups without their sections. It returns false where the site has no
// sheet of that name.
func (b *Book) Outline(name string) (Sheet, bool) {
	linked := b.sheet(name)
	if linked == nil {
		return Sheet{}, false
	}
	sheet := b.head(linked)
	items := b.itemsOf(linked, "")
	sheet.Sections = b.sections(items)
	sheet.Groups = b.groups(linked)
	sheet.Timelines = b.timelines(linked, "", items)
	return sheet, true
}

// Groups returns the groups of a sheet, without their sections.
func (b *Book) Groups(name string) []Group {
	if linked := b.sheet(name); linked != nil {
		return b.groups(linked)
	}
	return nil
}

func (b *Book) groups(s *dossier.Sheet) []Group {
	var out []Group
	for items := b.held(s); len(items) > 0; {
		name := items[0].Common().Group.Value
		n := endOfGroup(items, name)
		if name != "" {
			group := newGroup(s.Config.Name.Value, name)
			group.Facts = n
			out = append(out, group)
		}
		items = items[n:]
	}
	return out
}

// FindGroup returns a group of a sheet without its sections, and false where
// nothing is in it.
func (b *Book) FindGroup(sheet, name string) (Group, bool) {
	linked := b.sheet(sheet)
	if linked == nil || name == "" {
		return Group{}, false
	}
	group := newGroup(sheet, name)
	group.Facts = len(b.heldIn(linked, name))
	return group, group.Facts > 0
}

// Ungrouped counts the facts or actors that the page of a sheet shows itself.
func (b *Book) Ungrouped(name string) int {
	if linked := b.sheet(name); linked != nil {
		return len(b.heldIn(linked, ""))
	}
	return 0
}

func newGroup(sheet, name string) Group {
	return Group{Name: name, Title: groupTitle(name), Link: SheetLink(sheet, name)}
}

// Group returns what one group of a sheet says, and false where nothing is in
// it.
func (b *Book) Group(sheet, name string) (Group, bool) {
	linked := b.sheet(sheet)
	if linked == nil || name == "" {
		return Group{}, false
	}
	items := b.itemsOf(linked, name)
	group := newGroup(sheet, name)
	group.Facts = len(items)
	group.Sections = b.sections(items)
	group.Timelines = b.timelines(linked, name, items)
	return group, len(items) > 0
}

func (b *Book) sections(items []dossier.Item) []Section {
	var out []Section
	for _, item := range items {
		out = append(out, b.section(item))
	}
	return out
}

// items are the facts or actors of a sheet that take part. Those of a group
// stand together, and those without one stand first; so do those of a measure,
// first that of which most texts speak, and last what has none.
func (b *Book) items(s *dossier.Sheet) []dossier.Item { return b.byMeasure(s, b.held(s)) }

// itemsOf are those of one group, or those without one.
func (b *Book) itemsOf(s *dossier.Sheet, group string) []dossier.Item {
	return b.byMeasure(s, b.heldIn(s, group))
}

// held are the facts or actors of a sheet that take part, in the order of the
// dossier.
func (b *Book) held(s *dossier.Sheet) []dossier.Item {
	if s.Config.Kind.Value == "actor" {
		return shownOf(b, b.d.Actors)
	}
	return shownOf(b, s.Facts)
}

// heldIn are those of one group, or those without one.
func (b *Book) heldIn(s *dossier.Sheet, group string) []dossier.Item {
	if s.Config.Kind.Value == "actor" {
		return shownOf(b, inGroup(b.d.Actors, group))
	}
	return shownOf(b, inGroup(s.Facts, group))
}

func shownOf[T dossier.Item](b *Book, list []T) []dossier.Item {
	var out []dossier.Item
	for _, item := range list {
		if b.shows(item) {
			out = append(out, item)
		}
	}
	return out
}

// inGroup returns those of a list that are in a group. The list is in the order
// of the groups.
func inGroup[T dossier.Item](list []T, group string) []T {
	start, _ := slices.BinarySearchFunc(list, group, func(x T, group string) int {
		return strings.Compare(x.Common().Group.Value, group)
	})
	return list[start : start+endOfGroup(list[start:], group)]
}

// endOfGroup returns where in a list the next group begins.
func endOfGroup[T dossier.Item](list []T, group string) int {
	end, _ := slices.BinarySearchFunc(list, group, func(x T, group string) int {
		if x.Common().Group.Value <= group {
			return -1
		}
		return 1
	})
	return end
}

// byMeasure puts figures in the order of what they measure.
func (b *Book) byMeasure(s *dossier.Sheet, items []dossier.Item) []dossier.Item {
	if s.Config.Kind.Value == "quantity" {
		slices.SortStableFunc(items, b.compareMeasures)
	}
	return items
}

func (b *Book) compareMeasures(x, y dossier.Item) int {
	f, g := x.(*dossier.Fact).Record, y.(*dossier.Fact).Record
	return cmp.Or(
		strings.Compare(f.Group.Value, g.Group.Value),
		cmp.Compare(b.measuredBy(g.Measure.Value).texts, b.measuredBy(f.Measure.Value).texts),
		strings.Compare(f.Measure.Value, g.Measure.Value),
	)
}

// groupTitle makes a title of a group's name: "first-night" is "First night".
func groupTitle(name string) Words { return sentence(strings.ReplaceAll(name, "-", " ")) }

// section is what the page of an item's sheet says of it.
func (b *Book) section(item dossier.Item) Section {
	s := b.printed(item)
	if f, ok := item.(*dossier.Fact); ok {
		s.Plots, s.Cards = b.plots(f), b.cards(f)
	}
	return s
}

// printed is what can be said of an item in Markdown.
func (b *Book) printed(item dossier.Item) Section {
	if a, ok := item.(*dossier.Actor); ok {
		return b.actorSection(a)
	}
	return b.factSection(item.(*dossier.Fact))
}

func (b *Book) factSection(f *dossier.Fact) Section {
	r := f.Record
	return Section{
		ID:        f.ID,
		Heading:   b.heading(f),
		Statement: b.inline(stated(r)),
		Answer:    b.inline(r.Answer),
		Status:    b.status(f),
		Support:   b.factSupport(f),
		About:     b.about(&r.Common),
		Sides:     b.sides(f),
		Readings:  b.readings(f),
		Quotes:    b.quotes(f),
		Notes:     b.notes(f),
		Draft:     r.Draft,
	}
}

// factSupport says what bears a fact out; of a question, how many texts raise
// it: who says what of it stands with the facts that it names.
func (b *Book) factSupport(f *dossier.Fact) Words {
	if f.Record.Kind == "question" {
		return b.raised(f)
	}
	return b.support(f.Evidence)
}

func (b *Book) raised(f *dossier.Fact) Words {
	n := texts(f.Evidence)
	if n == 0 {
		return ""
	}
	return "Raised by " + b.speech.count(n, "text", "texts")
}

// texts counts the texts in which evidence supports or raises something.
func texts(list []*dossier.Evidence) int {
	cited := supporting(list)
	if len(cited) < 2 {
		return len(cited)
	}
	in := make(map[*dossier.Source]bool, len(cited))
	for _, e := range cited {
		in[e.Source] = true
	}
	return len(in)
}

// nouns are what the things on a sheet of a kind are called.
var nouns = map[string][2]Words{
	"quantity": {"figure", "figures"},
	"date":     {"date", "dates"},
	"claim":    {"claim", "claims"},
	"question": {"question", "questions"},
	"actor":    {"actor", "actors"},
}

// summary says how much a sheet holds, from how many texts, up to when.
func (b *Book) summary(s *dossier.Sheet) Words {
	items := b.held(s)
	if len(items) == 0 {
		return "Nothing yet."
	}
	texts := map[*dossier.Source]bool{}
	for _, item := range items {
		for _, e := range item.Cited() {
			if e.Found() {
				texts[e.Source] = true
			}
		}
	}
	noun := nouns[s.Config.Kind.Value]
	words := b.speech.count(len(items), noun[0], noun[1])
	if counts := b.byStatus(s); counts != "" {
		words += " (" + counts + ")"
	}
	if n := len(texts); n > 0 {
		words += " from " + b.speech.count(n, "text", "texts")
	}
	return list(" ", words+".", fullStop(b.knownShort()), fullStop(b.mostly(s)))
}

// mostly says of which day the words are on which most facts of a sheet rest,
// where that is not the newest day of all.
func (b *Book) mostly(s *dossier.Sheet) Words {
	kind := s.Config.Kind.Value
	if kind == "actor" || kind == "question" {
		return ""
	}
	times, shown := map[edtf.Date]int{}, 0
	for _, f := range s.Facts {
		if b.shows(f) {
			shown++
			times[edtf.Newest(spoken(supporting(f.Evidence)))]++
		}
	}
	for day, n := range times {
		if 2*n > shown && !day.IsZero() && day != b.d.KnownUpTo() {
			return "Most " + nouns[kind][1] + " rest on words of " + noun(day)
		}
	}
	return ""
}

func fullStop(words Words) Words {
	if words == "" {
		return ""
	}
	return words + "."
}

// byStatus counts questions by how far they are answered.
func (b *Book) byStatus(s *dossier.Sheet) Words {
	if s.Config.Kind.Value != "question" {
		return ""
	}
	times := map[string]int{}
	for _, f := range s.Facts {
		if b.shows(f) {
			times[f.Record.Status.Value]++
		}
	}
	var out []Words
	for _, status := range [...]string{"open", "partly", "contested", "answered"} {
		if n := times[status]; n > 0 {
			out = append(out, b.speech.number(float64(n))+" "+questionStatuses[status])
		}
	}
	return strings.Join(out, ", ")
}
