package quote

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"factsheet/generator/seed"
	"factsheet/generator/text"
)

// maxWords is how many words of a quote are compared with a text.
const maxWords = 400

// alike returns the stretch of a text that has most of the words of a piece,
// rare words counting most, and is cheapest to align with it.
func alike(t *seed.Text, piece string, class Class) (p passage, ok bool) {
	stretch := unlikeStretch(t.View.Text, piece)
	quoted := side{stretch, seed.Words(stretch)}
	whole := side{t.View.Text, t.Words()}
	var best alignment
	for _, w := range windows(whole, quoted) {
		a := align(quoted, side{whole.text, whole.words[w.start:w.end]})
		if a.likeness() && (!ok || a.cost < best.cost) {
			best, ok = a, true
		}
	}
	if !ok {
		return p, false
	}
	show := func(s text.Span) string { return Verbatim(t, []text.Span{t.View.Raw(s)}) }
	p = passage{folded: best.span(), differences: best.differences(show, class), partial: len(stretch) < len(piece)}
	if p.partial {
		p.differences = append(p.differences, "the quote is long: only the words around there were compared")
	}
	return p, true
}

// unlikeStretch returns the part of a long piece at which it first differs from
// the text: its longest start that stands there ends a quarter into the part.
func unlikeStretch(s, piece string) string {
	words := seed.Words(piece)
	if len(words) <= maxWords {
		return piece
	}
	same := sort.Search(len(words), func(i int) bool { return !strings.Contains(s, piece[:words[i].End]) })
	first := max(same-maxWords/4, 0)
	last := min(first+maxWords, len(words)) - 1
	return piece[words[first].Start:words[last].End]
}

// A side is one of two texts that are compared.
type side struct {
	text  string
	words []seed.Word
}

func (s side) word(i int) string { return s.words[i].Text(s.text) }

// between returns the text from word i to word j, both included.
func (s side) between(i, j int) string { return s.text[s.words[i].Start:s.words[j].End] }

// spaceBefore reports whether white space stands before word i.
func (s side) spaceBefore(i int) bool { return s.words[i].Start > s.words[i-1].End }

// A window is the words [start, end) of a text, scored by what it shares.
type window struct{ start, end, score int }

// maxWindows is how many windows of a text are aligned.
const maxWindows = 4

// windows returns the windows of a text that share most with a quote, none
// overlapping another by more than half.
func windows(whole, quoted side) []window {
	v := newVocabulary(whole, quoted)
	length := len(quoted.words) + len(quoted.words)/4 + 3
	have := make([]int, len(v.need))
	var best []window
	score := 0
	for i, id := range v.ids {
		if id >= 0 {
			have[id]++
			if have[id] <= v.need[id] {
				score += v.weight(id)
			}
		}
		if left := i - length; left >= 0 && v.ids[left] >= 0 {
			id := v.ids[left]
			if have[id] <= v.need[id] {
				score -= v.weight(id)
			}
			have[id]--
		}
		if score > 0 && id >= 0 {
			best = keep(best, window{max(i-length+1, 0), i + 1, score}, length/2)
		}
	}
	for i := range best {
		best[i].start = max(best[i].start-length/4, 0)
		best[i].end = min(best[i].end+length/4+1, len(whole.words))
	}
	return best
}

// keep adds a window to the best ones, which begin at least apart words from
// one another.
func keep(best []window, w window, apart int) []window {
	if n := len(best); n == maxWindows && w.score <= best[n-1].score {
		return best
	}
	for i, b := range best {
		if w.start-b.start < apart {
			if w.score <= b.score {
				return best
			}
			best = slices.Delete(best, i, i+1)
			break
		}
	}
	best = append(best, w)
	slices.SortStableFunc(best, func(a, b window) int { return cmp.Compare(b.score, a.score) })
	return best[:min(len(best), maxWindows)]
}

// A vocabulary numbers the words of a quote and finds them in a text.
type vocabulary struct {
	need []int // how often the quote has each word
	freq []int // how often the text does
	ids  []int // of each word of the text, -1 where the quote lacks it
}

func newVocabulary(whole, quoted side) vocabulary {
	var v vocabulary
	byKey := map[uint32]int{}
	for _, w := range quoted.words {
		id, known := byKey[w.Key]
		if !known {
			id = len(v.need)
			byKey[w.Key] = id
			v.need = append(v.need, 0)
		}
		if w.Letters {
			v.need[id]++
		}
	}
	v.freq = make([]int, len(v.need))
	v.ids = make([]int, len(whole.words))
	for i, w := range whole.words {
		v.ids[i] = -1
		if id, known := byKey[w.Key]; known {
			v.ids[i] = id
			v.freq[id]++
		}
	}
	v.addMisspelt(whole, quoted, byKey)
	return v
}

// weight counts a word by its rarity.
func (v vocabulary) weight(id int) int { return 1 + 64/max(v.freq[id], 1) }

// maxMisspelt is how many words of a quote, all that the text does not have,
// are looked for in other spellings. A quote with more has others to go by.
const maxMisspelt = 8

func (v vocabulary) addMisspelt(whole, quoted side, byKey map[uint32]int) {
	var missing []int
	for i, w := range quoted.words {
		if v.freq[byKey[w.Key]] == 0 && w.Letters {
			missing = append(missing, i)
		}
	}
	if len(missing) == 0 || len(missing) > maxMisspelt {
		return
	}
	known := map[uint32]int{}
	for i, w := range whole.words {
		if v.ids[i] >= 0 || !w.Letters {
			continue
		}
		id, seen := known[w.Key]
		if !seen {
			id = v.misspelt(whole.word(i), quoted, missing, byKey)
			known[w.Key] = id
		}
		if id >= 0 {
			v.ids[i] = id
			v.freq[id]++
		}
	}
}

func (v vocabulary) misspelt(word string, quoted side, missing []int, byKey map[uint32]int) int {
	for _, i := range missing {
		if misspelt(quoted.word(i), word) {
			return byKey[quoted.words[i].Key]
		}
	}
	return -1
}
