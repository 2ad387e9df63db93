package publish

import "os"

// flushFile sees a file to the disk.
func flushFile(f *os.File) error { return f.Sync() }

// flushTree has nothing to do: Windows writes names through its own journal.
func flushTree(string) error { return nil }

// flushFolder has nothing to do: Windows writes names through its own journal.
func flushFolder(string) {}
