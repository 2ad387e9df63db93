package publish

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// MayReplace returns an error in words where a site in one file must not be
// written to a path: in a folder that Guard forbids or that holds a published
// site, and in place of anything but an earlier such file, which has mark in
// its first bytes.
func MayReplace(path, mark string, guard Guard) error {
	target, err := resolveLinks(absolute(path))
	if err == nil {
		err = mayReplace(target, mark, guard)
	}
	if err != nil {
		return fmt.Errorf("cannot write %q: %w", path, err)
	}
	return nil
}

func absolute(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		return abs
	}
	return path
}

func mayReplace(target, mark string, guard Guard) error {
	for _, own := range guard.Own {
		if within(target, own) {
			return fmt.Errorf("it lies in the project's own folder %q", own)
		}
	}
	if above := publishedAbove(target); above != "" {
		return fmt.Errorf("it lies in the published folder %q, which the next build would refuse to replace", above)
	}
	info, err := os.Stat(target)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case info.IsDir():
		return errors.New("it is a folder")
	case !info.Mode().IsRegular():
		return errors.New("it is no plain file")
	}
	return isMarked(target, mark)
}

// maxMark is within how many bytes the mark of a file of ours stands.
const maxMark = 64 << 10

func isMarked(name, mark string) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	head, err := io.ReadAll(io.LimitReader(f, maxMark))
	if err != nil {
		return err
	}
	if !bytes.Contains(head, []byte(mark)) {
		return errors.New("a file stands there that is no site of this program; choose another name, or remove it")
	}
	return nil
}

// Single writes a site in one file, whole or not at all, in place of an earlier
// one. See [MayReplace].
func Single(path string, data []byte, mark string, guard Guard) error {
	if err := MayReplace(path, mark, guard); err != nil {
		return err
	}
	target, err := resolveLinks(absolute(path))
	if err != nil {
		return err
	}
	dir := filepath.Dir(target)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	tmp, err := os.CreateTemp(dir, ".factsheet-") // short, as the file's own name may be as long as names can be
	if err != nil {
		return err
	}
	_, err = tmp.Write(data)
	err = errors.Join(err, tmp.Chmod(0o644), tmp.Sync(), tmp.Close())
	if err == nil {
		err = os.Rename(tmp.Name(), target)
	}
	if err != nil {
		os.Remove(tmp.Name())
		return fmt.Errorf("%q is as it was: %w", path, err)
	}
	return nil
}
