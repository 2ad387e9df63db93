package page

import (
	"math"
	"strings"
	"unicode/utf8"

	"factsheet/generator/annotation"
	"factsheet/generator/dossier"
	"factsheet/generator/edtf"
	"factsheet/generator/form"
	"factsheet/generator/lang"
)

// Search is the page on which everything is found.
type Search struct {
	Lead   Words
	Index  string // the address of the index, a script
	Kinds  []SearchKind
	Sheets []Entry // where to look without scripts
}

// A SearchKind is a sort of what is found.
type SearchKind struct{ One, Many Words }

// searchKinds are the sorts by their numbers.
var searchKinds = []SearchKind{
	findFigure: {"Figure", "figures"}, findDate: {"Date", "dates"}, findClaim: {"Claim", "claims"},
	findQuestion: {"Question", "questions"}, findActor: {"Actor", "actors"}, findText: {"Text", "texts"},
}

const (
	findFigure = iota
	findDate
	findClaim
	findQuestion
	findActor
	findText
)

// SearchPath is the index of the search, a classic script.
const SearchPath = "data/search.js"

// Search returns the search page.
func (b *Book) Search() Search {
	return Search{
		Lead:  "Facts, questions, actors and the words of the texts, by any name, number or date.",
		Index: SearchPath, Kinds: searchKinds, Sheets: b.sheetEntries(),
	}
}

// A Find is what a search may find.
type Find struct {
	Kind    int // its number among Search.Kinds
	Link    string
	Heading Words // what stands above it on its sheet
	Title   Words // the statement, the question, the name, the text
	Says    Words // the answer to a question, the words of a paragraph; "" for others
	Theirs  bool  // Says is seed text
	Status  Words // with the day
	Worth   int   // to a reader, in tenths of what one text tells; see worth

	// By what it is found besides Title and Says: what says as much as the
	// title, namely what a figure counts, whose and where, or the aliases of an
	// actor; names, numbers and dates in digits, what it is an answer to; the
	// words of quotes.
	Also, Names, Quotes []string
}

// factKinds are the sorts of facts, so that a figure and a date which tell one
// thing are seen to be two views of it.
var factKinds = map[string]int{"quantity": findFigure, "date": findDate, "claim": findClaim, "question": findQuestion}

// worth is what something is worth to a reader who searches: what more texts
// tell is asked for more often, and what is told more often than what is
// open, and least of all who is named or how a text puts it.
func worth(kind int, list []*dossier.Evidence) int {
	tenths := 10 + 2*math.Log2(float64(max(texts(list), 1)))
	switch kind {
	case findQuestion:
		tenths *= 0.9
	case findActor, findText:
		tenths *= 0.8
	}
	return int(tenths)
}

// asked are the words in which a reader asks for what facts of a kind tell.
var asked = map[string]string{
	"quantity": "how many, how much, number, figure",
	"date":     "when, which day, date",
	"person":   "who",
	"place":    "where",
}

// Kindred returns words, a list for each thing, which a search takes for one
// another; see lang.Table.Kindred.
func (b *Book) Kindred() [][]string {
	table, _ := lang.For(b.d.Site.Language())
	return table.Kindred()
}

// Finds returns what finds all that can be found, fact by fact, actor by actor
// and text by text, in the order in which hits that are equally good are shown.
// They may be asked on several goroutines at once.
func (b *Book) Finds() []func() []Find {
	var out []func() []Find
	for _, f := range b.d.Facts {
		if b.shows(f) {
			out = append(out, func() []Find { return []Find{b.findFact(f)} })
		}
	}
	for _, a := range b.d.Actors {
		if b.shows(a) {
			out = append(out, func() []Find { return []Find{b.findActor(a)} })
		}
	}
	for _, s := range b.d.Sources {
		out = append(out, func() []Find { return append([]Find{b.findSource(s)}, b.findParagraphs(s)...) })
	}
	return out
}

