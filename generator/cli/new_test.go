package cli_test

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"factsheet/generator/cli"
)

// TestNewHalfWritten: where a site cannot be written whole, nothing of it stays.
func TestNewHalfWritten(t *testing.T) {
	t.Chdir(t.TempDir())
	// So long that the first file has room for its path, and others have none.
	dir := "xxxxxxx" + strings.Repeat("/"+strings.Repeat("d", 202), 20)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Skip("no such long path here: ", err)
	}
	if err := os.WriteFile(filepath.Join(dir, ".gitattributes"), nil, 0o644); err != nil {
		t.Skip("no such long path here: ", err)
	}
	if err := os.Remove(filepath.Join(dir, ".gitattributes")); err != nil {
		t.Fatal(err)
	}
	if f, err := os.Create(filepath.Join(dir, "content", "annotations", "sources.toml")); err == nil || strings.Contains(err.Error(), syscall.ENOENT.Error()) {
		f.Close()
		t.Skip("longer paths are had here")
	}
	var said bytes.Buffer
	status := cli.Run(t.Context(), []string{"new", dir}, cli.Env{Stdout: io.Discard, Stderr: &said})
	if status != 2 || !strings.Contains(said.String(), "no site was made") || !strings.Contains(said.String(), "help: name a folder") {
		t.Errorf("status %d: %.300s", status, said.String())
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("%v is left, %v", left, err)
	}
}
