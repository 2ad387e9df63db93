// Package names finds names in folded texts: those that are declared, by any
// of their spellings, and those that nobody has declared yet.
package names

import (
	"slices"
	"strings"

	"factsheet/generator/text"
)

// A Named is whatever has names: an actor with its name and aliases.
type Named struct {
	ID    string
	Names []string // folded as by text.FoldString; one without a letter or digit is none
}

// A Mention is a place where a declared name stands.
type Mention struct {
	Span text.Span // of the folded text, without a possessive ending
	IDs  []string  // all that have this name, in the order of NewIndex; shared, not to be changed
}

// An Index finds declared names: a trie over the words of all spellings, which
// a text enters at each of its words. Finding is linear in the text, whatever
// the number of names. An Index never changes, so that any number of readers
// may share it.
type Index struct {
	known map[string]*spelling
	words map[string]int32 // the words of all spellings in lower case, numbered from 1
	next  map[edge]int32   // the node to which a word leads from a node
	ends  [][]*spelling    // by node: the spellings whose last word leads there
}

// An edge is a word after a node. First words come after the root, node 0.
type edge struct{ node, word int32 }

// A spelling is one way to write a name.
type spelling struct {
	text string
	lead int // bytes before its first word, such as a quotation mark
	ids  []string
}

// NewIndex returns the index of some names.
func NewIndex(list []Named) *Index {
	x := &Index{known: map[string]*spelling{}, words: map[string]int32{}, next: map[edge]int32{}, ends: make([][]*spelling, 1)}
	for _, named := range list {
		for _, name := range named.Names {
			s := x.known[name]
			if s == nil {
				s = &spelling{text: name}
				x.known[name] = s
				x.add(s)
			}
			if !slices.Contains(s.ids, named.ID) {
				s.ids = append(s.ids, named.ID)
			}
		}
	}
	return x
}

// IDs returns all that have a name, in the order of NewIndex; shared, not to be
// changed.
func (x *Index) IDs(name string) []string {
	if s := x.known[name]; s != nil {
		return s.ids
	}
	return nil
}

// Empty reports whether there is nothing to find.
func (x *Index) Empty() bool { return len(x.words) == 0 }

func (x *Index) add(s *spelling) {
	first, ok := nextWord(s.text, 0)
	if !ok {
		return
	}
	s.lead = first.Start
	node := int32(0)
	for w := first; ok; w, ok = nextWord(s.text, w.End) {
		node = x.follow(edge{node, x.intern(s.text[w.Start:w.End])})
	}
	x.ends[node] = append(x.ends[node], s)
}

func (x *Index) intern(word string) int32 {
	word = strings.ToLower(word)
	n, ok := x.words[word]
	if !ok {
		n = int32(len(x.words) + 1)
		x.words[word] = n
	}
	return n
}

// follow returns the node to which an edge leads, which it makes.
func (x *Index) follow(e edge) int32 {
	node, ok := x.next[e]
	if !ok {
		node = int32(len(x.ends))
		x.ends = append(x.ends, nil)
		x.next[e] = node
	}
	return node
}

// Find returns the declared names of a folded text in their order. A name
// begins and ends with whole words. Of two that overlap it is the longer that
// is found, "Port Hale Council" and not "Port Hale" in it or "the Port" before
// it, and of two as long the earlier.
//
// A small letter of a name may be a capital in the text, as at the start of a
// sentence and in headlines. A capital must be one, but for that of the first
// of several words: the name "Two drivers" was taken from where a sentence
// starts.
func (x *Index) Find(s string) []Mention {
	var list []Mention
	end := 0
	for w, ok := nextWord(s, 0); ok; w, ok = nextWord(s, max(w.End, end)) {
		if insideName(s, w.Start) {
			continue
		}
		if m, ok := x.longest(s, w, end); ok {
			m = x.within(s, w, m)
			list = append(list, m)
			end = m.Span.End
		}
	}
	return list
}

// within returns the longer name that begins within one whose first word is
// given and ends after it, and that one itself where there is none.
func (x *Index) within(s string, first text.Span, m Mention) Mention {
	for w, ok := nextWord(s, first.End); ok && w.Start < m.Span.End; w, ok = nextWord(s, w.End) {
		if insideName(s, w.Start) {
			continue
		}
		if longer, ok := x.longest(s, w, m.Span.Start); ok && longer.Span.End > m.Span.End && longer.Span.Len() > m.Span.Len() {
			return x.within(s, w, longer)
		}
	}
	return m
}

// longest returns the longest name whose first word is first and which begins
// no earlier than floor.
func (x *Index) longest(s string, first text.Span, floor int) (m Mention, found bool) {
	node := int32(0)
	for w, ok := first, true; ok; w, ok = nextWord(s, w.End) {
		word := x.number(s[w.Start:w.End])
		if word == 0 {
			return m, found
		}
		if node, ok = x.next[edge{node, word}]; !ok {
			return m, found
		}
		for _, sp := range x.ends[node] {
			start := first.Start - sp.lead
			if start < floor {
				continue
			}
			if n, ok := sp.begins(s[start:]); ok && n > m.Span.Len() {
				m, found = Mention{Span: text.Span{Start: start, End: start + n}, IDs: sp.ids}, true
			}
		}
	}
	return m, found
}

// number returns the number of a word, 0 for one of no name. It does not
// allocate for words of a usual length.
func (x *Index) number(word string) int32 {
	var buf [64]byte
	return x.words[string(appendLower(buf[:0], word))]
}
