package reuse

// Grouped is a sentence with the number of its group.
type Grouped struct {
	Place
	Group int
}

// Groups returns the sentences of a text that have their wording from others or
// give it to them. Those that links of shared wording join have one number in
// all texts.
func (w *Wording) Groups(text int) []Grouped { return w.groups()[text] }

func (w *Wording) group() map[int][]Grouped {
	out := map[int][]Grouped{}
	n := 0
	for i := range w.Clusters {
		c := &w.Clusters[i]
		for at, set := range c.sets() {
			p := c.Places[at]
			out[p.Text] = append(out[p.Text], Grouped{p, n + int(set)})
		}
		n += len(c.Places)
	}
	return out
}

// sets numbers the places of a cluster, with one number for those that links
// of shared wording join.
func (c *Cluster) sets() []int32 {
	f := newForest(len(c.Places))
	for _, l := range c.Links {
		if l.Shared() {
			f.join(int32(l.A), int32(l.B))
		}
	}
	for i := range f {
		f[i] = f.find(int32(i))
	}
	return f
}
