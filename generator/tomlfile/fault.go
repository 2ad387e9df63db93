package tomlfile

import (
	"bytes"
	"fmt"
	"strings"

	"factsheet/generator/diag"
	"factsheet/generator/text"
)

// The limits of a file. A file that keeps them is read in time linear in its
// size.
const (
	maxFile   = 64 << 20 // bytes
	maxString = 1 << 20  // bytes
	maxDepth  = 64       // arrays and inline tables within one another
	maxParts  = 16       // of a dotted key
)

// A fault is a mistake found in a file.
type fault struct {
	code    string // "" is "syntax"
	span    text.Span
	message string
	help    string
	related string    // label of a related place, "" for none
	other   text.Span // the related place
}

func (x *fault) diagnostic(f *text.File) diag.Diagnostic {
	d := diag.Diagnostic{
		Code: "syntax", Severity: diag.Error, Message: x.message, Help: x.help,
		Place: diag.Place{File: f, Span: x.span},
	}
	if x.code != "" {
		d.Code = x.code
	}
	if x.related != "" {
		line := f.Slice(f.Line(f.Position(x.other.Start).Line))
		d.Related = []diag.Related{{
			Label: x.related, Place: diag.Place{File: f, Span: x.other}, Message: clip(strings.TrimSpace(line)),
		}}
	}
	return d
}

// checkFile finds what is wrong with the bytes as a whole.
func checkFile(data []byte) *fault {
	start := data[:min(len(data), 512)]
	switch {
	case len(data) > maxFile:
		return &fault{code: "limit", message: fmt.Sprintf("the file has %d bytes, and at most %d are read", len(data), maxFile),
			help: "split it into several files"}
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		return &fault{span: text.Span{Start: 0, End: 2}, message: "the file is in UTF-16, and TOML is in UTF-8",
			help: "save it with the encoding UTF-8"}
	case bytes.IndexByte(start, 0) >= 0:
		at := bytes.IndexByte(start, 0)
		return &fault{span: text.Span{Start: at, End: at + 1}, message: "the file is no text: it holds a byte 0",
			help: "save it as plain text with the encoding UTF-8"}
	}
	return nil
}

// closed returns the faults of a file as they are if its last line ends: where a
// file stops short, parsers say less of what is wrong, and at a place beside it.
func closed(faults []fault, f *text.File) []fault {
	n := len(f.Data)
	if len(faults) == 0 || bytes.HasSuffix(f.Data, []byte("\n")) {
		return faults
	}
	w := newWalker(text.NewFile(f.Path, append(f.Data[:n:n], '\n')))
	if w.walk(); len(w.faults) == 0 {
		return faults
	}
	for i := range w.faults {
		x := &w.faults[i]
		x.span, x.other = within(x.span, n), within(x.other, n)
	}
	return w.faults
}

// within cuts a span off behind n bytes.
func within(s text.Span, n int) text.Span {
	return text.Span{Start: min(s.Start, n), End: min(s.End, n)}
}
