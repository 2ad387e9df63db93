package quote

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"factsheet/generator/diag"
	"factsheet/generator/seed"
	"factsheet/generator/text"
)

// An alignment is the cheapest way to make a stretch of a passage of a quote.
type alignment struct {
	quoted, passage side
	steps           []step
	cost            int
}

// A step pairs word here of the quote with word there of the passage; either is
// -1 where the other has no counterpart.
type step struct{ here, there int }

func (s step) paired() bool { return s.here >= 0 && s.there >= 0 }

// What it costs to pair two words, or to leave one out. To replace a word is
// no dearer than to leave it out: at the ends of a quote, where the passage
// goes on, that is what an author most likely did. Words that the passage adds
// are cheap, or a quote would rather lose its last word than gain a "not".
const (
	otherCase    = 1
	otherMark    = 1 // of quotation
	otherSign    = 3
	otherLetters = 2 // another spelling
	otherNumber  = 3
	otherWord    = 4
	otherKind    = 9 // a word for a sign
	droppedSign  = 2
	droppedWord  = 4
	added        = 1
)

// align compares the whole of a quote with any stretch of a passage.
func align(quoted, passage side) alignment {
	n, m := len(quoted.words), len(passage.words)
	a := alignment{quoted: quoted, passage: passage}
	moves := make([]byte, (n+1)*(m+1))
	previous, current := make([]int, m+1), make([]int, m+1)
	for i := 1; i <= n; i++ {
		drop := dropCost(quoted.words[i-1])
		current[0] = previous[0] + drop
		moves[i*(m+1)] = dropHere
		for j := 1; j <= m; j++ {
			cost, move := previous[j-1]+pairCost(quoted, i-1, passage, j-1), byte(pair)
			if c := previous[j] + drop; c < cost {
				cost, move = c, dropHere
			}
			if c := current[j-1] + added; c < cost {
				cost, move = c, dropThere
			}
			current[j], moves[i*(m+1)+j] = cost, move
		}
		previous, current = current, previous
	}
	last := 0 // of ends equally cheap, as where a last word was replaced
	for j, cost := range previous {
		if cost <= previous[last] {
			last = j
		}
	}
	a.cost, a.steps = previous[last], trace(moves, n, last, m+1)
	a.dropEnds()
	return a
}

// dropEnds leaves out what stands at the ends where two words or more of the
// quote have nothing like them in the passage: those that happen to stand
// there instead are no correction.
func (a *alignment) dropEnds() {
	first := slices.IndexFunc(a.steps, a.like)
	if first < 0 {
		return
	}
	last := first
	for i, s := range a.steps {
		if a.like(s) {
			last = i
		}
	}
	tail := dropped(a.steps[last+1:])
	a.steps = slices.Concat(dropped(a.steps[:first]), a.steps[first:last+1], tail)
}

func (a *alignment) like(s step) bool {
	return s.paired() && pairCost(a.quoted, s.here, a.passage, s.there) <= otherNumber
}

func dropped(steps []step) []step {
	var drops []step
	for _, s := range steps {
		if s.here >= 0 {
			drops = append(drops, step{s.here, -1})
		}
	}
	if len(drops) < 2 {
		return steps
	}
	return drops
}

// The ways to get to a cell of the table of costs.
const (
	pair = iota
	dropHere
	dropThere
)

func trace(moves []byte, i, j, width int) []step {
	var steps []step
	for i > 0 {
		switch moves[i*width+j] {
		case pair:
			i, j = i-1, j-1
			steps = append(steps, step{i, j})
		case dropHere:
			i--
			steps = append(steps, step{i, -1})
		case dropThere:
			j--
			steps = append(steps, step{-1, j})
		}
	}
	slices.Reverse(steps)
	return steps
}

func dropCost(w seed.Word) int {
	if w.Letters {
		return droppedWord
	}
	return droppedSign
}

func pairCost(quoted side, i int, passage side, j int) int {
	q, p := quoted.words[i], passage.words[j]
	here, there := quoted.word(i), passage.word(j)
	switch {
	case here == there:
		return 0
	case q.Letters != p.Letters:
		return otherKind
	case isMark(here) && isMark(there):
		return otherMark
	case !q.Letters:
		return otherSign
	case q.Key == p.Key:
		return otherCase
	case numeric(here) && numeric(there):
		return otherNumber
	case misspelt(here, there):
		return otherLetters
	}
	return otherWord
}

func numeric(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsDigit(r)
}

// misspelt reports whether two words are likely to be spellings of one. To be
// quick it asks for one end in common and for words of usual length.
func misspelt(a, b string) bool {
	if min(len(a), len(b)) < 4 || max(len(a), len(b)) > 32 || numeric(a) || numeric(b) ||
		a[0] != b[0] && a[len(a)-1] != b[len(b)-1] {
		return false
	}
	_, near := diag.Nearest(a, []string{b})
	return near
}

// likeness reports whether at least half of the letters of a quote stand in the
// passage, words in other case or spelling counted.
func (a alignment) likeness() bool {
	all, same := 0, 0
	for _, s := range a.steps {
		if s.here < 0 || !a.quoted.words[s.here].Letters {
			continue
		}
		length := len(a.quoted.word(s.here))
		all += length
		if s.paired() && pairCost(a.quoted, s.here, a.passage, s.there) <= otherLetters {
			same += length
		}
	}
	return same > 0 && 2*same >= all
}

// span returns the folded text from the first word of the passage to the last.
func (a alignment) span() text.Span {
	inPassage := func(s step) bool { return s.there >= 0 }
	first := a.steps[slices.IndexFunc(a.steps, inPassage)].there
	last := first
	for _, s := range a.steps {
		last = max(last, s.there)
	}
	return text.Span{Start: int(a.passage.words[first].Start), End: int(a.passage.words[last].End)}
}