func (b *Book) findFact(f *dossier.Fact) Find {
	r, ref := f.Record, b.factRef(f)
	find := Find{
		Kind: factKinds[r.Kind], Link: ref.Link, Heading: b.heading(f), Title: ref.Title, Says: plain(r.Answer.Value), Status: b.findStatus(f),
		Also:  []string{b.whatCounts(r)},
		Names: []string{f.ID, r.Group.Value, plain(r.Note.Value), asked[r.Kind]},
	}
	find.Worth = worth(find.Kind, f.Evidence)
	find.Names = append(find.Names, form.Values(r.Tags)...)
	for _, n := range []form.Number{r.Value, r.Low, r.High} {
		if n.Numeric {
			find.Names = append(find.Names, decimal(n.Value))
		}
	}
	actors := [][]form.Text{r.Who, r.Whom, r.Where}
	days := []edtf.Date{r.When.Date, r.AsOf.Date}
	for _, e := range f.Evidence {
		if e.Found() {
			find.Quotes = append(find.Quotes, pieces(e)...)
			days = append(days, e.Said)
			actors = append(actors, e.Record.By)
		}
	}
	for _, d := range distinct(days) {
		find.Names = append(find.Names, d.String(), d.Words())
	}
	find.Names = append(find.Names, b.spellingsOf(actors)...)
	return find
}

// whatCounts says what a figure counts, whose and where.
func (b *Book) whatCounts(r *annotation.Fact) Words {
	if r.Kind != "quantity" {
		return ""
	}
	measure := ""
	if m := b.d.Measure(r.Measure.Value); m != nil {
		measure = m.Record.Title.Value
	}
	return list(": ", measure, b.parties(r))
}

// spellingsOf are all names of some actors.
func (b *Book) spellingsOf(lists [][]form.Text) []string {
	var ids, out []string
	for _, l := range lists {
		ids = append(ids, form.Values(l)...)
	}
	for _, id := range unique(ids) {
		if a := b.actor(id); a != nil {
			out = append(out, a.Record.Name.Value)
			out = append(out, form.Values(a.Record.Aliases)...)
		}
	}
	return out
}

// findStatus is the status of a fact; of a claim, which has none, the days on
// which it was said.
func (b *Book) findStatus(f *dossier.Fact) Words {
	if status := b.status(f); status != "" {
		return status
	}
	if days := b.speech.days(said(supporting(f.Evidence)), on); days != "" {
		return "Said " + days
	}
	return ""
}

func (b *Book) findActor(a *dossier.Actor) Find {
	ref := b.actorRef(a)
	find := Find{
		Kind: findActor, Link: ref.Link, Title: sentence(ref.Title), Status: b.actorStatus(a),
		Worth: worth(findActor, a.Evidence), Also: form.Values(a.Record.Aliases),
		Names: []string{a.ID, a.Record.Role.Value, asked[a.Record.Kind.Value]},
	}
	for _, e := range supporting(a.Evidence) {
		find.Quotes = append(find.Quotes, pieces(e)...)
	}
	return find
}

func (b *Book) findSource(s *dossier.Source) Find {
	ref, title := b.sourceRef(s), b.shown.Verbatim(s, s.Record.Title.Value)
	published := s.Record.Published.Date
	return Find{
		Kind: findText, Link: ref.Link, Title: ref.Title, Says: title, Theirs: true,
		Status: pageDay(published), Worth: worth(findText, nil), Names: []string{s.ID, published.String()},
	}
}

// pageDay is the day of a page in words.
func pageDay(published edtf.Date) Words {
	if published.IsZero() {
		return "The page tells no day of its own"
	}
	return "Page of " + published.Words()
}

// findParagraphs are the paragraphs of a source's article.
func (b *Book) findParagraphs(s *dossier.Source) []Find {
	var out []Find
	ref := b.sourceRef(s)
	for _, passage := range b.passages(s) {
		if passage.Role != "body" && passage.Role != "headline" {
			continue
		}
		for _, p := range passage.Paragraphs {
			if p.leftOut() {
				continue
			}
			link, words := ref.Link, p.words()
			if p.ID != "" {
				link += "#" + p.ID
			}
			out = append(out, Find{
				Kind: findText, Link: link, Title: ref.Title, Says: cut(words), Theirs: true, Status: passage.Label,
				Worth:  worth(findText, nil),
				Quotes: []string{words},
			})
		}
	}
	return out
}

func (p *Paragraph) words() string {
	var b strings.Builder
	for _, r := range p.Runs {
		b.WriteString(r.Text)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// maxSays is how many code points of a paragraph a hit shows.
const maxSays = 320

// cut returns the beginning of a text.
func cut(s string) string {
	if utf8.RuneCountInString(s) <= maxSays {
		return s
	}
	short := string([]rune(s)[:maxSays])
	if i := strings.LastIndexByte(short, ' '); i > 0 {
		short = short[:i]
	}
	return short + " …"
}
