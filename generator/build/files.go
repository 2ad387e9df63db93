// Package build is the pipeline: a project's files to records, to a dossier,
// to diagnostics and pages. Its stages are pure and remembered by the
// identity of what they are made from; it reads through fs.FS and writes
// nothing.
package build

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"factsheet/generator/annotation"
	"factsheet/generator/config"
	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/page"
	"factsheet/generator/parallel"
	"factsheet/generator/seed"
	"factsheet/generator/text"
)

// Folders are the parts of a project, each a file system of its own so that
// nothing in one can lead out of it. One that is nil is not there.
type Folders struct {
	Root    fs.FS // of which only site.toml is read
	Seeds   fs.FS
	Content fs.FS
	Layouts fs.FS
}

// Files are a project's files as they stood at one moment.
type Files struct {
	Config      *text.File // nil where there is no site.toml
	Sums        *text.File // empty where there is no SHA256SUMS
	Seeds       []*dossier.Seed
	Annotations []*text.File
	Pages       []*text.File // hand-written Markdown
	Pictures    []*text.File // beside the pages
	Sheets      []*text.File // content/sheets as committed, SHA256SUMS among them
	Schema      *text.File   // content/annotations/schema.json as committed, or nil
	Layouts     []*text.File // what the project has of its own

	// Found are files that are too large or cannot be read.
	Found []diag.Diagnostic
}

// Largest sizes in bytes.
const (
	maxAnnotation = 64 << 20
	maxPage       = 4 << 20
	maxLayout     = 1 << 20  // the parser of templates goes as deep as they do
	maxSheet      = 1 << 30  // no parser reads it, and 100,000 texts can fill a quarter
	maxOther      = 64 << 20 // pictures, static files of layouts
)

// Read reads a project. Files of prev, an earlier reading or nil, that have
// the same bytes are the same values again. An error is the world's: a folder
// that cannot be listed.
func Read(in Folders, prev *Files) (*Files, error) {
	r := newReader(prev)
	for _, part := range in.parts() {
		if err := r.list(part.name, part.fsys, "."); err != nil {
			return nil, err
		}
	}
	return r.readInto(new(Files)), nil
}

// A part is a folder of a project with its path.
type part struct {
	name string // "" of the project itself
	fsys fs.FS
}

// parts are the folders that are there.
func (in Folders) parts() []part {
	all := []part{{"", in.Root}, {dossier.SeedDir, in.Seeds}, {"content", in.Content}, {"layouts", in.Layouts}}
	return slices.DeleteFunc(all, func(p part) bool { return p.fsys == nil })
}

// SchemaPath is where the generated schema of the annotations stands.
const SchemaPath = annotation.Dir + "/schema.json"

// A kind is what a file of a project is read as.
type kind uint8

const (
	notRead kind = iota
	configFile
	sumsFile
	seedFile
	annotationFile
	schemaFile
	pageFile
	pictureFile
	sheetFile
	layoutFile
	folderLink // a link to a folder, which is not entered
)

// Reads reports whether a file of that path within the project is read, or may
// be a link to a folder, which is told.
func Reads(path string) bool { return kindOf(path) != notRead || isNamedAsFolder(path) }

// kindOf tells from its path what a file is.
func kindOf(name string) kind {
	dir, base := path.Split(name)
	ext := strings.ToLower(path.Ext(base))
	switch {
	case strings.HasPrefix(name, ".") || strings.Contains(name, "/.") || strings.HasSuffix(base, "~"):
		return notRead
	case name == config.Path:
		return configFile
	case name == dossier.SumsPath:
		return sumsFile
	case dir == dossier.SeedDir+"/":
		return only(seedFile, ext == ".txt")
	case name == SchemaPath:
		return schemaFile
	case strings.HasPrefix(name, annotation.Dir+"/"):
		return only(annotationFile, ext == ".toml")
	case strings.HasPrefix(name, page.SheetDir+"/"):
		return only(sheetFile, dir == page.SheetDir+"/" && (ext == ".md" || base == "SHA256SUMS"))
	case strings.HasPrefix(name, "content/") && ext == ".md":
		return pageFile
	case strings.HasPrefix(name, "content/"):
		return only(pictureFile, slices.Contains(pictures, ext))
	case strings.HasPrefix(name, "layouts/"):
		return only(layoutFile, ext != ".go" && !isTemporary(base))
	}
	return notRead
}

