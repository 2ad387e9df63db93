package seed

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSentences(t *testing.T) {
	abbreviation := func(word string) bool {
		return word == "Mr" || word == "No" || word == "a.m" || word == "Gen"
	}
	cases := []struct {
		name, paragraph string
		want            []string
	}{
		{"two", "The dam held. The gate did not.", []string{"The dam held.", "The gate did not."}},
		{"headline", "Dam holds", []string{"Dam holds"}},
		{"abbreviations", "Mr. Costa and Gen. Dias met.", []string{"Mr. Costa and Gen. Dias met."}},
		{"number of a thing", "Gate No. 5 held. It is old.", []string{"Gate No. 5 held.", "It is old."}},
		{"country", "The U.S. Ambassador left the U.S. on Monday.", []string{"The U.S. Ambassador left the U.S. on Monday."}},
		{"initials", "J. M. Costa left. He is 40.", []string{"J. M. Costa left.", "He is 40."}},
		{"hours", "It broke at 5 a.m. on Monday.", []string{"It broke at 5 a.m. on Monday."}},
		{"decimals", "It fell 1.5 metres. 3.2 had been feared.", []string{"It fell 1.5 metres.", "3.2 had been feared."}},
		{"year", "It was built in 1931. Nobody knows by whom.", []string{"It was built in 1931.", "Nobody knows by whom."}},
		{"quotation", "“It held.” The mayor left.", []string{"“It held.”", "The mayor left."}},
		{"quotation goes on", "“Did it hold?” he asked. “Yes!”", []string{"“Did it hold?” he asked.", "“Yes!”"}},
		{"straight marks", `"It held." "Who said so?"`, []string{`"It held."`, `"Who said so?"`}},
		{"brackets", "It held. (Nobody knew why.) He left.", []string{"It held.", "(Nobody knew why.)", "He left."}},
		{"ellipsis within", "It held… for a day... or two.", []string{"It held… for a day... or two."}},
		{"ellipsis at the end", "It held… Then it broke.", []string{"It held…", "Then it broke."}},
		{"stops together", "It held?! Yes.", []string{"It held?!", "Yes."}},
		{"list", "1. Open the gate. 2. Leave.", []string{"1. Open the gate.", "2. Leave."}},
		{"wrapped lines", "The dam\nheld.\nIt did.", []string{"The dam\nheld.", "It did."}},
		{"address", "See example.org. It says so.", []string{"See example.org.", "It says so."}},
		{"dash", "It held. – The mayor", []string{"It held.", "– The mayor"}},
		{"without spaces", "水門は閉じていた。市長は去った。", []string{"水門は閉じていた。", "市長は去った。"}},
		{"without capitals", "أغلقت البوابة. هل رأيتها؟ نعم.", []string{"أغلقت البوابة.", "هل رأيتها؟", "نعم."}},
		{"only stops", "...", []string{"..."}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			doc := read(c.paragraph)
			if diff := cmp.Diff(c.want, passages(doc, doc.Sentences(0, abbreviation))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestSentencesOfLaterParagraph(t *testing.T) {
	doc := read("The dam held.\n\nIt is old. It leaks.")
	want := []string{"It is old.", "It leaks."}
	if diff := cmp.Diff(want, passages(doc, doc.Sentences(1, nil))); diff != "" {
		t.Error(diff)
	}
}

func BenchmarkSentences(b *testing.B) {
	doc := read(strings.Repeat("The harbour board’s head, Mr. Costa, said “1,200 tons” were landed. ", 50))
	b.SetBytes(int64(len(doc.File.Data)))
	for b.Loop() {
		doc.Sentences(0, nil)
	}
}
