package publish

import (
	"context"
	"errors"
	"path/filepath"
	"sync"
	"testing"
	"time"
)

func TestLockedFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	mustPublish(t, modes()["as here"], dir, 1, ferries)
	release, err := tryLock(placesOf(dir).lock)
	if err != nil {
		t.Fatal(err)
	}
	waited := 0
	guard := Guard{Wait: 3 * lockPoll, Waiting: func() { waited++ }}
	_, err = Publish(context.Background(), dir, input(2), later.files(), guard)
	wantWords(t, err, "another build", dir, "build again")
	if waited != 1 {
		t.Errorf("said %d times that it waits", waited)
	}
	guard = Guard{Wait: time.Hour, Waiting: release}
	if _, err := Publish(context.Background(), dir, input(2), later.files(), guard); err != nil {
		t.Fatal(err)
	}
	wantSite(t, dir, later)
}

func TestLockWaitEndsWithContext(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	release, err := tryLock(placesOf(dir).lock)
	if err != nil {
		t.Fatal(err)
	}
	defer release()
	ctx, cancel := context.WithCancel(context.Background())
	_, err = Publish(ctx, dir, input(1), ferries.files(), Guard{Wait: time.Hour, Waiting: cancel})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestBuildsTakeTurns(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	var builds sync.WaitGroup
	for n := range 8 {
		builds.Go(func() {
			s := []site{ferries, later}[n%2]
			if _, err := Publish(context.Background(), dir, input(n%2), s.files(), Guard{Wait: time.Hour}); err != nil {
				t.Error(err)
			}
		})
	}
	builds.Wait()
	want := ferries
	if Fresh(dir, input(1)) {
		want = later
	}
	wantSite(t, dir, want)
}
