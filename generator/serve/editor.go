package serve

import (
	"errors"
	"fmt"
	"maps"
	"net/url"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"factsheet/generator/diag"
)

// editors are the addresses by which editors open a file at a line, by name.
// {path} stands for the whole path, {line} and {column} count from 1. Editors
// that come without a handler of such addresses need one that the reference
// names.
var editors = map[string]string{
	"vscode":    "vscode://file{path}:{line}:{column}",
	"vscodium":  "vscodium://file{path}:{line}:{column}",
	"cursor":    "cursor://file{path}:{line}:{column}",
	"zed":       "zed://file{path}:{line}:{column}",
	"jetbrains": "jetbrains://open?file={path}&line={line}&column={column}",
	"idea":      "idea://open?file={path}&line={line}&column={column}",
	"vim":       "vim://open?url=file://{path}&line={line}&column={column}",
	"emacs":     "emacs://open?url=file://{path}&line={line}&column={column}",
	"none":      "",
}

// An Editor makes links that open a file at a line. Its zero value makes none.
type Editor struct{ root, template string }

// Editors returns the names of the editors known, in order.
func Editors() []string { return slices.Sorted(maps.Keys(editors)) }

// NewEditor returns an editor by its name, or by an address with {path}, and
// with {line} and {column} where it knows of them. root is the project's
// folder.
func NewEditor(name, root string) (Editor, error) {
	root, err := filepath.Abs(root)
	if err != nil {
		return Editor{}, err
	}
	if template, ok := editors[strings.ToLower(name)]; ok {
		return Editor{root, template}, nil
	}
	if !strings.Contains(name, "{path}") {
		return Editor{}, fmt.Errorf("there is no editor %q; one of %s, or an address such as %s",
			name, strings.Join(Editors(), ", "), editors["vscode"])
	}
	switch u, err := url.Parse(strings.NewReplacer("{", "", "}", "").Replace(name)); {
	case err != nil || u.Scheme == "":
		return Editor{}, fmt.Errorf("%q is no address, such as %s", name, editors["vscode"])
	case slices.Contains([]string{"javascript", "data", "vbscript", "blob"}, u.Scheme):
		return Editor{}, errors.New("an address that runs a script opens no file")
	}
	return Editor{root, name}, nil
}

// queried are the characters of a path that mean something in the question of
// an address, where some editors want the path.
var queried = strings.NewReplacer("&", "%26", "+", "%2B", "=", "%3D")

// Link returns the address that opens a file of the project at a place, or ""
// where there is no editor or no such file.
func (e Editor) Link(p diag.Place) string {
	if e.template == "" || p.File == nil {
		return ""
	}
	at := p.File.Position(p.Span.Start)
	path := filepath.ToSlash(filepath.Join(e.root, filepath.FromSlash(p.File.Path)))
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // C:/…
	}
	return strings.NewReplacer(
		"{path}", queried.Replace((&url.URL{Path: path}).EscapedPath()),
		"{line}", strconv.Itoa(at.Line),
		"{column}", strconv.Itoa(at.Column),
	).Replace(e.template)
}
