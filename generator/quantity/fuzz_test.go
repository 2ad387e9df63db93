package quantity

import (
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"factsheet/generator/lang"
)

// Quantities lie within the text, in order, apart from one another, and each
// meets itself.
func FuzzRead(f *testing.F) {
	for _, tt := range readings(f) {
		f.Add(tt.text)
	}
	f.Add("$-−½½,.,5-5-5 – a a million and a half and million")
	en := english(f)
	f.Fuzz(func(t *testing.T, s string) {
		valid := utf8.ValidString(s)
		for _, table := range []*lang.Table{en, nil} {
			last := 0
			for _, q := range Read(s, table) {
				if q.Span.Start < last || q.Span.End > len(s) || q.Span.Len() <= 0 {
					t.Fatalf("%q: span %v after byte %d", s, q.Span, last)
				}
				last = q.Span.End
				if !q.Span.Contains(q.Number) || valid && !utf8.ValidString(s[q.Span.Start:q.Span.End]) {
					t.Fatalf("%q: number %v in span %v", s, q.Number, q.Span)
				}
				if math.IsNaN(q.Low) || q.Low > q.High || !q.Meets(q.Value) {
					t.Fatalf("%q: from %v to %v", s, q.Low, q.High)
				}
			}
		}
	})
}

func TestLongRunsOfNumberWords(t *testing.T) {
	for _, word := range []string{"about ", "one ", "hundred ", "5, ", "1-", "a half of ", "between 1 and ", "one in ", "3 of ", "about a ", "$", "twenty-"} {
		s := strings.Repeat(word, 20_000)
		for _, q := range Read(s, english(t)) {
			if math.IsInf(q.Low, 0) || q.Span.Len() > len(s)/2 && q.High > largest {
				t.Errorf("%q: %v in %d bytes", word, q.Low, q.Span.Len())
			}
		}
	}
}

func BenchmarkRead(b *testing.B) {
	var text strings.Builder
	for _, tt := range readings(b) {
		text.WriteString(tt.text)
		text.WriteString(". The mayor of the lower town thanked everybody who had carried sandbags through the night. ")
	}
	s, en := text.String(), english(b)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		Read(s, en)
	}
}
