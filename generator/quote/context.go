package quote

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"factsheet/generator/seed"
)

// maxContext is the number of bytes beyond which a context helps nobody: a
// longer quote does.
const maxContext = 1000

// Context returns the shortest context, in whole words, with which only this
// one of the matches of a quote's pieces is found; the context that the quote
// has is left aside. Where there is none, as between two ways to choose a
// middle piece, ok is false.
func Context(t *seed.Text, q Quote, m Match) (prefix, suffix string, ok bool) {
	q = Quote{Pieces: q.Pieces}
	around := surroundings(t, m)
	var rivals []rival
	for _, other := range Find(t, q) {
		if !slices.Equal(other.Spans, m.Spans) {
			rivals = append(rivals, around.compare(surroundings(t, other)))
		}
	}
	if len(rivals) == 0 {
		return "", "", true
	}
	q.Prefix, q.Suffix, ok = around.settle(rivals)
	if found := Find(t, q); !ok || len(found) != 1 || !slices.Equal(found[0].Spans, m.Spans) {
		return "", "", false
	}
	return q.Prefix, q.Suffix, true
}

// A surrounding is the folded text before and after a match.
type surrounding struct{ before, after string }

func surroundings(t *seed.Text, m Match) surrounding {
	folded := t.View.Folded(m.Span())
	return surrounding{before(t, folded.Start), after(t, folded.End)}
}

// A rival is another match, by how many bytes of context it shares.
type rival struct{ before, after int }

func (s surrounding) compare(o surrounding) rival {
	return rival{before: sameEnd(s.before, o.before), after: sameStart(s.after, o.after)}
}

// chunk is how many bytes are compared at a time where two texts agree for long.
const chunk = 32

// sameStart returns how many bytes two texts begin with alike, up to maxContext.
func sameStart(a, b string) (n int) {
	most := min(len(a), len(b), maxContext)
	for n+chunk <= most && a[n:n+chunk] == b[n:n+chunk] {
		n += chunk
	}
	for n < most && a[n] == b[n] {
		n++
	}
	return n
}

// sameEnd returns how many bytes two texts end with alike, up to maxContext.
func sameEnd(a, b string) (n int) {
	most := min(len(a), len(b), maxContext)
	for n+chunk <= most && a[len(a)-n-chunk:len(a)-n] == b[len(b)-n-chunk:len(b)-n] {
		n += chunk
	}
	for n < most && a[len(a)-n-1] == b[len(b)-n-1] {
		n++
	}
	return n
}

// settle returns the shortest prefix and suffix of which every rival lacks one.
// In the order of what rivals share before the match, those that share most are
// left to the suffix, the others to the prefix; every such division is tried.
func (s surrounding) settle(rivals []rival) (prefix, suffix string, ok bool) {
	slices.SortFunc(rivals, func(a, b rival) int { return cmp.Compare(b.before, a.before) })
	shared := -1 // after the match, by the rivals left to the suffix
	for i := 0; i <= len(rivals); i++ {
		left := -1
		if i < len(rivals) {
			left = rivals[i].before
		}
		if i == 0 || left < rivals[i-1].before { // else the prefix leaves out the rival before as well
			p, okPrefix := s.prefix(left + 1)
			q, okSuffix := s.suffix(shared + 1)
			if okPrefix && okSuffix && (!ok || len(p)+len(q) < len(prefix)+len(suffix)) {
				prefix, suffix, ok = p, q, true
			}
		}
		if i < len(rivals) {
			shared = max(shared, rivals[i].after)
		}
	}
	return prefix, suffix, ok
}

// prefix returns whole words before the match of at least n bytes. A context
// of punctuation alone is hard to see and easily lost.
func (s surrounding) prefix(n int) (words string, ok bool) {
	if n == 0 {
		return "", true
	}
	furthest := max(len(s.before)-maxContext, 0)
	word := furthest + strings.LastIndexFunc(s.before[furthest:], inWord)
	for start := len(s.before) - n; start >= furthest; start-- {
		if start == 0 || start <= word && (s.before[start-1] == ' ' || betweenSigns(s.before, start)) {
			return s.before[start:], true
		}
	}
	return "", false
}

// suffix returns whole words after the match of at least n bytes.
func (s surrounding) suffix(n int) (words string, ok bool) {
	if n == 0 {
		return "", true
	}
	furthest := min(len(s.after), maxContext)
	word := strings.IndexFunc(s.after[:furthest], inWord)
	for end := n; end <= furthest; end++ {
		if end == len(s.after) || word >= 0 && word < end && (s.after[end] == ' ' || betweenSigns(s.after, end)) {
			return s.after[:end], true
		}
	}
	return "", false
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// betweenSigns reports whether words meet at an offset in a script that is
// written without spaces.
func betweenSigns(s string, offset int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:offset])
	after, _ := utf8.DecodeRuneInString(s[offset:])
	return min(before, after) >= firstUnspaced && max(before, after) != utf8.RuneError && !seed.InWord(s, offset)
}

// firstUnspaced is the first letter of the first script without spaces, Thai.
const firstUnspaced = '\u0e01'
