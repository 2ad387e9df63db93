package corpus

import "strings"

// Syllables of names. No name made of three of them is a word.
var (
	first    = strings.Fields("Bar Bel Bren Cal Cor Dal Dor Ed Fal Fen Gal Gor Had Hal Hel Ing Jor Kal Kel Lan Lor Mar Mel Nar Nor Orm Pel Per Rad Ros Sal Sel Sten Tal Tor Ul Val Vel Wen Yar Zel")
	middle   = strings.Fields("a e i o u ava eno ila oru umi")
	townEnds = strings.Fields("mouth wick haven sund ness fjord holm thorpe by stead minster sey mere quoy vik")
	kinEnds  = strings.Fields("brand drick gard grim hart lund mann nell qvist rath rick rud sson stad stram tveit vall vest wald wyn zell zon nick bault dahl den frey gast")
	given    = strings.Fields("Ada Alva Anneke Arvo Asta Birgit Bodil Carmo Dagny Edda Egil Elin Emeka Esko Fenna Frode Greta Gudrun Halla Henrik Ilka Imre Ines Ivar Jarle Jelena Jonas Kaisa Kari Kirsi Laila Leif Livia Magda Marek Mette Nadia Nils Oda Olaf Orla Pavel Petra Ragna Rasmus Rika Runa Sanna Sigrid Signe Sorin Stellan Svea Tarja Tiit Torben Ulla Vera Vigdis Yrsa Zofia")
)

// townName is another name for every number, of more syllables for larger ones.
func townName(n int) string { return join(n, first, middle, townEnds) }

// personName is a given name and a surname that nobody else has.
func personName(n int) (full, surname string) {
	surname = join(n, first, middle, kinEnds)
	return given[n*17%len(given)] + " " + surname, surname
}

// join makes a name of one syllable from each list, the number of which it is
// the digits; the middle is repeated as long as the number has more.
func join(n int, first, middle, last []string) string {
	n *= 7 // neighbours differ in more than a syllable
	var b strings.Builder
	a, rest := n%len(first), n/len(first)
	z, rest := rest%len(last), rest/len(last)
	b.WriteString(first[a])
	for ok := true; ok; ok = rest > 0 {
		b.WriteString(middle[rest%len(middle)])
		rest /= len(middle)
		if rest > 0 {
			b.WriteString("b")
		}
	}
	b.WriteString(last[z])
	return b.String()
}
