package seed

import (
	"bytes"
	"fmt"
	"unicode"
	"unicode/utf8"

	"factsheet/generator/text"
)

// MaxSize is the size in bytes up to which a seed is read.
const MaxSize = 16 << 20

// A Problem is why a file cannot be a seed, as a diagnostic says it.
type Problem struct {
	Code    string // seed-missing, or limit
	Message string // follows the name of the file: "is empty"
	Help    string
}

// FindProblem reports the first reason, if any, for which the bytes of a file
// cannot be read as a seed.
func FindProblem(data []byte) (p Problem, found bool) {
	const missing = "seed-missing"
	switch {
	case len(data) > MaxSize:
		return Problem{"limit", fmt.Sprintf("has %d bytes, more than the limit of 16 MB (%d bytes)", len(data), MaxSize),
			"cut the text into several seeds"}, true
	case len(data) == 0:
		return Problem{missing, "is empty", "save the text of the source in it"}, true
	}
	if p, found := NoText(data); found {
		p.Code = missing
		return p, true
	}
	if len(bytes.TrimFunc(data, unseen)) == 0 {
		return Problem{missing, "holds only white space", "save the text of the source in it"}, true
	}
	return Problem{}, false
}

// NoText reports the first reason, if any, for which bytes are no plain text in
// UTF-8. It gives it no code.
func NoText(data []byte) (p Problem, found bool) {
	if bytes.HasPrefix(data, []byte{0xFF, 0xFE}) || bytes.HasPrefix(data, []byte{0xFE, 0xFF}) {
		return Problem{"", "is UTF-16, not UTF-8", "save it as UTF-8: iconv -f UTF-16 -t UTF-8"}, true
	}
	if i := bytes.IndexByte(data, 0); i >= 0 {
		return Problem{"", fmt.Sprintf("holds a NUL byte on line %d, so it is not plain text", lineOf(data, i)),
			"save the source as plain text in UTF-8"}, true
	}
	if i := firstInvalid(data); i >= 0 {
		return Problem{"", fmt.Sprintf("is not UTF-8: on line %d a byte 0x%02X stands where a character should", lineOf(data, i), data[i]),
			"save it as UTF-8; of Windows-1252, say: iconv -f WINDOWS-1252 -t UTF-8"}, true
	}
	return Problem{}, false
}

// lineOf returns the line, from 1, on which a byte stands.
func lineOf(data []byte, offset int) int { return bytes.Count(data[:offset], []byte("\n")) + 1 }

func firstInvalid(data []byte) int {
	if utf8.Valid(data) {
		return -1
	}
	for i := 0; ; {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
}

// unseen reports whether nothing is seen of a character.
func unseen(r rune) bool { return unicode.IsSpace(r) || text.LeftOut(r) }
