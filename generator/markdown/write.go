package markdown

import (
	"fmt"
	"strings"
)

// Blockquote puts Markdown, of any number of lines, into a quote.
func Blockquote(md string) string {
	lines := strings.Split(strings.TrimRight(md, "\n"), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight("> "+line, " ")
	}
	return strings.Join(lines, "\n") + "\n"
}

// LinkTo returns a link that shows text, which is not Markdown, and leads to a
// destination.
func LinkTo(text, destination string) string {
	return "[" + Escape(text) + "](" + Destination(destination) + ")"
}

// Destination returns an address as it may stand between the brackets of a
// link: what Markdown, a table or Hugo would read otherwise is written in
// percent.
func Destination(address string) string {
	if address == "" {
		return "<>"
	}
	var b strings.Builder
	lastSemicolon := strings.LastIndexByte(address, ';')
	for i := range len(address) {
		switch c := address[i]; {
		case c <= ' ' || c == 0x7f || strings.IndexByte("<>()[]{}|\\`*~\"'^$", c) >= 0:
			fmt.Fprintf(&b, "%%%02X", c)
		case c == '&' && i < lastSemicolon: // a character reference, perhaps
			b.WriteString("&amp;")
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

// An Align is the alignment of a column.
type Align uint8

// The alignments.
const (
	Left Align = iota
	Right
	Center
)

// Table returns a table of cells that are inline Markdown. Rows may be
// shorter than the header.
func Table(header []string, align []Align, rows [][]string) string {
	var b strings.Builder
	writeRow(&b, header)
	for i := range header {
		rule := "| --- "
		if i < len(align) {
			rule = [...]string{Left: "| --- ", Right: "| ---: ", Center: "| :---: "}[align[i]]
		}
		b.WriteString(rule)
	}
	b.WriteString("|\n")
	for _, row := range rows {
		writeRow(&b, row)
	}
	return b.String()
}

func writeRow(b *strings.Builder, cells []string) {
	for _, cell := range cells {
		b.WriteString("| ")
		b.WriteString(escapePipes(oneLine(cell)))
		b.WriteString(" ")
	}
	b.WriteString("|\n")
}

// escapePipes escapes the pipes that are not yet. Within a table that holds
// in code spans too.
func escapePipes(s string) string {
	if !strings.Contains(s, "|") {
		return s
	}
	b := make([]byte, 0, len(s)+8)
	for i := range len(s) {
		if s[i] == '|' && (i == 0 || s[i-1] != '\\') {
			b = append(b, '\\')
		}
		b = append(b, s[i])
	}
	return string(b)
}
