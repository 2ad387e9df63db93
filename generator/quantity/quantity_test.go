package quantity

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"factsheet/generator/lang"
)

func english(t testing.TB) *lang.Table {
	t.Helper()
	table, ok := lang.For("en")
	if !ok {
		t.Fatal("no table for English")
	}
	return table
}

// describe writes a quantity as the tests expect it: kind, bounds as told,
// hedge, sign, words of the span, and after a colon what is counted.
func describe(s string, q Quantity) string {
	text := q.Kind.String() + " " + fmt.Sprint(q.Low)
	if q.High != q.Low {
		text += ".." + fmt.Sprint(q.High)
	}
	if q.Hedge != "" {
		text += " " + string(q.Hedge)
	}
	if q.Sign != "" {
		text += " " + q.Sign
	}
	text += fmt.Sprintf(" %q", s[q.Span.Start:q.Span.End])
	if q.Unit.Head.Len() > 0 {
		text += ": " + s[q.Unit.Head.Start:q.Unit.Head.End]
	}
	return text
}

// A reading is a text of testdata/read.txt with the quantities that stand
// below it, each on an indented line.
type reading struct {
	text string
	want []string
}

func readings(t testing.TB) []reading {
	t.Helper()
	data, err := os.ReadFile("testdata/read.txt")
	if err != nil {
		t.Fatal(err)
	}
	var list []reading
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSuffix(line, "\n")
		if want, ok := strings.CutPrefix(line, "\t"); ok {
			last := &list[len(list)-1]
			last.want = append(last.want, want)
			continue
		}
		list = append(list, reading{text: line})
	}
	if len(list) < 80 {
		t.Fatalf("testdata/read.txt holds %d texts; it has lost some", len(list))
	}
	return list
}

func TestRead(t *testing.T) {
	en := english(t)
	for _, tt := range readings(t) {
		var got []string
		for _, q := range Read(tt.text, en) {
			got = append(got, describe(tt.text, q))
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", tt.text, diff)
		}
	}
}

func TestReadWithoutTableReadsDigits(t *testing.T) {
	tests := []struct {
		text string
		want []string
	}{
		{"drei Brücken und 12 Boote", []string{`number 12 "12"`}},
		{"2.500 Menschen", []string{`number -Inf..+Inf "2.500"`}},
		{"um 10:30 Uhr", nil},
		{"mehr als 1200 Euro", []string{`number 1200 "1200"`}},
		{"1.2.3", nil},
	}
	for _, tt := range tests {
		var got []string
		for _, q := range Read(tt.text, nil) {
			got = append(got, describe(tt.text, q))
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", tt.text, diff)
		}
	}
}

func TestReadVoicesCountsArticles(t *testing.T) {
	text := "a medic, an old driver and two guards said a third of the crew met a dozen boats"
	want := []string{
		`number 1 "a": medic`, `number 1 "an": driver`, `number 2 "two": guards`,
		`fraction 0.3333333333333333 "a third": crew`, `number 12 "a dozen": boats`,
	}
	var got []string
	for _, q := range ReadVoices(text, english(t)) {
		got = append(got, describe(text, q))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestPartsOfAQuantity(t *testing.T) {
	text := "At least 1.4 million of the armed patrol boats"
	list := Read(text, english(t))
	if len(list) != 1 {
		t.Fatalf("got %d quantities, want 1", len(list))
	}
	q := list[0]
	got := []string{text[q.At.Start:q.At.End], text[q.Number.Start:q.Number.End], text[q.Unit.Span.Start:q.Unit.Span.End]}
	want := []string{"At least", "1.4 million", "armed patrol boats"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("hedge, number and unit (-want +got)\n%s", diff)
	}
}

func TestWord(t *testing.T) {
	for text, want := range map[string]string{
		"dozens of boats": "dozens of", "about a third of the crew": "a third", "the rest": "the rest", "two boats": "", "3 to 4": "",
	} {
		list := Read(text, english(t))
		if len(list) != 1 || list[0].Word(text) != want {
			t.Errorf("%q: got %v, want one quantity with the word %q", text, list, want)
		}
	}
}

func TestSameSign(t *testing.T) {
	en := english(t)
	for _, tt := range []struct {
		unit, sign string
		want       bool
	}{
		{"dollars", "$", true}, {"US dollars", "$", true}, {"$", "$", true}, {"per cent", "%", true}, {"%", "%", true},
		{"euros", "$", false}, {"people", "%", false}, {"", "$", false},
	} {
		if got := SameSign(en, tt.unit, tt.sign); got != tt.want {
			t.Errorf("SameSign(%q, %q) = %v, want %v", tt.unit, tt.sign, got, tt.want)
		}
	}
}
