package build

import (
	"cmp"
	"errors"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"syscall"

	"factsheet/generator/config"
	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/text"
)

// Reread reads again what stands at some paths of the project and below them,
// and takes everything else over from prev. Paths have forward slashes; one at
// which nothing stands any more is that of a file or folder that is gone, and
// "." is that of everything. The result is that of [Read] if nothing changed
// elsewhere; so is the error.
func Reread(in Folders, prev *Files, paths []string) (*Files, error) {
	if slices.Contains(paths, ".") {
		return Read(in, prev)
	}
	out, r := prev.without(paths), newReader(prev.within(paths))
	for _, name := range outermost(paths) {
		if err := r.again(in, name); err != nil {
			return nil, err
		}
	}
	return r.readInto(out), nil
}

// again notes what stands at a path.
func (r *reader) again(in Folders, name string) error {
	if name == config.Path && in.Root != nil {
		return r.list("", in.Root, name)
	}
	for _, part := range in.parts() {
		below, ok := relative(part.name, name)
		if !ok || part.name == "" || !fs.ValidPath(name) {
			continue
		}
		switch mode, err := modeAt(part.fsys, below); {
		case errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR):
		case err != nil:
			return unlistable(name, err)
		case mode.IsDir():
			return r.list(part.name, part.fsys, below)
		default:
			r.note(part.name, part.fsys, below, mode)
		}
	}
	return nil
}

// modeAt returns the mode of what stands at a path, if it can be reached
// through folders alone, as [Read] reaches it.
func modeAt(fsys fs.FS, name string) (fs.FileMode, error) {
	if name != "." {
		if mode, err := modeAt(fsys, path.Dir(name)); err != nil || !mode.IsDir() {
			return 0, cmp.Or(err, fs.ErrNotExist)
		}
	}
	info, err := fs.Lstat(fsys, name)
	if err != nil {
		return 0, err
	}
	return info.Mode(), nil
}

// relative returns a path as seen from a folder at or above it.
func relative(folder, name string) (string, bool) {
	if folder == name {
		return ".", true
	}
	return strings.CutPrefix(name, folder+"/")
}

// outermost leaves out the paths that lie below others or were named before.
func outermost(paths []string) []string {
	at := newAt(paths)
	return slices.DeleteFunc(slices.Sorted(maps.Keys(at)), func(name string) bool { return at.below(name) })
}

// An at is a set of paths.
type at map[string]bool

func newAt(paths []string) at {
	set := at{}
	for _, name := range paths {
		set[name] = true
	}
	return set
}

// below reports whether a path lies below one of the set.
func (a at) below(name string) bool {
	for name = path.Dir(name); name != "."; name = path.Dir(name) {
		if a[name] {
			return true
		}
	}
	return false
}

// few is up to how many paths it is faster to compare a name with each of them
// than to look up all folders above it.
const few = 8

// atOrBelow returns what reports whether a name is that of one of some paths or lies
// below one. It is asked about every file of a project after every save.
func atOrBelow(paths []string) func(name string) bool {
	if len(paths) > few {
		set := newAt(paths)
		return func(name string) bool { return set[name] || set.below(name) }
	}
	return func(name string) bool {
		for _, p := range paths {
			if strings.HasPrefix(name, p) && (len(name) == len(p) || name[len(p)] == '/') {
				return true
			}
		}
		return false
	}
}

// without returns the files that are neither at one of the paths nor below.
func (f *Files) without(paths []string) *Files {
	has := atOrBelow(paths)
	return f.filtered(func(name string) bool { return !has(name) })
}

// within returns those that are.
func (f *Files) within(paths []string) *Files { return f.filtered(atOrBelow(paths)) }

// filtered returns the files of whose paths keep is true.
func (f *Files) filtered(keep func(string) bool) *Files {
	out := &Files{
		Config: keptOne(f.Config, keep), Sums: keptOne(f.Sums, keep), Schema: keptOne(f.Schema, keep),
		Annotations: kept(f.Annotations, pathOf, keep), Pages: kept(f.Pages, pathOf, keep),
		Pictures: kept(f.Pictures, pathOf, keep), Sheets: kept(f.Sheets, pathOf, keep), Layouts: kept(f.Layouts, pathOf, keep),
		Seeds: kept(f.Seeds, pathOfSeed, keep), Found: kept(f.Found, pathOfFound, keep),
	}
	return out
}

