package reuse

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"factsheet/generator/seed"
	"factsheet/generator/text"
)

// newText reads a text in which the words "seven" and "eight" are numbers.
func newText(s string) *Text {
	t := seed.Read(text.NewFile("seeds/a.txt", []byte(s)), seed.Auto)
	var numbers []text.Span
	for i := range t.View.Text {
		for _, word := range []string{"seven", "eight"} {
			if strings.HasPrefix(t.View.Text[i:], word) {
				numbers = append(numbers, text.Span{Start: i, End: i + len(word)})
			}
		}
	}
	return Read(t, sentences(t), numbers)
}

func (t *Text) slice(s text.Span) string { return t.folded[s.Start:s.End] }

func TestQuotations(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{`He said: "It rains." She did not.`, "It rains."},
		{"“One” and „two‟ and «three».", "One|two|three"},
		{"The mayor's 'open gate' stood.", "open gate"},
		{"The workers' gate and the mayor's gate.", ""},
		{"They said 'the mayor's gate' was open.", "the mayor's gate"},
		{"\"It goes on\n\n\"and on,\" he said.", "It goes on|and on,"},
		{`A 6" pipe and a 7" pipe.`, ""},
		{"", ""},
	} {
		doc := seed.Read(text.NewFile("a", []byte(c.text)), seed.Auto)
		var got []string
		for _, s := range Quotations(doc) {
			got = append(got, doc.View.Text[s.Start:s.End])
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%s: %q, want %q", c.text, strings.Join(got, "|"), c.want)
		}
	}
}

func TestSentences(t *testing.T) {
	for _, c := range []struct {
		text string
		want string // words of each sentence and how many are its own
	}{
		{"Too short for that, we say.", ""},
		{"The gate was shut before the rain came down.", "The gate was shut before the rain came down 9"},
		{`"The gate was shut before the rain," said the mayor.`, `The gate was shut before the rain," said the mayor 3`},
	} {
		x := newText(c.text)
		var got []string
		for _, s := range x.Sentences {
			got = append(got, fmt.Sprint(x.slice(s.Span), " ", s.Own))
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%s: %q, want %q", c.text, strings.Join(got, "|"), c.want)
		}
	}
}

// TestLongSentence sees that a text without a stop is taken in pieces.
func TestLongSentence(t *testing.T) {
	x := newText(strings.Repeat("rain ", 3*maxWords+MinWords))
	if len(x.Sentences) != 4 || x.Sentences[3].Own != MinWords {
		t.Errorf("%d pieces, the last of %d words", len(x.Sentences), x.Sentences[len(x.Sentences)-1].Own)
	}
}

func TestAlign(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want []string
	}{
		{"the gate was shut", "The gate was shut", nil},
		{"the gate was shut", "the gate, it was shut", []string{"+it"}},
		{"some 63 people were saved by boats", "36 people were saved by boats", []string{"#some 63 → 36"}},
		{"the old gate held seven hours", "the gate held eight hours", []string{"#seven → eight", "-old"}},
		{"the gate was not shut", "the gate was shut", []string{"-not"}},
		{"the U.S. troops left", "the US troops left", nil},
		{"rain fell", "snow lay", []string{"rain fell → snow lay"}},
		{"of the gate of the town", "of the town", []string{"-gate of the"}},
	} {
		a, b := newText(c.a), newText(c.b)
		x := Align(a, b, text.Span{End: len(a.folded)}, text.Span{End: len(b.folded)})
		var got []string
		for _, change := range x.Changes {
			got = append(got, describe(a, b, change))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%q, %q (-want +got):\n%s", c.a, c.b, diff)
		}
	}
}

func describe(a, b *Text, c Change) string {
	sign := ""
	if c.Numbers {
		sign = "#"
	}
	switch {
	case c.Cut():
		return sign + "-" + a.slice(c.A)
	case c.Added():
		return sign + "+" + b.slice(c.B)
	}
	return sign + a.slice(c.A) + " → " + b.slice(c.B)
}
