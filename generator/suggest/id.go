package suggest

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"factsheet/generator/dossier"
	"factsheet/generator/form"
)

// ids hands out ids that nothing has yet.
type ids struct {
	d     *dossier.Dossier
	taken map[string]bool
	last  map[string]int // the last number behind an id that many wanted
}

func newIDs(d *dossier.Dossier) *ids { return &ids{d, map[string]bool{}, map[string]int{}} }

// make returns an id made of words, or of the other ones where none of their
// letters can stand in an id; with a number where it is taken.
func (x *ids) make(words, other string) string {
	id := slug(words)
	if id == "" {
		id = other
	}
	base := id
	for n := x.last[base]; x.known(id); n++ {
		x.last[base] = n + 1
		id = fmt.Sprintf("%s-%d", base, n+2)
	}
	x.taken[id] = true
	return id
}

func (x *ids) known(id string) bool {
	_, declared := x.d.Lookup(id)
	return declared || x.taken[id]
}

// maxID is the length beyond which an id is cut at a word.
const maxID = 40

// slug makes an id of words: without accents, and with the digits of a number
// together.
func slug(words string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(letters.Replace(words)) {
		if !unicode.Is(unicode.Mn, r) && r != '\'' && r != '’' {
			b.WriteRune(r)
		}
	}
	id := form.Slug(joinDigits(b.String()))
	if len(id) <= maxID {
		return id
	}
	if cut := strings.LastIndexByte(id[:maxID+1], '-'); cut > 0 {
		return id[:cut]
	}
	return id[:maxID]
}

// letters are those that have no accent to lose.
var letters = strings.NewReplacer("œ", "oe", "Œ", "Oe", "æ", "ae", "Æ", "Ae", "ø", "o", "Ø", "O", "ß", "ss", "ł", "l", "Ł", "L", "đ", "d", "Đ", "D")

// joinDigits takes the commas out of numbers: "1,200" is 1200.
func joinDigits(s string) string {
	digit := func(i int) bool { return i >= 0 && i < len(s) && '0' <= s[i] && s[i] <= '9' }
	var b strings.Builder
	for i := range len(s) {
		if s[i] != ',' || !digit(i-1) || !digit(i+1) {
			b.WriteByte(s[i])
		}
	}
	return b.String()
}
