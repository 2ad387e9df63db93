package diag

import (
	"strings"
	"unicode/utf8"
)

// Nearest returns the valid name that an author most likely meant. Names that
// differ only in case, or in hyphens, underscores and spaces, are nearest;
// after them those a few slips apart, a slip being a letter left out, added,
// replaced or swapped with its neighbour: at most one for every three letters,
// never more than four. Ties go to the name that is alike letter for letter in
// more places, then to the first by bytes.
func Nearest(name string, valid []string) (string, bool) {
	folded := foldName(name)
	best, bestSlips, bestRaw, found := "", 0, 0, false
	for _, v := range valid {
		length := utf8.RuneCountInString(v) // which folding does not change
		bound := slipBound(len(folded), length)
		if found {
			bound = min(bound, bestSlips)
		}
		if max(length-len(folded), len(folded)-length) > bound {
			continue
		}
		slips := distance(folded, foldName(v), bound)
		if slips > bound {
			continue
		}
		raw := distance([]rune(name), []rune(v), len(name)+len(v))
		if found && slips == bestSlips && (raw > bestRaw || raw == bestRaw && v >= best) {
			continue
		}
		best, bestSlips, bestRaw, found = v, slips, raw, true
	}
	return best, found
}

var nameFolding = strings.NewReplacer("_", "-", " ", "-")

func foldName(name string) []rune { return []rune(nameFolding.Replace(strings.ToLower(name))) }

// slipBound returns how many slips may lie between names of these lengths: no
// fewer than one, but always fewer than would rewrite half of the name.
func slipBound(a, b int) int {
	return min(max(a/3, 1), max(a, b)/2, 4)
}

// distance returns the Damerau-Levenshtein distance of two names in its
// restricted form (optimal string alignment), or a number above bound as soon
// as it must exceed it.
func distance(a, b []rune, bound int) int {
	if len(a)-len(b) > bound || len(b)-len(a) > bound {
		return bound + 1
	}
	a, b = unlike(a, b)
	var usual [3 * 64]int // enough for most names, so that nothing is allocated
	width, rows := len(b)+1, usual[:]
	if 3*width > len(rows) {
		rows = make([]int, 3*width)
	}
	before, previous, current := rows[:width], rows[width:2*width], rows[2*width:3*width]
	for j := range previous {
		previous[j] = j
	}
	for i := 1; i <= len(a); i++ {
		current[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			current[j] = min(previous[j]+1, current[j-1]+1, previous[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				current[j] = min(current[j], before[j-2]+1)
			}
			least = min(least, current[j])
		}
		if least > bound {
			return bound + 1
		}
		before, previous, current = previous, current, before
	}
	return previous[len(b)]
}

// unlike returns two names without what both begin and end with, which changes
// nothing of their distance.
func unlike(a, b []rune) ([]rune, []rune) {
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	return a, b
}
