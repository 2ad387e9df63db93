package page

import (
	"cmp"
	"slices"

	"factsheet/generator/dossier"
	"factsheet/generator/parallel"
	"factsheet/generator/quantity"
	"factsheet/generator/reuse"
	"factsheet/generator/text"
)

// A Pair is the page of two texts that share a sentence or a fact.
type Pair struct {
	A, B      Ref // A before B by their ids
	Lead      Words
	Facts     []PairFact // those of which they say different things come first, figures before others
	Sentences []Twin     // those in which numbers differ come first
	LeftOut   Words      // sentences that are not published; "" for none
}

// A PairFact is what both texts say of a fact.
type PairFact struct {
	Fact    Ref
	A, B    Cell
	Differs bool // their words differ
}

// A Twin is a sentence of one text beside that of the other.
type Twin struct {
	A, B         []Segment
	AtA, AtB     Ref // the paragraphs
	Changes      []Words
	LangA, LangB string // BCP 47
}

// A Segment is seed text that the other sentence has as well, but for case and
// punctuation, or has not.
type Segment struct {
	Text string
	Own  bool // the other has it not
}

// Bounds on what is compared with one another: a line that stands under very
// many texts, or a fact that all of them report, makes no two of them a pair.
const (
	maxShared = 30
	maxPairs  = 5000
)

// pairings are the pairs of a site, those that share most first.
type pairings struct {
	list    []pairing
	by      map[[2]int]pairing
	leftOut Words
}

// A pairing is two sources and how much they share.
type pairing struct {
	at        [2]int // their indexes
	facts     int
	sentences int
}

// sources are those of a pair.
func (b *Book) sources(p pairing) (x, y *dossier.Source) {
	return b.d.Sources[p.at[0]], b.d.Sources[p.at[1]]
}

func (b *Book) pairRef(x, y *dossier.Source) Ref {
	name := x.ID + "--" + y.ID
	return Ref{Kind: "page", ID: name, Title: b.labels.of(x) + " and " + b.labels.of(y), Link: "compare/" + name + ".html"}
}

// Pairs returns the links to the pages of all pairs.
func (b *Book) Pairs() []Ref {
	var out []Ref
	for _, p := range b.pairs().list {
		out = append(out, b.pairRef(b.sources(p)))
	}
	return out
}

// findPairs counts what the sources share.
func (b *Book) findPairs() pairings {
	counts, skipped := b.candidates()
	keys := make([][2]int, 0, len(counts))
	for key := range counts {
		keys = append(keys, key)
	}
	slices.SortFunc(keys, func(x, y [2]int) int {
		return cmp.Or(cmp.Compare(counts[y], counts[x]), slices.Compare(x[:], y[:]))
	})
	if len(keys) > maxPairs {
		keys, skipped = keys[:maxPairs], true
	}
	p := pairings{by: map[[2]int]pairing{}}
	for _, pair := range parallel.Map(keys, b.pairing) {
		if pair.facts+pair.sentences > 0 {
			p.list = append(p.list, pair)
			p.by[pair.at] = pair
		}
	}
	slices.SortStableFunc(p.list, func(x, y pairing) int {
		return cmp.Or(cmp.Compare(y.facts+y.sentences, x.facts+x.sentences), slices.Compare(x.at[:], y.at[:])) // by their ids
	})
	if skipped {
		p.leftOut = "What stands in more than " + b.speech.count(maxShared, "text", "texts") + " makes no two of them a pair, and no more than " +
			b.speech.count(maxPairs, "pair", "pairs") + " are shown."
	}
	return p
}

// candidates counts for pairs of sources, by their indexes, the facts and the
// clusters of sentences that both have.
func (b *Book) candidates() (counts map[[2]int]int, skipped bool) {
	counts = map[[2]int]int{}
	add := func(in []int) {
		if skipped = skipped || len(in) > maxShared; len(in) > maxShared {
			return
		}
		for i, x := range in {
			for _, y := range in[i+1:] {
				counts[[2]int{x, y}]++
			}
		}
	}
	index := map[*dossier.Source]int{}
	for i, s := range b.d.Sources {
		index[s] = i
	}
	for _, f := range b.d.Facts {
		if b.shows(f) {
			var in []int
			for _, s := range sourcesOf(f) {
				in = append(in, index[s])
			}
			slices.Sort(in)
			add(in)
		}
	}
	for i := range b.d.Wording.Clusters {
		var in []int
		for _, place := range b.d.Wording.Clusters[i].Places {
			if _, part := b.d.SharedAt(place); part.Proves() {
				in = append(in, place.Text)
			}
		}
		add(slices.Compact(in))
	}
	return counts, skipped
}

func (b *Book) pairing(key [2]int) pairing {
	p := pairing{at: key}
	p.facts = len(b.sharedFacts(b.sources(p)))
	p.sentences = len(b.twins(key))
	return p
}

// sharedFacts are the facts that both sources are cited for, in their order.
func (b *Book) sharedFacts(x, y *dossier.Source) []*dossier.Fact {
	cited := map[*dossier.Fact]bool{}
	for _, c := range b.cites(x) {
		if f, ok := c.item.(*dossier.Fact); ok {
			cited[f] = true
		}
	}
	var out []*dossier.Fact
	for _, c := range b.cites(y) {
		if f, ok := c.item.(*dossier.Fact); ok && cited[f] {
			out = append(out, f)
		}
	}
	return unique(out)
}

// twins are the sentences of the articles of two sources, which are given by
// their indexes, that have their wording from one another.
func (b *Book) twins(at [2]int) []reuse.Twin {
	return slices.DeleteFunc(slices.Clone(b.d.Wording.Between(at[0], at[1])), func(t reuse.Twin) bool {
		_, p := b.d.SharedAt(t.A)
		_, q := b.d.SharedAt(t.B)
		return !p.Proves() || !q.Proves()
	})
}

