package names

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"factsheet/generator/lang"
	"factsheet/generator/text"
)

func english(t testing.TB) *lang.Table {
	t.Helper()
	table, ok := lang.For("en")
	if !ok {
		t.Fatal("no table for English")
	}
	return table
}

// sentencesOf cuts a text at bars.
func sentencesOf(s string) (string, []text.Span) {
	var spans []text.Span
	at := 0
	for piece := range strings.SplitSeq(s, "|") {
		spans = append(spans, text.Span{Start: at, End: at + len(piece)})
		at += len(piece) + 1
	}
	return strings.ReplaceAll(s, "|", " "), spans
}

func TestCandidates(t *testing.T) {
	en := english(t)
	tests := []struct {
		name string
		text string // sentences with a bar between them
		want string // names with a bar between them, each with its titles in brackets
	}{
		{"none", "nobody came to the hall.", ""},
		{"inside a sentence", "We met Ada Brook and Tom Hale.", "Ada Brook|Tom Hale"},
		{"possessive", "It was Brook's and the Hales' house.", "Brook|Hales"},
		{"start of a sentence", "Rescuers came.|Divers too.", ""},
		{"start of a sentence, two words", "Ada Brook came.", "Ada Brook"},
		{"a name that begins a sentence too", "Brook came.|They saw Brook.", "Brook|Brook"},
		{"after a function word", "Yesterday Ada Brook came.|The Harbour Trust did not.", "Ada Brook|Harbour Trust"},
		{"start of a quotation", `She said: "Everybody ran."`, ""},
		{"weekday and month", "They came on Monday, 5 March, and at Christmas.", ""},
		{"titles", "They asked General Ada Brook, Prime Minister Tom Hale, Dr. Lund.", "Ada Brook [General]|Tom Hale [Prime Minister]|Lund [Dr.]"},
		{"a title by itself", "They asked the President and the Prime Minister.", ""},
		{"an office with a place", "They asked the Ministry of Sea Transport and the Bank of the North.", "Ministry of Sea Transport|Bank of the North"},
		{"demonyms", "Two Chilean boats and a Danish one; the Danes left.", ""},
		{"a demonym with a direction", "A North African boat, a South-East Asian one and the West Germans left Southern Irish waters.", ""},
		{"a direction by itself", "They went from North Hale to South Brook.", "North Hale|South Brook"},
		{"a demonym with a direction in a name", "The East African Ferry Trust asked the South American Navy.", "East African Ferry Trust|South American Navy"},
		{"a demonym with a direction before a title", "They met South African President Ada Brook.", "Ada Brook [South African President]"},
		{"unions", "They asked the Seafarers' Union, the Ministers' Council of the North and the Hales' lawyer.", "Seafarers' Union|Ministers' Council of the North|Hales"},
		{"a union at the start", "Farmers' Market Trust opens.|It is the Rangers' third.", "Farmers' Market Trust|Rangers"},
		{"a possessive in the singular", "They saw Brook's Dam Company and Hale's Council.", "Brook|Dam Company|Hale|Council"},
		{"the possessive of a people", "They saw the Danes' Harbour Trust and the West Germans' Pier.", "Harbour Trust"},
		{"in single quotation marks", "They saw 'The Three Divers' Ada Brook made.", "Divers|Ada Brook"},
		{"after single quotation marks", "They saw 'Brook's End' and, since the '90s, asked the Divers' Union.", "End|Divers' Union"},
		{"a demonym before a name", "They met Chilean President Ada Brook.", "Ada Brook [Chilean President]"},
		{"an office by itself", "The post of Commissioner for Health is vacant.", ""},
		{"a holiday of two words", "They left after the New Year.", ""},
		{"a feast", "They came for Good Friday and Easter 2031.", ""},
		{"after the date of a page", "date 2031-03-05 Rescuers find Ada Brook", "Ada Brook"},
		{"particles and hyphens", "Then Omar bin Said, Ludwig van Lund and Anne-Marie Hale-Brook came.", "Omar bin Said|Ludwig van Lund|Anne-Marie Hale-Brook"},
		{"initials", "Then J. R. Hale and St. Orlan came.", "J. R. Hale|St. Orlan"},
		{"what only says the number of what", "They met at Gate 4 and on Highway 12 to Brook.", "Brook"},
		{"firms", "They asked Hale & Brook and the Lund&Said yard.", "Hale & Brook|Lund&Said"},
		{"after an abbreviation with stops", "It opens at 8 p.m. Boats can leave then, said the U.S. Embassy.", "U.S. Embassy"},
		{"acronyms", "The UHO and a NATO-led force left.", "UHO|NATO"},
		{"headline", "Three Bridges Closed As Waters Rise In Valley|we met Ada Brook.", "Ada Brook"},
		{"capitals throughout", "WATERS RISE IN THE VALLEY", ""},
		{"dateline", "PORT HALE, 5 March (Interwire) - Rescuers came when the waters rose.", "PORT HALE|Interwire"},
		{"other letters", "Then José Éluard and Łukasz came.", "José Éluard|Łukasz"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, sentences := sentencesOf(tt.text)
			var got []string
			for _, c := range Candidates(s, sentences, en.Tokens(s), en) {
				name := s[c.Span.Start:c.Span.End]
				if c.Title.Len() > 0 {
					name += " [" + s[c.Title.Start:c.Title.End] + "]"
				}
				got = append(got, name)
			}
			if diff := cmp.Diff(tt.want, strings.Join(got, "|")); diff != "" {
				t.Errorf("%q (-want +got):\n%s", tt.text, diff)
			}
		})
	}
}

func TestCandidatesWithoutTable(t *testing.T) {
	s, sentences := sentencesOf("We met Ada Brook.")
	var none *lang.Table
	if got := Candidates(s, sentences, none.Tokens(s), none); got != nil {
		t.Errorf("without a table: %v", got)
	}
}

// checkCandidates: candidates stand in order within a text of two sentences,
// the first of which ends at cut.
func checkCandidates(t testing.TB, s string, cut int, table *lang.Table) {
	t.Helper()
	s = text.FoldString(s)
	cut = min(cut, len(s))
	sentences := []text.Span{{Start: 0, End: cut}, {Start: cut, End: len(s)}}
	end := 0
	for _, c := range Candidates(s, sentences, table.Tokens(s), table) {
		if c.Span.Start < end || c.Span.End <= c.Span.Start || c.Span.End > len(s) || c.Title.End > c.Span.Start {
			t.Fatalf("%q: %v after %d", s, c, end)
		}
		end = c.Span.End
	}
}

func BenchmarkCandidates(b *testing.B) {
	en := english(b)
	s, sentences := sentencesOf(strings.Repeat("Yesterday General Ada Brook of the Harbour Trust met three drivers who came from Port Hale.|Nobody said why, and the waters went on rising.|", 20))
	toks := en.Tokens(s)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		Candidates(s, sentences, toks, en)
	}
}
