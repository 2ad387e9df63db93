//go:build !windows

package publish

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// tryLock makes and locks the file, or fails with ErrLocked. Where the file
// system has no locks it takes the lock for free: better unguarded against a
// second build than never to build.
func tryLock(path string) (release func(), err error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o666)
	if err != nil {
		return nil, err
	}
	err = unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB)
	if errors.Is(err, unix.EWOULDBLOCK) || err == nil && !named(f, path) {
		err = ErrLocked
	}
	if err != nil && !errors.Is(err, errors.ErrUnsupported) {
		f.Close()
		return nil, err
	}
	return func() {
		os.Remove(path) // before the lock goes, so that nobody holds it and sees it vanish
		f.Close()
	}, nil
}

// named reports whether the path still leads to the open file. Its last holder
// may have removed it after we opened it.
func named(f *os.File, path string) bool {
	open, err := f.Stat()
	if err != nil {
		return false
	}
	info, err := os.Stat(path)
	return err == nil && os.SameFile(open, info)
}
