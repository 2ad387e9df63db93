// Package text holds the bytes of a file and the ways to point into them:
// byte spans, line and column positions, and the folded view in which quotes
// are searched.
package text

import (
	"bytes"
	"sort"
	"sync"
	"unsafe"
)

// A File is one file of the project. Its bytes never change: a changed file
// is another File, so a *File serves as the identity of its contents.
type File struct {
	Path string // relative to the root, with forward slashes
	Data []byte

	once   sync.Once
	starts []int // byte offsets at which lines start
}

// NewFile returns a file of the given path and bytes, which it keeps.
func NewFile(path string, data []byte) *File {
	return &File{Path: path, Data: data}
}

// A Position is a place in a file as people count: lines from 1, columns from
// 1 in bytes.
type Position struct{ Line, Column int }

// Text returns the bytes as a string, which shares them: they never change.
func (f *File) Text() string { return unsafe.String(unsafe.SliceData(f.Data), len(f.Data)) }

// Slice returns the bytes of the span as a string.
func (f *File) Slice(s Span) string { return string(f.Data[s.Start:s.End]) }

// Position returns the line and column of a byte offset. An offset past the
// end is the position after the last byte.
func (f *File) Position(offset int) Position {
	offset = min(max(offset, 0), len(f.Data))
	starts := f.lineStarts()
	line := sort.SearchInts(starts, offset+1)
	return Position{Line: line, Column: offset - starts[line-1] + 1}
}

// Line returns the span of a line, counted from 1, without its line ending.
// A line that the file does not have is an empty span at its end.
func (f *File) Line(n int) Span {
	starts := f.lineStarts()
	if n < 1 || n > len(starts) {
		return Span{len(f.Data), len(f.Data)}
	}
	start, end := starts[n-1], len(f.Data)
	if n < len(starts) {
		end = starts[n]
	}
	line := bytes.TrimSuffix(f.Data[start:end], []byte("\n"))
	line = bytes.TrimSuffix(line, []byte("\r"))
	return Span{start, start + len(line)}
}

func (f *File) lineStarts() []int {
	f.once.Do(func() {
		f.starts = append(f.starts, 0)
		for i, b := range f.Data {
			if b == '\n' {
				f.starts = append(f.starts, i+1)
			}
		}
	})
	return f.starts
}