// shared says what a pair has in common.
func (b *Book) shared(p pairing) Words {
	var facts, sentences Words
	if p.facts > 0 {
		facts = b.speech.count(p.facts, "fact", "facts")
	}
	if p.sentences > 0 {
		sentences = b.speech.count(p.sentences, "sentence", "sentences")
	}
	return list(" and ", facts, sentences)
}

// Pair returns the page of two sources, and false where they share nothing.
func (b *Book) Pair(first, second string) (Pair, bool) {
	pair, ok := b.pairOf(first, second)
	if !ok {
		return Pair{}, false
	}
	x, y := b.sources(pair)
	p := Pair{A: b.sourceRef(x), B: b.sourceRef(y)}
	p.Lead = "They share " + b.shared(pair) + ". What differs comes first."
	facts := b.sharedFacts(x, y)
	slices.SortStableFunc(facts, func(x, y *dossier.Fact) int {
		return compareLast(x.Record.Kind == "quantity", y.Record.Kind == "quantity")
	})
	for _, f := range facts {
		fact := PairFact{Fact: b.factRef(f), A: b.cell(f, x), B: b.cell(f, y)}
		fact.Differs = fact.A.Words != fact.B.Words
		p.Facts = append(p.Facts, fact)
	}
	slices.SortStableFunc(p.Facts, func(x, y PairFact) int { return compareLast(x.Differs, y.Differs) })
	p.Sentences, p.LeftOut = b.pairTwins(pair)
	return p, true
}

// pairOf returns the pair of two sources, and false where they share nothing.
func (b *Book) pairOf(first, second string) (pairing, bool) {
	at := func(id string) (int, bool) {
		return slices.BinarySearchFunc(b.d.Sources, id, func(s *dossier.Source, id string) int { return cmp.Compare(s.ID, id) })
	}
	i, one := at(first)
	j, two := at(second)
	pair, ok := b.pairs().by[[2]int{i, j}]
	return pair, one && two && ok
}

// FindPair returns the link to the page of two sources, and false where they
// have none.
func (b *Book) FindPair(first, second string) (Ref, bool) {
	pair, ok := b.pairOf(first, second)
	if !ok {
		return Ref{}, false
	}
	return b.pairRef(b.sources(pair)), true
}

// compareLast puts what does not hold last.
func compareLast(x, y bool) int {
	switch {
	case x == y:
		return 0
	case x:
		return -1
	}
	return 1
}

// pairTwins are the sentences that two sources share. What may not leave the
// project is counted.
func (b *Book) pairTwins(pair pairing) ([]Twin, Words) {
	var out []Twin
	hidden := 0
	x, y := b.sources(pair)
	for _, t := range b.twins(pair.at) {
		inX, inY := b.d.Wording.Sentence(t.A).Span, b.d.Wording.Sentence(t.B).Span
		if !b.shown.Holds(x, x.Text.View.Raw(inX)) || !b.shown.Holds(y, y.Text.View.Raw(inY)) {
			hidden++
			continue
		}
		var own [2][]text.Span
		for _, c := range t.Changes {
			own[0], own[1] = append(own[0], c.A), append(own[1], c.B)
		}
		out = append(out, Twin{
			A: segments(x, inX, own[0]), B: segments(y, inY, own[1]),
			AtA: b.placeRef(x, x.Text.View.Raw(inX).Start), AtB: b.placeRef(y, y.Text.View.Raw(inY).Start),
			Changes: numberChanges(x, y, t.Changes), LangA: x.Record.Lang.Value, LangB: y.Record.Lang.Value,
		})
	}
	slices.SortStableFunc(out, func(x, y Twin) int { return compareLast(len(x.Changes) > 0, len(y.Changes) > 0) })
	if hidden == 0 {
		return out, ""
	}
	return out, "Of what they share " + b.speech.count(hidden, "sentence is", "sentences are") + " not published."
}

// segments cuts a sentence of a source at what is its own.
func segments(s *dossier.Source, sentence text.Span, own []text.Span) []Segment {
	own = slices.DeleteFunc(slices.Clone(own), func(span text.Span) bool { return span.Len() == 0 })
	slices.SortFunc(own, func(x, y text.Span) int { return x.Start - y.Start })
	var out []Segment
	add := func(start, end int, isOwn bool) {
		if start < end {
			out = append(out, Segment{s.Text.File.Slice(s.Text.View.Raw(text.Span{Start: start, End: end})), isOwn})
		}
	}
	at := sentence.Start
	for _, span := range own {
		add(at, span.Start, false)
		add(span.Start, span.End, true)
		at = span.End
	}
	add(at, sentence.End, false)
	return out
}

// numberChanges says where a number was cut, added or changed. One that stands
// against words without a number stands in its text alone.
func numberChanges(x, y *dossier.Source, changes []reuse.Change) []Words {
	words := func(s *dossier.Source, span text.Span) Words { return quoted(s.Text.File.Slice(s.Text.View.Raw(span))) }
	has := func(s *dossier.Source, span text.Span) bool {
		return slices.ContainsFunc(s.Readings.Quantities, func(q quantity.Quantity) bool { return q.Number.Overlaps(span) })
	}
	var out []Words
	for _, c := range changes {
		inFirst, inSecond := has(x, c.A), has(y, c.B)
		switch {
		case !c.Numbers:
		case c.Cut(), inFirst && !inSecond:
			out = append(out, words(x, c.A)+" stands in the first alone")
		case c.Added(), inSecond && !inFirst:
			out = append(out, words(y, c.B)+" stands in the second alone")
		default:
			out = append(out, words(x, c.A)+" against "+words(y, c.B))
		}
	}
	return out
}
