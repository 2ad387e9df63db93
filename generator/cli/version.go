package cli

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"sync"

	"github.com/spf13/cobra"
)

func (p *program) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "Print the program's version",
		Example: "  factsheet version",
		Args:    arguments(0, 0, ""),
		RunE: func(*cobra.Command, []string) error {
			fmt.Fprintf(p.env.Stdout, "factsheet %s\n", version())
			return nil
		},
	}
}

// version is the module's version as the toolchain stamped it into the
// binary; "devel" where it stamped none.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return "devel"
	}
	return info.Main.Version
}

// programID names this very binary: its version and the SHA-256 of its file.
var programID = sync.OnceValue(func() string {
	id := version()
	name, err := os.Executable()
	if err != nil {
		return id
	}
	f, err := os.Open(name)
	if err != nil {
		return id
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return id
	}
	return id + " " + hex.EncodeToString(h.Sum(nil))
})
