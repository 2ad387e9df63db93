// Package memo holds values that change a little from one state of a project
// to the next: of a map, and of a sorted list, the next version costs about as
// much as what changed.
package memo

import "maps"

// A Map is a map that never changes: With returns another. Its zero value is
// empty.
type Map[K comparable, V any] struct {
	base map[K]V
	over map[K]change[V] // what differs from base, which many versions share
}

// A change is what a key has now.
type change[V any] struct {
	value V
	gone  bool
}

// Get returns the value of a key.
func (m Map[K, V]) Get(key K) (V, bool) {
	if c, ok := m.over[key]; ok {
		return c.value, !c.gone
	}
	v, ok := m.base[key]
	return v, ok
}

// At returns the value of a key, or the zero value.
func (m Map[K, V]) At(key K) V {
	v, _ := m.Get(key)
	return v
}

// With returns the map without some keys and with others. A key that is gone
// and set is set. The map takes set over, which must not change any more.
func (m Map[K, V]) With(gone []K, set map[K]V) Map[K, V] {
	switch {
	case len(gone)+len(set) == 0:
		return m
	case len(m.base)+len(m.over) == 0:
		return Map[K, V]{base: set}
	case len(m.over)+len(gone)+len(set) > 64+len(m.base)/64:
		return Map[K, V]{base: m.whole(gone, set)}
	}
	over := make(map[K]change[V], len(m.over)+len(gone)+len(set))
	maps.Copy(over, m.over)
	for _, key := range gone {
		over[key] = change[V]{gone: true}
	}
	for key, value := range set {
		over[key] = change[V]{value: value}
	}
	return Map[K, V]{m.base, over}
}

// whole returns the map without some keys and with others as one map.
func (m Map[K, V]) whole(gone []K, set map[K]V) map[K]V {
	out := make(map[K]V, len(m.base)+len(m.over)+len(set))
	maps.Insert(out, m.All)
	for _, key := range gone {
		delete(out, key)
	}
	maps.Copy(out, set)
	return out
}

// All calls yield with every key and its value, in no order.
func (m Map[K, V]) All(yield func(K, V) bool) {
	for key, c := range m.over {
		if !c.gone && !yield(key, c.value) {
			return
		}
	}
	for key, value := range m.base {
		if _, known := m.over[key]; !known && !yield(key, value) {
			return
		}
	}
}
