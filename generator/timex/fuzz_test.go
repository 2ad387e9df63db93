package timex

import (
	"strings"
	"testing"

	"factsheet/generator/edtf"
)

// Expressions lie within the text, in order and apart from one another, and
// whatever they resolve to can be written and read again.
func FuzzRead(f *testing.F) {
	for _, tt := range readings(f) {
		f.Add(tt.text, tt.dated)
	}
	f.Add("early late the end of last mid-next this 5 to 7, 8 and 9 and 10 March of 2031/32", "-0001")
	en := english(f)
	f.Fuzz(func(t *testing.T, s, day string) {
		dated, err := edtf.Parse(day)
		if err != nil {
			return
		}
		last := 0
		for _, e := range Read(s, en) {
			if e.Span.Start < last || e.Span.End > len(s) || e.Span.Len() <= 0 || e.Text != s[e.Span.Start:e.Span.End] {
				t.Fatalf("%q: %q at %v after byte %d", s, e.Text, e.Span, last)
			}
			last = e.Span.End
			check(t, e, e.Resolve(dated))
		}
	})
}

func check(t *testing.T, e Expression, r Resolution) {
	t.Helper()
	for _, d := range append([]edtf.Date{r.Date, e.Date}, r.Candidates...) {
		if again, err := edtf.Parse(d.String()); err != nil || again != d {
			t.Fatalf("%q: %q reads as %q: %v", e.Text, d, again, err)
		}
	}
	if (r.Outcome == Settled) != !r.Date.IsZero() || (r.Outcome == Ambiguous) != (len(r.Candidates) > 1) || r.Reason == "" {
		t.Fatalf("%q: outcome %d with date %q, candidates %v, reason %q", e.Text, r.Outcome, r.Date, r.Candidates, r.Reason)
	}
	if e.Absolute() && r.Date != e.Date {
		t.Fatalf("%q names %s and resolves to %s", e.Text, e.Date, r.Date)
	}
}

func TestLongRunsOfTimeWords(t *testing.T) {
	for _, word := range []string{"early ", "the end of ", "5, ", "March ", "last ", "about ", "earlier in ", "from ", "one ", "Friday, "} {
		s := strings.Repeat(word, 20_000)
		for _, e := range Read(s, english(t)) {
			if e.Span.Len() > len(s)/2 {
				t.Errorf("%q: one expression of %d bytes", word, e.Span.Len())
			}
		}
	}
}

func BenchmarkRead(b *testing.B) {
	var text strings.Builder
	for _, tt := range readings(b) {
		text.WriteString(tt.text)
		text.WriteString(". The mayor of the lower town thanked everybody who had carried sandbags through the night. ")
	}
	s, en := text.String(), english(b)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		Read(s, en)
	}
}

func BenchmarkResolve(b *testing.B) {
	dated := date(b, "2031-03-09")
	list := Read("on Friday, in late 2030, six months ago, by the end of the year, since last summer", english(b))
	b.ReportAllocs()
	for b.Loop() {
		for _, e := range list {
			e.Resolve(dated)
		}
	}
}
