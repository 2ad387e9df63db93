package check

import (
	"fmt"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
)

var languageUnread = Rule{
	Code: "language-unread", Group: Sources, Severity: diag.Warning,
	Title: "the program knows no words of a source's language",
	Why: "Such a text is read for digits and quotes only: no number word, date, hedge, name, speaker or denial in it is checked. " +
		"Its evidence gives values and dates by hand, in `value` or `when` with `because`, and a person checks them.",
	Example: `lang = "cy"     # there is no table of Welsh`,
	Source: func(s *dossier.Source, report Report) {
		if s.Text != nil && s.Lang == nil {
			report(s.Record.Place(s.Record.Lang), fmt.Sprintf("no words of the language %q are known, so %q is read for digits and quotes only", s.Record.Lang.Value, s.ID),
				"give values and dates of its evidence by hand, in value or when, with because")
		}
	},
}
