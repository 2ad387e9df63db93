package cli_test

import (
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"factsheet/generator/publish"
)

// killRounds is how often a build is killed. PUBLISH_TEST_KILLS=200 makes it so
// many.
func killRounds() int {
	if n, err := strconv.Atoi(os.Getenv("PUBLISH_TEST_KILLS")); err == nil {
		return n
	}
	return 12
}

// A build that is killed, whenever that is, leaves a site that verify finds
// whole and sheets that the next build takes for its own.
func TestKilledBuild(t *testing.T) {
	root := newSite(t)
	facts := filepath.Join(root, "content", "annotations", "facts.toml")
	was, err := os.ReadFile(facts)
	if err != nil {
		t.Fatal(err)
	}
	one := strings.Replace(string(was), `"Nobody was hurt."`, `"No person was hurt."`, 1)
	other := strings.Replace(one, `"No person was hurt."`, `"In the storm nobody was hurt."`, 1)
	if one == string(was) || other == one {
		t.Fatal("the statement to change is not there")
	}
	whole := 0
	start := time.Now()
	if !killedAfter(t, root, time.Minute) {
		t.Fatal("the first build failed")
	}
	longest := time.Since(start) * 5 / 4
	for i := range killRounds() {
		if err := os.WriteFile(facts, []byte([]string{one, other}[i%2]), 0o666); err != nil {
			t.Fatal(err)
		}
		if ended := killedAfter(t, root, rand.N(longest)); ended {
			whole++
		}
		run(t, "verify", filepath.Join(root, "public"))
		run(t, "--root", root, "check")
	}
	t.Logf("of %d builds %d had ended before they were killed", killRounds(), whole)
	run(t, "--root", root, "build")
	run(t, "--root", root, "build", "--frozen")
	run(t, "verify", filepath.Join(root, "public"))
}

// A build that is stopped while it waits to write the sheets has published the
// site, and says so.
func TestStoppedBuild(t *testing.T) {
	root := newSite(t)
	release, err := publish.Lock(t.Context(), filepath.Join(root, ".factsheet-lock"), 0, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer release()
	s := beginIn(t, root, "build")
	s.says("another run is writing to the project; waiting for it")
	if status := s.end(); status != 2 {
		t.Errorf("ended with status %d", status)
	}
	s.says("(?m)^factsheet: the site is published, but not every sheet was written: stopped$")
	s.holds("public/figures.html", "About 400 books were soaked.")
}

// killedAfter begins a build, kills it if it has not ended after a while, and
// reports whether it had.
func killedAfter(t *testing.T, root string, wait time.Duration) (ended bool) {
	t.Helper()
	build := exec.Command("factsheet", "--root", root, "build")
	if err := build.Start(); err != nil {
		t.Fatal(err)
	}
	timer := time.AfterFunc(wait, func() { build.Process.Kill() })
	defer timer.Stop()
	return build.Wait() == nil
}
