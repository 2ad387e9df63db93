package publish

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// later shares files with ferries and has every way of differing from it.
var later = ferries.with(site{
	"index.html":        "<h1>All ferries</h1>",
	"sources/gull.html": "",
	"assets/a.1f.css":   "", "assets": "a file where a folder was",
	"routes.html": "", "routes.html/north.html": "a folder where a file was",
	"new/deep/page.html": "new",
})

// dies returns a publisher whose n-th rename and all after it fail, as after a
// kill at that moment.
func dies(n int) publisher {
	p := modes()[ByJournal]
	p.rename = func(from, to string) error {
		if n--; n < 0 {
			return errors.New("killed")
		}
		return os.Rename(from, to)
	}
	return p
}

// Wherever the journal is cut, the next run finishes it, even one that has
// nothing to publish itself.
func TestJournalRollsForward(t *testing.T) {
	renames := 0
	for n := range 20 {
		dir := filepath.Join(t.TempDir(), "public")
		mustPublish(t, modes()["as here"], dir, 1, ferries)
		_, err := dies(n).publish(context.Background(), dir, input(2), later.files(), Guard{})
		if err == nil {
			break
		}
		renames++
		committed := exists(placesOf(dir).journal)
		if Fresh(dir, input(2)) || committed && Fresh(dir, input(1)) {
			t.Error("fresh while a journal waits")
		}
		t.Run(fmt.Sprint("after ", n), func(t *testing.T) {
			want := ferries
			if committed {
				wantWords(t, err, "half replaced", "build again")
				want = later
			}
			wantFinished(t, dir, want)
		})
	}
	if renames != 7 { // probe, commit, four files, manifest
		t.Errorf("%d renames were cut", renames)
	}
}

// wantFinished runs a build that has no page of its own: the layout is broken.
func wantFinished(t *testing.T, dir string, want site) {
	t.Helper()
	broken := func(yield func(File, error) bool) { yield(File{}, errors.New("layout")) }
	if _, err := Publish(context.Background(), dir, input(3), broken, Guard{}); err == nil || err.Error() != "layout" {
		t.Errorf("got %v", err)
	}
	wantSite(t, dir, want)
}

// A run that finishes a journal may be cut as well.
func TestJournalCutAgainAndAgain(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	mustPublish(t, modes()["as here"], dir, 1, ferries)
	if _, err := dies(2).publish(context.Background(), dir, input(2), later.files(), Guard{}); err == nil {
		t.Fatal("no error")
	}
	cuts := 0
	for ; cuts < 20 && exists(placesOf(dir).journal); cuts++ {
		if !strings.Contains(fmt.Sprint(Verify(dir)), "half replaced") {
			t.Errorf("verify does not name the journal: %v", Verify(dir))
		}
		err := dies(1).tidy(placesOf(dir))
		if err != nil {
			wantWords(t, err, "half replaced")
		}
	}
	if cuts < 3 {
		t.Errorf("finished after %d runs of one rename each", cuts)
	}
	wantSite(t, dir, later)
}

func TestExchangeAndRenameFail(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	mustPublish(t, modes()["as here"], dir, 1, ferries)
	p := dies(0)
	p.exchange = func(a, b string) error { return &os.LinkError{Op: "exchange", Old: a, New: b, Err: os.ErrPermission} }
	_, err := p.publish(context.Background(), dir, input(2), later.files(), Guard{})
	wantWords(t, err, "nothing published", "exchange", "permission", "choose a folder where you may write")
	wantSite(t, dir, ferries)
}

// A killed run leaves a stage and, in a journal's probe, an empty file.
func TestLeftoversAreRemoved(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	mustPublish(t, modes()["as here"], dir, 1, ferries)
	at := placesOf(dir)
	for _, file := range []string{filepath.Join(at.stage, "sources", "half.html"), join(at.dir, probeName), at.lock} {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if res := mustPublish(t, modes()["as here"], dir, 1, ferries); !res.Unchanged {
		t.Errorf("got %+v", res)
	}
	if left := at.leftovers(); left != nil {
		t.Errorf("left behind: %v", left)
	}
	mustPublish(t, modes()[ByJournal], dir, 2, later)
	wantSite(t, dir, later)
	if exists(join(at.dir, probeName)) {
		t.Error("the probe stands")
	}
}
