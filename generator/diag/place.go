package diag

import "fmt"

// String returns the place as path:line:column, "" for no place. A file
// without bytes (one that could not be read) is placed at its start, so that
// every printed place has the shape that editors look for.
func (p Place) String() string {
	if p.File == nil {
		return ""
	}
	at := p.File.Position(p.Span.Start)
	return fmt.Sprintf("%s:%d:%d", p.File.Path, at.Line, at.Column)
}
