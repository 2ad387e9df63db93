package export

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
)

// A stream writes JSON with a record a line, so that a file of any size takes
// the memory of one record. Once a write failed it does nothing, and end
// returns the error.
type stream struct {
	out  *bufio.Writer
	line bytes.Buffer
	json *json.Encoder
	more bool // the list that is open has an item
}

func newStream(w io.Writer) *stream {
	s := &stream{out: bufio.NewWriterSize(w, 64<<10)}
	s.json = json.NewEncoder(&s.line)
	s.json.SetEscapeHTML(false)
	return s
}

// encode returns a value as one line of JSON, until the next call.
func (s *stream) encode(v any) []byte {
	s.line.Reset()
	if err := s.json.Encode(v); err != nil {
		panic(err) // structs of strings, numbers and lists always encode
	}
	return bytes.TrimSuffix(s.line.Bytes(), []byte("\n"))
}

// record writes a value and ends the line.
func (s *stream) record(v any) {
	s.out.Write(s.encode(v))
	s.text("\n")
}

// open writes an object but for its end, where text follows: the key of a list
// and what opens that.
func (s *stream) open(v any, text string) {
	s.out.Write(bytes.TrimSuffix(s.encode(v), []byte("}")))
	s.list(text)
}

// list opens a list.
func (s *stream) list(text string) {
	s.text(text)
	s.more = false
}

// item writes an item of the list that is open.
func (s *stream) item(v any) {
	if s.more {
		s.text(",")
	}
	s.text("\n")
	s.out.Write(s.encode(v))
	s.more = true
}

// close ends a list.
func (s *stream) close(text string) { s.text("\n" + text) }

func (s *stream) text(text string) { s.out.WriteString(text) }

// end writes what is left.
func (s *stream) end() error { return s.out.Flush() }