// isTemporary reports whether a file of that name is one that an editor keeps
// beside a file while it is open or being saved. Where the ending says what a
// file is, nothing of this kind is read anyhow.
func isTemporary(base string) bool {
	return base == "4913" || strings.HasSuffix(base, "#") || strings.Contains(base, ".sb-") ||
		slices.ContainsFunc(temporary, func(end string) bool { return strings.HasSuffix(base, end) })
}

// temporary are the ends of the names of such files, as Vim, Kate and
// JetBrains' editors name them, and those that many use.
var temporary = []string{".swp", ".swx", ".swo", ".kate-swp", "___jb_tmp___", "___jb_old___", ".tmp", ".bck", ".bak"}

var pictures = []string{".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg"}

func only(k kind, ok bool) kind {
	if ok {
		return k
	}
	return notRead
}

// limit is how many bytes of a file are read.
func (e entry) limit() int64 {
	switch e.kind {
	case seedFile:
		return seed.MaxSize
	case annotationFile:
		return maxAnnotation
	case pageFile:
		return maxPage
	case sheetFile:
		return maxSheet
	case layoutFile:
		if path.Ext(e.name) == ".html" {
			return maxLayout
		}
	}
	return maxOther
}

// isText reports whether a file is text of which no parser sees whether it is
// UTF-8.
func (e entry) isText() bool {
	return e.kind == pageFile || e.kind == layoutFile && path.Ext(e.name) == ".html"
}

// entry is one file to be read.
type entry struct {
	path string // within the project
	name string // within its file system
	fsys fs.FS
	kind kind
	dir  bool // a folder where a file is wanted
}

// loaded is a file that was read, or why it was not.
type loaded struct {
	file    *text.File
	seed    *dossier.Seed
	problem seed.Problem
}

type reader struct {
	prev    map[string]*text.File
	seeds   map[*text.File]*dossier.Seed
	entries []entry
}

func newReader(prev *Files) *reader {
	r := &reader{prev: map[string]*text.File{}, seeds: map[*text.File]*dossier.Seed{}}
	if prev == nil {
		return r
	}
	for _, f := range prev.all() {
		r.prev[f.Path] = f
	}
	for _, s := range prev.Seeds {
		r.prev[s.File.Path] = s.File
		r.seeds[s.File] = s
	}
	return r
}

func (f *Files) all() []*text.File {
	all := slices.Concat(f.Annotations, f.Pages, f.Pictures, f.Sheets, f.Layouts)
	for _, one := range []*text.File{f.Config, f.Sums, f.Schema} {
		if one != nil {
			all = append(all, one)
		}
	}
	return all
}

// list notes the files of one file system that are read, from a file or
// folder down. A folder that a symbolic link names is not entered.
func (r *reader) list(prefix string, fsys fs.FS, from string) error {
	if prefix == "" {
		r.add(entry{path: config.Path, name: config.Path, fsys: fsys, kind: configFile})
		return nil
	}
	return fs.WalkDir(fsys, from, func(name string, d fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil // it vanished while the folder was listed
		case err != nil:
			return unlistable(path.Join(prefix, name), err)
		case d.IsDir() && hidden(name):
			return fs.SkipDir
		}
		r.note(prefix, fsys, name, d.Type())
		return nil
	})
}

// note notes what stands at a path, if it is read.
func (r *reader) note(prefix string, fsys fs.FS, name string, mode fs.FileMode) {
	e := entry{path: path.Join(prefix, name), name: name, fsys: fsys, dir: mode.IsDir()}
	e.kind = kindOf(e.path)
	if (e.kind == notRead || e.kind == layoutFile) && mode&fs.ModeSymlink != 0 && leadsToFolder(e) {
		e.kind = folderLink
	}
	if e.kind != notRead && (!e.dir || e.kind == seedFile || e.kind == sumsFile) {
		r.add(e)
	}
}

