package page

import (
	"cmp"
	"maps"
	"slices"

	"factsheet/generator/dossier"
)

// Compare is the page on which the texts stand side by side.
type Compare struct {
	Lead     Words
	Matrices []Matrix
	Pairs    []PairEntry // those that share most come first
	LeftOut  Words       // which pairs have no page; "" where all have one
	Rest     Words       // which facts are in no matrix; "" where all are
}

// A Matrix is the facts of a group of which two texts or more speak.
type Matrix struct {
	Title   Words
	Sources []Ref
	Rows    []MatrixRow
	LeftOut Words // which texts have no column; "" where all have one
}

// A MatrixRow is what each text says of one fact.
type MatrixRow struct {
	Fact  Ref
	Cells []Cell // one a source of the matrix
}

// A Cell is what a text says of a fact.
type Cell struct {
	Source Ref   // at the passage; without a Link where the text says nothing
	Words  Words // the value, the day, or whom it credits; "" where it says nothing
}

// A PairEntry leads to the page of two texts.
type PairEntry struct {
	Ref    Ref
	Shares Words // "3 facts and 2 sentences"
}

// maxColumns is how many texts a matrix shows side by side.
const maxColumns = 6

// maxRows is how many facts the matrices show. A page of very many can be read
// by nobody; the sheets say the same of each fact.
const maxRows = 500

// Compare returns the page on which the texts stand side by side.
func (b *Book) Compare() Compare {
	p := Compare{Lead: "What each text says of what two or more of them speak of, and which texts have words in common."}
	rows, rest := 0, 0
	for _, s := range b.d.Sheets {
		for _, group := range b.comparable(s) {
			facts := inSeveral(group.facts)
			n := min(len(facts), maxRows-rows)
			if n > 0 {
				p.Matrices = append(p.Matrices, b.matrix(group.title, facts[:n]))
			}
			rows, rest = rows+n, rest+len(facts)-n
		}
	}
	if rest > 0 {
		p.Rest = "Several texts speak of " + b.speech.count(rest, "more fact", "more facts") + ". What each says stands with the fact on its sheet."
	}
	pairs := b.pairs()
	for _, pair := range pairs.list {
		p.Pairs = append(p.Pairs, PairEntry{b.pairRef(b.sources(pair)), b.shared(pair)})
	}
	p.LeftOut = pairs.leftOut
	if len(p.Matrices)+len(p.Pairs) == 0 {
		p.Lead = "No two texts speak of one thing or have words in common."
	}
	return p
}

// A factGroup is facts of a sheet that stand together.
type factGroup struct {
	title Words
	facts []*dossier.Fact
}

// comparable are the facts of a sheet, group by group.
func (b *Book) comparable(s *dossier.Sheet) []factGroup {
	var out []factGroup
	for _, f := range s.Facts { // those of a group stand together
		if !b.shows(f) {
			continue
		}
		title := s.Config.Title.Value
		if g := f.Record.Group.Value; g != "" {
			title += ": " + groupTitle(g)
		}
		if n := len(out); n == 0 || out[n-1].title != title {
			out = append(out, factGroup{title: title})
		}
		last := &out[len(out)-1]
		last.facts = append(last.facts, f)
	}
	return out
}

// sourcesOf are the sources that a fact cites, each once.
func sourcesOf(f *dossier.Fact) []*dossier.Source {
	var out []*dossier.Source
	for _, e := range f.Evidence {
		if e.Found() {
			out = append(out, e.Source)
		}
	}
	return unique(out)
}

// inSeveral are the facts of which two texts or more speak.
func inSeveral(facts []*dossier.Fact) []*dossier.Fact {
	var out []*dossier.Fact
	for _, f := range facts {
		if len(sourcesOf(f)) > 1 {
			out = append(out, f)
		}
	}
	return out
}

// matrix shows facts in the columns of the texts that speak of most.
func (b *Book) matrix(title Words, facts []*dossier.Fact) Matrix {
	m := Matrix{Title: title}
	times := map[*dossier.Source]int{}
	for _, f := range facts {
		for _, s := range sourcesOf(f) {
			times[s]++
		}
	}
	columns := b.columns(times)
	for _, s := range columns {
		m.Sources = append(m.Sources, b.sourceRef(s))
	}
	for _, f := range facts {
		row := MatrixRow{Fact: b.factRef(f)}
		for _, s := range columns {
			row.Cells = append(row.Cells, b.cell(f, s))
		}
		m.Rows = append(m.Rows, row)
	}
	if n := len(times) - len(columns); n > 0 {
		m.LeftOut = b.speech.count(n, "more text speaks", "more texts speak") + " of some of these."
	}
	return m
}

func (b *Book) columns(times map[*dossier.Source]int) []*dossier.Source {
	out := slices.SortedFunc(maps.Keys(times), func(x, y *dossier.Source) int {
		return cmp.Or(cmp.Compare(times[y], times[x]), cmp.Compare(x.ID, y.ID))
	})
	out = out[:min(len(out), maxColumns)]
	slices.SortFunc(out, func(x, y *dossier.Source) int { return cmp.Compare(x.ID, y.ID) })
	return out
}

// cell says what a source says of a fact: the value or day that is read there,
// else whom it credits.
func (b *Book) cell(f *dossier.Fact, s *dossier.Source) Cell {
	var c Cell
	var words []Words
	for _, e := range f.Evidence {
		if !e.Found() || e.Source != s {
			continue
		}
		if c.Source.Link == "" {
			c.Source = b.passageRef(f, e)
		}
		words = append(words, b.saysOf(f, e))
	}
	c.Words = list("; ", unique(words)...)
	return c
}

// saysOf says what evidence says of its fact.
func (b *Book) saysOf(f *dossier.Fact, e *dossier.Evidence) Words {
	switch e.Role {
	case "qualifies":
		return "qualifies it"
	case "updates":
		return "updates it"
	}
	if e.Role == "supports" {
		if words := b.readIn(f, e); words != "" {
			return words
		}
	}
	var by []Words
	for _, id := range e.Record.By {
		by = append(by, b.ref(id.Value).Title)
	}
	if len(by) == 0 {
		return "in its own words"
	}
	return "by " + list(", through ", by...)
}

// readIn says the value or day that is read in evidence, or "".
func (b *Book) readIn(f *dossier.Fact, e *dossier.Evidence) Words {
	r := Reading{Words: carrying(e)}
	switch {
	case f.Record.Kind == "quantity" && b.readAmount(&r, f, e):
		return cmp.Or(r.Value, quoted(r.Words)) + inferredWords(r.Inferred)
	case f.Record.Kind == "date" && readDate(&r, f, e):
		return r.When + inferredWords(r.Inferred)
	}
	return ""
}
