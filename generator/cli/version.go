package cli

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"

	"github.com/spf13/cobra"
)

// What a release is stamped with, by go build -ldflags "-X …": release the tag,
// commit the hash. A build without these says what the toolchain knows.
var release, commit string

func (p *program) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "Print the program's version",
		Long:    "Version prints the program's version, the commit it was built from, and the Go that built it.",
		Example: "  factsheet version",
		Args:    arguments(0, 0, ""),
		RunE: func(*cobra.Command, []string) error {
			fmt.Fprintf(p.env.Stdout, "factsheet %s\ncommit %s\n%s %s/%s\n", version(), builtFrom(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
			return nil
		},
	}
}

// version is that of the release or of the module, as the toolchain stamped it
// into the binary; "devel" where it stamped none.
func version() string {
	if release != "" {
		return strings.TrimPrefix(release, "v")
	}
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return "devel"
	}
	return info.Main.Version
}

// builtFrom is the commit; "unknown" where the toolchain did not look for one.
func builtFrom() string {
	if commit != "" {
		return commit
	}
	found := map[string]string{}
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			found[s.Key] = s.Value
		}
	}
	switch {
	case found["vcs.revision"] == "":
		return "unknown"
	case found["vcs.modified"] == "true":
		return found["vcs.revision"] + " with changes"
	}
	return found["vcs.revision"]
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
