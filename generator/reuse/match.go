package reuse

import (
	"cmp"
	"math/bits"
	"slices"

	"factsheet/generator/parallel"
)

// A Place is a sentence of one of the texts that were matched.
type Place struct {
	Text     int // the index of the text
	Sentence int // of its Sentences
}

// A Cluster is sentences of two texts or more that have their wording from
// one another.
type Cluster struct {
	Places []Place // by text, then sentence
	Links  []Link  // what joins the places: enough to lead from any of them to any other
}

// A Link is two sentences of a cluster that are twins: the indexes of their
// places, the smaller first. Two places without a link may be twins as well.
type Link struct {
	A, B     int
	Likeness float64 // the share of words in common, at least MinLikeness
	// Own is the likeness of what stands outside quotation marks: 0 where
	// that is less than MinWords words in either, since words that two
	// texts quote are a third one's.
	Own float64
}

// Shared reports whether more is alike than what both texts quote.
func (l Link) Shared() bool { return l.Own >= MinLikeness }

// Match finds what texts share. A nil text shares nothing. The time it takes
// grows with the number of fingerprints, not of pairs.
func Match(texts []*Text) *Wording {
	m := &matcher{texts: texts}
	m.collect()
	m.pair()
	m.verify()
	return newWording(texts, m.clusters())
}

// A matcher works on phrasings: sentences of the same words count as one.
type matcher struct {
	texts     []*Text
	phrasings []phrasing
	pairs     [][2]int32 // of phrasings that may be alike, the smaller first
	alike     []alike
}

// A phrasing is a sentence with all places that have it word for word.
type phrasing struct {
	places []Place // in order
}

// An alike is two phrasings that are alike.
type alike struct {
	a, b          int32
	likeness, own float64
}

// collect finds the phrasings, in the order of their first places.
func (m *matcher) collect() {
	at := map[uint64]int32{}
	for i, t := range m.texts {
		if t == nil {
			continue
		}
		for j := range t.Sentences {
			hash := t.Sentences[j].hash
			n, ok := at[hash]
			if !ok {
				n = int32(len(m.phrasings))
				at[hash] = n
				m.phrasings = append(m.phrasings, phrasing{})
			}
			m.phrasings[n].places = append(m.phrasings[n].places, Place{i, j})
		}
	}
}

// reach is with how many of those that follow it in the list of a fingerprint
// a phrasing is compared. Rewordings of one sentence that many texts have are
// so joined to their neighbours, in time that grows with their number.
const reach = 8

// pair finds the phrasings that have a fingerprint in common.
func (m *matcher) pair() {
	postings := m.postings()
	var pairs []uint64
	for len(postings) > 0 {
		n := 1
		for n < len(postings) && postings[n]>>32 == postings[0]>>32 {
			n++
		}
		for i := range n {
			for j := i + 1; j < min(i+1+reach, n); j++ {
				pairs = append(pairs, postings[i]<<32|postings[j]&0xffffffff)
			}
		}
		postings = postings[n:]
	}
	slices.Sort(pairs)
	m.choose(pairs)
}

// partners is with how many others a phrasing is compared at most: those with
// which it has the most fingerprints in common.
const partners = 16

// choose keeps the pairs that are compared, of sorted pairs that occur as often
// as they have fingerprints in common.
func (m *matcher) choose(pairs []uint64) {
	type partner struct {
		of     int32
		common int
	}
	var list []partner
	for i := 0; i < len(pairs); {
		a := int32(pairs[i] >> 32)
		list = list[:0]
		for ; i < len(pairs) && int32(pairs[i]>>32) == a; i++ {
			switch b := int32(pairs[i]); {
			case len(list) > 0 && list[len(list)-1].of == b:
				list[len(list)-1].common++
			case a != b && !m.inOneText(a, b):
				list = append(list, partner{b, 1})
			}
		}
		slices.SortStableFunc(list, func(x, y partner) int { return cmp.Compare(y.common, x.common) })
		for _, p := range list[:min(len(list), partners)] {
			m.pairs = append(m.pairs, [2]int32{a, p.of})
		}
	}
}

// inOneText reports whether one text alone has two phrasings.
func (m *matcher) inOneText(a, b int32) bool {
	x, y := m.phrasings[a].places, m.phrasings[b].places
	return x[0].Text == y[0].Text && x[0].Text == x[len(x)-1].Text && y[0].Text == y[len(y)-1].Text
}

// postings returns each fingerprint with its phrasing in the lower half,
// sorted, without nearly all that only one phrasing has: most are.
func (m *matcher) postings() []uint64 {
	prints := 0
	m.eachPrint(func(int32, uint32) { prints++ })
	seen := make([]uint8, 4<<bits.Len(uint(prints)))
	mask := uint32(len(seen) - 1)
	m.eachPrint(func(_ int32, print uint32) { seen[print&mask] = min(seen[print&mask]+1, 2) })
	var out []uint64
	m.eachPrint(func(n int32, print uint32) {
		if seen[print&mask] > 1 {
			out = append(out, uint64(print)<<32|uint64(n))
		}
	})
	slices.Sort(out)
	return out
}

func (m *matcher) eachPrint(do func(phrasing int32, print uint32)) {
	for n := range m.phrasings {
		t, s := m.first(int32(n))
		for _, print := range s.prints.of(t.prints) {
			do(int32(n), print)
		}
	}
}

