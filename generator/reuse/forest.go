package reuse

// A forest joins numbers into sets (union-find).
type forest []int32

func newForest(n int) forest {
	f := make(forest, n)
	for i := range f {
		f[i] = int32(i)
	}
	return f
}

func (f forest) find(i int32) int32 {
	for f[i] != i {
		f[i] = f[f[i]]
		i = f[i]
	}
	return i
}

// join makes one set of two. Its root is the smaller of theirs.
func (f forest) join(i, j int32) {
	a, b := f.find(i), f.find(j)
	f[max(a, b)] = min(a, b)
}
