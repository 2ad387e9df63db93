package lang

import (
	"io/fs"
	"strings"
	"testing"
)

func TestParseRefuses(t *testing.T) {
	tests := []struct{ data, want string }{
		{"[numbers]\none = 1", `xx.txt:1: no class is called "numbers"`},
		{"one = 1", `xx.txt:1: "one" stands in no section`},
		{"[number]\none = first", `xx.txt:2: `},
		{"[vague]\ndozens = 24..many", `xx.txt:2: `},
		{"[text]\nplural-ending = s", `xx.txt:2: no setting is called "plural-ending"`},
	}
	for _, tt := range tests {
		if _, err := Parse("xx", tt.data); err == nil || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("%q: error %v, want %q", tt.data, err, tt.want)
		}
	}
}

func TestParseReadsBounds(t *testing.T) {
	table, err := Parse("xx", "[vague]\nsome few, few | boats = 2..12\n[fraction]\nthird = 1/3\n# a comment\n[share]\nmost = 1/2..\n")
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		text      string
		class     Class
		low, high float64
	}{
		{"some few", Vague, 2, 12}, {"few boats", Vague, 2, 12}, {"third", Fraction, 1. / 3, 1. / 3},
	}
	for _, tt := range tests {
		e := table.Match(table.Tokens(tt.text), 0, tt.class)
		if e == nil || e.Low != tt.low || e.High != tt.high {
			t.Errorf("%q: %+v, want %v to %v", tt.text, e, tt.low, tt.high)
		}
	}
	if e := table.Match(table.Tokens("most"), 0, Share); e == nil || e.High < 1e300 {
		t.Errorf("most: %+v, want no end", e)
	}
}

// Every table that is embedded can be read, and says what no reader can do
// without.
func TestEveryTable(t *testing.T) {
	names, err := fs.Glob(files, "*.txt")
	if err != nil || len(names) == 0 {
		t.Fatalf("no tables: %v", err)
	}
	for _, name := range names {
		data, err := files.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		table, err := Parse(strings.TrimSuffix(name, ".txt"), string(data))
		if err != nil {
			t.Error(err)
			continue
		}
		if table.Decimal == "" || table.Thousands == "" {
			t.Errorf("%s: no marks in numbers", name)
		}
		for _, c := range []Class{Number, Month, Weekday, Negation, Say, HedgeBefore} {
			if !table.has(c) {
				t.Errorf("%s: nothing in class %d", name, c)
			}
		}
	}
}

func (t *Table) has(c Class) bool {
	for _, w := range t.words {
		if w.begins.has(c) {
			return true
		}
	}
	return false
}

func TestMonthsAndWeekdaysAreWhole(t *testing.T) {
	en := english(t)
	for class, n := range map[Class]int{Month: 12, Weekday: 7, Season: 4} {
		values := map[float64]bool{}
		for _, w := range en.words {
			for _, e := range w.entries {
				if e.Class == class {
					values[e.Low] = true
				}
			}
		}
		if len(values) != n {
			t.Errorf("class %d has %d values, want %d", class, len(values), n)
		}
	}
}
