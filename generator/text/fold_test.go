package text

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

var folds = []struct{ name, raw, folded string }{
	{"plain", "The ferry left at 9.", "The ferry left at 9."},
	{"single marks", "‘a’ ‚b‛ 5′ ´c`", "'a' 'b' 5' 'c'"},
	{"double marks", "“a” „b‟ 5″ «c»", `"a" "b" 5" "c"`},
	{"hyphens", "co‐op co‑op", "co-op co-op"},
	{"dashes stay", "a – b — c − d", "a – b — c − d"},
	{"ellipsis", "well…", "well..."},
	{"white space", "a \t\r\n b\u00a0c\u202fd\u2009\u2003e\u3000f", "a b c d e f"},
	{"one line break", "a\nb", "a b"},
	{"ends", "\ufeff a \n", " a "},
	{"only left out", "\u200b\ufeff", ""},
	{"soft hyphen", "har\u00adbour", "harbour"},
	{"bidirectional controls", "\u202aabc\u202c \u2067d\u2069", "abc d"},
	{"left out within white space", "a \u200b b", "a b"},
	{"decomposed", "Sa\u0303o Tome\u0301", "São Tomé"},
	{"mark behind a soft hyphen", "e\u00ad\u0301", "é"},
	{"marks out of order", "q\u0307\u0323", "q\u0323\u0307"},
	{"mark after a mark that is folded", "’\u0301", "'\u0301"},
	{"mark at the start", "\u0301a", "\u0301a"},
	{"singleton", "5 \u212b, 3 \u2126", "5 Å, 3 Ω"},
	{"signs that normalize to folded ones", "\u1fef\u1ffd", "''"},
	{"hangul", "\u1112\u1161\u11ab", "한"},
	{"composition exclusion", "\u0958", "\u0915\u093c"},
	{"emoji", "👩\u200d🚀 ☎\ufe0f", "👩🚀 ☎\ufe0f"},
	{"zero-width non-joiner", "می\u200cخواهم", "میخواهم"},
	{"case and digits", "AbC 1,300", "AbC 1,300"},
	{"not UTF-8", "a\xffb", "a\ufffdb"},
}

func TestFold(t *testing.T) {
	for _, c := range folds {
		t.Run(c.name, func(t *testing.T) {
			if got := Fold([]byte(c.raw)).Text; got != c.folded {
				t.Errorf("Fold(%q) = %q, want %q", c.raw, got, c.folded)
			}
			if got := FoldString(c.raw); got != c.folded {
				t.Errorf("FoldString(%q) = %q, want %q", c.raw, got, c.folded)
			}
		})
	}
}

// TestFoldRunes holds every rune, between letters, to the reference.
func TestFoldRunes(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		s := "a" + string(r) + "b"
		if got, want := FoldString(s), reference(s); got != want {
			t.Errorf("FoldString(%+q) = %+q, want %+q", s, got, want)
		}
	}
}

func TestRawAndFolded(t *testing.T) {
	cases := []struct{ raw, found, want string }{
		{"the “old” bridge", `"old"`, "“old”"},
		{"the “old” bridge", "old", "old"},
		{"\ufeffthe\r\n\r\nbridge", "the bridge", "the\r\n\r\nbridge"},
		{"the har\u00adbour", "harbour", "har\u00adbour"},
		{"the \u00adharbour\u00ad.", "harbour", "harbour"},
		{"Sa\u0303o Tome\u0301 is", "São Tomé", "Sa\u0303o Tome\u0301"},
		{"wait… there", "wait...", "wait…"},
		{"wait… there", "there", "there"},
		{"می\u200cخواهم", "می", "می\u200c"},
		{"a\xffb", "\ufffd", "\xff"},
	}
	for _, c := range cases {
		v := Fold([]byte(c.raw))
		i := strings.Index(v.Text, c.found)
		if i < 0 {
			t.Errorf("%q does not stand in %q", c.found, v.Text)
			continue
		}
		folded := Span{i, i + len(c.found)}
		raw := v.Raw(folded)
		if got := c.raw[raw.Start:raw.End]; got != c.want {
			t.Errorf("in %q: Raw of %q is %q, want %q", c.raw, c.found, got, c.want)
		}
		if back := v.Folded(raw); back != folded {
			t.Errorf("in %q: Folded(%v) = %v, want %v", c.raw, raw, back, folded)
		}
	}
}

