package sheet

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"path"
	"slices"
	"strings"

	"factsheet/generator/dossier"
	"factsheet/generator/page"
	"factsheet/generator/text"
)

// SumsPath lists the SHA-256 of each sheet as it was last written, as
// sha256sum writes it.
const SumsPath = page.SheetDir + "/SHA256SUMS"

// Sums returns the content of SumsPath for sheets that are about to be
// written.
func Sums(sheets []*text.File) []byte {
	var lines []string
	for _, f := range sheets {
		lines = append(lines, digest(f)+"  "+path.Base(f.Path)+"\n")
	}
	slices.SortFunc(lines, func(a, b string) int { return strings.Compare(a[2*sha256.Size:], b[2*sha256.Size:]) })
	return []byte(strings.Join(lines, ""))
}

// Between returns the content of SumsPath while sheets are written: the lines
// of before and those of after, so that whoever is stopped in between leaves no
// sheet that looks as if somebody had written in it.
func Between(before, after []byte) []byte {
	var b []byte
	for line := range bytes.Lines(before) {
		if !bytes.Contains(after, line) {
			b = append(b, line...)
		}
	}
	return append(b, after...)
}

// Edited returns the sheets of a project whose bytes are not those that sums, the
// content of SumsPath, lists for them: somebody has written in them by hand.
func Edited(committed []*text.File, sums *dossier.Sums) []*text.File {
	var edited []*text.File
	for _, f := range committed {
		if path.Ext(f.Path) != ".md" {
			continue
		}
		if !sums.Lists(path.Base(f.Path), digest(f)) {
			edited = append(edited, f)
		}
	}
	return edited
}

func digest(f *text.File) string {
	sum := sha256.Sum256(f.Data)
	return hex.EncodeToString(sum[:])
}
