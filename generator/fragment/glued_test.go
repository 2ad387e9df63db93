package fragment

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// pieces make passages with many likes, of characters that browsers see as
// others, as white space or not at all.
var pieces = append(strings.Fields("a b A é e 0 00 ½ - ! , “ ( & . %2D dam ß ﬁ Σ ς \u0130 \u0301 \u0653 \u0345 \u302e \u20dd \u3099 \u200b \ufdfa \ufffd \u1100 \u1161"),
	" ", " ", " ", "\n", "\t\r", "\u00a0", "\u2028", "\u00a8", " \u0653 ", strings.Repeat("so ", 120))

// TestGlued asks of rows of pieces what FuzzFragment asks of any text. They are
// the same rows each time.
func TestGlued(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	found := 0
	const rows = 20000
	for range rows {
		few := pieces[random.IntN(len(pieces)):]
		marks := []int{0} // the ends of pieces
		var s strings.Builder
		for range 1 + random.IntN(12) {
			s.WriteString(few[random.IntN(len(few))])
			marks = append(marks, s.Len())
		}
		i := random.IntN(len(marks) - 1)
		j := i + 1 + random.IntN(len(marks)-1-i)
		if holds(t, s.String(), marks[i], marks[j]-marks[i]) {
			found++
		}
	}
	if found < rows/10 || found == rows {
		t.Errorf("%d of %d passages have a fragment", found, rows)
	}
}
