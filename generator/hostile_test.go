package generator_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"maps"
	"mime"
	"net/http"
	"net/http/httptest"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"golang.org/x/net/html"

	"factsheet/generator/build"
)

// longWord has no place at which a line could be broken.
var longWord = strings.Repeat("w", 10_000)

// hostileWords mean something to a program that does not take them for text.
var hostileWords = []string{
	`<script>alert(1)</script>`,
	`"><img src=x onerror=alert(1)>`,
	`javascript:alert(1)`,
	`[a](javascript:alert(1)) ![b](https://spy.example/b.png) <https://spy.example/>`,
	`{{.Site}} {{template "main"}} {{< figure >}} {{% include %}}`,
	`]]> --> </title></main></style></script>`,
	"\u202eesrever\u202c \u2067isolated",
	`&lt;b&gt; &#60;i&#62; &amp;`,
	`**bold** _em_ ~~gone~~ # heading | cell | $x^2$ :smile: @reader - [ ] task`,
	`=cmd|' /k calc'!A1`,
	longWord,
}

// hostileSite is a project in which every place that holds words holds hostile
// ones, and which is without errors all the same.
func hostileSite(t *testing.T) build.Folders {
	t.Helper()
	all := strings.Join(slices.Delete(slices.Clone(hostileWords), 3, 4), " ") // an author's own link of that kind is an error
	arabic := "قال النهر “" + hostileWords[0] + "” ثم ارتفع الماء في المدينة القديمة ليلا"
	post := "Three gates " + all + "\n\nThe keeper said " + strings.Join(hostileWords, ".\n\nThe keeper said ") + ".\n\nOn 3 March 2031 the dam opened.\n\n" + "The old dam by the mill opened early in the morning."
	echo := arabic + "\n\nThe old dam by the mill opened early in the morning."
	files := fstest.MapFS{
		"seeds/post.txt":   {Data: []byte(post)},
		"seeds/echo.txt":   {Data: []byte(echo)},
		"seeds/SHA256SUMS": {Data: fmt.Appendf(nil, "%x  echo.txt\n%x  post.txt\n", sha256.Sum256([]byte(echo)), sha256.Sum256([]byte(post)))},
		"content/page.md":  {Data: []byte("# " + hostileWords[0] + "\n\n" + strings.Join(hostileWords[4:], "\n\n") + "\n")},
	}
	var b strings.Builder
	q := func(s string) string { // JSON strings are TOML strings, but for what JSON leaves as it is
		data, err := json.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	fmt.Fprintf(&b, `
[[sources]]
id = "post"
seed = "post.txt"
publisher = %[1]s
title = %[1]s
published = "2031-03-06"
lang = "en"
url = "https://example.org/?a=<b>&c='d'"
basis = %[1]s
origins = ["hostile"]
[[sources]]
id = "echo"
seed = "echo.txt"
publisher = ""
title = ""
published = "2031-03-06"
lang = "ar"
basis = %[1]s
origins = ["hostile"]
shares = ["post"]
[[measures]]
id = "gates"
title = %[1]s
unit = %[1]s
words = ["gates"]
[[actors]]
id = "hostile"
name = %[1]s
coined = true
kind = "organisation"
note = %[1]s
evidence = [{ source = "post", quote = "The keeper said javascript:alert(1)" }]
[[figures]]
id = "three-gates"
statement = %[2]s
measure = "gates"
value = 3
who = ["hostile"]
where = ["hostile"]
note = %[1]s
because = %[1]s
group = "group"
allow = [{ code = "quotation-altered", because = %[1]s }]
corrected = [{ on = "2031-03-09", was = %[1]s, because = %[1]s }]
evidence = [{ source = "post", quote = %[2]s, reads = "Three", by = ["hostile"], note = %[1]s, translation = %[1]s }]
[[figures]]
id = "four-gates"
statement = "Three gates."
measure = "gates"
value = 3
evidence = [{ source = "post", quote = "Three gates" }]
[[dates]]
id = "dam-opened"
statement = "The dam opened."
when = "2031-03-03"
status = "happened"
note = %[1]s
evidence = [{ source = "post", quote = "On 3 March 2031 the dam opened" }]
[[claims]]
id = "arabic"
statement = "The river rose."
note = %[1]s
evidence = [{ source = "echo", quote = %[3]s }]
[[claims]]
id = "early"
statement = "The old dam opened early."
evidence = [{ source = "post", quote = "The old dam by the mill opened early in the morning" }, { source = "echo", quote = "The old dam by the mill opened early in the morning" }]
[[questions]]
id = "who"
question = %[1]s
answer = "The dam opened."
note = %[1]s
status = "contested"
remains = %[1]s
answers = [{ fact = "dam-opened", says = %[1]s }, { fact = "early", says = %[1]s }]
silent = [{ sources = ["post"], words = ["nothing*"] }]
`, q(all), q("Three gates "+all), q(arabic))
	for i, words := range hostileWords {
		statement := "The keeper said " + words + "."
		if strings.Contains(words, "](") {
			statement = "The keeper spoke."
		}
		fmt.Fprintf(&b, "[[claims]]\nid = \"said-%d\"\nstatement = %s\nevidence = [{ source = \"post\", quote = %s, by = [\"hostile\"] }]\n",
			i, q(statement), q("The keeper said "+words))
	}
	files["content/annotations/all.toml"] = &fstest.MapFile{Data: []byte(b.String())}
	var config strings.Builder
	fmt.Fprintf(&config, "title = %[1]s\ndescription = %[1]s\nbase_url = \"https://example.org/some/path/\"\nupdated = \"2031-04-01\"\n", q(all))
	for _, sheet := range [][2]string{{"figures", "quantity"}, {"dates", "date"}, {"claims", "claim"}, {"questions", "question"}, {"actors", "actor"}} {
		fmt.Fprintf(&config, "[[sheets]]\nname = %q\nkind = %q\ntitle = %s\n", sheet[0], sheet[1], q(all))
	}
	files["site.toml"] = &fstest.MapFile{Data: []byte(config.String())}
	return build.Folders{Root: files, Seeds: below(t, files, "seeds"), Content: below(t, files, "content")}
}

// A place where a site is shown, under a path below the root of its host.
const subPath = "/some/sub/path/"

// serve serves files over HTTP below subPath and returns the address.
func serve(t *testing.T, files site) string {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name, ok := strings.CutPrefix(r.URL.Path, subPath)
		data, there := files[name]
		if !ok || !there {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", mime.TypeByExtension(path.Ext(name)))
		_, _ = w.Write(data)
	}))
	t.Cleanup(server.Close)
	return server.URL + subPath
}

