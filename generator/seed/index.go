package seed

import (
	"index/suffixarray"
	"slices"
	"sync"
	"sync/atomic"
)

// indexedAfter is how many times a text is searched from start to end before
// it is indexed: making the index takes about as long as that many searches.
const indexedAfter = 128

// shortestIndexed is the length of a text, in bytes, below which searching it is
// quick enough to spare the memory of an index, five times that of the text.
const shortestIndexed = 1 << 14

// An index finds words in a text without reading all of it.
type index struct {
	searches atomic.Int32
	once     sync.Once
	array    *suffixarray.Index
}

// Lookup returns the offsets at which words stand in the folded text, in order,
// also where two of them overlap. ok is false where they stand more than most
// times, and where the text has no index, being short or not yet searched
// often: then it is to be searched from start to end.
func (t *Text) Lookup(words string, most int) (offsets []int, ok bool) {
	if len(t.View.Text) < shortestIndexed {
		return nil, false
	}
	if t.index.searches.Load() < indexedAfter {
		t.index.searches.Add(1)
		return nil, false
	}
	t.index.once.Do(func() { t.index.array = suffixarray.New([]byte(t.View.Text)) })
	offsets = t.index.array.Lookup([]byte(words), most+1)
	if len(offsets) > most {
		return nil, false
	}
	slices.Sort(offsets)
	return offsets, true
}
