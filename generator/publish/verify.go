package publish

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"factsheet/generator/parallel"
)

// A Problem is something in a published folder that is not as it was
// published.
type Problem struct {
	Path    string // relative to the folder, with forward slashes; "" for the folder itself
	Message string // what is wrong, as a predicate: "is missing"
}

// String returns the problem as a sentence without its full stop.
func (p Problem) String() string {
	if p.Path == "" {
		return "the folder " + p.Message
	}
	return fmt.Sprintf("%q %s", p.Path, p.Message)
}

// Verify reads a published folder again: every file of its manifest stands
// with its size and SHA-256, no other file is there, and no journal waits to
// be finished. The problems are sorted by path; none means that the folder is
// one publication whole.
func Verify(dir string) []Problem {
	dir, err := realFolder(dir)
	if err != nil {
		return []Problem{{"", "cannot be read: " + err.Error()}}
	}
	m, err := ReadManifest(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return []Problem{{ManifestName, missing + ", which lists what was published"}}
	}
	if err != nil {
		return []Problem{{ManifestName, "cannot be read: " + err.Error()}}
	}
	return verify(dir, m)
}

const missing = "is missing"

// Fresh reports whether a folder holds what a build with this program and
// these inputs would publish, byte for byte, and nothing of a killed build is
// left beside it, so that there is nothing to do.
func Fresh(dir string, in Input) bool {
	dir, err := realFolder(dir)
	if err != nil {
		return false
	}
	m, err := ReadManifest(dir)
	return err == nil && m.Input == in && len(placesOf(dir).leftovers()) == 0 && len(verify(dir, m)) == 0
}

func verify(dir string, m Manifest) []Problem {
	found := make([]string, len(m.Files))
	parallel.Try(context.Background(), len(m.Files), func(i int) error {
		found[i] = fault(join(dir, m.Files[i].Path), m.Files[i])
		return nil
	})
	var problems []Problem
	if journal := placesOf(dir).journal; exists(journal) {
		problems = append(problems, Problem{"", fmt.Sprintf("is half replaced: a build was stopped and left %q; build again to finish it", journal)})
	}
	for i, e := range m.Files {
		if found[i] != "" {
			problems = append(problems, Problem{e.Path, found[i]})
		}
	}
	foreign, err := strangers(dir, m, math.MaxInt)
	if err != nil {
		problems = append(problems, Problem{"", "cannot be read: " + err.Error()})
	}
	for _, path := range foreign {
		if _, listed := m.find(path); !listed {
			problems = append(problems, Problem{path, "was put there by no build"})
		}
	}
	slices.SortStableFunc(problems, func(a, b Problem) int { return strings.Compare(a.Path, b.Path) })
	return problems
}

// realFolder returns the absolute path of an existing folder without symbolic
// links in it.
func realFolder(dir string) (string, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	return filepath.EvalSymlinks(dir)
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// fault says in what a file differs from its entry, or "".
func fault(path string, e Entry) string {
	info, err := os.Lstat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return missing
	case err != nil:
		return "cannot be read: " + err.Error()
	case !info.Mode().IsRegular():
		return "is no plain file"
	case info.Size() != e.Size:
		return fmt.Sprintf("has %d bytes, not the %d that were published", info.Size(), e.Size)
	}
	sum, err := sumFile(path)
	if err != nil {
		return "cannot be read: " + err.Error()
	}
	if sum != e.Sum {
		return "has other bytes than were published"
	}
	return ""
}

func sumFile(path string) (sum [sha256.Size]byte, err error) {
	f, err := os.Open(path)
	if err != nil {
		return sum, err
	}
	defer f.Close()
	buf := buffers.Get().(*[bufferBytes]byte)
	defer buffers.Put(buf)
	h := sha256.New()
	// The file's own way of copying would make a buffer of its own.
	_, err = io.CopyBuffer(h, struct{ io.Reader }{f}, buf[:])
	h.Sum(sum[:0])
	return sum, err
}

// litter is what file managers leave in the folders that they show, and a
// killed build that probed. It is nobody's work, and a publication may drop it.
var litter = []string{".DS_Store", "Thumbs.db", "desktop.ini", probeName}

// strangers returns the paths in a folder that no publication put there, and
// those of the manifest that are no plain files any more. A folder is no
// stranger, but for one that stands where a file was. It looks for so many at
// the most: a folder of somebody else's may be a whole disk.
func strangers(dir string, m Manifest, most int) ([]string, error) {
	var found []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || path == dir {
			return err
		}
		path = filepath.ToSlash(path[len(dir)+1:])
		_, listed := m.find(path)
		if d.IsDir() && !listed {
			return nil
		}
		if !d.Type().IsRegular() || !listed && path != ManifestName && !slices.Contains(litter, d.Name()) {
			found = append(found, path)
		}
		if len(found) > most {
			return fs.SkipAll
		}
		return nil
	})
	return found, err
}

// standing returns the manifest of the published folder, or an empty one where
// there is no folder or nothing in it. It refuses a folder with files that a
// publication would lose.
func (at places) standing() (Manifest, error) {
	if !exists(at.dir) {
		return Manifest{}, nil
	}
	m, err := ReadManifest(at.dir)
	unmarked := errors.Is(err, fs.ErrNotExist)
	if errors.Is(err, fs.ErrPermission) {
		return Manifest{}, at.untouched(err)
	}
	if err != nil && !unmarked {
		return Manifest{}, fmt.Errorf("cannot publish to %q: %w; delete the folder to have it written anew", at.dir, err)
	}
	foreign, err := strangers(at.dir, m, mostForeign)
	if err != nil {
		return Manifest{}, at.untouched(err)
	}
	if len(foreign) == 0 {
		return m, nil
	}
	what := "no build put there"
	if unmarked {
		what = "are not a published site (it has no " + ManifestName + ")"
	}
	return Manifest{}, fmt.Errorf("cannot publish to %q: files in it that %s would be lost: %s; move them away, or choose another folder", at.dir, what, some(foreign))
}

// mostForeign is how many files of somebody else's are counted.
const mostForeign = 10_000

// some lists the first paths, and how many more there are.
func some(paths []string) string {
	const most = 5
	if len(paths) <= most {
		return strings.Join(paths, ", ")
	}
	if len(paths) > mostForeign {
		return fmt.Sprintf("%s and more than %d others", strings.Join(paths[:most], ", "), mostForeign-most)
	}
	return fmt.Sprintf("%s and %d more", strings.Join(paths[:most], ", "), len(paths)-most)
}