// batch is how many phrasings or pairs a core takes at a time: each of them is
// little work.
const batch = 256

// verify keeps the pairs that are alike.
func (m *matcher) verify() {
	sorted := m.sortedKeys()
	found := make([]alike, len(m.pairs))
	parallel.Range(len(m.pairs), batch, func(i int) {
		p := m.pairs[i]
		found[i] = alike{a: p[0], b: p[1]}
		if mayBeAlike(sorted[p[0]], sorted[p[1]]) {
			m.compare(&found[i])
		}
	})
	m.alike = slices.DeleteFunc(found, func(a alike) bool { return a.likeness < MinLikeness })
}

// sortedKeys returns the words of each phrasing that is in a pair, sorted.
func (m *matcher) sortedKeys() [][]uint32 {
	out := make([][]uint32, len(m.phrasings))
	for _, p := range m.pairs {
		for _, n := range p {
			if t, s := m.first(n); out[n] == nil {
				out[n] = s.keys.of(t.keys)
			}
		}
	}
	parallel.Range(len(out), batch, func(i int) {
		out[i] = slices.Clone(out[i])
		slices.Sort(out[i])
	})
	return out
}

// first returns the first sentence that has a phrasing, and its text.
func (m *matcher) first(phrasing int32) (*Text, *Sentence) {
	p := m.phrasings[phrasing].places[0]
	t := m.texts[p.Text]
	return t, &t.Sentences[p.Sentence]
}

// mayBeAlike reports whether two sentences have enough words in common to be
// alike, in any order. Most pairs have not.
func mayBeAlike(x, y []uint32) bool { return share(inBoth(x, y), len(x), len(y)) >= MinLikeness }

// compare aligns two phrasings.
func (m *matcher) compare(a *alike) {
	t, x := m.first(a.a)
	u, y := m.first(a.b)
	a.likeness = likeness(x.keys.of(t.keys), y.keys.of(u.keys))
	switch {
	case a.likeness < MinLikeness:
	case x.unquoted() && y.unquoted():
		a.own = a.likeness
	case min(x.Own, y.Own) >= MinWords:
		a.own = likeness(t.own(x), u.own(y))
	}
}

func likeness(a, b []uint32) float64 { return share(common(a, b), len(a), len(b)) }

// inBoth counts what two sorted lists have in common.
func inBoth(a, b []uint32) int {
	n := 0
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			a = a[1:]
		case a[0] > b[0]:
			b = b[1:]
		default:
			n, a, b = n+1, a[1:], b[1:]
		}
	}
	return n
}

// unquoted reports whether no word stands in quotation marks.
func (s *Sentence) unquoted() bool { return s.Own == int(s.keys.end-s.keys.start) }

// own returns the words of a sentence that stand outside quotation marks.
func (t *Text) own(s *Sentence) []uint32 {
	var out []uint32
	for _, w := range t.words(s.Span) {
		if !w.quoted {
			out = append(out, w.key)
		}
	}
	return out
}

// clusters joins what is alike, in the order of the first places.
func (m *matcher) clusters() []Cluster {
	root := newForest(len(m.phrasings))
	for _, a := range m.alike {
		root.join(a.a, a.b)
	}
	groups := make([]group, len(m.phrasings)) // by root
	for n := range m.phrasings {
		r := root.find(int32(n))
		groups[r].phrasings = append(groups[r].phrasings, int32(n))
	}
	for _, a := range m.alike {
		r := root.find(a.a)
		groups[r].alike = append(groups[r].alike, a)
	}
	var out []Cluster
	for i := range groups {
		if c, ok := m.cluster(&groups[i]); ok {
			out = append(out, c)
		}
	}
	return out
}

// A group is phrasings that become a cluster.
type group struct {
	phrasings []int32
	alike     []alike
}

// cluster lists the places of a group and their links. ok is false where all
// are of one text.
func (m *matcher) cluster(g *group) (c Cluster, ok bool) {
	for _, n := range g.phrasings {
		c.Places = append(c.Places, m.phrasings[n].places...)
	}
	slices.SortFunc(c.Places, comparePlaces)
	if len(c.Places) == 0 || c.Places[0].Text == c.Places[len(c.Places)-1].Text {
		return c, false
	}
	at := func(p Place) int {
		i, _ := slices.BinarySearchFunc(c.Places, p, comparePlaces)
		return i
	}
	for _, n := range g.phrasings {
		c.Links = append(c.Links, m.copies(n, at)...)
	}
	for _, a := range g.alike {
		i, j := at(m.phrasings[a.a].places[0]), at(m.phrasings[a.b].places[0])
		c.Links = append(c.Links, Link{min(i, j), max(i, j), a.likeness, a.own})
	}
	return c, true
}

// copies links each place of a phrasing with the next.
func (m *matcher) copies(n int32, at func(Place) int) []Link {
	places := m.phrasings[n].places
	s := &m.texts[places[0].Text].Sentences[places[0].Sentence]
	link := Link{Likeness: 1}
	if s.Own >= MinWords {
		link.Own = 1
	}
	var out []Link
	for i := 1; i < len(places); i++ {
		link.A, link.B = at(places[i-1]), at(places[i])
		out = append(out, link)
	}
	return out
}

func comparePlaces(a, b Place) int {
	return cmp.Or(cmp.Compare(a.Text, b.Text), cmp.Compare(a.Sentence, b.Sentence))
}
