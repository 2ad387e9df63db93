package quote

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"factsheet/generator/seed"
	"factsheet/generator/text"
)

// A corpus is made-up news, the same on every run, and quotes from it as a
// person would type them.
type corpus struct {
	texts  []*seed.Text
	raw    [][]byte
	quotes []sample
	bytes  int64
}

type sample struct {
	text  int
	words string
}

var nouns = strings.Fields("harbour ferry council mayor bridge river flood market school engineer " +
	"budget vote storm pier captain union strike court report valley reservoir railway clinic teacher")

var verbs = strings.Fields("said opened closed delayed approved rejected moved repaired announced " +
	"found expected denied counted inspected promised sold")

var fillers = strings.Fields("the a its several nearly about new old northern public first second " +
	"after before during without more less on in under")

func newCorpus(texts, sentences int) corpus {
	r := rand.New(rand.NewPCG(1, 2))
	var c corpus
	for i := range texts {
		raw := []byte(article(r, sentences))
		doc := seed.Read(text.NewFile(fmt.Sprintf("seeds/%05d.txt", i), raw), seed.Auto)
		c.texts, c.raw, c.bytes = append(c.texts, doc), append(c.raw, raw), c.bytes+int64(len(raw))
		for range 10 {
			c.quotes = append(c.quotes, sample{i, excerpt(r, doc)})
		}
	}
	return c
}

func article(r *rand.Rand, sentences int) string {
	var b strings.Builder
	for i := range sentences {
		b.WriteString(sentence(r))
		if i%3 == 2 {
			b.WriteString("\n\n")
		} else {
			b.WriteString(" ")
		}
	}
	return b.String()
}

func sentence(r *rand.Rand) string {
	words := []string{"The", pick(r, nouns)}
	for range 8 + r.IntN(10) {
		switch r.IntN(9) {
		case 0:
			words = append(words, fmt.Sprintf("%d,%03d", 1+r.IntN(40), r.IntN(1000)))
		case 1, 2:
			words = append(words, pick(r, verbs))
		case 3, 4, 5:
			words = append(words, pick(r, nouns))
		default:
			words = append(words, pick(r, fillers))
		}
	}
	switch r.IntN(5) {
	case 0:
		words[2] = "“" + words[2] + "”"
	case 1:
		words[1] += "’s"
	}
	return strings.Join(words, " ") + "."
}

func pick(r *rand.Rand, words []string) string { return words[r.IntN(len(words))] }

// excerpt returns about eighty bytes of whole words of one paragraph, with
// straight marks.
func excerpt(r *rand.Rand, doc *seed.Text) string {
	words := strings.Fields(doc.File.Slice(doc.Paragraphs[r.IntN(len(doc.Paragraphs))]))
	length := min(12, len(words))
	start := r.IntN(len(words) - length + 1)
	return text.FoldString(strings.Join(words[start:start+length], " "))
}

func TestCorpusIsFound(t *testing.T) {
	c := newCorpus(20, 30)
	for _, q := range c.quotes {
		if len(Find(c.texts[q.text], Parse(q.words, "", ""))) == 0 {
			t.Errorf("%q is not found in its text", q.words)
		}
	}
}

// BenchmarkFoldAndFind is the goal of one second of CPU: 10,000 texts read and
// folded, 100,000 quotes folded and found, each in its own text.
func BenchmarkFoldAndFind(b *testing.B) {
	c := newCorpus(10_000, 34)
	b.SetBytes(c.bytes)
	b.ReportAllocs()
	for b.Loop() {
		texts := make([]*seed.Text, len(c.raw))
		for i, raw := range c.raw {
			texts[i] = seed.Read(text.NewFile("a", raw), seed.Auto)
		}
		findAll(b, texts, c.quotes)
	}
}

func BenchmarkFind(b *testing.B) {
	c := newCorpus(10_000, 34)
	b.SetBytes(c.bytes)
	b.ReportAllocs()
	for b.Loop() {
		findAll(b, c.texts, c.quotes)
	}
}

func findAll(b *testing.B, texts []*seed.Text, quotes []sample) {
	for _, q := range quotes {
		if len(Find(texts[q.text], Parse(q.words, "", ""))) == 0 {
			b.Fatalf("%q is not found", q.words)
		}
	}
}

// BenchmarkNearest looks for quotes with one word replaced and one left out.
func BenchmarkNearest(b *testing.B) {
	c := newCorpus(100, 34)
	var quotes []Quote
	for _, q := range c.quotes {
		words := strings.Fields(q.words)
		words[3] = "emphatically"
		quotes = append(quotes, Parse(strings.Join(append(words[:6:6], words[7:]...), " "), "", ""))
	}
	i := 0
	for b.Loop() {
		q := c.quotes[i%len(quotes)]
		if _, found := Nearest(c.texts[q.text], quotes[i%len(quotes)], nil); !found {
			b.Fatalf("nothing is near %q", quotes[i%len(quotes)])
		}
		i++
	}
}

// BenchmarkNearestLarge looks for a quote of 1 MB in a text of 16 MB.
func BenchmarkNearestLarge(b *testing.B) {
	doc := newCorpus(1, 170_000).texts[0]
	words := doc.View.Text[8<<20:][:1<<20]
	q := Parse(words[:len(words)/2]+" emphatically "+words[len(words)/2:], "", "")
	for b.Loop() {
		if _, found := Nearest(doc, q, nil); !found {
			b.Fatal("nothing is near the quote")
		}
	}
}
