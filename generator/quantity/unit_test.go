package quantity

import (
	"testing"

	"factsheet/generator/lang"
)

func TestBareWord(t *testing.T) {
	en, _ := lang.For("en")
	for word, want := range map[string]string{
		"dozens": "dozens", "Dozens of": "dozens", "a handful": "handful", "A handful of": "handful", "the rest": "rest",
		"a few dozen": "few dozen", "most of the": "most", "a": "a", "": "",
	} {
		if got := BareWord(word, en); got != want {
			t.Errorf("BareWord(%q) = %q, want %q", word, got, want)
		}
	}
}
