package suggest

import (
	"testing"

	"factsheet/generator/dossier"
)

func TestSlug(t *testing.T) {
	cases := []struct{ words, want string }{
		{"1,200 residents", "1200-residents"},
		{"Ada O'Brook’s", "ada-obrooks"},
		{"Élysée", "elysee"},
		{"水門", ""},
		{"Œuvre, Straße", "oeuvre-strasse"},
		{"the very long name of a committee that nobody knows", "the-very-long-name-of-a-committee-that"},
		{"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"},
	}
	for _, c := range cases {
		if got := slug(c.words); got != c.want {
			t.Errorf("slug(%q) = %q, want %q", c.words, got, c.want)
		}
	}
}

func TestIDsAreUnique(t *testing.T) {
	x := newIDs(new(dossier.Dossier))
	for i, want := range []string{"dam", "dam-2", "claim", "claim-2", "dam-3"} {
		words := []string{"Dam", "dam", "水", "門", "dam"}[i]
		if got := x.make(words, "claim"); got != want {
			t.Errorf("the id of %q is %q, want %q", words, got, want)
		}
	}
}
