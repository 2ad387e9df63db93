package diag

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// GitHub prints findings as workflow commands of GitHub Actions, which show
// them beside the lines of a change. As its documentation asks, columns are
// only given where the span lies on one line, and endColumn is the last column
// within it. The error is the writer's.
func GitHub(w io.Writer, list []Diagnostic) error {
	out := bufio.NewWriter(w)
	for _, d := range list {
		fmt.Fprintf(out, "::%s %stitle=%s::%s\n", d.Severity,
			githubPlace(d.Place), githubProperty.Replace(d.Code), githubData.Replace(visibleLines(body(d, false))))
	}
	return out.Flush()
}

// https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
var (
	githubData     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	githubProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

func githubPlace(p Place) string {
	if p.File == nil {
		return ""
	}
	from, to := p.File.Position(p.Span.Start), p.File.Position(p.Span.End)
	place := fmt.Sprintf("file=%s,line=%d,", githubProperty.Replace(p.File.Path), from.Line)
	if from.Line != to.Line {
		return fmt.Sprintf("%sendLine=%d,", place, to.Line)
	}
	return fmt.Sprintf("%scol=%d,endLine=%d,endColumn=%d,", place, from.Column, to.Line, max(from.Column, to.Column-1))
}

// body returns the message with its related remarks and help, a line each.
// Remarks with a place are left out where the format shows them by itself.
func body(d Diagnostic, placesApart bool) string {
	lines := []string{d.Message}
	for _, r := range d.Related {
		if r.Place.File == nil || !placesApart {
			lines = append(lines, r.Label+": "+joinPlace(r))
		}
	}
	if d.Help != "" {
		lines = append(lines, "help: "+d.Help)
	}
	return strings.Join(lines, "\n")
}

func visibleLines(s string) string {
	lines := strings.Split(s, "\n")
	for i := range lines {
		lines[i] = Visible(lines[i])
	}
	return strings.Join(lines, "\n")
}