// filesOf are the files of a project's site, with all of it in one file besides.
func filesOf(t *testing.T, in build.Folders) site {
	t.Helper()
	out, files := output(t, in), site{}
	for f, err := range out.Files(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		files[f.Path] = f.Bytes()
	}
	files["whole.html"] = whole(t, out)
	return files
}

// TestHostileSite opens every page of a site of hostile words on the narrowest
// phone: nothing runs, nothing is asked for elsewhere, and nothing is wider
// than the screen.
func TestHostileSite(t *testing.T) {
	p := open(t)
	files := filesOf(t, hostileSite(t))
	address := serve(t, files)
	if _, err := chromedp.Call(p, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: 320, Height: 640, DeviceScaleFactor: 1, Mobile: true}); err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if path.Ext(name) != ".html" {
			continue
		}
		seen++
		p.do(t, chromedp.Navigate(address+name))
		eval[bool](t, p, `document.querySelectorAll("details").forEach(d => d.open = true), true`)
		if width := eval[int](t, p, `document.documentElement.scrollWidth`); width > 320 {
			t.Errorf("%s is %d pixels wide: %s", name, width, eval[string](t, p, widest))
		}
		eval[bool](t, p, `document.documentElement.dir = "rtl", true`) // as where the site itself is in such a language
		if width := eval[int](t, p, `document.documentElement.scrollWidth`); width > 320 {
			t.Errorf("%s from right to left is %d pixels wide: %s", name, width, eval[string](t, p, widest))
		}
		if n := eval[int](t, p, `document.querySelectorAll("img, iframe, object, [onerror], [onclick], main script[src], a[href^='javascript']").length`); n > 0 {
			t.Errorf("%s has %d elements that words made", name, n)
		}
	}
	if seen < 14 {
		t.Errorf("%d pages", seen)
	}
	for _, asked := range p.requests() {
		if !strings.HasPrefix(asked, address) {
			t.Errorf("a request to %s", asked)
		}
	}
}

// widest is the innermost element that is wider than the screen.
const widest = `Array.from(document.querySelectorAll("body *")).filter(e => e.getBoundingClientRect().right > 321 || e.getBoundingClientRect().left < -1).map(e => e.tagName + "." + e.getAttribute("class") + " in " + e.parentElement.tagName).slice(-3).join("; ")`

// TestHostileData reads the files for other programs as such programs do.
func TestHostileData(t *testing.T) {
	files := filesOf(t, hostileSite(t))
	read := map[string]func([]byte) error{
		".json": func(data []byte) error { var v any; return json.Unmarshal(data, &v) },
		".js": func(data []byte) error {
			call, ok := bytes.CutPrefix(bytes.TrimSpace(data), []byte("factsheetSearch("))
			call, closed := bytes.CutSuffix(call, []byte(");"))
			if !ok || !closed {
				return errors.New("no call")
			}
			var v any
			return json.Unmarshal(call, &v)
		},
		".csv": func(data []byte) error { _, err := csv.NewReader(bytes.NewReader(data)).ReadAll(); return err },
		".xml": func(data []byte) error {
			for d := xml.NewDecoder(bytes.NewReader(data)); ; {
				if _, err := d.Token(); err != nil {
					if err == io.EOF {
						return nil
					}
					return err
				}
			}
		},
		".bib": func(data []byte) error {
			if bytes.Count(data, []byte("{")) != bytes.Count(data, []byte("}")) {
				return errors.New("braces that do not match")
			}
			return nil
		},
	}
	read[".jsonld"] = read[".json"]
	seen := map[string]bool{}
	for name, data := range files {
		if f := read[path.Ext(name)]; f != nil && !strings.HasPrefix(name, "assets/") {
			seen[path.Ext(name)] = true
			if err := f(data); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
	if len(seen) != len(read) {
		t.Errorf("read %v only", seen)
	}
}

// TestDirections wants a text in a language that runs from right to left to do
// so wherever its words stand, and no other.
func TestDirections(t *testing.T) {
	files := pages(t, filesOf(t, hostileSite(t)))
	for name, selector := range map[string]string{
		"sources/echo.html": "p", "claims.html": "blockquote", "compare/echo--post.html": "p", "whole.html": "blockquote",
	} {
		found := 0
		for n := range files[name].root.Descendants() {
			arabic := n.Type == html.ElementNode && attribute(n, "lang") == "ar"
			if arabic != (attribute(n, "dir") == "rtl") {
				t.Errorf("%s: <%s> is of the language %q and runs %q", name, n.Data, attribute(n, "lang"), attribute(n, "dir"))
			}
			if arabic && (n.Data == selector || n.Parent.Data == selector) {
				found++
			}
		}
		if found == 0 {
			t.Errorf("%s: no Arabic in any <%s>", name, selector)
		}
	}
}
