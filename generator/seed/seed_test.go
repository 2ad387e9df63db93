package seed

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"factsheet/generator/text"
)

func read(s string) *Text { return Read(text.NewFile("seeds/a.txt", []byte(s)), Auto) }

func passages(t *Text, spans []text.Span) []string {
	var all []string
	for _, s := range spans {
		all = append(all, t.File.Slice(s))
	}
	return all
}

func TestParagraphs(t *testing.T) {
	long := strings.Repeat("é", 121)
	short := strings.Repeat("é", 120)
	cases := []struct {
		name  string
		lines Lines
		text  string
		want  []string
	}{
		{"blank lines", Auto, "One\ntwo.\n\nThree.", []string{"One\ntwo.", "Three."}},
		{"blank lines with white space", Auto, "One.\r\n \t\u00a0\r\nTwo.\r\n", []string{"One.", "Two."}},
		{"a line with nothing to be seen", Auto, "One.\n\u200b\ufeff\nTwo.", []string{"One.", "Two."}},
		{"blank lines around", Auto, "\n\n One\ntwo. \n\n\n", []string{"One\ntwo."}},
		{"byte order mark", Auto, "\ufeffOne.\n\nTwo.", []string{"One.", "Two."}},
		{"hard-wrapped", Auto, "One\ntwo\n" + short, []string{"One\ntwo\n" + short}},
		{"a paragraph a line", Auto, "One\n" + long + "\r\nthree", []string{"One", long, "three"}},
		{"long lines, blank lines", Auto, long + "\ntwo\n\nthree", []string{long + "\ntwo", "three"}},
		{"told paragraphs", Paragraphs, "One\ntwo\n\nthree", []string{"One", "two", "three"}},
		{"told wrapped", Wrapped, "One\n" + long, []string{"One\n" + long}},
		{"nothing", Auto, " \n\n", nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := Read(text.NewFile("a", []byte(c.text)), c.lines)
			if diff := cmp.Diff(c.want, passages(got, got.Paragraphs)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestParagraphAt(t *testing.T) {
	doc := read(" One.\n\nTwo.\n")
	want := []int{-1, 0, 0, 0, 0, -1, -1, 1, 1, 1, 1, -1, -1}
	for offset, paragraph := range want {
		if got := doc.ParagraphAt(offset); got != paragraph {
			t.Errorf("ParagraphAt(%d) = %d, want %d", offset, got, paragraph)
		}
	}
}

func TestParseLines(t *testing.T) {
	for word, want := range map[string]Lines{"": Auto, "paragraphs": Paragraphs, "wrapped": Wrapped} {
		if got, ok := ParseLines(word); got != want || !ok {
			t.Errorf("ParseLines(%q) = %v, %v", word, got, ok)
		}
	}
	if _, ok := ParseLines("wraped"); ok {
		t.Error(`ParseLines("wraped") is taken for a word that it knows`)
	}
}

func TestFindProblem(t *testing.T) {
	cases := []struct{ name, data, code, message string }{
		{"empty", "", "seed-missing", "is empty"},
		{"white space", " \n\u00a0\ufeff\n", "seed-missing", "white space"},
		{"windows-1252", "the dam held\nthe mayor\x92s\n\x92", "seed-missing", "on line 2 a byte 0x92"},
		{"cut off", "caf\xc3", "seed-missing", "on line 1 a byte 0xC3"},
		{"utf-16", "\xff\xfea\x00", "seed-missing", "UTF-16"},
		{"binary", "PK\n\n\x00\x03", "seed-missing", "a NUL byte on line 3"},
		{"large", strings.Repeat("a", MaxSize+1), "limit", "16 MB"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p, found := FindProblem([]byte(c.data))
			if !found || p.Code != c.code || !strings.Contains(p.Message, c.message) || p.Help == "" {
				t.Errorf("got %+v, %v", p, found)
			}
		})
	}
	for _, data := range []string{"a", "\ufeffThe dam.\r\n", "U+FFFD: \ufffd", strings.Repeat("a", MaxSize)} {
		if p, found := FindProblem([]byte(data)); found {
			t.Errorf("a text that %q begins has a problem: %+v", data[:1], p)
		}
	}
}

// FuzzRead: paragraphs and sentences are in order, hold something to be seen,
// and leave out nothing but what is not seen.
func FuzzRead(f *testing.F) {
	f.Add("One.\n\nTwo. “Three!” he said…\r\n", uint8(0))
	f.Add("\ufeffA\n\u200b\nB. J. C.", uint8(1))
	f.Add("The harbour's 1,200.5 tons, 港の船 e\u0301", uint8(2))
	f.Fuzz(func(t *testing.T, s string, lines uint8) {
		checkWords(t, s)
		doc := Read(text.NewFile("a", []byte(s)), Lines(lines%3))
		checkCover(t, doc, text.Span{Start: 0, End: len(s)}, doc.Paragraphs)
		for i, p := range doc.Paragraphs {
			if doc.ParagraphAt(p.Start) != i || doc.ParagraphAt(p.End-1) != i {
				t.Fatalf("%q: paragraph %d is not found at its ends", s, i)
			}
			checkCover(t, doc, p, doc.Sentences(i, nil))
		}
	})
}

func checkCover(t *testing.T, doc *Text, whole text.Span, spans []text.Span) {
	t.Helper()
	at := whole.Start
	for _, s := range append(spans, text.Span{Start: whole.End, End: whole.End}) {
		if s.Start < at || s.End < s.Start || s.Len() == 0 && s.Start != whole.End {
			t.Fatalf("%q: span %v after %d", doc.File.Data, s, at)
		}
		if gap := doc.File.Slice(text.Span{Start: at, End: s.Start}); strings.TrimFunc(gap, unseen) != "" {
			t.Fatalf("%q: %q is left out", doc.File.Data, gap)
		}
		at = s.End
	}
}

func TestWords(t *testing.T) {
	cases := []struct{ folded, want string }{
		{"The harbour's 1,200.5 tons.", "The|harbour's|1,200.5|tons|."},
		{"co-op 'quoted' it's 1'300", "co|-|op|'|quoted|'|it's|1'300"},
		{"São Tomé, 3 March", "São|Tomé|,|3|March"},
		{"港の船 5隻", "港|の|船|5|隻"},
		{"क्षत्रिय है", "क्षत्रिय|है"},
		{"٣٬٠٠٠ طن", "٣٬٠٠٠|طن"},
		{" ,. ", ",|."},
		{"", ""},
	}
	for _, c := range cases {
		var got []string
		for _, w := range Words(c.folded) {
			got = append(got, w.Text(c.folded))
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("Words(%q) = %q, want %q", c.folded, strings.Join(got, "|"), c.want)
		}
	}
}

func TestWordKeys(t *testing.T) {
	words := Words("The the thé , ,")
	if words[0].Key != words[1].Key || words[3].Key != words[4].Key {
		t.Error("words that differ in case only have different keys")
	}
	if words[1].Key == words[2].Key || words[2].Key == words[3].Key {
		t.Error("different words have one key")
	}
	if !words[2].Letters || words[3].Letters {
		t.Error("a word is taken for a sign or a sign for a word")
	}
}

// checkWords: words are in order, cut no character, and leave out nothing but
// white space.
func checkWords(t *testing.T, s string) {
	t.Helper()
	valid, at := utf8.ValidString(s), 0
	for _, w := range Words(s) {
		if strings.TrimSpace(s[at:w.Start]) != "" || w.Start >= w.End || int(w.Start) < at {
			t.Fatalf("%q: word %v after %d", s, w, at)
		}
		if valid && !utf8.ValidString(w.Text(s)) {
			t.Fatalf("%q: word %v cuts a character", s, w)
		}
		at = int(w.End)
	}
	if strings.TrimSpace(s[at:]) != "" {
		t.Fatalf("%q: %q is in no word", s, s[at:])
	}
}

func BenchmarkWords(b *testing.B) {
	s := strings.Repeat(`The harbour board's head said on Monday that "1,200 tons" were landed. `, 50)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		Words(s)
	}
}
