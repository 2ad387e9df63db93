package text

import "unicode"

// Unspaced reports whether a character is of a script that is written without
// spaces, in which every character may begin a word.
func Unspaced(r rune) bool {
	return r >= 0xE00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana,
		unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// OneName reports whether two letters or digits that stand side by side belong
// to one name. In scripts without spaces a name meets what stands beside it,
// such as a particle; but names of foreigners are written in Katakana, a run
// of which is one word.
func OneName(before, after rune) bool {
	return !Unspaced(before) && !Unspaced(after) || isKatakana(before) && isKatakana(after)
}

func isKatakana(r rune) bool {
	return unicode.Is(unicode.Katakana, r) || r == 'ー' // the sign of a long vowel is of no script
}
