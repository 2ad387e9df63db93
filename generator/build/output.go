package build

import (
	"context"
	"io/fs"
	"iter"
	"math"
	"slices"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/export"
	"factsheet/generator/page"
	"factsheet/generator/render"
	"factsheet/generator/sheet"
	"factsheet/generator/text"
)

// A File is a file of the site or a generated file of the project.
type File struct {
	Path string // relative to the site or the project, with forward slashes
	Data []byte
}

// Findings is the error of a page that cannot be rendered.
type Findings []diag.Diagnostic

// Error returns the first finding's message.
func (f Findings) Error() string { return f[0].Message }

// An Output is what a state without errors gives: the generated files of the
// project and the files of the site, which are rendered as they are asked for.
type Output struct {
	Generated []File   // sheets, their SHA256SUMS, the schema
	Stale     []File   // those of Generated that the project does not hold as they are
	Gone      []string // sheets in the project that are no sheets of the site any more
	Found     []diag.Diagnostic

	site   *site
	jobs   []job
	memory *memory // of pages; nil: nothing is remembered
}

// A job makes one file of the site.
type job struct {
	path string
	make func() ([]byte, []diag.Diagnostic)
	page func() render.Page // of a page, what make renders
	from diag.Place         // what the file is made from, where that is one place
	// sound says that the file can be made only of a dossier in which
	// nothing is wrong.
	sound bool
}

// Output puts the site of a state together, which must have no errors.
func (s *State) Output(embedded fs.FS) *Output { return s.output(embedded, new(Output)) }

// OutputAfter is Output where another one will follow: it remembers its pages,
// and takes over from prev, the output before or nil, those of equal values.
func (s *State) OutputAfter(embedded fs.FS, prev *Output) *Output {
	o := &Output{memory: newMemory(math.MaxInt)}
	if prev != nil {
		o.memory = prev.memory
	}
	return s.output(embedded, o)
}

func (s *State) output(embedded fs.FS, o *Output) *Output {
	prose, found := readProse(s.Files)
	o.Found = append(o.Found, found...)
	book := page.New(s.Dossier, prose, page.Options{})
	o.Found = append(o.Found, checkProse(s.Files, book, s.Dossier)...)
	o.sheets(book)
	o.Generated = append(o.Generated, File{SchemaPath, export.Schema(s.Dossier)})
	o.compare(s.Files)
	layouts, found := o.memory.parse(embedded, s.Files.Layouts)
	o.Found = append(o.Found, found...)
	if layouts != nil {
		o.site = newSite(s, book, layouts)
		o.jobs = o.site.jobs()
		o.Found = append(o.Found, misnamed(o.jobs)...)
	}
	diag.Sort(o.Found)
	return o
}

// sheets makes the sheets and their Markdown files.
func (o *Output) sheets(book *page.Book) {
	refs := book.Sheets()
	sheets := dossier.Parallel(refs, func(r page.Ref) page.Sheet {
		s, _ := book.Sheet(r.ID)
		return s
	})
	files := dossier.Parallel(sheets, func(s page.Sheet) *text.File {
		return text.NewFile(SheetDir+"/"+s.Name+".md", sheet.Print(s))
	})
	for _, f := range files {
		o.Generated = append(o.Generated, File{f.Path, f.Data})
	}
	o.Generated = append(o.Generated, File{sheet.SumsPath, sheet.Sums(files)})
}

// compare finds which generated files the project does not hold as they are,
// and which sheets somebody edited.
func (o *Output) compare(files *Files) {
	held := map[string]*text.File{}
	for _, f := range append(slices.Clone(files.Sheets), files.Schema) {
		if f != nil {
			held[f.Path] = f
		}
	}
	for _, f := range o.Generated {
		if old, ok := held[f.Path]; !ok || string(old.Data) != string(f.Data) {
			o.Stale = append(o.Stale, f)
		}
		delete(held, f.Path)
	}
	for name := range held {
		o.Gone = append(o.Gone, name)
	}
	slices.Sort(o.Gone)
	o.Found = append(o.Found, edited(files)...)
}

func edited(files *Files) []diag.Diagnostic {
	sums := text.NewFile(sheet.SumsPath, nil)
	if i := slices.IndexFunc(files.Sheets, func(f *text.File) bool { return f.Path == sheet.SumsPath }); i >= 0 {
		sums = files.Sheets[i]
	}
	listed, found := dossier.ReadSums(sums)
	for _, f := range sheet.Edited(files.Sheets, listed) {
		found = append(found, diag.Diagnostic{
			Code: "sheet-edited", Severity: diag.Error, Place: diag.Place{File: f},
			Message: "this sheet was edited by hand, and build would write over it",
			Help:    "move your words to the annotations or to a page of content/, then delete the file: build makes it anew",
		})
	}
	return found
}

// batch is how many files are rendered before the first of them is handed on.
const batch = 64

// Files yields the files of the site in the order of their paths, rendering on
// all cores. A page that cannot be rendered ends it with an error of type
// [Findings].
func (o *Output) Files(ctx context.Context) iter.Seq2[File, error] {
	return func(yield func(File, error) bool) {
		for jobs := range slices.Chunk(o.jobs, batch) {
			if err := ctx.Err(); err != nil {
				yield(File{}, err)
				return
			}
			for _, r := range dossier.Parallel(jobs, o.run) {
				if !yield(r.file, r.err) || r.err != nil {
					return
				}
			}
		}
	}
}

type result struct {
	file File
	err  error
}

func (o *Output) run(j job) result {
	data, found := o.memory.make(j)
	if len(found) > 0 {
		return result{err: Findings(found)}
	}
	return result{file: File{j.path, data}}
}

// Check returns everything that is wrong with a project: the findings of its
// state and, if these are no errors, those of putting its site together.
func Check(ctx context.Context, s *State, embedded fs.FS) []diag.Diagnostic {
	if s.Errors() > 0 {
		return s.Found
	}
	o := s.Output(embedded)
	found := slices.Concat(s.Found, o.Found)
	for _, err := range o.Files(ctx) {
		if f, ok := err.(Findings); ok {
			found = append(found, f...)
		}
	}
	diag.Sort(found)
	return found
}
