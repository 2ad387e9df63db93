// Package publish replaces the folder of a built site whole or not at all.
//
// A site is staged in a folder beside the one that is published, with the
// files that did not change linked from there, so that their times stand. One
// exchange of the two folders then publishes it; a reader finds every file of
// the old site or of the new one at every moment, and so does whoever looks
// after a crash. Where a file system cannot exchange folders the staged folder
// becomes a journal: its files are renamed into place one by one, and a run
// that was stopped in between is finished by the next.
//
// Beside a folder public stand, while a build publishes to it and after one
// that was killed, .public.factsheet-lock, .public.factsheet-stage and
// .public.factsheet-journal. The next build removes what a killed one left.
package publish

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"syscall"
)

// A File is one file of the built site. Its bytes are not changed by anybody
// once it is handed over.
type File struct {
	Path string // relative to the site, with forward slashes
	Data []byte
	// Write writes the bytes of a file that need never be in memory at once;
	// nil for one whose bytes are Data. It gives the same bytes each time.
	Write func(io.Writer) error
}

// An Input says what a site was made from. Two builds with equal inputs write
// the same files. Both strings are one line.
type Input struct {
	Program string // version and SHA-256 of the program
	Inputs  string // digest of everything that the program read
}

// The ways in which a site was put in place.
const (
	ByRename   = "rename"   // nothing stood there, and the staged folder took the name
	ByExchange = "exchange" // the staged folder and the published one changed places
	ByJournal  = "journal"  // file by file
)

// A Result says what a publication did.
type Result struct {
	Dir       string // the folder published to: absolute, symbolic links resolved
	Written   int    // files that are new or changed
	Kept      int    // files that stand as they stood
	Removed   int    // files that are of the site no longer
	Unchanged bool   // nothing was written, not even the manifest
	How       string // ByRename, ByExchange or ByJournal; "" when Unchanged
}

// Publish makes dir hold exactly the files of the stream and a manifest of
// them. It takes the files one by one in the calling goroutine and writes them
// on all cores, so that a large site need never be in memory at once.
//
// An error, be it of the stream, which is returned as it is, of the context or
// of the file system, leaves in dir what stood there; only an error in the
// middle of a journal leaves a mixture, and says so. Publish refuses what
// Guard forbids, names that some host or file system cannot hold, a folder
// that is not empty and has no manifest, and one with files that its manifest
// does not list.
//
// The published folder is another one after each exchange: what holds on to
// the old one rather than to its name, such as a shell that stands in it,
// sees the old site.
func Publish(ctx context.Context, dir string, in Input, files iter.Seq2[File, error], guard Guard) (Result, error) {
	return system.publish(ctx, dir, in, files, guard)
}

// A publisher holds the file operations that tests make fail.
type publisher struct {
	exchange func(a, b string) error
	rename   func(from, to string) error
	create   func(path string) (*os.File, error) // of a file that is not there
}

var system = publisher{exchange: exchange, rename: os.Rename, create: create}

func create(path string) (*os.File, error) {
	return os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
}

func (p publisher) publish(ctx context.Context, dir string, in Input, files iter.Seq2[File, error], guard Guard) (Result, error) {
	resolved, err := guard.resolve(dir)
	if err != nil {
		return Result{}, err
	}
	at := placesOf(resolved)
	if err := os.MkdirAll(filepath.Dir(at.dir), 0o755); err != nil {
		return Result{}, at.untouched(err)
	}
	release, err := acquire(ctx, at, guard)
	if err != nil {
		return Result{}, err
	}
	defer release()
	if err := p.tidy(at); err != nil {
		return Result{}, err
	}
	// Until the exchange the stage holds the new site, after it the old one:
	// either way it has to go. What cannot be removed the next run removes.
	defer os.RemoveAll(at.stage)
	return p.replace(ctx, at, in, files)
}

// replace stages the files and puts them in place. The lock is held.
func (p publisher) replace(ctx context.Context, at places, in Input, files iter.Seq2[File, error]) (Result, error) {
	old, err := at.standing()
	if err != nil {
		return Result{}, err
	}
	s := newStage(at, old, p.create)
	if err := s.take(ctx, files); err != nil {
		return Result{}, err
	}
	res := Result{Dir: at.dir, Written: s.written, Kept: len(s.kept), Removed: s.removed()}
	if old.Input == in && s.written == 0 && res.Removed == 0 {
		res.Unchanged = true
		return res, nil
	}
	if err := s.complete(ctx, in); err != nil {
		return Result{}, err
	}
	if _, err := at.standing(); err != nil { // a file may have come in meanwhile
		return Result{}, err
	}
	res.How, err = p.swap(at)
	return res, err
}

// swap puts the staged folder in the place of the published one.
func (p publisher) swap(at places) (how string, err error) {
	if !exists(at.dir) {
		if err := p.rename(at.stage, at.dir); err != nil {
			return "", at.untouched(err)
		}
		flushFolder(filepath.Dir(at.dir))
		return ByRename, nil
	}
	cause := p.exchange(at.stage, at.dir)
	if cause == nil {
		flushFolder(filepath.Dir(at.dir)) // before the old site goes
		return ByExchange, nil
	}
	if err := p.probe(at); err != nil {
		return "", at.untouched(cause)
	}
	if err := p.rename(at.stage, at.journal); err != nil {
		return "", at.untouched(err)
	}
	return ByJournal, p.finish(at)
}

// The places of a publication. All but dir are siblings of it, and so on its
// file system, unless dir is a mount point.
type places struct {
	dir     string // the published folder
	stage   string // the next site while it is being written; after an exchange the last one
	journal string // a staged site, complete, whose files are being renamed into dir
	lock    string
}

func placesOf(dir string) places {
	prefix := filepath.Join(filepath.Dir(dir), "."+filepath.Base(dir)+".factsheet-")
	return places{dir: dir, stage: prefix + "stage", journal: prefix + "journal", lock: prefix + "lock"}
}

// leftovers names what a build at work or a killed one put beside the folder.
func (at places) leftovers() []string {
	var found []string
	for _, p := range []string{at.stage, at.journal, at.lock} {
		if exists(p) {
			found = append(found, p)
		}
	}
	return found
}

// untouched puts an error of the file system into words, for a failure before
// anything in the published folder was changed.
func (at places) untouched(err error) error {
	help := ""
	switch {
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		help = "; free some space on that disk and build again"
	case errors.Is(err, syscall.EROFS), errors.Is(err, fs.ErrPermission):
		help = "; choose a folder where you may write, also beside it"
	case errors.Is(err, syscall.ENAMETOOLONG):
		help = "; choose a folder with a shorter path"
	case errors.Is(err, syscall.EXDEV), errors.Is(err, syscall.EBUSY):
		help = "; where it is a mount point, choose a folder below it"
	}
	return fmt.Errorf("nothing published, %q is as it was: %w%s", at.dir, err, help)
}
