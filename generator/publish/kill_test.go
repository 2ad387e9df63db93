package publish

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// The child of the kill test is this test binary: with these variables set it
// publishes without end.
const (
	childDir  = "PUBLISH_TEST_DIR"
	childMode = "PUBLISH_TEST_MODE"
)

func TestMain(m *testing.M) {
	if dir := os.Getenv(childDir); dir != "" {
		publishForEver(dir, modes()[os.Getenv(childMode)])
	}
	os.Exit(m.Run())
}

// generation returns a site in which some files are of every generation and
// others of one. Its index tells which it is.
func generation(n int) site {
	s := site{"index.html": fmt.Sprint("generation ", n)}
	for i := range 40 {
		s[fmt.Sprintf("sources/%d.html", i)] = strings.Repeat("the same ", 100)
		s[fmt.Sprintf("pages/%d.html", i)] = strings.Repeat(fmt.Sprint("generation ", n, " "), 100)
		s[fmt.Sprintf("of-%d/%d.html", n%3, i)] = "come and gone"
	}
	return s
}

func publishForEver(dir string, p publisher) {
	for n := 0; ; n++ {
		_, err := p.publish(context.Background(), dir, input(n), generation(n).files(), Guard{})
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		if n == 0 {
			fmt.Println("ready")
		}
	}
}

// killRounds is how often a build is killed, in each way of publishing.
// PUBLISH_TEST_KILLS=200 makes it so many.
func killRounds(t *testing.T) int {
	rounds, err := strconv.Atoi(os.Getenv("PUBLISH_TEST_KILLS"))
	if err != nil {
		return 24
	}
	t.Logf("%d kills in each way", rounds)
	return rounds
}

func TestKilled(t *testing.T) {
	for mode, p := range modes() {
		t.Run(mode, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			half, full := 0, 0
			for range killRounds(t) {
				wait := time.Duration(rand.IntN(30_000)) * time.Microsecond
				publishAndKill(t, dir, mode, wait)
				if exists(placesOf(dir).journal) {
					half++
					finishJournal(t, dir)
				}
				wantGeneration(t, dir)
				if t.Failed() {
					t.Fatalf("killed %v after the first publication", wait)
				}
				full++
			}
			t.Logf("%d of %d kills left a journal", half, full)
			mustPublish(t, p, dir, -1, ferries)
			wantSite(t, dir, ferries)
		})
	}
}

func publishAndKill(t *testing.T, dir, mode string, wait time.Duration) {
	t.Helper()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), childDir+"="+dir, childMode+"="+mode)
	child.Stderr = os.Stderr
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := out.Read(make([]byte, 1)); err != nil {
		t.Errorf("the child did not publish: %v", err)
	}
	time.Sleep(wait)
	if err := child.Process.Kill(); err != nil {
		t.Errorf("the child had ended: %v", err)
	}
	if err := child.Wait(); err == nil {
		t.Error("the child was not killed")
	}
}

func finishJournal(t *testing.T, dir string) {
	t.Helper()
	none := errors.New("nothing to publish")
	_, err := Publish(context.Background(), dir, input(-1), func(yield func(File, error) bool) { yield(File{}, none) }, Guard{})
	if err != none {
		t.Error(err)
	}
}

// wantGeneration fails unless the folder holds one generation whole.
func wantGeneration(t *testing.T, dir string) {
	t.Helper()
	for _, p := range Verify(dir) {
		t.Errorf("verify: %s", p)
	}
	index, err := os.ReadFile(filepath.Join(dir, "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	n, err := strconv.Atoi(strings.TrimPrefix(string(index), "generation "))
	if err != nil {
		t.Fatal(err)
	}
	for path, want := range generation(n) {
		if got, err := os.ReadFile(join(dir, path)); string(got) != want {
			t.Errorf("%s is not of generation %d: %.20q %v", path, n, got, err)
		}
	}
}
