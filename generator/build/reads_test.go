package build_test

import (
	"testing"

	"factsheet/generator/build"
)

func TestReads(t *testing.T) {
	for path, want := range map[string]bool{
		"site.toml": true, "seeds/a.txt": true, "seeds/SHA256SUMS": true, "content/annotations/a.toml": true, "content/annotations/a/b.TOML": true,
		"content/about.md": true, "content/a/b.md": true, "content/plan.png": true, "content/sheets/a.md": true, "layouts/base.html": true,
		"layouts/static/tool.js": true, "layouts/static/tool.tmpl.js": true,

		// what may be a link to a folder, which is not entered
		"content/annotations/team": true, "content/pictures": true,

		"other.toml": false, "README.md": false, "public/index.html": false, "seeds/deep/a.txt": false, "content/annotations/a.txt": false,
		"layouts/embed.go": false,

		// what editors keep beside a file
		"content/annotations/a.toml~": false, "content/annotations/.a.toml.swp": false, "content/annotations/4913": false,
		"content/annotations/a.toml.tmp": false, "content/annotations/a.toml___jb_tmp___": false, "content/annotations/#a.toml#": false,
		"content/annotations/.#a.toml": false, "content/annotations/a.toml.sb-1f2e-Xy": false, "content/annotations/.goutputstream-XYZ": false,
		"layouts/static/style.css~": false, "layouts/static/.style.css.kate-swp": false, "layouts/static/4913": false,
		"layouts/static/style.css.bck": false, "layouts/static/style.css___jb_old___": false, "layouts/static/#style.css#": false,
		"layouts/static/style.css.sb-1f2e-Xy": false, "layouts/.DS_Store": false,

		// the folders of other programs
		"content/.git/a.md": false, "content/a/.trash/b.md": false, "content/annotations/.old/a.toml": false, "layouts/.idea/base.html": false,
	} {
		if got := build.Reads(path); got != want {
			t.Errorf("%s is read: %v", path, got)
		}
	}
}