func (r *reader) add(e entry) { r.entries = append(r.entries, e) }

// readInto reads the files noted and puts each where it belongs.
func (r *reader) readInto(out *Files) *Files {
	slices.SortFunc(r.entries, func(a, b entry) int { return strings.Compare(a.path, b.path) })
	for i, l := range parallel.Map(r.entries, r.load) {
		out.take(r.entries[i], l)
	}
	if out.Sums == nil {
		out.Sums = text.NewFile(dossier.SumsPath, nil)
	}
	return out
}

func (f *Files) take(e entry, l loaded) {
	if l.file == nil {
		return // it is not there
	}
	if l.problem.Message != "" && e.kind != seedFile {
		insert(&f.Found, unreadable(l), pathOfFound)
		if e.kind == annotationFile {
			insert(&f.Annotations, l.file, pathOf)
		}
		return
	}
	switch e.kind {
	case configFile:
		f.Config = l.file
	case sumsFile:
		f.Sums = l.file
	case seedFile:
		insert(&f.Seeds, l.seed, pathOfSeed)
	case annotationFile:
		insert(&f.Annotations, l.file, pathOf)
	case schemaFile:
		f.Schema = l.file
	case pageFile:
		insert(&f.Pages, l.file, pathOf)
	case pictureFile:
		insert(&f.Pictures, l.file, pathOf)
	case sheetFile:
		insert(&f.Sheets, l.file, pathOf)
	case layoutFile:
		insert(&f.Layouts, l.file, pathOf)
	}
}

// insert puts a value into a list in the order of paths.
func insert[T any](list *[]T, value T, path func(T) string) {
	i, _ := slices.BinarySearchFunc(*list, path(value), func(x T, name string) int { return strings.Compare(path(x), name) })
	*list = slices.Insert(*list, i, value)
}

func pathOf(f *text.File) string           { return f.Path }
func pathOfSeed(s *dossier.Seed) string    { return s.File.Path }
func pathOfFound(d diag.Diagnostic) string { return d.Place.File.Path }

func unreadable(l loaded) diag.Diagnostic {
	return diag.Diagnostic{
		Code: l.problem.Code, Severity: diag.Error, Place: diag.Place{File: l.file},
		Message: "this file " + l.problem.Message, Help: l.problem.Help,
	}
}

// load reads a file; the one of before where its bytes are the same.
func (r *reader) load(e entry) loaded {
	switch {
	case e.kind == folderLink:
		return loaded{file: r.file(e.path, nil), problem: seed.Problem{
			Code: "syntax", Message: "is a link to a folder, which is not entered", Help: "put the folder itself there, or remove the link"}}
	case e.dir && e.kind == seedFile:
		return r.seed(e, nil, seed.Problem{Code: "seed-missing", Message: "is a folder, not a text", Help: "move it out of " + dossier.SeedDir + "/"})
	}
	data, problem, ok := readFile(e)
	if !ok {
		return loaded{}
	}
	if e.kind == seedFile {
		return r.seed(e, data, problem)
	}
	if e.isText() && problem.Message == "" {
		problem, _ = seed.NoText(data)
		problem.Code = "syntax"
	}
	return loaded{file: r.file(e.path, data), problem: problem}
}

func (r *reader) file(name string, data []byte) *text.File {
	if old, ok := r.prev[name]; ok && string(old.Data) == string(data) {
		return old
	}
	return text.NewFile(name, data)
}

func (r *reader) seed(e entry, data []byte, problem seed.Problem) loaded {
	file := r.file(e.path, data)
	if old, ok := r.seeds[file]; ok && old.Problem == problem {
		return loaded{file: file, seed: old}
	}
	sum := sha256.Sum256(data)
	s := &dossier.Seed{Name: e.name, File: file, Sum: hex.EncodeToString(sum[:]), Problem: problem}
	if found, bad := seed.FindProblem(data); bad && problem.Message == "" {
		s.Problem = found
	}
	if s.Bad() {
		s.File = r.file(e.path, nil)
	}
	return loaded{file: s.File, seed: s}
}
