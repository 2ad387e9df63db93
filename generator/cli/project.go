package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"factsheet/generator/build"
	"factsheet/generator/config"
	"factsheet/generator/diag"
)

// A project is a folder of which each part is opened by itself, so that no
// link in one leads out of it.
type project struct {
	dir   string
	roots []*os.Root
	build.Folders
}

func (p *program) open() (*project, error) {
	o := &project{dir: p.root}
	root, err := o.part("")
	if err != nil {
		return nil, hinted(fmt.Errorf("cannot open the project: %w", err), "--root DIR names another folder")
	}
	o.Root = root
	for _, part := range []struct {
		name string
		fsys *fs.FS
	}{{"seeds", &o.Seeds}, {"content", &o.Content}, {"layouts", &o.Layouts}} {
		if *part.fsys, err = o.part(part.name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			o.Close()
			return nil, fmt.Errorf("cannot open the project: %w", err)
		}
	}
	return o, nil
}

// part opens a folder of the project; nil and fs.ErrNotExist where it has
// none.
func (o *project) part(name string) (fs.FS, error) {
	dir := filepath.Join(o.dir, name)
	if info, err := os.Stat(dir); err == nil && !info.IsDir() {
		return nil, fmt.Errorf("%q is no folder", dir) // to open a pipe is to wait for somebody
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	o.roots = append(o.roots, root)
	return root.FS(), nil
}

// Close closes the project's folders.
func (o *project) Close() {
	for _, r := range o.roots {
		r.Close()
	}
}

// read opens and reads the project.
func (p *program) read() (*build.Files, error) {
	o, err := p.open()
	if err != nil {
		return nil, err
	}
	defer o.Close()
	defer p.say.progress("reading")()
	files, err := build.Read(o.Folders, nil)
	if err == nil && files.Config == nil && len(files.Found) == 0 {
		return nil, hinted(fmt.Errorf("there is no %s in %q, so it is no project", config.Path, p.root),
			"factsheet new DIR makes one; --root DIR works on one elsewhere")
	}
	return files, err
}

// state reads, links and judges the project.
func (p *program) state() (*build.State, error) {
	files, err := p.read()
	if err != nil {
		return nil, err
	}
	defer p.say.progress("checking")()
	return build.Next(files, nil), nil
}

// refuseUnread prints why a project is not linked at all: its site.toml has
// errors.
func (p *program) refuseUnread(found []diag.Diagnostic) error {
	p.report(p.env.Stderr, found)
	return errorsFound{}
}
