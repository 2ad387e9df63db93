package quote

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"factsheet/generator/seed"
	"factsheet/generator/text"
)

func read(s string) *seed.Text { return seed.Read(text.NewFile("seeds/a.txt", []byte(s)), seed.Auto) }

// found returns the raw words of every match, its pieces with | between them.
func found(t *seed.Text, matches []Match) []string {
	var all []string
	for _, m := range matches {
		var pieces []string
		for _, s := range m.Spans {
			pieces = append(pieces, t.File.Slice(s))
		}
		all = append(all, strings.Join(pieces, "|"))
	}
	return all
}

func TestFind(t *testing.T) {
	cases := []struct {
		name, text, quote string
		want              []string
	}{
		{"plain", "The ferry left.", "ferry left", []string{"ferry left"}},
		{"curly marks", "He said “no, it’s late”.", `"no, it's late"`, []string{"“no, it’s late”"}},
		{"curly in the quote", `He said "no, it's late".`, "“no, it’s late”", []string{`"no, it's late"`}},
		{"hard wrap and CRLF", "The old\r\nferry left.", "old ferry", []string{"old\r\nferry"}},
		{"no-break spaces", "1\u202f300\u00a0tons", "1 300 tons", []string{"1\u202f300\u00a0tons"}},
		{"decomposed", "Sa\u0303o Tome\u0301 is far", "São Tomé", []string{"Sa\u0303o Tome\u0301"}},
		{"soft hyphen", "the har\u00adbour", "harbour", []string{"har\u00adbour"}},
		{"byte order mark", "\ufeffThe ferry", "The ferry", []string{"The ferry"}},
		{"bidirectional controls", "\u2067abc\u2069 def", "abc def", []string{"abc\u2069 def"}},
		{"white space around the quote", "The ferry left.", " \n ferry\n left ", []string{"ferry left"}},

		{"other digit", "1,200 tons", "1,300 tons", nil},
		{"other case", "The ferry", "the ferry", nil},
		{"other dash", "9–11 tons", "9-11 tons", nil},
		{"single for double marks", `the "old" ferry`, "the 'old' ferry", nil},
		{"word left out", "It is no longer closed.", "It is closed", nil},
		{"accent", "Tomé", "Tome", nil},

		{"twice", "a ferry and a ferry", "a ferry", []string{"a ferry", "a ferry"}},
		{"overlapping", "no, no, no", "no, no", []string{"no, no", "no, no"}},
		{"over the end of a paragraph", "The ferry.\n\nIt left.", "ferry. It", nil},
		{"one paragraph of two", "The ferry.\n\nThe ferry.", "ferry.", []string{"ferry.", "ferry."}},

		{"half an ellipsis", "wait… there", "wait..", nil},
		{"an ellipsis", "wait… there", "wait...", []string{"wait…"}},
		{"within a grapheme", "☎\ufe0f rings", "☎", nil},
		{"within a sequence of emoji", "👩\u200d🚀 flies", "👩", nil},
		{"a flag within two", "🇵🇹🇧🇷", "🇹🇧", nil},
		{"before a joiner", "می\u200cخواهم", "می", []string{"می\u200c"}},

		{"gap", "The old ferry left at nine.", "The […] left […] nine", []string{"The|left|nine"}},
		{"gap in full stops", "The old ferry left.", "The [...] left", []string{"The|left"}},
		{"gap in two paragraphs", "The old\n\nferry left.", "old […] left", nil},
		{"gap in the wrong order", "The old ferry left.", "left […] old", nil},
		{"gap that overlaps", "The old ferry", "The old […] old ferry", nil},
		{"gap within a word", "harbour", "har […] bour", nil},
		{"gap more than once", "a b a b", "a […] b", []string{"a|b", "a|b", "a|b"}},
		{"gap that leads nowhere", "a\nb\n\na\nc\n\nb c", "a […] c", []string{"a|c"}},
		{"sign of a gap in the text", "The old […] ferry", "old […] ferry", []string{"old|ferry"}},
		{"gap at the start", "The old ferry", " […] old", nil},

		{"empty", "The ferry", "", nil},
		{"only left out", "The ferry", "\u200b", nil},
		{"two gaps in a row", "The ferry left", "The […]  […] left", nil},
		{"empty text", "", "a", nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			doc := read(c.text)
			if diff := cmp.Diff(c.want, found(doc, Find(doc, Parse(c.quote, "", "")))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestFindInContext(t *testing.T) {
	const ferries = "The old ferry left. The “new”  ferry left.\n\nThe ferry sank."
	cases := []struct {
		name, quote, prefix, suffix string
		want                        []int // paragraphs
	}{
		{"none", "ferry", "", "", []int{0, 0, 1}},
		{"prefix", "ferry", "old", "", []int{0}},
		{"prefix in other marks", "ferry", `"new"`, "", []int{0}},
		{"suffix", "ferry", "", "left", []int{0, 0}},
		{"both", "ferry", "The", "sank", []int{1}},
		{"prefix in the paragraph before", "The ferry", "left.", "", []int{1}},
		{"prefix too far away", "ferry", "The old ferry left. The", "", nil},
		{"suffix too far away", "ferry", "", "sank", []int{1}},
		{"with gaps", "ferry […] left", "old", "", []int{0, 0}},
		{"with gaps, both", "ferry […] left", "old", ". The \"new\"", []int{0}},
	}
	doc := read(ferries)
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var got []int
			for _, m := range Find(doc, Parse(c.quote, c.prefix, c.suffix)) {
				got = append(got, m.Paragraph)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestFindStopsAtMaxMatches(t *testing.T) {
	doc := read(strings.Repeat("a b ", 5*MaxMatches))
	for _, quote := range []string{"a", "a […] b", "a […] a […] b"} {
		if n := len(Find(doc, Parse(quote, "", ""))); n != MaxMatches {
			t.Errorf("%q stands in %d places, want %d", quote, n, MaxMatches)
		}
	}
}

// A text in which much is looked for gets an index, which finds the same.
func TestFindOften(t *testing.T) {
	doc := read(strings.Repeat("no, no, the ferry left; ", 900) + "\n\nSa\u0303o Tome\u0301, no, no\n\n" + strings.Repeat("a", 1500))
	for _, words := range []string{"no, no", "no", "a", "ã", "Tome", "Tomé", "left; no", "bridge", "no […] left […] Tomé", "no […] Tomé"} {
		q := Parse(words, "", "")
		want := Find(read(string(doc.File.Data)), q)
		for range 200 {
			Find(doc, q)
		}
		if diff := cmp.Diff(want, Find(doc, q)); diff != "" {
			t.Errorf("%q: %s", words, diff)
		}
	}
}

// TestFindPeriodic would take hours if the time were not linear.
func TestFindPeriodic(t *testing.T) {
	doc := read(strings.Repeat("a", 1<<20))
	long := strings.Repeat("a", 1<<17)
	for quote, want := range map[string]int{
		long:                    MaxMatches,
		long + "b":              0,
		long + " […] " + long:   MaxMatches,
		"b" + long:              0,
		strings.Repeat(long, 8): 1,
		strings.Repeat(long, 9): 0,
	} {
		if got := len(Find(doc, Parse(quote, "", ""))); got != want {
			t.Errorf("a quote of %d bytes stands in %d places, want %d", len(quote), got, want)
		}
	}
}

// checkOccurrences holds the search to the slow one.
func checkOccurrences(t *testing.T, s, sub string) {
	t.Helper()
	if sub == "" || !utf8.ValidString(s) || !utf8.ValidString(sub) || len(s)*len(sub) > 1<<24 {
		return // the last, which takes this plain way seconds
	}
	var want []int
	for i := range s {
		if strings.HasPrefix(s[i:], sub) {
			want = append(want, i)
		}
	}
	if got := slices.Collect(occurrences(s, sub)); !slices.Equal(got, want) {
		t.Errorf("%q stands in %q at %v, want %v", sub, s, got, want)
	}
}

// TestAnyChange: whatever one letter or digit of a quote is replaced or left
// out, the quote is not found, unless the new words stand in the text too.
func TestAnyChange(t *testing.T) {
	c := newCorpus(3, 20)
	for _, doc := range c.texts {
		whole := doc.File.Slice(doc.Paragraphs[0])
		for i, r := range whole {
			if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
				continue
			}
			rest := whole[i+len(string(r)):]
			for _, other := range []string{"", "x", "7", "e", "é"} {
				changed := whole[:i] + other + rest
				stands := strings.Contains(doc.View.Text, text.FoldString(changed))
				if got := len(Find(doc, Parse(changed, "", ""))) > 0; got != stands {
					t.Fatalf("%q for the character at %d: found %v, want %v", other, i, got, stands)
				}
			}
		}
	}
}

// FuzzFind: what is found folds to what was looked for, lies in one paragraph
// and cuts no grapheme; words of the text itself are always found.
func FuzzFind(f *testing.F) {
	f.Add("The “old”\r\nferry…\n\nleft 👩\u200d🚀", "\"old\" ferry", "", "", 4, 9)
	f.Add("a b a b", "a […] b", "b", "", 0, 3)
	f.Add("e\u0301\u200d\u00ad\u0301 x", "é", "", "x", 0, 2)
	f.Add("aabaabaaab", "aabaa", "", "", 0, 5)
	f.Add("ababab", "abab", "", "", 2, 6)
	f.Fuzz(func(t *testing.T, s, quote, prefix, suffix string, start, end int) {
		checkOccurrences(t, s, quote)
		doc := read(strings.ToValidUTF8(s, "?"))
		q := Parse(quote, prefix, suffix)
		matches := Find(doc, q)
		for i, m := range matches {
			checkMatch(t, doc, q, m)
			if i%(1+len(matches)/8) == 0 { // each looks at all the others
				checkContext(t, doc, q, m)
			}
		}
		checkNearest(t, doc, q)
		checkOwnWords(t, doc, start, end)
	})
}

func checkMatch(t *testing.T, doc *seed.Text, q Quote, m Match) {
	t.Helper()
	end := -1
	for i, s := range m.Spans {
		if got := text.FoldString(doc.File.Slice(s)); got != q.Pieces[i] {
			t.Fatalf("%q is found as %q", q.Pieces[i], got)
		}
		if s.Start <= end || !doc.Paragraphs[m.Paragraph].Contains(s) {
			t.Fatalf("piece %v after %d in paragraph %v", s, end, doc.Paragraphs[m.Paragraph])
		}
		if !text.OnGrapheme(doc.File.Data, s.Start) || !text.OnGrapheme(doc.File.Data, s.End) {
			t.Fatalf("%q: %v cuts a grapheme", doc.File.Data, s)
		}
		end = s.End
	}
}

// checkContext: with the context proposed, a match is the only one.
func checkContext(t *testing.T, doc *seed.Text, q Quote, m Match) {
	t.Helper()
	prefix, suffix, ok := Context(doc, q, m)
	if !ok {
		return
	}
	if again := Find(doc, Quote{q.Pieces, prefix, suffix}); len(again) != 1 || !slices.Equal(again[0].Spans, m.Spans) {
		t.Fatalf("%q: with prefix %q and suffix %q, %q is found at %v", doc.File.Data, prefix, suffix, q.Pieces, again)
	}
}

// checkNearest: what is proposed says what differs, and stands if it says so.
func checkNearest(t *testing.T, doc *seed.Text, q Quote) {
	t.Helper()
	if len(q.Pieces) > 4 || len(Find(doc, q)) > 0 {
		return
	}
	near, ok := Nearest(doc, q, nil)
	if !ok {
		return
	}
	if len(near.Spans) == 0 || len(near.Differences) == 0 {
		t.Fatalf("%q: near %+q is %+v", doc.File.Data, q, near)
	}
	if near.Fits && len(Find(doc, Parse(Verbatim(doc, near.Spans), "", ""))) == 0 {
		t.Fatalf("%q: %q does not fit", doc.File.Data, Verbatim(doc, near.Spans))
	}
}

func checkOwnWords(t *testing.T, doc *seed.Text, start, end int) {
	t.Helper()
	s := text.Span{Start: start, End: end}
	if start < 0 || start >= end || end > len(doc.File.Data) || doc.View.Raw(doc.View.Folded(s)) != s ||
		!text.OnGrapheme(doc.File.Data, start) || !text.OnGrapheme(doc.File.Data, end) {
		return
	}
	p := doc.ParagraphAt(start)
	q := Parse(doc.File.Slice(s), "", "")
	if p < 0 || !doc.Paragraphs[p].Contains(s) || len(q.Pieces) != 1 || doc.View.Text[doc.View.Folded(s).Start:doc.View.Folded(s).End] != q.Pieces[0] {
		return
	}
	matches := Find(doc, q)
	if len(matches) < MaxMatches && !slices.ContainsFunc(matches, func(m Match) bool { return m.Spans[0] == s }) {
		t.Fatalf("%q: its own bytes %v are found at %v", doc.File.Data, s, matches)
	}
}
