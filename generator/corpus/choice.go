package corpus

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A choice picks the words of a town's sentences: the word at a slot of a form
// of sentence is the value of a polynomial at a point of its own, modulo prime.
// Two towns have different polynomials of degree 2, which meet in at most two
// points (a Reed-Solomon code): sentences of one form share their frame and
// little more, however many there are, so that none is the other's twin.
type choice struct{ a, b, c int }

// choices is how many there are. No b is 0: it would give all slots one word.
const choices = prime * (prime - 1) * prime

func newChoice(n int) choice {
	n %= choices
	a, rest := n%prime, n/prime
	return choice{a, 1 + (7*a+rest)%(prime-1), rest / (prime - 1)}
}

// word returns the word of a list at a slot of a form.
func (c choice) word(list string, form, slot int) string {
	point := points[form%len(points)][slot%prime]
	return words[list][(c.a+point*(c.b+point*c.c))%prime]
}

// points are the points of the slots of each form. They follow no rule: else
// the sentences of two forms could have runs of words in common.
var points = func() (all [60][]int) {
	for form := range all {
		all[form] = rand.New(rand.NewPCG(uint64(form), 0)).Perm(prime)
	}
	return all
}()

// A sentence is a form with its words in it.
type sentence struct {
	text  string              // without a capital at its start and a stop at its end
	head  string              // its first clause, which states the fact
	words map[string][]string // by list, in order
}

// fill fills a form: {list} with a word of that list, any other {key} with its
// value. The head ends at the bar.
func (c choice) fill(form int, pattern string, values map[string]string) sentence {
	s := sentence{words: map[string][]string{}}
	var b strings.Builder
	slot := 0
	for rest := pattern; rest != ""; {
		before, key, tail := cutKey(rest)
		word, ok := values[key]
		if list := words[key]; !ok && list != [prime]string{} {
			slot++
			for word = c.word(key, form, slot); slices.Contains(s.words[key], word); {
				word = after(list, word)
			}
		} else if !ok && key != "" {
			panic(fmt.Sprintf("form %q has no %q", pattern, key))
		}
		if clause, more, ok := strings.Cut(before, "|"); ok {
			b.WriteString(clause)
			s.head = b.String()
			before = more
		}
		b.WriteString(article(before, word))
		b.WriteString(word)
		s.words[key] = append(s.words[key], word)
		rest = tail
	}
	s.text = b.String()
	return s
}

// after is the word after another in a list.
func after(list [prime]string, word string) string {
	return list[(slices.Index(list[:], word)+1)%prime]
}

// cutKey returns what stands before the first key, the key, and what stands
// after it.
func cutKey(pattern string) (before, key, after string) {
	before, after, _ = strings.Cut(pattern, "{")
	key, after, _ = strings.Cut(after, "}")
	return before, key, after
}

// article ends words with "an" for "a" where the word after them wants it.
func article(before, word string) string {
	if (before == "a " || strings.HasSuffix(before, " a ")) && word != "" && strings.Contains("aeiou", word[:1]) {
		return strings.TrimSuffix(before, " ") + "n "
	}
	return before
}

// sentenceCase gives the first letter a capital.
func sentenceCase(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}
