package text

import (
	"strings"
	"testing"

	"github.com/rivo/uniseg"
)

var graphemes = []string{
	"",
	"harbour",
	"a\r\nb\n\rc",
	"e\u0301e",
	"👩\u200d🚀👍🏽☎\ufe0f",
	strings.Repeat("🇵🇹🇧🇷", 20),
	"한국어\u1112\u1161\u11ab",
	"กำลัง क्षत्रिय",
	"\u0600" + "12 می\u200cخواهم",
	"港の船 a\u00adb",
	strings.Repeat("e\u0301", 3) + strings.Repeat("\u0323", 500) + "e",
}

func TestOnGrapheme(t *testing.T) {
	for _, s := range graphemes {
		checkGraphemes(t, s)
	}
}

// checkGraphemes holds OnGrapheme to a walk over the whole string.
func checkGraphemes(t *testing.T, s string) {
	t.Helper()
	boundary := map[int]bool{0: true, len(s): true}
	for g := uniseg.NewGraphemes(s); g.Next(); {
		from, _ := g.Positions()
		boundary[from] = true
	}
	for offset := range len(s) + 1 {
		if got := OnGrapheme([]byte(s), offset); got != boundary[offset] {
			t.Fatalf("OnGrapheme(%+q, %d) = %v", s, offset, got)
		}
	}
}

// TestOnGraphemeFarBack: however long the text without a certain boundary,
// an answer takes one look back of bounded length.
func TestOnGraphemeFarBack(t *testing.T) {
	s := []byte(strings.Repeat("☎", 100_000))
	for offset := 0; offset < len(s); offset += 99 {
		if got, want := OnGrapheme(s, offset), offset%len("☎") == 0; got != want {
			t.Fatalf("OnGrapheme at %d = %v, want %v", offset, got, want)
		}
	}
}
