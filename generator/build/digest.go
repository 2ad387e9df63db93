package build

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"slices"
	"strings"

	"factsheet/generator/text"
)

// Digest names everything from which a site is made, in hexadecimal: the
// files of the project, and the generated files as they stand in it or will.
func Digest(files *Files, generated []File) string {
	h := sha256.New()
	add := func(path string, data []byte) {
		fmt.Fprintf(h, "%d %d %s", len(path), len(data), path)
		h.Write(data)
	}
	for _, s := range files.Seeds {
		io.WriteString(h, s.Problem.Message)
		add(s.File.Path, s.File.Data)
	}
	for _, list := range [][]*text.File{files.Annotations, files.Pages, files.Pictures, files.Layouts, {files.Config, files.Sums}} {
		for _, f := range list {
			if f != nil {
				add(f.Path, f.Data)
			}
		}
	}
	slices.SortFunc(generated, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	for _, f := range generated {
		add(f.Path, f.Data)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// Generated returns the generated files as they stand in the project.
func (f *Files) Generated() []File {
	var out []File
	for _, s := range append(slices.Clone(f.Sheets), f.Schema) {
		if s != nil {
			out = append(out, File{Path: s.Path, Data: s.Data})
		}
	}
	return out
}
