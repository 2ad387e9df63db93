package build_test

import (
	"context"
	"testing"

	"factsheet/generator/build"
	"factsheet/generator/corpus"
	"factsheet/layouts"
)

// corpusOf is an invented project of n texts on disk.
func corpusOf(tb testing.TB, n int) build.Folders {
	tb.Helper()
	root := tb.TempDir()
	if err := corpus.Write(root, corpus.Project(n, 1)); err != nil {
		tb.Fatal(err)
	}
	return projectOn(tb, root)
}

// TestCorpus sees that what the benchmarks build has nothing to be found in it,
// from its annotations to its pages.
func TestCorpus(t *testing.T) {
	files, err := build.Read(corpusOf(t, 20), nil)
	if err != nil {
		t.Fatal(err)
	}
	s := build.Next(files, nil)
	if len(s.Found) > 0 {
		t.Errorf("the corpus has findings:\n%.4000s", printed(s.Found))
	}
	if found := build.Check(context.Background(), s, layouts.FS); len(found) > 0 {
		t.Errorf("its site has findings:\n%.4000s", printed(found))
	}
}
