package publish

import (
	"context"
	"errors"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"
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

// Holders remove the lock's file, and yet there is never more than one.
func TestOneHolder(t *testing.T) {
	file := filepath.Join(t.TempDir(), "lock")
	var holders, held atomic.Int64
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for held.Load() < 2000 && !t.Failed() {
				release, err := tryLock(file)
				if err != nil {
					continue
				}
				if n := holders.Add(1); n != 1 {
					t.Errorf("%d hold the lock", n)
				}
				runtime.Gosched()
				holders.Add(-1)
				held.Add(1)
				release()
			}
		})
	}
	all.Wait()
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
