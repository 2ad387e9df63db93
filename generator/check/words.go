package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"factsheet/generator/dossier"
	"factsheet/generator/form"
	"factsheet/generator/text"
)

// noField stands for a field that was left out: its place is the record's.
var noField form.Text

// quoted is the folded text of a quote that was found, its gaps as spaces.
func quoted(e *dossier.Evidence) string {
	view := e.Source.Text.View
	var pieces []string
	for _, span := range e.Matches[0].Spans {
		folded := view.Folded(span)
		pieces = append(pieces, view.Text[folded.Start:folded.End])
	}
	return strings.Join(pieces, " ")
}

// containsWords reports whether words stand in a folded text, neither
// beginning nor ending inside a word.
func containsWords(s, words string) bool {
	for from := 0; words != ""; {
		i := strings.Index(s[from:], words)
		if i < 0 {
			return false
		}
		start, end := from+i, from+i+len(words)
		if !joined(s, start) && !joined(s, end) {
			return true
		}
		from = start + 1
	}
	return false
}

// joined reports whether a byte offset lies between two letters or digits of
// one word, as far as the script tells.
func joined(s string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i:])
	return i > 0 && i < len(s) && isWord(before) && isWord(after) && text.OneName(before, after)
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// containsWordsFold is containsWords whatever the case.
func containsWordsFold(s, words string) bool {
	return containsWords(strings.ToLower(s), strings.ToLower(words))
}

// wordEndsAt reports whether a letter or digit stands right before an offset.
func wordEndsAt(s string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	return isWord(r)
}