func TestRawOfEmptySpan(t *testing.T) {
	v := Fold([]byte("a  “b”"))
	for offset, want := range map[int]int{0: 0, 1: 1, 2: 3, 3: 6, 5: 10} {
		if got := v.Raw(Span{offset, offset}); got != (Span{want, want}) {
			t.Errorf("Raw of nothing at %d = %v, want %d", offset, got, want)
		}
	}
}

func TestSplits(t *testing.T) {
	v := Fold([]byte("a…b"))
	for offset, want := range []bool{false, false, true, true, false, false} {
		if got := v.Splits(offset); got != want {
			t.Errorf("Splits(%d) in %q = %v, want %v", offset, v.Text, got, want)
		}
	}
}

// FuzzFold holds the folding to the reference, and the map to its promise:
// each character came from bytes that fold to it, in order and without gaps
// but for what is left out. Graphemes are held to a walk over the whole text.
func FuzzFold(f *testing.F) {
	for _, c := range folds {
		f.Add(c.raw)
	}
	f.Add("e\u0301\u00ad\u0301 \u200d\u0301" + strings.Repeat("\u0301", 70))
	for _, s := range graphemes {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		v := Fold([]byte(raw))
		if want := reference(raw); v.Text != want {
			t.Fatalf("Fold(%+q) = %+q, want %+q", raw, v.Text, want)
		}
		if again := FoldString(v.Text); again != v.Text {
			t.Fatalf("folding %+q again gives %+q", v.Text, again)
		}
		checkMap(t, raw, v)
		if len(raw) < lookBack {
			checkGraphemes(t, raw)
		}
	})
}

func checkMap(t *testing.T, raw string, v *View) {
	t.Helper()
	end := 0
	for i, size := 0, 0; i < len(v.Text); i += size {
		_, size = utf8.DecodeRuneInString(v.Text[i:])
		if v.Splits(i) {
			continue
		}
		for i+size < len(v.Text) && v.Splits(i+size) {
			_, n := utf8.DecodeRuneInString(v.Text[i+size:])
			size += n
		}
		char := Span{i, i + size}
		from := v.Raw(char)
		if from.Start < end || from.End > len(raw) || FoldString(raw[end:from.Start]) != "" {
			t.Fatalf("%+q: %v comes from %v, the one before ends at %d", raw, char, from, end)
		}
		if got := FoldString(raw[from.Start:from.End]); got != v.Text[char.Start:char.End] {
			t.Fatalf("%+q: %+q comes from bytes that fold to %+q", raw, v.Text[char.Start:char.End], got)
		}
		if back := v.Folded(from); back != char {
			t.Fatalf("%+q: %v comes from %v, which leads to %v", raw, char, from, back)
		}
		end = from.End
	}
	if FoldString(raw[end:]) != "" {
		t.Fatalf("%+q: nothing comes from what follows %d", raw, end)
	}
}

var marks = strings.NewReplacer(
	"‘", "'", "’", "'", "‚", "'", "‛", "'", "′", "'", "´", "'", "`", "'",
	"“", `"`, "”", `"`, "„", `"`, "‟", `"`, "″", `"`, "«", `"`, "»", `"`,
	"\u2010", "-", "\u2011", "-", "…", "...",
)

// reference folds the way the rule is written, without a map and slowly.
func reference(s string) string {
	s = strings.Map(func(r rune) rune {
		if strings.ContainsRune("\u00ad\u061c\u2060\ufeff"+
			"\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", r) {
			return -1
		}
		return r
	}, string([]rune(s)))
	s = marks.Replace(norm.NFC.String(s))
	var b strings.Builder
	white := false
	for _, r := range s {
		if !unicode.IsSpace(r) {
			b.WriteRune(r)
		} else if !white {
			b.WriteByte(' ')
		}
		white = unicode.IsSpace(r)
	}
	return b.String()
}

func BenchmarkFold(b *testing.B) {
	prose := map[string]string{
		"ascii":    strings.Repeat("The harbour board said on Monday that 1,200 tons were landed.\n", 50),
		"curly":    strings.Repeat("The board’s head said “1,200 tons” were landed – in a day…\r\n\r\n", 50),
		"cyrillic": strings.Repeat("В понедельник совет порта сообщил, что выгружено 1200 тонн.\n", 50),
		"accents":  strings.Repeat("Le maire a déclaré lundi que l’été dernier, 1 200 tonnes…\n", 50),
		"nfd":      norm.NFD.String(strings.Repeat("Le maire a déclaré lundi que l’été dernier.\n", 50)),
	}
	for name, s := range prose {
		b.Run(name, func(b *testing.B) {
			data := []byte(s)
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				Fold(data)
			}
		})
	}
}
