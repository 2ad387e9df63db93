package publish

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"slices"
)

// A Report is what a re-check of a published site found and how much it looked
// at.
type Report struct {
	Problems []Problem // by path
	Excerpts bool      // the seeds are not published, so that offsets cannot be checked
	Files    int
	Seeds    int
	Quotes   int // counted once for each file of data that has them
	Links    int // within the folder
}

// Recheck reads a published site again, as anybody may who has nothing but the
// folder: its manifest ([Verify]), its seeds against their sums, every quote
// and offset in its data against the seeds, and every link and fragment.
// Without the seeds each quote is looked for on the page of its source. The
// error is of a folder that cannot be read.
func Recheck(dir string) (Report, error) {
	if info, err := os.Stat(dir); err == nil && !info.IsDir() {
		return Report{}, &fs.PathError{Op: "open", Path: dir, Err: errors.New("it is no folder")}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return Report{}, err
	}
	defer root.Close()
	c := &checker{fsys: plain{root}}
	c.Problems = Verify(dir)
	if err := c.links(); err != nil {
		return Report{}, err
	}
	c.data()
	slices.SortStableFunc(c.Problems, func(a, b Problem) int { return cmp.Compare(a.Path, b.Path) })
	return c.Report, nil
}

// plain opens files and folders alone: whoever opens a pipe may wait for ever.
type plain struct{ root *os.Root }

// Open implements fs.FS.
func (p plain) Open(name string) (fs.File, error) {
	info, err := p.root.Stat(name)
	if err == nil && !info.IsDir() && !info.Mode().IsRegular() {
		err = &fs.PathError{Op: "open", Path: name, Err: errors.New("it is no plain file")}
	}
	if err != nil {
		return nil, err
	}
	return p.root.FS().Open(name)
}

// A checker collects a report.
type checker struct {
	Report
	fsys  fs.FS
	pages map[string]*document
}

func (c *checker) problem(path, message string) {
	c.Problems = append(c.Problems, Problem{path, message})
}

// read returns the bytes of a file that the site must have.
func (c *checker) read(path string) ([]byte, bool) {
	data, err := fs.ReadFile(c.fsys, path)
	switch told := slices.ContainsFunc(c.Problems, func(p Problem) bool { return p.Path == path }); {
	case errors.Is(err, fs.ErrNotExist) && !told:
		c.problem(path, missing)
	case err != nil && !told:
		c.problem(path, "cannot be read: "+err.Error())
	}
	return data, err == nil
}
