package publish

import (
	"os"

	"golang.org/x/sys/unix"
)

// flushFile leaves the file to flushTree: one sync of the file system is many
// times cheaper than one for each of ten thousand files.
func flushFile(*os.File) error { return nil }

// flushTree sees everything below a folder to the disk.
func flushTree(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer f.Close()
	return os.NewSyscallError("syncfs", unix.Syncfs(int(f.Fd())))
}

// flushFolder sees the names in a folder to the disk, where that can be had:
// without it a power cut may bring the old site back, as whole as the new one.
func flushFolder(dir string) {
	if f, err := os.Open(dir); err == nil {
		f.Sync()
		f.Close()
	}
}
