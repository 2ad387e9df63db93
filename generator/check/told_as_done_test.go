package check

import (
	"testing"

	"factsheet/generator/lang"
)

func TestIsPastVerb(t *testing.T) {
	en, _ := lang.For("en")
	for word, want := range map[string]bool{"closed": true, "rose": true, "increased": true, "rise": false, "said": false, "Closed": false} {
		if got := isPastVerb(en, word, en.Tokens(word)[0]); got != want {
			t.Errorf("%q: %t", word, got)
		}
	}
}
