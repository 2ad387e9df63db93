package sheet

import (
	"bytes"
	"strings"
)

// A printer collects Markdown. Its zero value with links is ready.
type printer struct {
	links Links
	out   bytes.Buffer
}

// line writes a line of a block.
func (p *printer) line(s string) {
	p.out.WriteString(strings.TrimRight(s, " "))
	p.out.WriteByte('\n')
}

// block writes a block, or its last line, and ends it. Without text it only
// ends the block that is open, if any.
func (p *printer) block(s string) {
	if s != "" {
		p.line(strings.TrimRight(s, "\n"))
	}
	if n := p.out.Len(); n > 0 && !bytes.HasSuffix(p.out.Bytes(), []byte("\n\n")) {
		p.out.WriteByte('\n')
	}
}

// ended returns Markdown with one line break at its end.
func ended(md []byte) []byte {
	if text := bytes.TrimRight(md, "\n"); len(text) > 0 {
		return append(text, '\n')
	}
	return nil
}
