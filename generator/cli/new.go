package cli

import (
	"crypto/sha256"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"factsheet/generator/dossier"
)

// starter is the site that `new` writes.
//
//go:embed all:starter
var starter embed.FS

func (p *program) newCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "new DIR",
		Short: "Write a small working site to learn from",
		Long: `New writes three short texts and their annotations into an empty folder. They
use every kind of record once, with comments that explain the format.`,
		Example: "  factsheet new demo\n  cd demo && factsheet build",
		Args:    arguments(1, 1, "one folder"),
		RunE:    func(_ *cobra.Command, args []string) error { return p.new(args[0]) },
	}
}

func (p *program) new(dir string) error {
	if info, err := os.Stat(dir); err == nil && !info.IsDir() {
		return hinted(fmt.Errorf("%q is no folder", dir), "name a folder that is empty or not there yet")
	}
	if entries, err := os.ReadDir(dir); err == nil && len(entries) > 0 {
		return hinted(fmt.Errorf("%q is not empty", dir), "name a folder that is empty or not there yet")
	} else if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	files, err := fs.Sub(starter, "starter")
	if err != nil {
		panic(err) // the folder is embedded above
	}
	_, statErr := os.Stat(dir)
	err = os.CopyFS(dir, files)
	if err == nil {
		err = writeFile(dir, dossier.SumsPath, starterSums(files))
	}
	if err != nil {
		unmake(dir, files)
		if statErr != nil {
			os.Remove(dir)
		}
		return hinted(fmt.Errorf("no site was made: %w", err), "name a folder where you may write, on a disk with room")
	}
	p.say.line("a small site stands in %s", dir)
	p.say.line("  cd %s", dir)
	p.say.line("  factsheet build     # then open %s", filepath.Join("public", "index.html"))
	return nil
}

// unmake removes what was written of a site, and no file of anybody else's.
func unmake(dir string, files fs.FS) {
	var made []string
	_ = fs.WalkDir(files, ".", func(name string, _ fs.DirEntry, _ error) error {
		if name != "." {
			made = append(made, filepath.Join(dir, filepath.FromSlash(name)))
		}
		return nil
	})
	for _, name := range slices.Backward(made) { // a folder after what is in it
		os.Remove(name)
	}
}

func starterSums(files fs.FS) []byte {
	names, _ := fs.Glob(files, dossier.SeedDir+"/*.txt")
	var b strings.Builder
	for _, name := range names {
		data, _ := fs.ReadFile(files, name)
		fmt.Fprintf(&b, "%x  %s\n", sha256.Sum256(data), path.Base(name))
	}
	return []byte(b.String())
}
