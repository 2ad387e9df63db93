package page

import (
	"path"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"factsheet/generator/annotation"
	"factsheet/generator/config"
	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/text"
)

// link reads and links the project in an archive: site.toml, seeds/*.txt and
// content/annotations/*.toml. An error of form ends the test.
func link(t testing.TB, archive string) *dossier.Dossier {
	t.Helper()
	var in dossier.Input
	for _, file := range txtar.Parse([]byte(archive)).Files {
		f := text.NewFile(file.Name, file.Data)
		var found []diag.Diagnostic
		switch path.Dir(f.Path) {
		case ".":
			in.Site, found = config.Read(f)
		case dossier.SeedDir:
			in.Seeds = append(in.Seeds, &dossier.Seed{Name: path.Base(f.Path), File: f})
		case annotation.Dir:
			var records *annotation.Records
			records, found = annotation.Read(f, in.Site)
			in.Records = append(in.Records, records)
		}
		if diag.Errors(found) > 0 {
			t.Fatalf("%s: %s", f.Path, found[0].Message)
		}
	}
	return dossier.Link(in, nil)
}

const sheetsTOML = `-- site.toml --
title = "The ferry"
base_url = "https://example.org/ferry"
updated = "2031-04-01"
[[sheets]]
name = "figures"
kind = "quantity"
title = "Figures"
[[sheets]]
name = "dates"
kind = "date"
title = "Dates"
[[sheets]]
name = "claims"
kind = "claim"
title = "Claims"
[[sheets]]
name = "questions"
kind = "question"
title = "Questions"
[[sheets]]
name = "actors"
kind = "actor"
title = "Actors"
`
