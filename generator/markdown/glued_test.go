package markdown

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// vocabularies are the pieces of which one corner of Markdown is made, with
// what is nearly such a piece, and what holds of rows of them.
var vocabularies = map[string]struct {
	check  func(testing.TB, string)
	pieces []string
}{
	"links": {checkInline, append(strings.Fields(`[ ] ( ) ](x) ](<x](y> ]( ![ ! < > \ \] \) " ' "t" 't' (t) a x [a](b) ![a](b) <https://e.org> <a@b.c>
		<ab:&amp;> <ab:\*> <b> [^1] * _ &#93; https://e.org javascript:x`), " ", "\t", "\n", "`", "\u00a0")},
	"emphasis": {checkInline, append(strings.Fields(`* ** *** _ __ ~ ~~ ~~~ a b . ( ) " é € 「 \* \_ \~ &#42; &nbsp; [ ](x) ![ ](javascript:x) <https://e.org>`),
		" ", "\u00a0", "\u200b", "\u0301", "🌊", "\xff", "\n", "`")},
	"references": {checkInline, append(strings.Fields(`& # ; amp lt #35 &amp; &#35; &#x5B; &#X5b; &copy &copy; &; &#; &#0; &#1114112; &#xD800; &#12345678; &#+1; &ngE;
		&fjlig; &nbsp; &Tab; &NewLine; &#10; \ \\ \& a 1 . : :x: :// www www. @ % %% = == ! [ { $ ^ ~ | - + 1. 1) > * _ <`), " ", "\n", "\u00a0", "\x00", "`", "``")},
	"pages": {checkPage, append(strings.Fields(`[a] [A] [a]() [](x) ![](x) [^1] [^a] [^1]: * _ ~~ < > | \| \ & a b - + 1. # ## === --- *** :-: title: order: x "x" 'x'`),
		" ", "\t", "    ", "\n", "\n", "\n\n", "\r\n", "\n> ", "\n- ", "\n1. ", "\n```\n", "\n~~~ x\n", "\n[a]: x\n", "\n[^1]: ", "\n[^1]:[^1]", "\n[^a]:\n    ", "a|b\n-|-\n", "---\n", "\ufeff", "`", "\x00", "\xff")},
}

// What the fuzz targets hold of any text holds of rows of pieces, which reach
// more of a grammar than bytes at random do. They are the same rows each time.
func TestGlued(t *testing.T) {
	for name, v := range vocabularies {
		t.Run(name, func(t *testing.T) {
			random := rand.New(rand.NewPCG(1, 2))
			var source string
			defer func() {
				if t.Failed() {
					t.Logf("%q", source)
				}
			}()
			marked := 0
			const rows = 5000
			for range rows {
				var b strings.Builder
				for range 1 + random.IntN(12) {
					b.WriteString(v.pieces[random.IntN(len(v.pieces))])
				}
				source = b.String()
				if v.check(t, source); t.Failed() {
					return
				}
				if Plain(source) != source {
					marked++
				}
			}
			if marked < rows/2 || marked == rows {
				t.Errorf("%d of %d hold markup", marked, rows)
			}
		})
	}
}
