// Package pagetest makes small sites for tests from txtar archives.
package pagetest

import (
	"crypto/sha256"
	"encoding/hex"
	"path"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"factsheet/generator/annotation"
	"factsheet/generator/config"
	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/text"
)

// Link reads an archive that holds a project (site.toml, seeds/*.txt,
// content/annotations/*.toml; other files are left alone) and links it. An
// error of form fails the test. Seeds keep the last line break of the archive.
func Link(t testing.TB, archive *txtar.Archive) *dossier.Dossier {
	t.Helper()
	files := map[string][]*text.File{}
	for _, f := range archive.Files {
		dir := path.Dir(f.Name)
		files[dir] = append(files[dir], text.NewFile(f.Name, f.Data))
	}
	var in dossier.Input
	for _, f := range files["."] {
		if f.Path == config.Path {
			site, found := config.Read(f)
			fail(t, found)
			in.Site = site
		}
	}
	if in.Site == nil {
		t.Fatalf("the archive has no %s", config.Path)
	}
	for _, f := range files[dossier.SeedDir] {
		sum := sha256.Sum256(f.Data)
		in.Seeds = append(in.Seeds, &dossier.Seed{Name: path.Base(f.Path), File: f, Sum: hex.EncodeToString(sum[:])})
	}
	for _, f := range files[annotation.Dir] {
		records, found := annotation.Read(f, in.Site)
		fail(t, found)
		in.Records = append(in.Records, records)
	}
	in.Sums, _ = dossier.ReadSums(text.NewFile(dossier.SumsPath, nil))
	return dossier.Link(in, nil)
}

func fail(t testing.TB, found []diag.Diagnostic) {
	t.Helper()
	var errors []string
	for _, d := range found {
		if d.Severity == diag.Error {
			errors = append(errors, d.Place.File.Path+": "+d.Message)
		}
	}
	if len(errors) > 0 {
		t.Fatalf("the archive is no project:\n%s", strings.Join(errors, "\n"))
	}
}
