package publish

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"golang.org/x/sys/unix"
)

// mount gives a memory file system of a megabyte. Where that is not allowed the
// test is left out, and says so; with FACTSHEET_CI=1 it fails.
func mount(t *testing.T) (dir string) {
	t.Helper()
	dir = t.TempDir()
	if err := unix.Mount("tmpfs", dir, "tmpfs", 0, "size=1m"); err != nil {
		if os.Getenv("FACTSHEET_CI") == "1" {
			t.Fatal("only root may mount a small file system: ", err)
		}
		t.Skip("SKIPPED, only root may mount a small file system: ", err)
	}
	t.Cleanup(func() {
		if err := unix.Unmount(dir, 0); err != nil {
			t.Error(err)
		}
	})
	return dir
}

func TestFullDisk(t *testing.T) {
	for mode, p := range modes() {
		t.Run(mode, func(t *testing.T) {
			dir := filepath.Join(mount(t), "public")
			mustPublish(t, p, dir, 1, ferries)
			big := ferries.with(site{"a.html": strings.Repeat("a", 700_000), "b.html": strings.Repeat("b", 700_000)})
			_, err := p.publish(context.Background(), dir, input(2), big.files(), Guard{})
			wantWords(t, err, "nothing published", "as it was", "no space left", "free some space")
			wantSite(t, dir, ferries)
		})
	}
}

func TestReadOnlyDisk(t *testing.T) {
	disk := mount(t)
	dir := filepath.Join(disk, "public")
	mustPublish(t, modes()["as here"], dir, 1, ferries)
	if err := unix.Mount("", disk, "", unix.MS_REMOUNT|unix.MS_RDONLY, ""); err != nil {
		t.Fatal(err)
	}
	_, err := Publish(context.Background(), dir, input(2), later.files(), Guard{})
	wantWords(t, err, "nothing published", "as it was", "read-only", "choose a folder")
	wantSite(t, dir, ferries)
	if !Fresh(dir, input(1)) {
		t.Error("not fresh on a read-only disk")
	}
}

func TestMountPoint(t *testing.T) {
	dir := mount(t)
	_, err := Publish(context.Background(), dir, input(1), ferries.files(), Guard{})
	wantWords(t, err, "nothing published", "mount point", "below it")
	if left := placesOf(dir).leftovers(); left != nil {
		t.Errorf("left behind: %v", left)
	}
	below := filepath.Join(dir, "public")
	mustPublish(t, modes()["as here"], below, 1, ferries)
	wantSite(t, below, ferries)
}

// To root nothing is denied, so that root tries it as nobody.
func TestDeniedWrites(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "public")
	mustPublish(t, modes()["as here"], dir, 1, ferries)
	for _, folder := range []string{filepath.Dir(parent), parent} {
		if err := os.Chmod(folder, 0o555); err != nil {
			t.Fatal(err)
		}
		defer os.Chmod(folder, 0o755)
	}
	if os.Geteuid() == 0 {
		becomeNobody(t)
	}
	_, err := Publish(context.Background(), dir, input(2), later.files(), Guard{})
	wantWords(t, err, "nothing published", "permission denied", "choose a folder")
	wantSite(t, dir, ferries)
}

// becomeNobody takes the rights to files from this test's thread, until it ends.
func becomeNobody(t *testing.T) {
	t.Helper()
	const nobody = 65534
	runtime.LockOSThread()
	if err := unix.Setfsuid(nobody); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := unix.Setfsuid(0); err != nil {
			t.Error(err)
			return // and the thread ends with the test
		}
		runtime.UnlockOSThread()
	})
}

// Whoever reads while folders are exchanged finds every file whole.
func TestReadersDuringExchange(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	p := modes()["as here"]
	mustPublish(t, p, dir, 0, generation(0))
	const last = 20
	var done atomic.Bool
	var reads atomic.Int64
	var readers sync.WaitGroup
	for _, path := range []string{"index.html", "pages/7.html", "sources/7.html"} {
		whole := map[string]bool{}
		for n := range last + 1 {
			whole[generation(n)[path]] = true
		}
		readers.Go(func() {
			for !done.Load() {
				got, err := os.ReadFile(join(dir, path))
				if err != nil || !whole[string(got)] {
					t.Errorf("%s: %.40q %v", path, got, err)
					return
				}
				reads.Add(1)
			}
		})
	}
	for n := range last {
		if res := mustPublish(t, p, dir, n+1, generation(n+1)); res.How != ByExchange {
			t.Errorf("published by %s", res.How)
		}
	}
	done.Store(true)
	readers.Wait()
	if reads.Load() < last {
		t.Errorf("only %d reads", reads.Load())
	}
}
