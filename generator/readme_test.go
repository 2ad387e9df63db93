package generator_test

import (
	"bytes"
	"crypto/sha256"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"factsheet/generator/build"
	"factsheet/generator/diag"
	"factsheet/layouts"
)

var update = flag.Bool("update", false, "write into README.md what the program says of itself")

const readme = "../README.md"

// TestReadme holds the README to the program: between a pair of comments
// stands what the program says of its own format, its rules and the tutorial's
// mistake.
func TestReadme(t *testing.T) {
	text, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	want := string(text)
	for name, content := range map[string]string{
		"annotations":      annotationsReference(),
		"site.toml":        siteReference(),
		"rules":            rulesReference(),
		"layouts":          layoutsReference(t),
		"tutorial-refusal": refusal(t),
	} {
		want = between(t, want, name, content)
	}
	if *update {
		if err := os.WriteFile(readme, []byte(want), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(want, string(text)); diff != "" {
		t.Errorf("README.md is not up to date: go test ./generator -run Readme -update (-want +got):\n%s", diff)
	}
}

// between puts content between the comments of that name.
func between(t *testing.T, text, name, content string) string {
	t.Helper()
	open, end := "<!-- "+name+" -->\n", "<!-- /"+name+" -->"
	before, rest, ok := strings.Cut(text, open)
	_, after, closed := strings.Cut(rest, end)
	if !ok || !closed {
		t.Fatalf("README.md has no %q … %q", strings.TrimSpace(open), end)
	}
	return before + open + "\n" + strings.TrimSpace(content) + "\n\n" + end + after
}

// starter is the site that the tutorial begins with.
func starter(t *testing.T) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	root := os.DirFS("cli/starter")
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(root, name)
		files[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// checked prints what check prints of a project whose seeds are all listed.
func checked(t *testing.T, project fstest.MapFS) string {
	t.Helper()
	var sums bytes.Buffer
	seeds, err := fs.Glob(project, "seeds/*.txt")
	if err != nil || len(seeds) == 0 {
		t.Fatalf("no seeds: %v", err)
	}
	for _, name := range seeds {
		fmt.Fprintf(&sums, "%x  %s\n", sha256.Sum256(project[name].Data), strings.TrimPrefix(name, "seeds/"))
	}
	project["seeds/SHA256SUMS"] = &fstest.MapFile{Data: sums.Bytes()}
	sub := func(name string) fs.FS {
		part, err := fs.Sub(project, name)
		if err != nil {
			t.Fatal(err)
		}
		return part
	}
	files, err := build.Read(build.Folders{Root: project, Seeds: sub("seeds"), Content: sub("content")}, nil)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	diag.Text(&b, build.Check(t.Context(), build.Next(files, nil), layouts.FS), false)
	return b.String()
}

// refusal is what the second step of the tutorial shows.
func refusal(t *testing.T) string {
	project := starter(t)
	facts := project["content/annotations/facts.toml"]
	wrong := strings.Replace(string(facts.Data), `quote = "about 400 books`, `quote = "about 500 books`, 1)
	if wrong == string(facts.Data) {
		t.Fatal("the first site has no quote with about 400 books")
	}
	facts.Data = []byte(wrong)
	return "```\n" + checked(t, project) + "```"
}

// TestTutorial does what the tutorial says and finds nothing wrong with it.
func TestTutorial(t *testing.T) {
	text, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	project := starter(t)
	project["seeds/letter.txt"] = &fstest.MapFile{Data: []byte(fenced(t, string(text), "Letter to the Hallow Courier"))}
	project["content/annotations/letter.toml"] = &fstest.MapFile{Data: []byte(
		fenced(t, string(text), "[[sources]]\nid        = \"letter\"") + fenced(t, string(text), "[[actors]]\nid       = \"caretaker\""))}
	if found := checked(t, project); found != "" {
		t.Errorf("the tutorial ends with findings:\n%s", found)
	}
}

// fenced is the block of code that begins like that.
func fenced(t *testing.T, text, start string) string {
	t.Helper()
	for _, fence := range []string{"```\n", "```toml\n", "```html\n"} {
		if _, rest, ok := strings.Cut(text, fence+start); ok {
			inner, _, _ := strings.Cut(rest, "```")
			return start + inner
		}
	}
	t.Fatalf("README.md has no block that begins with %q", start)
	return ""
}

// TestLayoutExamples builds the first site with the layouts that the README
// shows.
func TestLayoutExamples(t *testing.T) {
	text, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	project := starter(t)
	own := fstest.MapFS{
		"partials/ours.html": {Data: []byte(fenced(t, string(text), `{{define "footer"}}`))},
		"home.html":          {Data: []byte(fenced(t, string(text), `{{define "head"}}`))},
		"static/ours.css":    {Data: []byte("p { color: inherit; }\n")},
	}
	var sums bytes.Buffer
	for name, f := range project {
		if base, ok := strings.CutPrefix(name, "seeds/"); ok {
			fmt.Fprintf(&sums, "%x  %s\n", sha256.Sum256(f.Data), base)
		}
	}
	project["seeds/SHA256SUMS"] = &fstest.MapFile{Data: sums.Bytes()}
	files := filesOf(t, build.Folders{Root: project, Seeds: below(t, project, "seeds"), Content: below(t, project, "content"), Layouts: own})
	all := pages(t, files)
	for name, data := range files {
		if path.Ext(name) == ".html" && bytes.Count(data, []byte("<p>Written by the history class.")) != 1 {
			t.Errorf("%s has another footer", name)
		}
	}
	home := all["index.html"]
	if !slices.ContainsFunc(home.links, func(link string) bool { return strings.HasPrefix(link, "assets/ours.") }) || bytes.Contains(files["index.html"], []byte("<h2")) {
		t.Error("the first page is not that of the README")
	}
	for _, link := range home.links {
		if problem := follow(files, all, "index.html", link); problem != "" {
			t.Errorf("%s %s", link, problem)
		}
	}
}
