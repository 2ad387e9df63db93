package check

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"factsheet/generator/dossier"
	"factsheet/generator/lang"
	"factsheet/generator/text"
)

// mistranslated finds numbers in digits in translations whose digits do not
// stand in this order in the quote, where that has any. A quote may spell out
// what its translation has in digits, and the other way round; the noughts at
// the end are often words ("8万" is 80,000).
func mistranslated(item dossier.Item, report Report) {
	for _, e := range item.Cited() {
		translation := text.FoldString(e.Record.Translation.Value)
		if translation == "" || !e.Found() {
			continue
		}
		told := decimals(quoted(e))
		if told == "" {
			continue
		}
		for _, tok := range (*lang.Table)(nil).Tokens(translation) {
			number := translation[tok.Start:tok.End]
			if tok.Kind == lang.Digits && !standsIn(strings.TrimRight(decimals(number), "0"), told) {
				report(e.Record.Place(e.Record.Translation), fmt.Sprintf("the translation says %q, and the quote has no such digits", number),
					"the number of the quote")
				break
			}
		}
	}
}

// decimals are the digits of a text, in whatever script, as 0 to 9.
func decimals(s string) string {
	var out strings.Builder
	for _, r := range s {
		if d, ok := digit(r); ok {
			out.WriteByte('0' + d)
		}
	}
	return out.String()
}

// digit returns the value of a decimal digit. Those of a script lie side by
// side in Unicode, from 0 on.
func digit(r rune) (byte, bool) {
	if r < unicode.MaxLatin1 {
		return byte(r - '0'), '0' <= r && r <= '9'
	}
	in := func(lo, hi rune) bool { return lo <= r && r <= hi }
	if i := slices.IndexFunc(unicode.Nd.R16, func(x unicode.Range16) bool { return in(rune(x.Lo), rune(x.Hi)) }); i >= 0 {
		return byte((r - rune(unicode.Nd.R16[i].Lo)) % 10), true
	}
	if i := slices.IndexFunc(unicode.Nd.R32, func(x unicode.Range32) bool { return in(rune(x.Lo), rune(x.Hi)) }); i >= 0 {
		return byte((r - rune(unicode.Nd.R32[i].Lo)) % 10), true
	}
	return 0, false
}

// standsIn reports whether digits stand in others in their order, with others
// between them or none: 84000 in those of "the 14th, 8 times 10,000 and 4000".
func standsIn(digits, others string) bool {
	for _, d := range digits {
		i := strings.IndexRune(others, d)
		if i < 0 {
			return false
		}
		others = others[i+1:]
	}
	return true
}
