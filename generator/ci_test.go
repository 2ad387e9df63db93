package generator_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var (
	usesAction = regexp.MustCompile(`(?m)^\s*(?:- )?uses: (.*)$`)
	pinned     = regexp.MustCompile(`^[a-z-]+/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$`)
	topRights  = regexp.MustCompile(`(?m)^permissions:\n  contents: read\n\S`)
)

var fuzzTarget = regexp.MustCompile(`(?m)^func Fuzz\w+`)

// TestFuzzTargets holds fuzzing to what continuous integration has time for: a
// minute for each of twenty targets. What reads the same input is one target.
func TestFuzzTargets(t *testing.T) {
	var targets []string
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, "_test.go") {
			return err
		}
		data, err := os.ReadFile(name)
		for _, target := range fuzzTarget.FindAllString(string(data), -1) {
			targets = append(targets, name+": "+target)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(targets) == 0 || len(targets) > 20 {
		t.Errorf("%d targets, not 1 to 20:\n%s", len(targets), strings.Join(targets, "\n"))
	}
}

// TestWorkflows holds the workflows to actions whose bytes cannot change, and to
// no rights but to read, save those that a job asks for itself.
func TestWorkflows(t *testing.T) {
	files, err := filepath.Glob("../.github/workflows/*.yml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no workflows: %v", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		actions := usesAction.FindAllStringSubmatch(string(data), -1)
		if len(actions) == 0 {
			t.Errorf("%s uses no action", file)
		}
		for _, a := range actions {
			if !pinned.MatchString(a[1]) {
				t.Errorf("%s: %s is not pinned to a commit with its version beside it", file, a[1])
			}
		}
		if !topRights.Match(data) {
			t.Errorf("%s does not begin with the right to read alone", file)
		}
		if strings.Contains(string(data), "pull_request_target") {
			t.Errorf("%s runs what strangers propose with rights of its own", file)
		}
	}
}
