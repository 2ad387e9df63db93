package suggest

import (
	"testing"

	"factsheet/generator/lang"
)

func TestIsNameOf(t *testing.T) {
	table, _ := lang.For("en")
	for _, c := range []struct {
		words, outlet string
		want          bool
	}{
		{"The Vale Mercury", "The Vale Mercury", true},
		{"Vale Mercury", "The Vale Mercury", true},
		{"Mercury", "The Vale Mercury", true},
		{"the MERCURY", "The Vale Mercury", true},
		{"The Mercury", "Mercury", true},
		{"cury", "The Vale Mercury", false},
		{"Vale", "The Vale Mercury", false},
		{"The East Vale Mercury", "The Vale Mercury", false},
		{"Vale", "Herald of Vale", false},
		{"Herald of Vale", "The Herald of Vale", true},
		{"The", "The", true},
		{"", "The Vale Mercury", false},
		{"Mercury", "", false},
	} {
		if got := isNameOf(table, c.words, c.outlet); got != c.want {
			t.Errorf("%q in %q: %v", c.words, c.outlet, got)
		}
	}
}
