package tomlfile

import (
	"math/rand/v2"
	"strings"
	"testing"

	"factsheet/generator/text"
)

// vocabularies are the pieces of which one corner of TOML is made, with what
// is nearly such a piece, and the file around a row of them.
var vocabularies = map[string]struct {
	before, after string
	pieces        []string
}{
	"numbers": {"x = ", "", strings.Fields(`0 1 9 00 1_0 _ . .5 e E e5 + - 0x 0o 0b x f F 7 2 inf nan
		9223372036854775807 9223372036854775808 ffffffffffffffff e308 e309 e-400`)},
	"dates": {"x = ", "", append(strings.Fields(`2031-03-04 2032-02-29 2031-02-29 0000-01-01 1-1-1 T t T07:32:00 T7:32:00
		07:32:00 23:59:60 24:00:00 17:45 . .5 .123456789123 ,5 Z z +00:00 -23:59 +24:00 +12:60 +7:00 -`), " ", "  ", "\t", "#")},
	"basic strings": {`x = "`, "\"\n", append(strings.Fields(`" a é 🌊 # ' \\ \" \n \r \u00e9 \U0001F30A \uD800 \U00110000 \u12 \e \x41 \q \`),
		" ", "\t", "\n", "\r", "\x00", "\x7f", "\x80", "\ufeff", "\ufffd", "\xed\xa0\x80")},
	"long strings": {`x = """`, `"""`, append(strings.Fields(`" "" """ a é ' \\ \" \n \r \u000D \e \x \ \`),
		" ", "\n", "\r\n", "\\\n", "\\\r\n", "\\ \t\n  ", "\r", "\x0c", "\xff")},
	"literal strings": {`x = '''`, `'''`, append(strings.Fields(`' '' ''' a é " \ \\ \n`), " ", "\n", "\r\n", "\r", "\x7f")},
	"brackets":        {"x = [", "]\n", append(strings.Fields(`[ ] { } , , 1 '' a=1 b.c=[] ''=2 {a=1} {b.c=1} {a=1,} # .`), " ", "\n", "\r\n", "#\n")},
	"keys":            {"", "=1\n", append(strings.Fields(`a b - 1 2031-03-04 1e5 . . .. = "a" 'b' "" '' "\u0061" "\n" """ é [ ]`), " ", "\t", "\n", "\r", "\ufeff")},
	"statements": {"", "", strings.SplitAfter(`[a]
[[a]]
[a.b]
[[a.b]]
[a.b.c]
a=1
a.b=1
a=[]
a={}
b={c=1}
b=[]
b.c=1
b.d=2
b.c.d=3
''=[]
`, "\n")},
}

// What FuzzParse holds of any bytes holds of rows of pieces, which reach more of
// a grammar than bytes at random do. They are the same rows each time.
func TestGlued(t *testing.T) {
	for name, v := range vocabularies {
		t.Run(name, func(t *testing.T) {
			random := rand.New(rand.NewPCG(1, 2))
			var file strings.Builder
			defer func() {
				if t.Failed() {
					t.Logf("%q", file.String())
				}
			}()
			valid := 0
			for range 4000 {
				file.Reset()
				file.WriteString(v.before)
				for range 1 + random.IntN(6) {
					file.WriteString(v.pieces[random.IntN(len(v.pieces))])
				}
				file.WriteString(v.after)
				checkParse(t, []byte(file.String()))
				if _, found := Parse(text.NewFile("a.toml", []byte(file.String()))); len(found) == 0 {
					valid++
				}
			}
			if valid < 100 || valid > 3900 {
				t.Errorf("%d of 4000 are valid", valid)
			}
		})
	}
}
