package dossier

import (
	"regexp"
	"strings"

	"factsheet/generator/diag"
	"factsheet/generator/text"
)

// Sums is the content of SHA256SUMS.
type Sums struct {
	File  *text.File
	Whole bool // every line was read
	lines map[string]sum
	all   map[[2]string]bool // names with each of their digests
}

type sum struct {
	hex  string
	span text.Span
}

// sumLine is a line as sha256sum writes it: the digest, a space, a space or
// an asterisk, the name. It reads digests in capitals as well.
var sumLine = regexp.MustCompile(`^([0-9A-Fa-f]{64}) [ *](.+)$`)

// ReadSums reads a SHA256SUMS file.
func ReadSums(f *text.File) (*Sums, []diag.Diagnostic) {
	s := &Sums{File: f, Whole: true, lines: map[string]sum{}, all: map[[2]string]bool{}}
	var found []diag.Diagnostic
	offset := 0
	for line := range strings.Lines(string(f.Data)) {
		trimmed := strings.TrimRight(line, "\r\n")
		span := text.Span{Start: offset, End: offset + len(trimmed)}
		offset += len(line)
		if trimmed == "" {
			continue
		}
		m := sumLine.FindStringSubmatch(trimmed)
		if m == nil {
			s.Whole = false
			found = append(found, badSum(f, span))
			continue
		}
		hex := strings.ToLower(m[1])
		s.lines[m[2]] = sum{hex, span}
		s.all[[2]string{m[2], hex}] = true
	}
	return s, found
}

func badSum(f *text.File, span text.Span) diag.Diagnostic {
	return diag.Diagnostic{
		Code: "syntax", Severity: diag.Error, Place: diag.Place{File: f, Span: span},
		Message: "this line is not one that sha256sum writes: 64 hexadecimal digits, two spaces, a file name",
		Help:    "delete it, then: factsheet lock",
	}
}

// Sum returns the listed SHA-256 of a seed in hexadecimal and the place of
// its line.
func (s *Sums) Sum(name string) (hex string, place diag.Place, ok bool) {
	line, ok := s.lines[name]
	return line.hex, diag.Place{File: s.File, Span: line.span}, ok
}

// Lists reports whether a line has this name and digest. There can be several
// lines of one name; the last one is its Sum.
func (s *Sums) Lists(name, hex string) bool { return s.all[[2]string{name, hex}] }

// Names returns the names listed, in no order.
func (s *Sums) Names() []string {
	names := make([]string, 0, len(s.lines))
	for name := range s.lines {
		names = append(names, name)
	}
	return names
}
