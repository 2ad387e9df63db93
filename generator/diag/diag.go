// Package diag holds what the program has to say to an author: findings with
// a code, a place, a message and a help line, and their printed forms.
package diag

import (
	"cmp"
	"slices"
	"sort"
	"strings"

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
	slices.SortStableFunc(list, compare)
}

func compare(a, b Diagnostic) int {
	if a.Place.File != b.Place.File {
		if by := strings.Compare(a.Place.path(), b.Place.path()); by != 0 {
			return by
		}
	}
	if by := cmp.Compare(a.Place.Span.Start, b.Place.Span.Start); by != 0 {
		return by
	}
	return strings.Compare(a.Code, b.Code)
}

// Merge returns a sorted list with a few more findings, sorted as well, which
// come before those that are alike in the order of [Sort]. Where there are none
// the list itself is returned.
func Merge(list, few []Diagnostic) []Diagnostic {
	if len(few) == 0 {
		return list
	}
	out := make([]Diagnostic, 0, len(list)+len(few))
	for _, d := range few {
		i := sort.Search(len(list), func(i int) bool { return compare(list[i], d) >= 0 })
		out = append(append(out, list[:i]...), d)
		list = list[i:]
	}
	return append(out, list...)
}

// Replace returns a sorted list with other findings in the files of some paths;
// with holds them, sorted as well. Where they are those that the list has
// already, it is returned itself.
func Replace(list []Diagnostic, paths []string, with []Diagnostic) []Diagnostic {
	if len(list) == 0 {
		return with
	}
	paths = slices.Compact(slices.Sorted(slices.Values(paths)))
	if !slices.ContainsFunc(paths, func(path string) bool { return !slices.EqualFunc(In(list, path), In(with, path), Diagnostic.equals) }) {
		return list
	}
	out := make([]Diagnostic, 0, len(list)+len(with))
	for _, path := range paths {
		i := sort.Search(len(list), func(i int) bool { return list[i].Place.path() >= path })
		out = append(append(out, list[:i]...), In(with, path)...)
		list = list[i+len(In(list[i:], path)):]
	}
	return append(out, list...)
}

// In returns what of a sorted list is placed in the file of a path.
func In(list []Diagnostic, path string) []Diagnostic {
	i := sort.Search(len(list), func(i int) bool { return list[i].Place.path() >= path })
	j := i + sort.Search(len(list)-i, func(k int) bool { return list[i+k].Place.path() > path })
	return list[i:j]
}

func (d Diagnostic) equals(e Diagnostic) bool {
	return d.Code == e.Code && d.Severity == e.Severity && d.Place == e.Place && d.Message == e.Message && d.Help == e.Help &&
		slices.Equal(d.Related, e.Related)
}

// Equal reports whether two lists hold the same findings.
func Equal(a, b []Diagnostic) bool { return slices.EqualFunc(a, b, Diagnostic.equals) }

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
