package build_test

import (
	"strings"
	"testing"

	"factsheet/generator/build"
	"factsheet/generator/diag"
	"factsheet/layouts"
)

// TestVocabulary builds the example that has every key of the format. Warnings
// of coverage aside, nothing is wrong with it, and each of its facts and actors
// stands on a page.
func TestVocabulary(t *testing.T) {
	project := overlay(readArchive(t, "testdata/vocabulary.txtar"), nil)
	files, err := build.Read(folders(t, project), nil)
	must(t, err)
	s := build.Next(files, nil)
	if found := withoutCoverage("", s.Found); len(found) > 0 {
		t.Fatalf("found:\n%s", printed(found))
	}
	if diag.Errors(s.Found) > 0 {
		t.Fatalf("found:\n%s", printed(s.Found))
	}
	var site strings.Builder
	for f, err := range s.Output(layouts.FS).Files(t.Context()) {
		must(t, err)
		site.Write(f.Bytes())
	}
	for _, item := range s.Dossier.Items() {
		if !strings.Contains(site.String(), `id="`+item.Name()+`"`) {
			t.Errorf("%s stands on no page", item.Name())
		}
	}
}
