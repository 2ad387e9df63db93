package text

import "testing"

func TestOneName(t *testing.T) {
	for pair, want := range map[string]bool{
		"ab": true, "a1": true, "éa": true, "نص": true, "한국": true,
		"川の": false, "a川": false, "9月": false, "กา": false,
		"スン": true, "ター": true, "ーラ": true, "ドの": false, "社ス": false,
	} {
		r := []rune(pair)
		if got := OneName(r[0], r[1]); got != want {
			t.Errorf("%s: %v", pair, got)
		}
	}
}
