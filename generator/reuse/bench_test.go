package reuse

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"factsheet/generator/seed"
	"factsheet/generator/text"
)

// corpus makes texts of about 3 KB in made-up words, the same on every run.
// Common words are as common as in a language, every tenth text ends with the
// same line, every twentieth rewords the one before it.
func corpus(texts int) []*seed.Text {
	r := rand.New(rand.NewPCG(1, 2))
	words := vocabulary(r)
	var out []*seed.Text
	var last []string
	for i := range texts {
		sentences := last
		if i%20 != 19 {
			sentences = article(r, words)
		}
		last = sentences
		if i%20 == 19 {
			sentences = reworded(r, words, sentences)
		}
		if i%10 == 0 {
			sentences = append(sentences, "Sign up for our letter of the day, and read all of our stories before anybody else does.")
		}
		out = append(out, seed.Read(text.NewFile(fmt.Sprint(i), []byte(strings.Join(sentences, " "))), seed.Auto))
	}
	return out
}

func vocabulary(r *rand.Rand) []string {
	syllables := strings.Fields("ba be bi do du fa fe go ha ke ki la le lo ma me mi no pa po ra re ri sa se so ta te to vu")
	words := make([]string, 5000)
	for i := range words {
		for range 1 + i%4 {
			words[i] += syllables[r.IntN(len(syllables))]
		}
	}
	return words
}

func article(r *rand.Rand, words []string) []string {
	zipf := rand.NewZipf(r, 1.1, 4, uint64(len(words)-1))
	var out []string
	for range 24 {
		s := "The"
		for range 10 + r.IntN(20) {
			s += " " + words[zipf.Uint64()]
		}
		out = append(out, s+".")
	}
	return out
}

// reworded changes every eighth word.
func reworded(r *rand.Rand, words, sentences []string) []string {
	var out []string
	for _, s := range sentences {
		fields := strings.Fields(s)
		for i := 7; i < len(fields); i += 8 {
			fields[i] = words[r.IntN(len(words))]
		}
		out = append(out, strings.Join(fields, " ")+".")
	}
	return out
}

func sentences(t *seed.Text) []text.Span {
	var out []text.Span
	for p := range t.Paragraphs {
		for _, s := range t.Sentences(p, nil) {
			out = append(out, t.View.Folded(s))
		}
	}
	return out
}

func readAll(texts []*seed.Text) (out []*Text, size int64) {
	for _, t := range texts {
		out = append(out, Read(t, sentences(t), nil))
		size += int64(len(t.File.Data))
	}
	return out, size
}

func BenchmarkRead(b *testing.B) {
	texts := corpus(1000)
	_, size := readAll(texts)
	spans := make([][]text.Span, len(texts))
	for i, t := range texts {
		spans[i] = sentences(t)
	}
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		for i, t := range texts {
			Read(t, spans[i], nil)
		}
	}
}

func BenchmarkMatch(b *testing.B) {
	for _, n := range []int{1000, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			texts, size := readAll(corpus(n))
			b.SetBytes(size)
			b.ReportAllocs()
			for b.Loop() {
				Match(texts)
			}
		})
	}
}
