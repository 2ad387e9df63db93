package render

import (
	"bytes"
	"iter"
)

// A piece is a tag of a page, the text of a script or style sheet, or whatever
// stands between these.
type piece struct {
	kind pieceKind
	name string // of a tag that matters, see tagName; of the tag before raw text
	data []byte
}

type pieceKind uint8

const (
	textPiece pieceKind = iota
	tagPiece
	rawPiece
)

// pieces yields the pieces of a page, which together are the page. It is what
// html/template printed, as [finish] has it.
func pieces(page []byte) iter.Seq[piece] {
	return func(yield func(piece) bool) {
		for len(page) > 0 {
			i := bytes.IndexByte(page, '<')
			if i < 0 {
				i = len(page)
			}
			if i > 0 && !yield(piece{textPiece, "", page[:i]}) {
				return
			}
			if page = page[i:]; len(page) == 0 {
				return
			}
			tag := page[:tagEnd(page)]
			name := tagName(tag)
			if page = page[len(tag):]; !yield(piece{tagPiece, name, tag}) {
				return
			}
			if name == "script" || name == "style" {
				raw := rawText(page, name)
				if page = page[len(raw):]; len(raw) > 0 && !yield(piece{rawPiece, name, raw}) {
					return
				}
			}
		}
	}
}

// An attribute is one of a tag that has a value.
type attribute struct {
	name, value []byte
	begin       int // offset of the name in the tag
	start, end  int // of the value, and behind it with its quotation mark
}

// attributes yields the attributes of a tag that have values.
func attributes(tag []byte) iter.Seq[attribute] {
	return func(yield func(attribute) bool) {
		for at := 0; ; {
			eq := bytes.IndexByte(tag[at:], '=')
			if eq < 0 || at+eq+1 >= len(tag) {
				return
			}
			eq += at
			a := attribute{begin: at + bytes.LastIndexAny(tag[at:eq], " \t\n\r\"'") + 1, start: eq + 1}
			a.name = tag[a.begin:eq]
			closing, quotes := " \t\n\r>", 0
			if q := tag[a.start]; q == '"' || q == '\'' {
				a.start++
				closing, quotes = string(q), 1
			}
			n := bytes.IndexAny(tag[a.start:], closing)
			if n < 0 {
				n = len(tag) - a.start
			}
			a.value, a.end = tag[a.start:a.start+n], min(a.start+n+quotes, len(tag))
			if !yield(a) {
				return
			}
			at = a.end
		}
	}
}

// lowered is the tag of a heading one level lower; other tags are as they are.
func lowered(tag []byte) []byte {
	i := 1
	if len(tag) > 1 && tag[1] == '/' {
		i = 2
	}
	if len(tag) < i+3 || tag[i]|0x20 != 'h' || tag[i+1] < '1' || tag[i+1] > '5' || isLetter(tag[i+2]) {
		return tag
	}
	out := bytes.Clone(tag)
	out[i+1]++
	return out
}
