// Package fragment makes text fragments (https://wicg.github.io/scroll-to-text-fragment/):
// the end of an address by which a browser finds a passage on a page, shows it
// and marks it.
//
// A fragment is proved against the text that is at hand: it names one passage
// of it and no other, as browsers compare texts, without regard to capitals,
// accents and white space. What else stands on the page nobody here can know.
package fragment

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"factsheet/generator/text"
)

const (
	whole      = 300 // characters up to which a passage is named as a whole
	ends       = 5   // words that name the beginning, and the end, of a longer one
	mostAround = 24  // words on either side that may tell a passage from its likes
)

// A Page is a text in which passages are found.
type Page struct {
	data   []byte
	folded string
}

// New returns the page of a text.
func New(data []byte) *Page { return &Page{data, fold(string(data))} }

// Fragment returns the fragment that leads to a span, ":~:text=…" without the
// mark "#", and false where none is unique or the span cuts a word. The span
// and the paragraph in which it lies are bytes of the text.
func (p *Page) Fragment(paragraph, span text.Span) (string, bool) {
	words := string(p.data[span.Start:span.End])
	if cuts(p.data, span.Start) || cuts(p.data, span.End) || fold(words) == "" {
		return "", false // browsers find whole words only
	}
	before := fields(string(p.data[paragraph.Start:span.Start]))
	after := fields(string(p.data[span.End:paragraph.End]))
	for n := 0; n <= min(mostAround, max(len(before), len(after))); n++ {
		around := passage{
			prefix: strings.Join(before[max(0, len(before)-n):], " "), words: words,
			suffix: strings.Join(after[:min(len(after), n)], " "),
		}
		if around.isUnique(p.folded) {
			return around.directive(), true
		}
	}
	return "", false
}

// fields returns what stands between white space, but for what browsers do not
// see: an accent without a letter.
func fields(s string) []string {
	unseen := func(word string) bool { return word[0] >= utf8.RuneSelf && fold(word) == "" }
	return slices.DeleteFunc(strings.Fields(s), unseen)
}

// cuts reports whether an offset lies within a word.
func cuts(data []byte, at int) bool {
	before, _ := utf8.DecodeLastRune(data[:at])
	after, _ := utf8.DecodeRune(data[at:])
	return isWord(before) && isWord(after)
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) }

// A passage is what is looked for, with what stands right before and after it.
type passage struct{ prefix, words, suffix string }

// isUnique reports whether a browser that looks for the passage in a text, which
// is folded, finds it once: an end is the first one behind the start.
func (p passage) isUnique(page string) bool {
	start, end := p.bounds()
	start, end = fold(start), fold(end)
	if end == "" {
		return len(find(page, fold(p.prefix), start, fold(p.suffix))) == 1
	}
	first := find(page, fold(p.prefix), start, "")
	if len(first) != 1 {
		return false
	}
	last := find(page[first[0].End:], "", end, fold(p.suffix))
	return len(last) > 0 && len(start)+last[0].End == len(fold(p.words))
}

// find returns where words stand between a prefix and a suffix, white space or
// none between them, as browsers have it; the first two places at most.
func find(page, prefix, words, suffix string) (places []text.Span) {
	for from := 0; len(places) < 2; {
		i := strings.Index(page[from:], words)
		if i < 0 {
			break
		}
		s := text.Span{Start: from + i, End: from + i + len(words)}
		if strings.HasSuffix(strings.TrimSuffix(page[:s.Start], " "), prefix) && strings.HasPrefix(strings.TrimPrefix(page[s.End:], " "), suffix) {
			places = append(places, s)
		}
		from = s.Start + 1
	}
	return places
}

// bounds are the words by which a passage is named: all of them, or those at
// its beginning and at its end.
func (p passage) bounds() (start, end string) {
	words := fields(p.words)
	all := strings.Join(words, " ")
	if utf8.RuneCountInString(all) <= whole || len(words) < 2*ends {
		return all, ""
	}
	return strings.Join(words[:ends], " "), strings.Join(words[len(words)-ends:], " ")
}

// directive writes the passage as the standard has it: [prefix-,]start[,end][,-suffix].
func (p passage) directive() string {
	start, end := p.bounds()
	parts := []string{encode(start)}
	if p.prefix != "" {
		parts = []string{encode(p.prefix) + "-", encode(start)}
	}
	if end != "" {
		parts = append(parts, encode(end))
	}
	if p.suffix != "" {
		parts = append(parts, "-"+encode(p.suffix))
	}
	return ":~:text=" + strings.Join(parts, ",")
}

// encode writes a text in percent signs but for letters, digits and what means
// nothing in a directive; "-", "," and "&" mean something.
func encode(s string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(s) {
		switch c := s[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '.', c == '_', c == '~':
			b.WriteByte(c)
		default:
			b.WriteByte('%')
			b.WriteByte(hex[c>>4])
			b.WriteByte(hex[c&15])
		}
	}
	return b.String()
}

// fold makes texts alike that browsers take for the same.
func fold(s string) string {
	var b strings.Builder
	space := false
	for _, r := range norm.NFKD.String(s) {
		switch {
		case unicode.IsSpace(r):
			space = true
			continue
		case unicode.Is(unicode.Mn, r):
			continue
		}
		if space && b.Len() > 0 {
			b.WriteByte(' ')
		}
		space = false
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}
