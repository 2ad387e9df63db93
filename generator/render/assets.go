package render

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"html/template"
	"path"
	"slices"
	"strings"

	"factsheet/generator/diag"
	"factsheet/generator/text"
)

// An Asset is a file of the site that is no page.
type Asset struct {
	Path string // from the root of the site
	Data []byte
}

// assets are the static files by their names below layouts/static/.
type assets map[string]Asset

const staticDir = "static/"

// Digested returns the address of a file among the assets: its name with a
// digest of data, that of its bytes or of what these are made from.
func Digested(name string, data []byte) string { return "assets/" + digested(name, data) }

func newAssets(files map[string]*text.File) assets {
	out := assets{}
	for name, f := range files {
		if static, ok := strings.CutPrefix(name, staticDir); ok {
			out[static] = Asset{Path: Digested(static, f.Data), Data: f.Data}
		}
	}
	return out
}

// digested puts a digest of the bytes before the extension, so that a file
// with other bytes has another address and may be kept forever.
func digested(name string, data []byte) string {
	sum := sha256.Sum256(data)
	ext := path.Ext(name)
	return strings.TrimSuffix(name, ext) + "." + hex.EncodeToString(sum[:6]) + ext
}

// Assets returns the static files in the order of their paths:
// assets/NAME.DIGEST.EXT, the digest being that of the bytes.
func (l *Layouts) Assets() []Asset {
	var out []Asset
	for _, a := range l.assets {
		out = append(out, a)
	}
	slices.SortFunc(out, func(a, b Asset) int { return strings.Compare(a.Path, b.Path) })
	return out
}

// address returns where a static file will stand.
func (a assets) address(name string) (string, error) {
	asset, err := a.find(name)
	return asset.Path, err
}

// stylesheet returns the text of a style sheet, for a page that must not load
// any.
func (a assets) stylesheet(name string) (template.CSS, error) {
	asset, err := a.find(name)
	return template.CSS(asset.Data), err
}

// script returns the text of a script, for a page that must not load any.
func (a assets) script(name string) (template.JS, error) {
	asset, err := a.find(name)
	return template.JS(asset.Data), err
}

func (a assets) find(name string) (Asset, error) {
	if asset, ok := a[name]; ok {
		return asset, nil
	}
	var names []string
	for known := range a {
		names = append(names, known)
	}
	nearest, _ := diag.Nearest(name, names)
	return Asset{}, fault{fmt.Sprintf("there is no file %q in layouts/static/", name), nearest}
}
