// Package memo holds values that change a little from one state of a project
// to the next: of a map, and of a sorted list, the next version costs about as
// much as what changed.
package memo

import (
	"hash/maphash"
	"maps"
	"math/bits"
	"slices"
)

// A Map is a map that never changes: With returns another, which shares with it
// whatever is the same. Its zero value is empty.
type Map[K comparable, V any] struct {
	shards []map[K]V // by hash, as many as a power of two; a nil one is empty
	len    int
}

// perShard is about how many keys a shard has: so many are copied for each key
// that changes.
const perShard = 16

var seed = maphash.MakeSeed()

func (m Map[K, V]) shard(key K) int {
	return int(maphash.Comparable(seed, key) & uint64(len(m.shards)-1))
}

// Get returns the value of a key.
func (m Map[K, V]) Get(key K) (value V, ok bool) {
	if m.len > 0 {
		value, ok = m.shards[m.shard(key)][key]
	}
	return value, ok
}

// At returns the value of a key, or the zero value.
func (m Map[K, V]) At(key K) V {
	v, _ := m.Get(key)
	return v
}

// With returns the map without some keys and with others. A key that is gone
// and set is set.
func (m Map[K, V]) With(gone []K, set map[K]V) Map[K, V] {
	if len(gone)+len(set) == 0 {
		return m
	}
	next := m.sized(m.len + len(set))
	copied := make([]bool, len(next.shards))
	own := func(key K) map[K]V {
		i := next.shard(key)
		if shard := next.shards[i]; shard == nil {
			next.shards[i] = map[K]V{}
		} else if !copied[i] {
			next.shards[i] = maps.Clone(shard)
		}
		copied[i] = true
		return next.shards[i]
	}
	for _, key := range gone {
		if _, ok := next.Get(key); ok {
			delete(own(key), key)
			next.len--
		}
	}
	for key, value := range set {
		if _, ok := next.Get(key); !ok {
			next.len++
		}
		own(key)[key] = value
	}
	return next
}

// sized returns the map with a list of shards of its own, which is long enough
// for so many keys.
func (m Map[K, V]) sized(n int) Map[K, V] {
	if n <= 4*perShard*len(m.shards) {
		return Map[K, V]{slices.Clone(m.shards), m.len}
	}
	next := Map[K, V]{make([]map[K]V, 1<<bits.Len(uint(n/perShard))), m.len}
	for key, value := range m.All {
		i := next.shard(key)
		if next.shards[i] == nil {
			next.shards[i] = map[K]V{}
		}
		next.shards[i][key] = value
	}
	return next
}

// All calls yield with every key and its value, in no order.
func (m Map[K, V]) All(yield func(K, V) bool) {
	for _, shard := range m.shards {
		for key, value := range shard {
			if !yield(key, value) {
				return
			}
		}
	}
}
