package lang

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func TestTokens(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Three bridges, closed.", "Three|bridges|,|closed|."},
		{"more than 1,200.5 litres", "more|than|1,200.5|litres"},
		{"in 2031, 12.", "in|2031|,|12|."},
		{"$1.4M and 3bn", "$|1.4|M|and|3|bn"},
		{"the 5th of May", "the|5|th|of|May"},
		{"F16 and F-16", "F16|and|F|-|16"},
		{"the mayor's keys, the miners' lamps", "the|mayor|'s|keys|,|the|miners|'|lamps"},
		{"it didn't rain at five o'clock", "it|didn't|rain|at|five|o'clock"},
		{"the U.S. and 3 p.m. today", "the|U.S.|and|3|p.m.|today"},
		{"the end. A new day", "the|end|.|A|new|day"},
		{"twenty-five – 30", "twenty|-|five|–|30"},
		{"Köln, März", "Köln|,|März"},
		{"10:30", "10|:|30"},
		{"", ""},
		{"  ", ""},
	}
	for _, tt := range tests {
		var got []string
		for _, tok := range english(t).Tokens(tt.text) {
			got = append(got, tt.text[tok.Start:tok.End])
		}
		if diff := cmp.Diff(tt.want, strings.Join(got, "|")); diff != "" {
			t.Errorf("%q (-want +got)\n%s", tt.text, diff)
		}
	}
}

func TestCapitalsDecide(t *testing.T) {
	en := english(t)
	tests := []struct {
		text  string
		class Class
		want  bool
	}{
		{"May", Month, true}, {"may", Month, false}, {"may", Modal, true}, {"MAY", Month, true},
		{"us", Pronoun, true}, {"US", Pronoun, false}, {"Monday", Weekday, true}, {"monday", Weekday, false},
		{"Twelve", Number, true}, {"dozen", Magnitude, true}, {"unheard", Number, false},
	}
	for _, tt := range tests {
		toks := en.Tokens(tt.text)
		if got := toks[0].Is(tt.class); got != tt.want {
			t.Errorf("%q in class %d: %v, want %v", tt.text, tt.class, got, tt.want)
		}
	}
}

func TestMatchTakesTheLongest(t *testing.T) {
	en := english(t)
	tests := []struct {
		text  string
		class Class
		want  int
	}{
		{"tens of thousands of birds", Vague, 4},
		{"tens of birds", Vague, 2},
		{"no fewer than 12", HedgeBefore, 3},
		{"no 12", HedgeBefore, 0},
		{"scores were hurt", Vague, 1},
		{"scores twice", Vague, 0},
		{"the day before yesterday", Day, 4},
		{"the day before", Event, 3},
	}
	for _, tt := range tests {
		got := 0
		if e := en.Match(en.Tokens(tt.text), 0, tt.class); e != nil {
			got = e.Len()
		}
		if got != tt.want {
			t.Errorf("%q: an entry of %d words, want %d", tt.text, got, tt.want)
		}
	}
}

// Tokens leave out white space and nothing else.
func FuzzTokens(f *testing.F) {
	for _, s := range []string{"U.S.A. 1,2.3", "a'b'' 's", "É.É.", "5th\n½", "\xff'", "I.A", "A.b.C.dd"} {
		f.Add(s)
	}
	en := english(f)
	f.Fuzz(func(t *testing.T, s string) {
		valid := utf8.ValidString(s)
		for _, table := range []*Table{en, nil} {
			last := 0
			for _, tok := range table.Tokens(s) {
				if tok.Start < last || tok.Len() <= 0 || tok.End > len(s) || strings.Trim(s[last:tok.Start], " \n") != "" {
					t.Fatalf("%q: token %v after byte %d", s, tok.Span, last)
				}
				if valid && !utf8.ValidString(s[tok.Start:tok.End]) {
					t.Fatalf("%q: token %v cuts a character", s, tok.Span)
				}
				last = tok.End
			}
			if strings.Trim(s[last:], " \n") != "" {
				t.Fatalf("%q: nothing read after byte %d", s, last)
			}
		}
	})
}

func BenchmarkTokens(b *testing.B) {
	s := strings.Repeat("More than 1,200 residents of the lower town were moved overnight, the mayor's office said on Friday. ", 300)
	en := english(b)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		en.Tokens(s)
	}
}

// The last tokens are those of the whole text.
func TestLastTokens(t *testing.T) {
	en := english(t)
	for _, s := range []string{"", " ", "one", "a  b\nc ", "the dog's 1,200.5 tons (U.S.)", "by no more than 5th"} {
		all := en.Tokens(s)
		for n := range 7 {
			got := en.LastTokens(s, n)
			if len(got) < min(n, len(all)) {
				t.Errorf("%q: %d tokens at the end, want %d", s, len(got), n)
			}
			if diff := cmp.Diff(all[len(all)-len(got):], got, cmpopts.EquateEmpty(), cmp.Comparer(func(a, b *Word) bool { return a == b })); diff != "" {
				t.Errorf("%q (-whole +end):\n%s", s, diff)
			}
		}
	}
}
