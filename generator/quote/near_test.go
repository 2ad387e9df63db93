package quote

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const flood = `After the rain, more than 1,200 residents were safely moved overnight. Mayor Ana Costa said about nine bridges were not closed.

The river office called it “a routine step” – nobody from Port Vale disagreed.

The Valley Post reported on Monday that the US-led survey of the dam had been postponed.
`

func class(word string) string {
	switch word {
	case "not", "nobody", "never":
		return "negation"
	case "about", "nearly":
		return "hedge"
	}
	return ""
}

func TestNearest(t *testing.T) {
	cases := []struct {
		name, quote string
		verbatim    string // "" where nothing is near
		differences []string
	}{
		{"digits and a word", "more than 1,300 residents were moved", "more than 1,200 residents were safely moved",
			[]string{"digits 1,300 → 1,200", `adds "safely"`}},
		{"negation left out", "nine bridges were closed", "nine bridges were not closed", []string{`adds "not" (a negation)`}},
		{"negation added", "residents were never safely moved overnight", "residents were safely moved overnight",
			[]string{`drops "never" (a negation)`}},
		{"hedge", "nearly nine bridges", "about nine bridges", []string{`"nearly" (a hedge) → "about" (a hedge)`}},
		{"name", "Mayor Ana Silva said", "Mayor Ana Costa said", []string{`name "Silva" → "Costa"`}},
		{"case", "the valley post reported", "The Valley Post reported",
			[]string{`case "the valley post" → "The Valley Post"`}},
		{"word", "the survey of the bridge had been postponed", "the US-led survey of the dam had been postponed",
			[]string{`adds "US-led"`, `"bridge" → "dam"`}},
		{"spelling", "the survay of the dam", "the US-led survey of the dam",
			[]string{`adds "US-led"`, `"survay" → "survey"`}},
		{"a name misspelt", "Valey Post", "Valley Post", []string{`"Valey" → "Valley"`}},
		{"one word misspelt", "overnigt", "overnight", []string{`"overnigt" → "overnight"`}},
		{"spacing", "safely moved over night. Mayor", "safely moved overnight. Mayor", []string{`spacing "over night" → "overnight"`}},
		{"spacing of a hyphen", "the US- led survey", "the US-led survey", []string{`spacing "- led" → "-led"`}},
		{"quotation marks", "it 'a routine step'", "it “a routine step”",
			[]string{"quotation marks ' → “", "quotation marks ' → ”"}},
		{"dash", `step" - nobody`, "step” – nobody", []string{"punctuation - → –"}},
		{"sign left out", "After the rain more than", "After the rain, more than", []string{`adds ","`}},
		{"over the end of a paragraph", "bridges were not closed. The river", "bridges were not closed. The river",
			[]string{"runs over the end of a paragraph, where a quote has to end"}},
		{"pieces in two paragraphs", "the rain […] a routine step", "the rain […] a routine step",
			[]string{"its pieces stand in two paragraphs, where a quote lies within one"}},
		{"pieces in another order", "overnight […] residents", "overnight […] residents",
			[]string{"its pieces stand there in another order"}},
		{"a piece that is nearly there", "the rain […] was safely moved", "the rain […] were safely moved",
			[]string{`"was" → "were"`}},
		{"a piece that is nowhere", "the rain […] seventeen llamas", "the rain",
			[]string{`nothing like "seventeen llamas" stands there`}},
		{"gap at the start", "[…] the rain", "the rain", []string{`drops "[...]"`}},
		{"gap at the end", "the rain […] ", "the rain", []string{`drops "[...]"`}},
		{"two words added", "residents were moved overnight", "residents were safely moved overnight", []string{`adds "safely"`}},
		{"other number at the end", "Mayor Ana Costa said about ten", "Mayor Ana Costa said about nine", []string{`"ten" → "nine"`}},
		{"ends of its own", "Alas yes the river office called it our own", "The river office called it",
			[]string{`drops "Alas yes"`, `case "the" → "The"`, `drops "our own"`}},
		{"nothing like it", "seventeen llamas crossed a desert", "", nil},
		{"little of it", "the mayor resigned in tears last week", "", nil},
		{"empty", "", "", nil},
		{"signs", "?!", "", nil},
		{"too many pieces", strings.Repeat("the […] ", MaxPieces) + "rain", "", nil},
	}
	doc := read(flood)
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			near, ok := Nearest(doc, Parse(c.quote, "", ""), class)
			verbatim := ""
			if ok {
				verbatim = Verbatim(doc, near.Spans)
			}
			if verbatim != c.verbatim {
				t.Errorf("proposed %q, want %q", verbatim, c.verbatim)
			}
			if diff := cmp.Diff(c.differences, near.Differences); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestNearestFits(t *testing.T) {
	doc := read(flood)
	for quote, want := range map[string]bool{
		"more than 1,300 residents":          true,
		"the rain […] was safely moved":      true,
		"the rain […] a routine step":        false,
		"the rain […] seventeen llamas":      false,
		"bridges were not closed. The river": false,
	} {
		near, ok := Nearest(doc, Parse(quote, "", ""), nil)
		if !ok || near.Fits != want {
			t.Errorf("%q: proposed %v, fits %v, want %v", quote, ok, near.Fits, want)
		}
	}
}

func TestNearestInContext(t *testing.T) {
	doc := read("The old ferry left the pier.\n\nThe new ferry sank.")
	cases := []struct {
		prefix, suffix string
		start          int
		differences    []string
	}{
		{"a young", "", 8, []string{`before it stands "The old", not the prefix "a young"`}},
		{"new", "left the", 8, []string{`before it stands "old", not the prefix "new"`}},
		{"new", "left for good", 38, []string{`after it stands "sank.", not the suffix "left for good"`}},
		{"", "left the pier. The new ferry sank. All", 8, []string{
			`after it stands "left the pier. The new ferry sank.", not the suffix "left the pier. The new ferry sank. All"`,
		}},
		{"No old", "left no", 8, []string{
			`before it stands "The old", not the prefix "No old"`,
			`after it stands "left the", not the suffix "left no"`,
		}},
	}
	for _, c := range cases {
		near, ok := Nearest(doc, Parse("ferry", c.prefix, c.suffix), nil)
		if !ok || near.Spans[0].Start != c.start || !near.Fits {
			t.Errorf("between %q and %q: proposed %v", c.prefix, c.suffix, near.Spans)
		}
		if diff := cmp.Diff(c.differences, near.Differences); diff != "" {
			t.Errorf("between %q and %q: %s", c.prefix, c.suffix, diff)
		}
	}
}

func TestNearestInsideCharacter(t *testing.T) {
	for _, c := range []struct{ text, quote string }{{"wait… there", "wait.."}, {"☎\ufe0f rings", "☎"}} {
		near, ok := Nearest(read(c.text), Parse(c.quote, "", ""), nil)
		want := []string{"begins or ends inside a character"}
		if diff := cmp.Diff(want, near.Differences); !ok || diff != "" {
			t.Errorf("%q in %q: %v %s", c.quote, c.text, ok, diff)
		}
	}
}

func TestNearestChoosesPlacesTogether(t *testing.T) {
	doc := read("The mayor spoke.\n\nThe council met. The mayor left the room.")
	near, ok := Nearest(doc, Parse("The mayor […] left a room", "", ""), nil)
	if got, want := Verbatim(doc, near.Spans), "The mayor […] left the room"; !ok || got != want || !near.Fits {
		t.Errorf("proposed %q (fits: %v), want %q", got, near.Fits, want)
	}
}

func TestNearestShortensDifferences(t *testing.T) {
	doc := read("alpha 1 bravo 1 charlie 1 delta 1 echo 1 foxtrot 1 golf 1 hotel 1 india 1 juliet 1")
	near, _ := Nearest(doc, Parse(strings.ReplaceAll(doc.View.Text, "1", "2"), "", ""), nil)
	if n := len(near.Differences); n != maxDifferences+1 || near.Differences[n-1] != "two more differences" {
		t.Errorf("differences %q", near.Differences)
	}
}

func TestNearestOfLongQuote(t *testing.T) {
	words := strings.Fields(strings.Repeat("one two three four five six ", 1000))
	for i := range words {
		words[i] += strings.Repeat("x", i%97)
	}
	doc := read(strings.Join(words, " "))
	words[4000] = "emphatically"
	near, ok := Nearest(doc, Parse(strings.Join(words, " "), "", ""), nil)
	want := []string{
		`"emphatically" → "` + doc.Words()[4000].Text(doc.View.Text) + `"`,
		"the quote is long: only the words around there were compared",
	}
	if diff := cmp.Diff(want, near.Differences); !ok || diff != "" || near.Fits {
		t.Errorf("%v, fits %v: %s", ok, near.Fits, diff)
	}
}