func keptOne(f *text.File, keep func(string) bool) *text.File {
	if f != nil && keep(f.Path) {
		return f
	}
	return nil
}

// kept returns the members of a list of whose paths keep is true, in a list of
// its own.
func kept[T any](list []T, path func(T) string, keep func(string) bool) []T {
	out := make([]T, 0, len(list)+1)
	for _, x := range list {
		if keep(path(x)) {
			out = append(out, x)
		}
	}
	return out
}

// find returns the member of a list in the order of paths that has the path.
func find[T any](list []T, path func(T) string, name string) (found T, ok bool) {
	i, ok := slices.BinarySearchFunc(list, name, func(x T, name string) int { return strings.Compare(path(x), name) })
	if ok {
		found = list[i]
	}
	return found, ok
}

// Changed returns the paths of the files that are not the same as in an
// earlier reading, or that were there alone, or cannot be read for another
// reason than before, in order.
func (f *Files) Changed(old *Files) []string {
	if old == nil {
		old = new(Files)
	}
	var out []string
	for _, lists := range [][2][]*text.File{
		{old.Annotations, f.Annotations}, {old.Pages, f.Pages}, {old.Pictures, f.Pictures},
		{old.Sheets, f.Sheets}, {old.Layouts, f.Layouts},
		{present(old.Config), present(f.Config)}, {present(old.Sums), present(f.Sums)}, {present(old.Schema), present(f.Schema)},
	} {
		out = append(out, differing(lists[0], lists[1], pathOf)...)
	}
	out = append(out, differing(old.Seeds, f.Seeds, pathOfSeed)...)
	out = append(out, differing(troubles(old.Found), troubles(f.Found), func(t trouble) string { return t.path })...)
	slices.Sort(out)
	return slices.Compact(out)
}

// A trouble is why a file cannot be read.
type trouble struct{ path, why string }

func troubles(found []diag.Diagnostic) []trouble {
	out := make([]trouble, len(found))
	for i, d := range found {
		out[i] = trouble{pathOfFound(d), d.Message}
	}
	return out
}

func present(f *text.File) []*text.File {
	if f == nil || f.Path == dossier.SumsPath && len(f.Data) == 0 {
		return nil
	}
	return []*text.File{f}
}

// differing returns the paths at which two lists in the order of paths differ.
func differing[T comparable](a, b []T, path func(T) string) []string {
	var out []string
	for len(a) > 0 || len(b) > 0 {
		switch {
		case len(a) > 0 && len(b) > 0 && a[0] == b[0]:
			a, b = a[1:], b[1:]
		case len(b) == 0 || len(a) > 0 && path(a[0]) < path(b[0]):
			out, a = append(out, path(a[0])), a[1:]
		case len(a) == 0 || path(b[0]) < path(a[0]):
			out, b = append(out, path(b[0])), b[1:]
		default:
			out, a, b = append(out, path(a[0])), a[1:], b[1:]
		}
	}
	return out
}

// Count returns how many files these are.
func (f *Files) Count() int {
	return len(f.Seeds) + len(f.Annotations) + len(f.Pages) + len(f.Pictures) + len(f.Sheets) + len(f.Layouts) +
		len(present(f.Config)) + len(present(f.Sums)) + len(present(f.Schema))
}

// Empty reports whether the file of a path is there and has no bytes.
func (f *Files) Empty(path string) bool {
	file := f.at(path)
	return file != nil && len(file.Data) == 0
}

// Has reports whether there is a file of a path.
func (f *Files) Has(path string) bool { return f.at(path) != nil }

// at returns the file of a path, or nil.
func (f *Files) at(path string) *text.File {
	if s, ok := find(f.Seeds, pathOfSeed, path); ok {
		return s.File
	}
	for _, list := range [][]*text.File{
		f.Annotations, f.Pages, f.Pictures, f.Sheets, f.Layouts, present(f.Config), present(f.Sums), present(f.Schema),
	} {
		if file, ok := find(list, pathOf, path); ok {
			return file
		}
	}
	return nil
}
