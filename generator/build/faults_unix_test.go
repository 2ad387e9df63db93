//go:build unix

package build_test

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// TestPipe sees that nobody waits for a seed that is a pipe.
func TestPipe(t *testing.T) {
	root := onDisk(t)
	name := filepath.Join(root, "seeds", "017.txt")
	must(t, os.Remove(name))
	must(t, syscall.Mkfifo(name, 0o666))
	only(t, findingsIn(t, rooted(t, root)), "seed-missing", "content/annotations/sources.toml:3:14", "is no plain file")
}
