package sheet

import (
	"math/rand/v2"
	"strings"
	"testing"

	"factsheet/generator/markdown"
)

// vocabularies are the pieces of which one corner of inline Markdown is made,
// with what is nearly such a piece.
var vocabularies = map[string][]string{
	"links": append(strings.Fields(`[ ] ( ) ](x) ](gate) ](< ]( ![ ! < > \ \] \) " ' "t" 't' (t) x [a](gate) <https://e.org> <a@b> <ab: <ab:{{> {{ * _ &#93;
		https://e.org javascript:x [^1] ^ |`), " ", "  ", "\t", "\n", "`", "\u00a0", "\x01"),
	"code": append(strings.Fields(`* _ ~~ [ ](x) ] < > ! & &# amp; 35; \ \\ {{ {{ }} a é ; 1 $ # | %% = [a](x) <ab:c> <http:{{a>`),
		"`", "`", "``", "``", "```", "`{{", "{{`", "\\`", " ", "  ", "\t", "\n", "\u00a0", "\xff"),
	"emphasis": append(strings.Fields(`* ** *** _ __ ~ ~~ ~~~ a b . ( ) " é € 「 \* \_ \~ { $ [ ](x) ](gate) [](x) [](<>) [x*](gate) <https://e.org> &nbsp;`),
		" ", "\u00a0", "\u200b", "\u0301", "🌊", "\xff", "\n", "`"),
}

// What FuzzInline holds of any text holds of rows of pieces, which reach more
// of a grammar than bytes at random do. They are the same rows each time.
func TestGlued(t *testing.T) {
	for name, pieces := range vocabularies {
		t.Run(name, func(t *testing.T) {
			random := rand.New(rand.NewPCG(1, 2))
			marked := 0
			const rows = 10_000
			for range rows {
				var b strings.Builder
				for range 1 + random.IntN(10) {
					b.WriteString(pieces[random.IntN(len(pieces))])
				}
				source := b.String()
				if checkInline(t, source); t.Failed() {
					return
				}
				if markdown.Plain(source) != source {
					marked++
				}
			}
			if marked < rows/2 || marked == rows {
				t.Errorf("%d of %d hold markup", marked, rows)
			}
		})
	}
}
