package check

import (
	"fmt"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
)

// The codes of form that are raised where a file is read.

var syntax = Rule{
	Code: "syntax", Group: Form, Severity: diag.Error,
	Title: "a file is not TOML, or cannot be read at all",
	Why: "Nothing in a file that does not parse can be checked. The message says what was " +
		"met and what was expected; ids that other files name are not called unknown until it parses again.",
	Example: `id = “bridges-closed”     # curly marks do not delimit a string`,
}

var unknownKey = Rule{
	Code: "unknown-key", Group: Form, Severity: diag.Error,
	Title: "a key or table that the format does not have",
	Why:   "A misspelt key would otherwise be left out in silence.",
	Example: `[[figures]]
statment = "Three bridges were closed."`,
}

var missingField = Rule{
	Code: "missing-field", Group: Form, Severity: diag.Error,
	Title: "a field that the record needs is missing or empty",
	Why:   "The reference lists what each record must have. Publisher, title and published may be \"\", but stand there.",
	Example: `[[figures]]
id       = "bridges-closed"
evidence = [{ source = "valley-post", quote = "three bridges were closed" }]
# no statement, no value, no unit`,
}

var badValue = Rule{
	Code: "bad-value", Group: Form, Severity: diag.Error,
	Title:   "a value of the wrong type, or a word outside its list",
	Why:     "Kinds, roles, hedges and statuses are closed lists, so that a page can rely on them.",
	Example: `hedge = "aproximately"     # about`,
}

var badDate = Rule{
	Code: "bad-date", Group: Form, Severity: diag.Error,
	Title:   "a date that is no EDTF",
	Why:     "Dates are strings of EDTF level 1, so that a month, a deadline and a doubtful day can be written as what they are.",
	Example: `when = "March 2031"     # 2031-03`,
}

var limit = Rule{
	Code: "limit", Group: Form, Severity: diag.Error,
	Title: "a file or value is larger than the program takes",
	Why: "Seeds may have 16 MB, annotation files 64 MB, hand-written pages 4 MB, strings 1 MB; " +
		"tables may be nested 64 levels deep. What is larger is a mistake or an attack.",
	Example: `a seed of 20 MB`,
	Whole: func(d *dossier.Dossier, report Report) {
		for _, s := range d.Seeds {
			if s.Problem.Code == "limit" {
				report(startOf(s), fmt.Sprintf("the seed %q %s", s.Name, s.Problem.Message), s.Problem.Help)
			}
		}
	},
}
