package tomlfile

import (
	"bytes"
	"fmt"
	"strings"

	"factsheet/generator/text"
)

// A scanner reads TOML just closely enough to tell strings, comments and
// brackets apart. It stops at the first thing that no file may hold; anything
// else that is wrong is the walk's to find, which reads no further than the
// line on which the scan stopped.
type scanner struct {
	data      []byte
	pos       int
	open      []int     // offsets of the brackets that are not closed yet
	statement int       // where the last statement begins
	header    text.Span // the last line that begins with a bracket
	value     int       // where the last value of the statement may begin: behind "=", a comma or a bracket
	dots      int       // since something that cannot be within a key
	fault     *fault
}

func newScanner(data []byte, start int) *scanner {
	return &scanner{data: data, pos: start, statement: start, value: start}
}

// notable marks the bytes that mean something to a scanner.
var notable = func() (table [256]bool) {
	for _, c := range "\n#\"'[]{},=." {
		table[c] = true
	}
	return table
}()

// scan goes on to the offset end, or to a fault.
func (s *scanner) scan(end int) {
	for s.pos < end && s.fault == nil {
		c := s.data[s.pos]
		if !notable[c] {
			s.pos++
			continue
		}
		switch c {
		case '\n':
			s.newline()
		case '#':
			s.comment()
		case '"', '\'':
			s.text(c)
		case '[', '{':
			s.push(c)
		case ']', '}':
			s.pop(c)
		case ',':
			s.comma()
		case '=':
			s.pos++
			s.dots, s.value = 0, s.pos
		case '.':
			s.dot()
		}
	}
}

func (s *scanner) inTable() bool {
	return len(s.open) > 0 && s.data[s.open[len(s.open)-1]] == '{'
}

func (s *scanner) newline() {
	if s.inTable() {
		s.fault = s.brokenTable()
		return
	}
	s.pos++
	s.dots = 0
	if len(s.open) == 0 {
		s.statement, s.value = s.pos, s.pos
	}
}

func (s *scanner) comment() {
	if n := bytes.IndexByte(s.data[s.pos:], '\n'); n >= 0 {
		s.pos += n
	} else {
		s.pos = len(s.data)
	}
}

func (s *scanner) push(c byte) {
	if len(s.open) == 0 && c == '[' && blank(s.data[s.statement:s.pos]) {
		s.header = text.Span{Start: s.pos, End: lineEnd(s.data, s.pos)}
	}
	if len(s.open) == maxDepth {
		s.fault = &fault{code: "limit", span: text.Span{Start: s.pos, End: s.pos + 1},
			message: fmt.Sprintf("more than %d arrays and inline tables within one another", maxDepth)}
		return
	}
	s.open = append(s.open, s.pos)
	s.pos++
	s.dots, s.value = 0, s.pos
}

func (s *scanner) pop(c byte) {
	span := text.Span{Start: s.pos, End: s.pos + 1}
	if len(s.open) == 0 {
		s.fault = &fault{span: span, message: fmt.Sprintf("%c closes nothing", c), help: "delete it"}
		return
	}
	opened := s.open[len(s.open)-1]
	if want := closer(s.data[opened]); want != c {
		s.fault = &fault{span: span, message: fmt.Sprintf("%c is missing before %c", want, c), related: "opened",
			other: text.Span{Start: opened, End: opened + 1}}
		return
	}
	s.open = s.open[:len(s.open)-1]
	s.pos++
}

func closer(open byte) byte {
	if open == '{' {
		return '}'
	}
	return ']'
}

func (s *scanner) comma() {
	next := skipBlank(s.data, s.pos+1)
	if s.inTable() && next < len(s.data) && s.data[next] == '}' {
		s.fault = &fault{span: text.Span{Start: s.pos, End: s.pos + 1},
			message: "an inline table has no comma behind its last pair", help: "delete the comma"}
		return
	}
	s.pos++
	s.dots = 0
	if len(s.open) > 0 {
		s.value = s.pos
	}
}

func (s *scanner) dot() {
	s.dots++
	if s.dots >= maxParts {
		s.fault = &fault{code: "limit", span: text.Span{Start: s.pos, End: s.pos + 1},
			message: fmt.Sprintf("a dotted key of more than %d parts", maxParts)}
		return
	}
	s.pos++
}

// text skips a string.
func (s *scanner) text(mark byte) {
	start, triple := s.pos, strings.Repeat(string(mark), 3)
	if bytes.HasPrefix(s.data[s.pos:], []byte(triple)) {
		s.longText(mark)
	} else {
		s.shortText(mark)
	}
	if s.fault == nil && s.pos-start > maxString {
		s.fault = &fault{code: "limit", span: text.Span{Start: start, End: start + 1},
			message: fmt.Sprintf("a string of more than %d bytes", maxString), help: "divide it"}
	}
}

func (s *scanner) shortText(mark byte) {
	start := s.pos
	for s.pos++; s.pos < len(s.data) && s.fault == nil; {
		switch c := s.data[s.pos]; {
		case c == mark:
			s.pos++
			return
		case c == '\n', c == '\\' && lineEnd(s.data, s.pos) == s.pos+1:
			s.fault = s.unclosedText(start)
		case c == '\\' && mark == '"':
			s.escape(false)
		default:
			s.pos++
		}
	}
	if s.fault == nil {
		s.fault = s.unclosedText(start)
	}
}

func (s *scanner) longText(mark byte) {
	start := s.pos
	for s.pos += 3; s.pos < len(s.data) && s.fault == nil; {
		switch c := s.data[s.pos]; {
		case c == mark:
			run := s.pos
			for s.pos < len(s.data) && s.data[s.pos] == mark && s.pos-run < 5 {
				s.pos++
			}
			if s.pos-run >= 3 {
				return
			}
		case c == '\\' && mark == '"':
			s.escape(true)
		default:
			s.pos++
		}
	}
	if s.fault == nil {
		marks := strings.Repeat(string(mark), 3)
		s.fault = &fault{span: text.Span{Start: start, End: start + 3},
			message: "the text that begins here is not closed before the end of the file", help: "put " + marks + " behind its last word"}
	}
}

// escapes are the characters that may stand behind a backslash (TOML 1.0).
const escapes = `btnfr"\uU`

func (s *scanner) escape(long bool) {
	next := s.pos + 1
	if next >= len(s.data) {
		s.pos = next
		return
	}
	if strings.IndexByte(escapes, s.data[next]) >= 0 {
		s.pos += 2
		return
	}
	if end := skipBlank(s.data, next); long && end < len(s.data) && (s.data[end] == '\n' || s.data[end] == '\r') {
		s.pos = end
		return
	}
	s.fault = s.badEscape()
}

// skipBlank returns the offset of the first byte that is neither space nor tab.
func skipBlank(data []byte, at int) int {
	for at < len(data) && (data[at] == ' ' || data[at] == '\t') {
		at++
	}
	return at
}

func blank(b []byte) bool { return skipBlank(b, 0) == len(b) }

// lineEnd returns the offset of the line feed that ends a line, or the end of
// the data.
func lineEnd(data []byte, at int) int {
	if n := bytes.IndexByte(data[at:], '\n'); n >= 0 {
		return at + n
	}
	return len(data)
}
