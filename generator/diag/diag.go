// Package diag holds what the program has to say to an author: findings with
// a code, a place, a message and a help line, and their printed forms.
package diag

import (
	"cmp"
	"slices"

	"factsheet/generator/text"
)

// A Severity says whether a finding stops the build. Its zero value is no
// severity, so that one that was forgotten shows.
type Severity uint8

// The severities.
const (
	Error   Severity = iota + 1 // the site is not built
	Warning                     // printed, and that is all
)

// String returns "error" or "warning".
func (s Severity) String() string {
	switch s {
	case Error:
		return "error"
	case Warning:
		return "warning"
	}
	return "no severity"
}

// A Place is a span of bytes in a file. A place without a file is none.
type Place struct {
	File *text.File
	Span text.Span
}

// A Related is a line below a finding: another place, or a remark.
type Related struct {
	Label   string // what the line is: "nearest", "differs", "first", "cited by"
	Place   Place  // may be none
	Message string
}

// A Diagnostic is one finding.
type Diagnostic struct {
	Code     string // as in `factsheet explain CODE`
	Severity Severity
	Place    Place
	Message  string // one line, no capital at the start and no full stop
	Related  []Related
	Help     string // what to do, where possible text to paste; may be ""
}

// Sort orders findings by file, line, column and code, the order of every
// printed list. Findings alike in all of these keep their order.
func Sort(list []Diagnostic) {
	slices.SortStableFunc(list, func(a, b Diagnostic) int {
		return cmp.Or(
			cmp.Compare(a.Place.path(), b.Place.path()),
			cmp.Compare(a.Place.Span.Start, b.Place.Span.Start),
			cmp.Compare(a.Code, b.Code),
		)
	})
}

// Errors counts the findings of severity Error.
func Errors(list []Diagnostic) int {
	n := 0
	for _, d := range list {
		if d.Severity == Error {
			n++
		}
	}
	return n
}

func (p Place) path() string {
	if p.File == nil {
		return ""
	}
	return p.File.Path
}
