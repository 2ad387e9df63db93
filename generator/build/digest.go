package build

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"factsheet/generator/parallel"
	"factsheet/generator/text"
)

// Digest names everything from which a site is made, in hexadecimal: the
// files of the project, those that cannot be read too, and the generated files as they stand in it or will.
func Digest(files *Files, generated []File) string {
	var parts []digested
	for _, s := range files.Seeds {
		parts = append(parts, digested{s.File.Path, s.File.Data, s.Problem.Message})
	}
	for _, list := range [][]*text.File{files.Annotations, files.Pages, files.Pictures, files.Layouts, {files.Config, files.Sums}} {
		for _, f := range list {
			if f != nil {
				parts = append(parts, digested{f.Path, f.Data, ""})
			}
		}
	}
	for _, d := range files.Found { // a page that cannot be read is in no list
		parts = append(parts, digested{d.Place.File.Path, nil, d.Message})
	}
	byPath := func(a, b File) int { return strings.Compare(a.Path, b.Path) }
	for _, f := range slices.SortedFunc(slices.Values(generated), byPath) {
		parts = append(parts, digested{f.Path, f.Data, ""})
	}
	sums := parallel.Map(parts, func(d digested) [sha256.Size]byte { return sha256.Sum256(d.data) })
	h := sha256.New()
	for i, d := range parts {
		fmt.Fprintf(h, "%d %d %d %s%s", len(d.problem), len(d.path), len(d.data), d.problem, d.path)
		h.Write(sums[i][:])
	}
	return hex.EncodeToString(h.Sum(nil))
}

// A digested is a file with what is wrong with it as a file.
type digested struct {
	path    string
	data    []byte
	problem string
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
