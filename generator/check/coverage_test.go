package check_test

import (
	"os"
	"path/filepath"
	"testing"

	"factsheet/generator/build"
	"factsheet/generator/check"
	"factsheet/generator/dossier"
)

// TestCoverageAgreesWithRules counts the findings of the rules on coverage and
// what CoverageOf says is open.
func TestCoverageAgreesWithRules(t *testing.T) {
	roots, err := filepath.Glob("testdata/corpora/*")
	if err != nil || len(roots) == 0 {
		t.Fatalf("no corpora: %v", err)
	}
	for _, root := range roots {
		t.Run(filepath.Base(root), func(t *testing.T) {
			d := linked(t, root, true)
			sum := check.Sum(check.CoverageOf(d))
			for code, share := range map[string]check.Share{
				"number-uncovered": sum.Numbers, "date-uncovered": sum.Times, "sentence-uncovered": sum.Sentences,
			} {
				if share.Of == 0 || share.Read == 0 {
					t.Errorf("%s: %d of %d are read", code, share.Read, share.Of)
				}
				if open := share.Of - share.Read - share.Aside; open != count(d, code) {
					t.Errorf("%s: %d are open, and there are %d findings", code, open, count(d, code))
				}
			}
			names := count(d, "name-uncovered") + count(d, "name-undeclared")
			if open := sum.Names.Of - sum.Names.Read - sum.Names.Aside; open != names {
				t.Errorf("%d names are open, and there are %d findings", open, names)
			}
		})
	}
}

// TestCoverageOfNothing sees that all stays open where nothing is annotated
// but the sources.
func TestCoverageOfNothing(t *testing.T) {
	d := linked(t, "testdata/corpora/ferry", false)
	list := check.CoverageOf(d)
	if len(list) != len(d.Sources) {
		t.Fatalf("%d sources of %d", len(list), len(d.Sources))
	}
	for _, c := range list {
		for what, share := range map[string]check.Share{"numbers": c.Numbers, "times": c.Times, "sentences": c.Sentences} {
			if share.Read != 0 || share.Drafted != 0 || len(share.Open) != share.Of-share.Aside {
				t.Errorf("%s: %s: %+v", c.Source.ID, what, share)
			}
		}
		if len(c.Undeclared) == 0 {
			t.Errorf("%s has no name", c.Source.ID)
		}
	}
}

func count(d *dossier.Dossier, code string) int {
	n := 0
	for _, f := range check.Run(d, nil).Found {
		if f.Code == code {
			n++
		}
	}
	return n
}

// linked links a corpus; without facts, its sources alone.
func linked(t *testing.T, root string, facts bool) *dossier.Dossier {
	t.Helper()
	files, err := build.Read(build.Folders{
		Root: os.DirFS(root), Seeds: os.DirFS(filepath.Join(root, "seeds")), Content: os.DirFS(filepath.Join(root, "content")),
	}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := len(files.Annotations) - 1; i >= 0 && !facts; i-- {
		if filepath.Base(files.Annotations[i].Path) != "sources.toml" {
			files.Annotations = append(files.Annotations[:i], files.Annotations[i+1:]...)
		}
	}
	d := build.Next(files, nil).Dossier
	if d == nil {
		t.Fatal("no dossier")
	}
	return d
}
