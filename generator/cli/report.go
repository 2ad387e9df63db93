package cli

import (
	"io"

	"factsheet/generator/check"
	"factsheet/generator/diag"
)

// maxUnread is how many warnings of coverage are printed of a whole project: a
// text that nobody has annotated yet raises one for each of its sentences.
const maxUnread = 20

// report prints the findings of a whole project for people.
func (p *program) report(w io.Writer, found []diag.Diagnostic) {
	shown, left := brief(found)
	diag.Text(w, shown, isTerminal(w) && colorWanted())
	if len(left) > 0 {
		p.say.line("%s of what no fact reads: factsheet check %s prints those of one file", count(len(left), "more warning"), left[0].Place.File.Path)
	}
}

// brief parts the warnings of coverage after the first ones from all other
// findings.
func brief(found []diag.Diagnostic) (shown, left []diag.Diagnostic) {
	unread := 0
	for _, d := range found {
		if isUnread(d) {
			unread++
		}
		if isUnread(d) && unread > maxUnread {
			left = append(left, d)
		} else {
			shown = append(shown, d)
		}
	}
	return shown, left
}

// isUnread reports whether a finding warns of a place in a text that no fact
// reads.
func isUnread(d diag.Diagnostic) bool {
	rule, ok := check.Find(d.Code)
	return ok && rule.Group == check.Coverage && d.Severity == diag.Warning && d.Place.File != nil
}
