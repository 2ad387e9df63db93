package cli_test

import (
	"bytes"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"factsheet/generator/cli"
	"factsheet/layouts"
)

// faultyLayouts panic where they are read.
type faultyLayouts struct{}

func (faultyLayouts) Open(string) (fs.File, error) { panic("out of step") }

// TestFaultOfTheProgram: what ends the program says that it is to blame, and
// what to do.
func TestFaultOfTheProgram(t *testing.T) {
	root := newSite(t)
	build := func(embedded fs.FS) (int, string) {
		var said bytes.Buffer
		status := cli.Run(t.Context(), []string{"--root", root, "build"}, cli.Env{Stdout: io.Discard, Stderr: &said, Layouts: embedded})
		return status, said.String()
	}
	if status, said := build(layouts.FS); status != 0 {
		t.Fatalf("status %d: %s", status, said)
	}
	toml := filepath.Join(root, "site.toml")
	data, err := os.ReadFile(toml)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(toml, append(data, "# changed\n"...), 0o644); err != nil {
		t.Fatal(err)
	}
	status, said := build(faultyLayouts{})
	if status != 2 || !strings.Contains(said, "a fault of the program itself") || !strings.Contains(said, "please report it") || !strings.Contains(said, "out of step") {
		t.Errorf("status %d: %s", status, said)
	}
	if status := cli.Run(t.Context(), []string{"verify", filepath.Join(root, "public")}, cli.Env{Stdout: io.Discard, Stderr: io.Discard, Layouts: layouts.FS}); status != 0 {
		t.Errorf("verify: status %d", status)
	}
}
