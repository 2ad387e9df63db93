package publish

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"sync/atomic"
	"syscall"
	"testing"
)

// fullAfter returns a publisher that finds no room for the n-th file and all
// after it.
func fullAfter(p publisher, n int64) publisher {
	var made atomic.Int64
	p.create = func(path string) (*os.File, error) {
		if made.Add(1) > n {
			return nil, &fs.PathError{Op: "open", Path: path, Err: syscall.ENOSPC}
		}
		return create(path)
	}
	return p
}

// Whichever file the disk has no room for, the old site stands, and the next
// build publishes the new one.
func TestFullAtEachFile(t *testing.T) {
	for mode, p := range modes() {
		t.Run(mode, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			mustPublish(t, p, dir, 1, ferries)
			failed := int64(0)
			for ; failed < 20; failed++ {
				_, err := fullAfter(p, failed).publish(context.Background(), dir, input(2), later.files(), Guard{})
				if err == nil {
					break
				}
				wantWords(t, err, "nothing published", "as it was", "no space left", "free some space")
				wantSite(t, dir, ferries)
			}
			wantSite(t, dir, later)
			if failed != 5 { // index, assets, north and page of later, and the manifest
				t.Errorf("%d files could not be made", failed)
			}
		})
	}
}

// A first publication that the disk has no room for leaves nothing.
func TestFullAtFirst(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "public")
	_, err := fullAfter(system, 3).publish(context.Background(), dir, input(1), ferries.files(), Guard{})
	wantWords(t, err, "nothing published", "no space left")
	if left, err := os.ReadDir(parent); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}
