package generator_test

import (
	"bytes"
	"image/png"
	"io/fs"
	"path"
	"strings"
	"testing"
	"testing/fstest"

	"factsheet/generator/build"
	"factsheet/generator/poster"
)

// addressed is the project of the tests of package export at an address.
func addressed(t *testing.T, base string) build.Folders {
	t.Helper()
	in := valley(t)
	config, err := fs.ReadFile(in.Root, "site.toml")
	if err != nil {
		t.Fatal(err)
	}
	in.Root = fstest.MapFS{"site.toml": {Data: append([]byte("base_url = \""+base+"\"\n"), config...)}}
	return in
}

// TestPreviews wants every page to name a picture that is there, by its whole
// address, in the size that other sites ask for; and none where the site has no
// address.
func TestPreviews(t *testing.T) {
	const base = "https://flood.example/valley/"
	files := filesOf(t, addressed(t, base))
	named := map[string]bool{}
	for name, p := range pages(t, files) {
		if name == "404.html" || name == "whole.html" {
			continue
		}
		image := meta(p, "og:image")
		named[image] = true
		data := files[strings.TrimPrefix(image, base)]
		config, err := png.DecodeConfig(bytes.NewReader(data))
		if err != nil || config.Width != poster.Width || config.Height != poster.Height || len(data) > 100<<10 {
			t.Errorf("%s: the picture %q: %v, %d×%d, %d bytes", name, image, err, config.Width, config.Height, len(data))
		}
		if meta(p, "og:image:alt") == "" || meta(p, "og:title") == "" || meta(p, "twitter:card") != "summary_large_image" {
			t.Errorf("%s: the picture has no words, or the page no title", name)
		}
	}
	if len(named) < 3 {
		t.Errorf("pictures: %v", named)
	}
	for name := range filesOf(t, valley(t)) {
		if path.Ext(name) == ".png" {
			t.Errorf("%s, to which no address leads", name)
		}
	}
}

func meta(p *webpage, property string) string {
	for n := range p.root.Descendants() {
		if n.Data == "meta" && (attribute(n, "property") == property || attribute(n, "name") == property) {
			return attribute(n, "content")
		}
	}
	return ""
}
