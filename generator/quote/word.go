package quote

import (
	"bytes"
	"unicode"

	"factsheet/generator/seed"
	"factsheet/generator/text"
)

// CutsWord reports whether a span of a text begins or ends inside a word or a
// number: between letters or digits, beside an apostrophe between letters, or
// beside a separator between digits.
func CutsWord(t *seed.Text, s text.Span) bool {
	folded := t.View.Folded(s)
	return seed.InWord(t.View.Text, folded.Start) || seed.InWord(t.View.Text, folded.End) ||
		inSpacedNumber(t.File.Data, s.Start) || inSpacedNumber(t.File.Data, s.End)
}

// inSpacedNumber reports whether an offset lies beside a space that binds
// three digits to those before it, as in "1 300" with a no-break space.
func inSpacedNumber(data []byte, offset int) bool {
	head := bytes.TrimRightFunc(data[:offset], binds)
	tail := bytes.TrimLeftFunc(data[offset:], binds)
	gap := data[len(head) : len(data)-len(tail)]
	if len(gap) == 0 {
		return false
	}
	leading := len(head) - len(bytes.TrimRightFunc(head, unicode.IsDigit))
	group := len(tail) - len(bytes.TrimLeftFunc(tail, unicode.IsDigit))
	return leading > 0 && leading <= 3 && group == 3
}

// binds reports whether a space may stand between the groups of a number:
// U+00A0, U+2009, U+202F.
func binds(r rune) bool { return r == '\u00a0' || r == '\u2009' || r == '\u202f' }
