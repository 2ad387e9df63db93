package sheet

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
func link(t testing.TB, archive *txtar.Archive) *dossier.Dossier {
	t.Helper()
	var in dossier.Input
	for _, file := range archive.Files {
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
