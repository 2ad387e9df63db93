package memo

import "slices"

// Patch returns a sorted list without some of its members and with others, in
// time that grows with their number, but for the copying. compare orders all
// of them and is zero for a value and itself alone. The lists are not changed.
func Patch[T any](list, gone, fresh []T, compare func(a, b T) int) []T {
	if len(gone)+len(fresh) == 0 {
		return list
	}
	gone, fresh = slices.Clone(gone), slices.Clone(fresh)
	slices.SortFunc(gone, compare)
	slices.SortFunc(fresh, compare)
	out := make([]T, 0, max(0, len(list)-len(gone)+len(fresh)))
	for len(gone)+len(fresh) > 0 {
		if takes := len(fresh) == 0 || len(gone) > 0 && compare(gone[0], fresh[0]) <= 0; takes {
			i, ok := slices.BinarySearchFunc(list, gone[0], compare)
			if !ok {
				panic("memo: a value is gone that was not there")
			}
			out = append(out, list[:i]...)
			list, gone = list[i+1:], gone[1:]
			continue
		}
		i, _ := slices.BinarySearchFunc(list, fresh[0], compare)
		out = append(append(out, list[:i]...), fresh[0])
		list, fresh = list[i:], fresh[1:]
	}
	return append(out, list...)
}
