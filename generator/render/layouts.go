package render

import (
	"bytes"
	"html/template"
	"io/fs"
	"path"
	"slices"
	"strings"

	"factsheet/generator/diag"
	"factsheet/generator/page"
	"factsheet/generator/text"
)

// dir is the folder of layouts in a project.
const dir = "layouts/"

// kinds are the kinds of pages and the types of their values. The layout of a
// kind is the file of its name.
var kinds = map[string]any{
	"home":        page.Home{},
	"sheet":       page.Sheet{},
	"group":       page.Group{},
	"sources":     page.Sources{},
	"source":      page.Source{},
	"actor":       page.Actor{},
	"prose":       page.Prose{},
	"search":      page.Search{},
	"compare":     page.Compare{},
	"pair":        page.Pair{},
	"corrections": page.Corrections{},
	"data":        page.Data{},
	"notfound":    nil,
	"single":      Single{},
}

// Layouts are the parsed layouts of a site. They never change.
type Layouts struct {
	sets    map[string]*layoutSet // by kind
	files   map[string]*text.File // by path below layouts/, which is also the template's name
	own     map[string]bool       // those of the project
	untried bool                  // one of these is not the embedded one of its path
	assets  assets
}

// Parse reads the layouts: the embedded ones, with paths relative to
// layouts/, and those of the project, each of which stands in for an embedded
// one of its path. Where something is wrong there are no layouts. It panics if
// the embedded files cannot be read.
func Parse(embedded fs.FS, own []*text.File) (*Layouts, []diag.Diagnostic) {
	l := &Layouts{files: overlay(embedded, own), own: map[string]bool{}}
	for _, f := range own {
		name := strings.TrimPrefix(f.Path, dir)
		l.own[name] = true
		l.untried = l.untried || path.Ext(name) == ".html" && !isEmbedded(embedded, name, f.Data)
	}
	l.assets = newAssets(l.files)
	found := append(strays(own), l.parse()...)
	if len(found) > 0 {
		diag.Sort(found)
		return nil, found
	}
	return l, nil
}

// isEmbedded reports whether an embedded layout has these bytes.
func isEmbedded(embedded fs.FS, name string, data []byte) bool {
	same, err := fs.ReadFile(embedded, name)
	return err == nil && bytes.Equal(same, data)
}

func overlay(embedded fs.FS, own []*text.File) map[string]*text.File {
	files := map[string]*text.File{}
	err := fs.WalkDir(embedded, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(embedded, name)
		files[name] = text.NewFile(dir+name, data)
		return err
	})
	if err != nil {
		panic("render: embedded layouts: " + err.Error())
	}
	for _, f := range own {
		files[strings.TrimPrefix(f.Path, dir)] = f
	}
	return files
}

// names returns the paths below a folder ("" for the top) that end with ext,
// in order.
func (l *Layouts) names(folder, ext string) []string {
	var names []string
	for name := range l.files {
		if path.Ext(name) == ext && (folder == "" && path.Dir(name) == "." || folder != "" && strings.HasPrefix(name, folder)) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// parse makes the set of each kind: base.html and the partials, which they
// share, and the file of the kind.
func (l *Layouts) parse() []diag.Diagnostic {
	shared := l.shared()
	all := slices.Concat(shared, l.kindFiles())
	found := slices.Concat(headless(l.files["base.html"]), l.forbidden(all), l.foreign(all))
	base := template.New("").Funcs(l.functions())
	for _, name := range shared {
		found = append(found, l.add(base, name)...)
	}
	if len(found) > 0 {
		return found
	}
	l.sets = map[string]*layoutSet{}
	for _, name := range l.kindFiles() {
		set := template.Must(base.Clone())
		if bad := l.add(set, name); bad != nil {
			found = append(found, bad...)
			continue
		}
		kind := strings.TrimSuffix(name, ".html")
		l.sets[kind] = &layoutSet{Template: set, untried: l.untried}
		found = append(found, l.rehearse(kind)...)
	}
	return unique(found)
}

// shared are the files that every page has: the embedded partials, base.html
// and the partials of the project, which may define a block of base.html anew
// for all pages.
func (l *Layouts) shared() []string {
	var own []string
	shared := slices.DeleteFunc(l.names("partials/", ".html"), func(name string) bool {
		if l.own[name] {
			own = append(own, name)
		}
		return l.own[name]
	})
	return slices.Concat(shared, []string{"base.html"}, own)
}

func (l *Layouts) kindFiles() []string {
	var names []string
	for kind := range kinds {
		names = append(names, kind+".html")
	}
	slices.Sort(names)
	return names
}

func (l *Layouts) add(set *template.Template, name string) []diag.Diagnostic {
	if _, err := set.New(name).Parse(string(l.files[name].Data)); err != nil {
		return []diag.Diagnostic{l.explain(err, "")}
	}
	return nil
}

// unique drops findings of a shared file that turned up for several kinds.
func unique(found []diag.Diagnostic) []diag.Diagnostic {
	type key struct {
		place   diag.Place
		message string
	}
	seen := map[key]bool{}
	return slices.DeleteFunc(found, func(d diag.Diagnostic) bool {
		k := key{d.Place, d.Message}
		defer func() { seen[k] = true }()
		return seen[k]
	})
}
