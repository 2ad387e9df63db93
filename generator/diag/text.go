package diag

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// Text prints findings for people: a header with place, severity, message and
// code, the line with carets below the span, a line for each related remark,
// and the help. With color the parts carry ANSI colours. Nothing that an
// author or a seed wrote reaches the terminal as a control sequence. The error
// is the writer's.
func Text(w io.Writer, list []Diagnostic, color bool) error {
	out := bufio.NewWriter(w)
	ink := plain
	if color {
		ink = ansi
	}
	for _, d := range list {
		writeHeader(out, d, ink)
		if d.Place.File != nil && len(d.Place.File.Data) > 0 {
			writePicture(out, d, ink)
		}
		for _, r := range d.Related {
			writeLabelled(out, r.Label, joinPlace(r), ink)
		}
		if d.Help != "" {
			writeLabelled(out, "help", d.Help, ink)
		}
	}
	return out.Flush()
}

// inks are the escape sequences that begin a colour; "" prints none.
type inks struct{ err, warning, strong, faint, end string }

var (
	plain = inks{}
	ansi  = inks{err: "\x1b[1;31m", warning: "\x1b[1;33m", strong: "\x1b[1m", faint: "\x1b[36m", end: "\x1b[0m"}
)

func (ink inks) severity(s Severity) string {
	if s == Warning {
		return ink.warning
	}
	return ink.err
}

func writeHeader(w io.Writer, d Diagnostic, ink inks) {
	if place := d.Place.String(); place != "" {
		fmt.Fprintf(w, "%s%s:%s ", ink.strong, Visible(place), ink.end)
	}
	fmt.Fprintf(w, "%s%s:%s %s%s%s (%s)\n", ink.severity(d.Severity), d.Severity, ink.end,
		ink.strong, Visible(d.Message), ink.end, d.Code)
}

// gutter is the least width of the line number, so that pictures below one
// another line up.
const gutter = 5

func writePicture(w io.Writer, d Diagnostic, ink inks) {
	p := draw(d.Place.File, d.Place.Span)
	number := fmt.Sprintf("%*d", gutter, p.number)
	fmt.Fprintln(w, strings.TrimRight(fmt.Sprintf("%s%s │%s %s", ink.faint, number, ink.end, p.text), " "))
	fmt.Fprintf(w, "%s%*s │%s %*s%s%s%s\n", ink.faint, len(number), "", ink.end,
		p.indent, "", ink.severity(d.Severity), strings.Repeat("^", p.carets), ink.end)
}

// writeLabelled prints "  label: text", with the further lines of text below
// its first.
func writeLabelled(w io.Writer, label, text string, ink inks) {
	indent := strings.Repeat(" ", len("  : ")+width(label))
	for i, line := range strings.Split(strings.TrimRight(text, "\n"), "\n") {
		line = Visible(strings.TrimSuffix(line, "\r"))
		switch {
		case i == 0:
			fmt.Fprintf(w, "  %s%s:%s %s\n", ink.faint, Visible(label), ink.end, line)
		case line == "":
			fmt.Fprintln(w)
		default:
			fmt.Fprintf(w, "%s%s\n", indent, line)
		}
	}
}

// joinPlace returns "path:line:column: message", or the one that there is.
func joinPlace(r Related) string {
	place := r.Place.String()
	if place == "" {
		return r.Message
	}
	if r.Message == "" {
		return place
	}
	return place + ": " + r.Message
}
