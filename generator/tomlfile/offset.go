package tomlfile

import (
	"bytes"

	"factsheet/generator/text"
)

// Locate returns where a part of a decoded string stands in its file, so that
// a finding can underline a word: content is the Content of a Value of kind
// String, within a span of bytes of its Text. Escapes are taken whole; an
// empty span stays empty. Spans beyond the text end where it ends.
func Locate(f *text.File, content, within text.Span) text.Span {
	plain := f.Data[content.Start:min(content.Start+within.End+1, content.End)]
	if bytes.IndexByte(plain, '\\') < 0 && bytes.IndexByte(plain, '\r') < 0 {
		return text.Span{Start: min(content.Start+within.Start, content.End), End: min(content.Start+within.End, content.End)}
	}
	literal := isLiteral(f, content)
	located := text.Span{Start: -1}
	at, decoded, end := content.Start, 0, content.Start
	for rest := f.Slice(content); len(rest) > 0 && (located.Start < 0 || decoded < within.End); {
		n, meant := unit(rest, literal)
		if located.Start < 0 && decoded+len(meant) > within.Start {
			located.Start = at
		}
		if meant != "" && decoded < within.End {
			end = at + n
		}
		at, decoded, rest = at+n, decoded+len(meant), rest[n:]
	}
	if located.Start < 0 {
		located.Start = end
	}
	located.End = max(located.Start, end)
	if within.Len() <= 0 {
		located.End = located.Start
	}
	return located
}

// Offset returns where in the file the byte i of a decoded string stands; see
// Locate.
func Offset(f *text.File, content text.Span, i int) int {
	return Locate(f, content, text.Span{Start: i, End: i}).Start
}

// isLiteral reports whether a string's content stands between single marks.
func isLiteral(f *text.File, content text.Span) bool {
	before := bytes.TrimRight(f.Data[:content.Start], "\r\n")
	return bytes.HasSuffix(before, []byte("'"))
}
