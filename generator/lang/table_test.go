package lang

import (
	"strings"
	"testing"
)

func english(t testing.TB) *Table {
	t.Helper()
	table, ok := For("en")
	if !ok {
		t.Fatal("no table for English")
	}
	return table
}

func TestForTakesTheBaseLanguage(t *testing.T) {
	en := english(t)
	for _, tag := range []string{"en-GB", "EN", "en_US", "en-Latn-US"} {
		if got, ok := For(tag); !ok || got != en {
			t.Errorf("For(%q) = %p, %v; want the table of English", tag, got, ok)
		}
	}
	for _, tag := range []string{"", "xx", "../en", "e", "*"} {
		if got, ok := For(tag); ok || got != nil {
			t.Errorf("For(%q) = %p, %v; want none", tag, got, ok)
		}
	}
}

func TestWordsByWhatTheyDo(t *testing.T) {
	en := english(t)
	tests := []struct {
		name string
		is   func(string) bool
		yes  []string
		no   []string
	}{
		{"negation", en.Negation, []string{"not", "Never", "didn't", "no longer"}, []string{"note", "knot", "", "long"}},
		{"hedge", en.Hedge, []string{"about", "Nearly", "at least", "or so"}, []string{"at", "least", "the", ""}},
		{"abbreviation", en.Abbreviation, []string{"Mr", "Mr.", "U.S.", "a.m.", "No"}, []string{"no", "mr", "Monday", ""}},
	}
	for _, tt := range tests {
		for _, word := range tt.yes {
			if !tt.is(word) {
				t.Errorf("%s: %q is none", tt.name, word)
			}
		}
		for _, word := range tt.no {
			if tt.is(word) {
				t.Errorf("%s: %q is one", tt.name, word)
			}
		}
	}
}

func TestKindred(t *testing.T) {
	table, _ := For("en")
	seen := map[string]bool{}
	for _, words := range table.Kindred() {
		if len(words) < 2 {
			t.Errorf("%q has no kindred", words)
		}
		for _, word := range words {
			if seen[word] || word != strings.ToLower(word) || strings.ContainsAny(word, " -'") {
				t.Errorf("%q stands twice, or is no term of a search", word)
			}
			seen[word] = true
		}
	}
	for _, word := range []string{"left", "jan", "sept", "31", "22nd"} {
		if !seen[word] {
			t.Errorf("%s is a form of nothing", word)
		}
	}
	if (*Table)(nil).Kindred() != nil {
		t.Error("a language without a table has kindred words")
	}
}
