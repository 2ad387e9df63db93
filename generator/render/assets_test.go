package render

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"path"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"factsheet/generator/text"
	"factsheet/layouts"
)

func TestAssets(t *testing.T) {
	l := parsed(t, layouts.FS, text.NewFile("layouts/static/maps/River.bed.svg", []byte("<svg/>")), text.NewFile("layouts/static/LICENSE", nil))
	want := map[string]bool{"style.css": true, "site.js": true, "search.js": true, "cite.js": true, "near.js": true, "icon.svg": true, "maps/River.bed.svg": true, "LICENSE": true}
	last := ""
	for _, a := range l.Assets() {
		sum := sha256.Sum256(a.Data)
		name := strings.Replace(strings.TrimPrefix(a.Path, "assets/"), "."+hex.EncodeToString(sum[:6]), "", 1)
		if !want[name] || name == strings.TrimPrefix(a.Path, "assets/") {
			t.Errorf("%s is none of the files, or has no digest", a.Path)
		}
		delete(want, name)
		if path.Ext(a.Path) != path.Ext(name) && name != "LICENSE" || a.Path <= last {
			t.Errorf("%s after %s", a.Path, last)
		}
		last = a.Path
	}
	if len(want) > 0 {
		t.Errorf("missing: %v", want)
	}
}

// The budgets of the whole site, before compression: all style sheets, and all
// scripts.
func TestBudgets(t *testing.T) {
	for ext, budget := range map[string]int{".css": 30 << 10, ".js": 20 << 10} {
		names, err := fs.Glob(layouts.FS, "static/*"+ext)
		if err != nil || len(names) == 0 {
			t.Fatalf("no %s among the static files (%v)", ext, err)
		}
		size := 0
		for _, name := range names {
			data, err := fs.ReadFile(layouts.FS, name)
			if err != nil {
				t.Fatal(err)
			}
			size += len(data)
		}
		if size == 0 || size > budget {
			t.Errorf("%v have %d bytes of %d", names, size, budget)
		}
	}
}

func TestHosting(t *testing.T) {
	for base, robots := range map[string]string{
		"":                       "User-agent: *\nAllow: /\n",
		"https://flood.example/": "User-agent: *\nAllow: /\nSitemap: https://flood.example/sitemap.xml\n",
	} {
		want := []Asset{{Path: ".nojekyll"}, {Path: "robots.txt", Data: []byte(robots)}}
		if diff := cmp.Diff(want, Hosting(base)); diff != "" {
			t.Errorf("at %q (-want +got):\n%s", base, diff)
		}
	}
}
