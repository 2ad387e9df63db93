package reuse

import (
	"slices"
	"sync"
)

// Wording is what texts share. It does not change, but for what it remembers.
type Wording struct {
	Clusters []Cluster // in the order of their first places

	texts  []*Text
	of     map[int][]int32          // clusters by text, in order
	groups func() map[int][]Grouped // by text
	twins  sync.Map                 // pairs of texts: []Twin
}

func newWording(texts []*Text, clusters []Cluster) *Wording {
	w := &Wording{Clusters: clusters, texts: texts, of: map[int][]int32{}}
	w.groups = sync.OnceValue(w.group)
	for n, c := range clusters {
		for i, p := range c.Places {
			if i == 0 || c.Places[i-1].Text != p.Text {
				w.of[p.Text] = append(w.of[p.Text], int32(n))
			}
		}
	}
	return w
}

// Of reports whether this is what the texts share: whether they are those
// that were matched.
func (w *Wording) Of(texts []*Text) bool { return slices.Equal(w.texts, texts) }

// Sentence returns the sentence at a place.
func (w *Wording) Sentence(p Place) *Sentence { return &w.texts[p.Text].Sentences[p.Sentence] }

// Align aligns the sentences of two places.
func (w *Wording) Align(a, b Place) Alignment {
	return Align(w.texts[a.Text], w.texts[b.Text], w.Sentence(a).Span, w.Sentence(b).Span)
}

// In returns the clusters that have a sentence of a text.
func (w *Wording) In(text int) []*Cluster {
	var out []*Cluster
	for _, n := range w.of[text] {
		out = append(out, &w.Clusters[n])
	}
	return out
}

// A Twin is two sentences that are alike.
type Twin struct {
	A, B Place
	Alignment
}

// Between returns the twin sentences of two texts in the order of the first:
// to each of its sentences the most alike of the other. The list is shared, not
// to be changed.
func (w *Wording) Between(a, b int) []Twin {
	if twins, ok := w.twins.Load([2]int{a, b}); ok {
		return twins.([]Twin)
	}
	twins, _ := w.twins.LoadOrStore([2]int{a, b}, w.between(a, b))
	return twins.([]Twin)
}

func (w *Wording) between(a, b int) []Twin {
	var out []Twin
	for _, c := range w.In(a) {
		theirs := w.phrasings(c.of(b))
		best := map[uint64]Twin{} // by phrasing
		for _, p := range c.of(a) {
			hash := w.Sentence(p).hash
			twin, ok := best[hash]
			if !ok {
				twin = w.nearest(p, theirs)
				best[hash] = twin
			}
			if twin.Likeness < MinLikeness {
				continue
			}
			if twin.A = p; ok { // what differs stands at another place
				twin.Alignment = w.Align(p, twin.B)
			}
			out = append(out, twin)
		}
	}
	slices.SortFunc(out, func(x, y Twin) int { return comparePlaces(x.A, y.A) })
	return out
}

// phrasings returns the first place of each phrasing, of the first few if a
// text goes on saying the same.
func (w *Wording) phrasings(places []Place) []Place {
	var out []Place
	seen := map[uint64]bool{}
	for _, p := range places {
		if hash := w.Sentence(p).hash; !seen[hash] && len(out) < partners {
			seen[hash] = true
			out = append(out, p)
		}
	}
	return out
}

func (w *Wording) nearest(p Place, places []Place) (best Twin) {
	for _, q := range places {
		if x := w.Align(p, q); x.Likeness > best.Likeness {
			best.B, best.Alignment = q, x
		}
	}
	return best
}

// of returns the places of one text.
func (c *Cluster) of(text int) []Place {
	i, _ := slices.BinarySearchFunc(c.Places, Place{text, 0}, comparePlaces)
	j, _ := slices.BinarySearchFunc(c.Places, Place{text + 1, 0}, comparePlaces)
	return c.Places[i:j]
}
