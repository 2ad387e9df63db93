//go:build darwin || dragonfly || freebsd || netbsd || openbsd

package watch

import (
	"io/fs"
	"path/filepath"
)

// maxOpen is how many files may be watched where each has to be held open.
const maxOpen = 4096

// silentFileSystem names what keeps a project from being watched: here every
// file in a watched folder is held open, and very many are too many.
func silentFileSystem(dir string) string {
	if name := network(dir); name != "" {
		return name
	}
	n := 0
	for _, root := range roots {
		_ = filepath.WalkDir(filepath.Join(dir, root), func(string, fs.DirEntry, error) error {
			if n++; n > maxOpen {
				return fs.SkipAll
			}
			return nil
		})
	}
	if n > maxOpen {
		return "a project of so many files"
	}
	return ""
}
