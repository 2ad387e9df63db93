package dossier

import "sync"

// A derivation is a value that is made of a dossier once.
type derivation struct {
	once  sync.Once
	value any
	asked Trace
}

// Derived returns what is made of a dossier, once for each key: a value of a
// type of its own. Whoever asks for it is taken to ask what making it asked.
func Derived[T any](d *Dossier, key any, make func(*Dossier) T) T {
	full := d.unwatched()
	x, _ := full.derived.LoadOrStore(key, new(derivation))
	v := x.(*derivation)
	v.once.Do(func() { v.value = make(full.Watched(&v.asked)) })
	if d.full != nil {
		d.trace.add(v.asked...)
	}
	return v.value.(T)
}

// DerivedOf returns what is made of a unit and its site's language alone, once
// for each key in all dossiers that have the unit.
func DerivedOf[T any](u *Unit, key any, make func(*Unit) T) T {
	x, ok := u.derived.Load(key)
	if !ok {
		x, _ = u.derived.LoadOrStore(key, make(u))
	}
	return x.(T)
}

// Once returns what make makes, and for a watched dossier the same again for
// the same key.
func Once[T any](d *Dossier, key any, make func() T) T {
	if d.full == nil {
		return make()
	}
	v, ok := d.made[key]
	if !ok {
		if d.made == nil {
			d.made = map[any]any{}
		}
		v = make()
		d.made[key] = v
	}
	return v.(T)
}
