package build

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"syscall"
	"unicode/utf8"

	"factsheet/generator/seed"
)

// readFile reads a plain file within the limit of its kind. ok is false where
// it is not there.
func readFile(e entry) (data []byte, problem seed.Problem, ok bool) {
	if !utf8.ValidString(e.name) {
		return nil, seed.Problem{Code: misnamedCode(e), Message: "has a name that is not UTF-8", Help: "rename it"}, true
	}
	info, err := fs.Stat(e.fsys, e.name)
	switch {
	case errors.Is(err, fs.ErrNotExist) && !isLink(e):
		return nil, problem, false // it may have gone since the folder was listed
	case err != nil:
		return nil, cannotRead(e, err), true
	case !info.Mode().IsRegular():
		return nil, seed.Problem{Code: missingCode(e), Message: "is no plain file", Help: "put a plain file in its place, or remove it"}, true
	case info.Size() > e.limit():
		return nil, seed.Problem{
			Code:    "limit",
			Message: fmt.Sprintf("has %d bytes, more than the limit of %d MB", info.Size(), e.limit()>>20),
			Help:    "split it",
		}, true
	}
	if data, err = fs.ReadFile(e.fsys, e.name); err != nil {
		return nil, cannotRead(e, err), true
	}
	return data, problem, true
}

// isLink reports whether a file is listed as a symbolic link, be it to nothing.
func isLink(e entry) bool {
	info, err := fs.Lstat(e.fsys, e.name)
	return err == nil && info.Mode()&fs.ModeSymlink != 0
}

func cannotRead(e entry, err error) seed.Problem {
	p := seed.Problem{Code: missingCode(e), Message: "cannot be read: " + reason(err), Help: remedy(err)}
	if errors.Is(err, fs.ErrNotExist) {
		p.Message = "is a link to a file that is not there"
	}
	return p
}

// remedy is what to do about an error of the file system.
func remedy(err error) string {
	switch {
	case errors.Is(err, fs.ErrPermission):
		return "give yourself the right to read it, or move it out of the project"
	case errors.Is(err, syscall.ELOOP), errors.Is(err, fs.ErrNotExist), escapes(err):
		return "put the file itself in the place of the link, or remove the link"
	}
	return "see that it can be read, or move it out of the project"
}

// escapes reports whether a link leads out of its folder, for which package os
// has no error of a name.
func escapes(err error) bool {
	perr, ok := errors.AsType[*fs.PathError](err)
	return ok && perr.Err.Error() == "path escapes from parent"
}

// reason is what an error of the file system says, without the path, which a
// diagnostic has already.
func reason(err error) string {
	if errors.Is(err, syscall.ELOOP) {
		return "its links go round in a circle"
	}
	if escapes(err) {
		return "its link leads out of its folder"
	}
	if perr, ok := errors.AsType[*fs.PathError](err); ok {
		err = perr.Err
	}
	return err.Error()
}

// unlistable is the error of a folder that cannot be listed.
func unlistable(name string, err error) error {
	help := remedy(err)
	if perr, ok := errors.AsType[*fs.PathError](err); ok {
		err = perr.Err
	}
	return fmt.Errorf("%s cannot be read: %w; %s", name, err, help)
}

func misnamedCode(e entry) string {
	if e.kind == seedFile {
		return missingCode(e)
	}
	return "bad-name"
}

func missingCode(e entry) string {
	if e.kind == seedFile {
		return "seed-missing"
	}
	return "syntax"
}

// leadsToFolder reports whether a link leads to a folder from which something
// might be read. Where it leads out of the project, its name has to tell.
func leadsToFolder(e entry) bool {
	if !isNamedAsFolder(e.path) {
		return false
	}
	info, err := fs.Stat(e.fsys, e.name)
	return err == nil && info.IsDir() || err != nil && escapes(err)
}

// isNamedAsFolder reports whether a path is one that most folders have and no
// file that is read, in a part of the project that has folders.
func isNamedAsFolder(name string) bool {
	part, rest, _ := strings.Cut(name, "/")
	return (part == "content" || part == "layouts") && rest != "" && path.Ext(rest) == "" && !hidden(rest) && !isTemporary(path.Base(rest))
}

// hidden reports whether a file or folder is one that file managers do not
// show; nothing at or below it is read.
func hidden(name string) bool {
	base := path.Base(name)
	return base != "." && strings.HasPrefix(base, ".")
}
