//go:build !linux && !darwin && !dragonfly && !freebsd && !netbsd && !openbsd

package watch

// silentFileSystem knows of none.
func silentFileSystem(string) string { return "" }
