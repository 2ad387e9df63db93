//go:build !linux && !windows

package publish

import (
	"io/fs"
	"os"
	"path/filepath"

	"golang.org/x/sys/unix"
)

// flushFile sees the bytes of a file to the drive. Of its cache the drive is
// rid when flushTree ends.
func flushFile(f *os.File) error { return unix.Fsync(int(f.Fd())) }

// flushTree sees the names in every folder of a tree to the disk.
func flushTree(dir string) error {
	return filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return err
		}
		flushFolder(path)
		return nil
	})
}

// flushFolder sees the names in a folder to the disk, where that can be had:
// without it a power cut may bring the old site back, as whole as the new one.
func flushFolder(dir string) {
	if f, err := os.Open(dir); err == nil {
		f.Sync()
		f.Close()
	}
}
