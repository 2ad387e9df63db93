package fragment

import (
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"factsheet/generator/text"
)

func TestFragment(t *testing.T) {
	long := "The dam broke on Monday " + strings.Repeat("and the water rose, ", 20) + "and nobody came to help until Tuesday"
	for _, c := range []struct{ name, text, passage, want string }{
		{"once", "The dam broke. It rained.", "dam broke", "dam%20broke"},
		{"its marks", "It was a well-known, “old” dam & gate.", "well-known, “old” dam & gate", "well%2Dknown%2C%20%E2%80%9Cold%E2%80%9D%20dam%20%26%20gate"},
		{"twice", "One dam broke. Two dams broke. One dam broke again.", "One dam broke again", "One%20dam%20broke%20again"},
		{"told apart by what follows", "The dam broke. The dam held. The dam broke loose.", "The dam", "The%20dam,-broke."},
		{"told apart by both sides", "Then the dam broke early. Now the dam broke late.", "the dam broke", "Then-,the%20dam%20broke,-early."},
		{"capitals and accents do not tell apart", "Then the DÁM broke. Now the dam broke.", "the DÁM", "Then-,the%20D%C3%81M,-broke."},
		{"nothing tells apart", "The dam broke.\n\nThe dam broke.", "dam", ""},
		{"in quotation marks", "He said “yes” and “yes, sir”.", "yes, sir", "yes%2C%20sir"},
		{"joined to its neighbours", "He said “yes” and (yes) to her.", "yes", "%E2%80%9C-,yes,-%E2%80%9D"},
		{"a space at its side does not tell apart", "(yes. Then ( yes. No.", "yes", "%28-,yes,-.%20Then"},
		{"an accent alone does not tell apart", "One \u0653 dam broke. Two dam.", "dam", "One-,dam,-broke."},
		{"within a word", "The dams broke.", "dam", ""},
		{"wrapped", "The dam\n  broke early.", "dam\n  broke", "dam%20broke"},
		{"long", long, long, "The%20dam%20broke%20on%20Monday,came%20to%20help%20until%20Tuesday"},
	} {
		t.Run(c.name, func(t *testing.T) {
			start := strings.Index(c.text, c.passage)
			span := text.Span{Start: start, End: start + len(c.passage)}
			paragraph := text.Span{Start: strings.LastIndex(c.text[:start], "\n\n") + 1, End: len(c.text)}
			if i := strings.Index(c.text[span.End:], "\n\n"); i >= 0 {
				paragraph.End = span.End + i
			}
			got, ok := New([]byte(c.text)).Fragment(paragraph, span)
			if ok != (got != "") || strings.TrimPrefix(got, ":~:text=") != c.want {
				t.Errorf("%q, %v; want %q", got, ok, c.want)
			}
		})
	}
}

// FuzzFragment reads each fragment back as a browser does: it leads to the
// passage, and to nothing else.
func FuzzFragment(f *testing.F) {
	f.Add("The dam broke. The dam broke early.", 4, 9)
	f.Add("É “a” é “a”", 0, 3)
	f.Add(strings.Repeat("so on and so on, ", 30)+"the end", 3, 500)
	f.Fuzz(func(t *testing.T, s string, start, length int) { holds(t, s, start, length) })
}

// holds is what FuzzFragment asks of one passage. It reports whether there is a
// fragment that leads to it.
func holds(t testing.TB, s string, start, length int) bool {
	if start < 0 || length <= 0 || start+length > len(s) || start+length < start || !utf8.ValidString(s[:start]) || !utf8.ValidString(s[start:start+length]) || !utf8.ValidString(s) {
		return false
	}
	end := start + length
	got, ok := New([]byte(s)).Fragment(text.Span{End: len(s)}, text.Span{Start: start, End: end})
	if !ok {
		return false
	}
	page := fold(s)
	want := []text.Span{{Start: len(page) - len(fold(s[start:])), End: len(fold(s[:end]))}}
	if found := follow(t, page, got); !slices.Equal(found, want) {
		t.Errorf("%q of %q at %d leads to %v, want %v", got, s, start, found, want)
	}
	return true
}

// follow returns the places of a folded page to which a fragment leads,
// [prefix-,]start[,end][,-suffix]: the words may be parted by white space, and
// an end is the first one behind its start.
func follow(t testing.TB, page, fragment string) (places []text.Span) {
	var before, within, after string
	for _, part := range strings.Split(strings.TrimPrefix(fragment, ":~:text="), ",") {
		words, err := url.PathUnescape(strings.Trim(part, "-"))
		if err != nil {
			t.Fatal(err)
		}
		switch term := regexp.QuoteMeta(fold(words)); {
		case strings.HasSuffix(part, "-"):
			before = term + " ?"
		case strings.HasPrefix(part, "-"):
			after = " ?" + term
		case within != "":
			within += "(?s:.*?)" + term
		default:
			within = term
		}
	}
	for from, search := 0, regexp.MustCompile(before+"("+within+")"+after); from <= len(page); {
		at := search.FindStringSubmatchIndex(page[from:])
		if at == nil {
			break
		}
		places = append(places, text.Span{Start: from + at[2], End: from + at[3]})
		_, size := utf8.DecodeRuneInString(page[from+at[0]:])
		from += at[0] + size
	}
	return places
}
