package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"syscall"
)

// A journal is a staged site, complete and on disk, that got the journal's
// name in one rename. From then on the site goes forward only: every file that
// the journal's manifest lists stands in the journal or already in its place,
// and the manifest itself moves last.

// tidy finishes a journal that a run left, and removes what a killed run staged.
func (p publisher) tidy(at places) error {
	if exists(at.journal) {
		if err := p.finish(at); err != nil {
			return err
		}
	}
	if err := os.RemoveAll(at.stage); err != nil {
		return at.untouched(fmt.Errorf("cannot remove what an earlier build left: %w", err))
	}
	return nil
}

const probeName = ManifestName + "-probe"

// probe tries whether files can be renamed from the stage into the published
// folder, before anything is changed there.
func (p publisher) probe(at places) error {
	from, to := join(at.stage, probeName), join(at.dir, probeName)
	if err := os.WriteFile(from, nil, 0o644); err != nil {
		return err
	}
	if err := p.rename(from, to); err != nil {
		return errors.Join(err, os.Remove(from))
	}
	return os.Remove(to)
}

// finish moves the journal's files to where they belong. However often it is
// stopped and begun again, the end is the same.
func (p publisher) finish(at places) error {
	err := p.roll(at)
	if err == nil {
		flushFolder(at.dir)
		err = os.RemoveAll(at.journal)
	}
	if err != nil {
		return fmt.Errorf("%q is half replaced: %w; build again to finish it", at.dir, err)
	}
	return nil
}

func (p publisher) roll(at places) error {
	next, err := ReadManifest(at.journal)
	if errors.Is(err, fs.ErrNotExist) {
		return nil // the manifest had moved, and so had all files
	}
	if err != nil {
		return err
	}
	old, err := ReadManifest(at.dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	gone := leaving(old, next)
	if err := removeFiles(at.dir, inTheWay(gone, next)); err != nil {
		return err
	}
	for _, path := range byArrival(old, next) {
		if err := p.place(at, path); err != nil {
			return err
		}
	}
	if err := removeFiles(at.dir, gone); err != nil {
		return err
	}
	if err := flushTree(at.dir); err != nil {
		return err
	}
	return p.place(at, ManifestName)
}

// place moves one file from the journal, if it is still there.
func (p publisher) place(at places, path string) error {
	from, to := join(at.journal, path), join(at.dir, path)
	info, err := os.Lstat(from)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if standing, err := os.Lstat(to); err == nil && os.SameFile(info, standing) {
		return nil // a file that did not change, linked
	} else if err == nil && standing.IsDir() {
		removeEmpty(to)
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	return p.rename(from, to)
}

// leaving returns the paths of the old site that the next one has not.
func leaving(old, next Manifest) []string {
	var gone []string
	for _, e := range old.Files {
		if _, ok := next.find(e.Path); !ok {
			gone = append(gone, e.Path)
		}
	}
	return gone
}

// byArrival returns the paths of the next site, those that are new first: a
// page is then never there before what it links to.
func byArrival(old, next Manifest) []string {
	var fresh, known []string
	for _, e := range next.Files {
		if _, ok := old.find(e.Path); ok {
			known = append(known, e.Path)
		} else {
			fresh = append(fresh, e.Path)
		}
	}
	return append(fresh, known...)
}

// inTheWay returns the leaving files that stand where the next site has a
// folder, or in a folder where it has a file.
func inTheWay(gone []string, next Manifest) []string {
	folders := map[string]bool{}
	for _, e := range next.Files {
		for dir := path.Dir(e.Path); dir != "." && !folders[dir]; dir = path.Dir(dir) {
			folders[dir] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(gone), func(p string) bool {
		return !folders[p] && !belowFile(p, next)
	})
}

func belowFile(p string, m Manifest) bool {
	for dir := path.Dir(p); dir != "."; dir = path.Dir(dir) {
		if _, ok := m.find(dir); ok {
			return true
		}
	}
	return false
}

// removeFiles removes files, as far as they are there, and the folders that
// this empties. A folder in the place of such a file is of the next site.
func removeFiles(dir string, paths []string) error {
	for _, p := range paths {
		file := join(dir, p)
		info, err := os.Lstat(file)
		if errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) || err == nil && info.IsDir() {
			continue
		}
		if err == nil {
			err = os.Remove(file)
		}
		if err != nil {
			return err
		}
	}
	for _, p := range paths {
		for up := path.Dir(p); up != "." && removeEmpty(join(dir, up)); up = path.Dir(up) {
		}
	}
	return nil
}

// removeEmpty removes a folder that has nothing in it but litter, and reports
// whether it is gone.
func removeEmpty(folder string) bool {
	info, err := os.Lstat(folder)
	if err != nil {
		return true
	}
	if !info.IsDir() {
		return false
	}
	for _, name := range litter {
		os.Remove(filepath.Join(folder, name))
	}
	return os.Remove(folder) == nil
}
