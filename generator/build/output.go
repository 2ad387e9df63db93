package build

import (
	"bytes"
	"context"
	"io"
	"io/fs"
	"math"
	"slices"

	"factsheet/generator/diag"
	"factsheet/generator/dossier"
	"factsheet/generator/export"
	"factsheet/generator/page"
	"factsheet/generator/sheet"
	"factsheet/generator/text"
)

// A File is a file of the site or a generated file of the project.
type File struct {
	Path string // relative to the site or the project, with forward slashes
	Data []byte
	// Write writes the bytes of a file that need never be in memory at once;
	// nil for one whose bytes are Data. It gives the same bytes each time.
	Write func(io.Writer) error
}

// Bytes returns all bytes of a file.
func (f File) Bytes() []byte {
	if f.Write == nil {
		return f.Data
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		panic(err) // nothing but the writer fails, and this one never does
	}
	return b.Bytes()
}

// Findings is the error of a page that cannot be rendered.
type Findings []diag.Diagnostic

// Error returns the first finding's message.
func (f Findings) Error() string { return f[0].Message }

// An Output is what a state without errors gives: the generated files of the
// project and the files of the site, which are rendered as they are asked for.
// The links of hand-written pages are checked when these are rendered, but for
// an output with errors, which nobody renders.
type Output struct {
	Generated []File   // sheets, their SHA256SUMS, the schema
	Stale     []File   // those of Generated that the project does not hold as they are
	Gone      []string // sheets in the project that are no sheets of the site any more
	Found     []diag.Diagnostic

	site   *site
	sums   []byte // those of the sheets as the project holds them
	links  *proseLinks
	jobs   []job
	memory *memory // of pages; nil: nothing is remembered
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
	o.sheets(book)
	o.Generated = append(o.Generated, File{Path: SchemaPath, Data: export.Schema(s.Dossier)})
	o.compare(s.Files)
	layouts, found := o.memory.parse(embedded, s.Files.Layouts)
	o.Found = append(o.Found, found...)
	o.links = newProseLinks(s.Files, book, s.Dossier)
	if layouts != nil {
		o.site = newSite(s, book, layouts, o.links)
		o.jobs = o.site.jobs()
		o.Found = append(o.Found, misnamed(o.jobs)...)
	}
	if diag.Errors(o.Found) > 0 {
		o.Found = append(o.Found, o.links.check()...)
	}
	diag.Sort(o.Found)
	return o
}

// Writes returns how the generated files of the project are brought up to
// date, step by step: a file of no data is removed. Wherever that is cut short,
// each sheet is one that the sums beside it list.
func (o *Output) Writes() []File {
	var steps []File
	var sums *File
	for _, f := range o.Stale {
		if f.Path == sheet.SumsPath {
			sums = &f
			continue
		}
		steps = append(steps, f)
	}
	for _, name := range o.Gone {
		steps = append(steps, File{Path: name})
	}
	if sums != nil {
		between := File{Path: sheet.SumsPath, Data: sheet.Between(o.sums, sums.Data)}
		steps = append(append([]File{between}, steps...), *sums)
	}
	return steps
}

// sheets makes the sheets and their Markdown files.
func (o *Output) sheets(book *page.Book) {
	var files []*text.File
	for _, ref := range book.Sheets() {
		head, parts, _ := book.Parts(ref.ID)
		f := text.NewFile(page.SheetDir+"/"+ref.ID+".md", sheet.Print(head, parts))
		files = append(files, f)
		o.Generated = append(o.Generated, File{Path: f.Path, Data: f.Data})
	}
	o.Generated = append(o.Generated, File{Path: sheet.SumsPath, Data: sheet.Sums(files)})
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
	if old, ok := held[sheet.SumsPath]; ok {
		o.sums = old.Data
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
