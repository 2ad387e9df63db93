package timex

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"factsheet/generator/edtf"
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

func date(t testing.TB, s string) edtf.Date {
	t.Helper()
	d, err := edtf.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// A reading is a text of testdata/read.txt with the day from which it speaks
// and the expressions that stand below it, each on an indented line.
type reading struct {
	dated, text string
	want        []string
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
		dated, text, ok := strings.Cut(line, " | ")
		if !ok {
			t.Fatalf("no day before %q", line)
		}
		list = append(list, reading{dated: dated, text: text})
	}
	if len(list) < 80 {
		t.Fatalf("testdata/read.txt holds %d texts; it has lost some", len(list))
	}
	return list
}

// describe writes an expression as the tests expect it: kind, words, and what
// they resolve to.
func describe(e Expression, dated edtf.Date) string {
	r := e.Resolve(dated)
	var result string
	switch r.Outcome {
	case Settled:
		result = r.Date.String()
	case Ambiguous:
		names := make([]string, len(r.Candidates))
		for i, c := range r.Candidates {
			names[i] = c.String()
		}
		result = "either " + strings.Join(names, " or ")
	case NeedsAnchor:
		result = "needs a day"
	case Undated:
		result = "no date"
	}
	return fmt.Sprintf("%s %q: %s", e.Kind, e.Text, result)
}

func TestReadAndResolve(t *testing.T) {
	en := english(t)
	for _, tt := range readings(t) {
		dated := date(t, tt.dated)
		var got []string
		for _, e := range Read(tt.text, en) {
			got = append(got, describe(e, dated))
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s | %s (-want +got)\n%s", tt.dated, tt.text, diff)
		}
	}
}
