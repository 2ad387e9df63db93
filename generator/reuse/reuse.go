// Package reuse finds wording that texts share: sentences that one text has
// from another, word for word or reworded, aligned with what was cut, added
// and changed.
//
// A text is read once ([Read]) into its sentences and a few fingerprints of
// each, the hashes of runs of words. [Match] looks up the fingerprints that
// several sentences have, never all sentences against all, and aligns those
// sentences. What many texts share is found once, as a [Cluster], so that a
// line under every page costs no more than a line.
package reuse

import (
	"slices"

	"factsheet/generator/seed"
	"factsheet/generator/text"
)

// MinWords is the number of words from which a sentence can be told to be
// shared, and not merely said twice.
const MinWords = 8

// MinLikeness is the likeness from which two sentences are twins.
const MinLikeness = 0.5

const (
	// maxWords bounds what is aligned at once: a longer sentence is taken
	// in pieces.
	maxWords = 200
	// gram is the number of words in a run that is hashed.
	gram = 4
	// window is the number of runs, one after another, of which the one
	// with the smallest hash is a fingerprint (winnowing: Schleimer,
	// Wilkerson and Aiken, 2003). Sentences with gram+window-1 words in a
	// row in common have a fingerprint in common.
	window = 2
)

// A Text is what matching keeps of a text.
type Text struct {
	Sentences []Sentence // of MinWords words or more, in order
	folded    string
	quoted    []text.Span
	numbers   []text.Span
	keys      []uint32 // of the words of the sentences
	prints    []uint32
}

// A Sentence is a sentence of a text, or a piece of a very long one.
type Sentence struct {
	Span text.Span // in the folded text
	Own  int       // words outside quotation marks

	hash   uint64 // of the words
	keys   stretch
	prints stretch
}

// A stretch is a part of a list that is all sentences'.
type stretch struct{ start, end int32 }

func (s stretch) of(list []uint32) []uint32 { return list[s.start:s.end] }

// Read reads a text with its sentences and its numbers, in digits or in words:
// spans of the folded text, in order.
func Read(t *seed.Text, sentences, numbers []text.Span) *Text {
	r := &Text{folded: t.View.Text, quoted: Quotations(t), numbers: numbers}
	var words []word
	for _, s := range sentences {
		words = r.appendWords(words[:0], s)
		for piece := range slices.Chunk(words, maxWords) {
			r.add(piece)
		}
	}
	r.keys, r.prints, r.Sentences = slices.Clone(r.keys), slices.Clone(r.prints), slices.Clone(r.Sentences)
	return r
}

// Quoted returns what stands in quotation marks; see [Quotations].
func (t *Text) Quoted() []text.Span { return t.quoted }

func (t *Text) add(words []word) {
	if len(words) < MinWords {
		return
	}
	s := Sentence{Span: text.Span{Start: words[0].Start, End: words[len(words)-1].End}}
	s.keys.start, s.prints.start = int32(len(t.keys)), int32(len(t.prints))
	for _, w := range words {
		s.hash = (s.hash ^ uint64(w.key)) * 0x100000001b3
		t.keys = append(t.keys, w.key)
		if !w.quoted {
			s.Own++
		}
	}
	t.prints = winnow(t.prints, words)
	s.keys.end, s.prints.end = int32(len(t.keys)), int32(len(t.prints))
	t.Sentences = append(t.Sentences, s)
}

// winnow adds the fingerprints of a sentence.
func winnow(prints []uint32, words []word) []uint32 {
	var hashes [maxWords]uint32
	n := len(words) - gram + 1
	for i := range n {
		h := uint64(0)
		for _, w := range words[i : i+gram] {
			h = (h + uint64(w.gramKey())) * 0x9e3779b97f4a7c15
			h ^= h >> 29
		}
		hashes[i] = uint32(h >> 16)
	}
	last := -1
	for i := range max(1, n-window+1) {
		least := i
		for j := i + 1; j < min(i+window, n); j++ {
			if hashes[j] <= hashes[least] {
				least = j
			}
		}
		if least != last {
			prints = append(prints, hashes[least])
			last = least
		}
	}
	return prints
}
