package page

import (
	"slices"

	"factsheet/generator/form"
)

// reverse holds for an id the ids of those that name it, in the order in which
// they were added. Its zero value is empty.
type reverse struct{ ids map[string][]string }

// add notes that by names id. "" names nothing, and of several times in a row
// the first counts.
func (r *reverse) add(id, by string) {
	if r.ids == nil {
		r.ids = map[string][]string{}
	}
	list := r.ids[id]
	if id == "" || len(list) > 0 && list[len(list)-1] == by {
		return
	}
	r.ids[id] = append(list, by)
}

func (r *reverse) addTexts(ids []form.Text, by string) {
	for _, id := range ids {
		r.add(id.Value, by)
	}
}

// of returns those that name id.
func (r *reverse) of(id string) []string { return r.ids[id] }

// both returns what an item names itself, then those that name it, each once.
func (r *reverse) both(own []form.Text, id string) []string {
	return unique(slices.Concat(form.Values(own), r.of(id)))
}

// unique returns a list without what stands earlier in it, in its order.
func unique[T comparable](list []T) []T {
	seen := make(map[T]bool, len(list))
	var out []T
	for _, x := range list {
		if !seen[x] {
			seen[x] = true
			out = append(out, x)
		}
	}
	return out
}
