package check

import (
	"fmt"
	"strings"

	"factsheet/generator/diag"
)

// Reference returns the table of all rules in Markdown. The README holds it,
// and a test holds the README to it.
func Reference() string {
	var b strings.Builder
	group := ""
	for _, r := range Rules {
		if r.Group != group {
			group = r.Group
			fmt.Fprintf(&b, "\n#### %s\n\n| code | | what is wrong |\n| --- | --- | --- |\n", group)
		}
		severity := "error"
		if r.Severity == diag.Warning {
			severity = "warning"
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s |\n", r.Code, severity, strings.ReplaceAll(r.Title, "|", "\\|"))
	}
	return strings.TrimPrefix(b.String(), "\n")
}
