package sheet

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"factsheet/generator/markdown"
	"factsheet/generator/page"
)

var update = flag.Bool("update", false, "write what is printed into testdata")

// TestPrint prints every sheet of the sites in testdata and compares it with
// the file of that name in the archive.
func TestPrint(t *testing.T) {
	archives, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatal("no archives in testdata", err)
	}
	for _, name := range archives {
		t.Run(filepath.Base(name), func(t *testing.T) { printArchive(t, name) })
	}
}

func printArchive(t *testing.T, name string) {
	archive, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	book := page.New(link(t, archive), nil, page.Options{Drafts: filepath.Base(name) == "draft.txtar"})
	for _, ref := range book.Sheets() {
		head, parts, _ := book.Parts(ref.ID)
		got := Print(head, parts)
		checkForm(t, head, parts, got)
		if *update {
			setFile(archive, ref.File, got)
			continue
		}
		i := slices.IndexFunc(archive.Files, func(f txtar.File) bool { return f.Name == ref.File })
		if i < 0 {
			t.Fatalf("the archive has no %s", ref.File)
		}
		if diff := cmp.Diff(string(archive.Files[i].Data), string(got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", ref.File, diff)
		}
	}
	if *update {
		if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// checkForm holds a printed sheet to what every renderer relies on.
func checkForm(t *testing.T, head page.Sheet, parts []page.Part, got []byte) {
	t.Helper()
	if !bytes.HasSuffix(got, []byte("\n")) || bytes.HasSuffix(got, []byte("\n\n")) {
		t.Errorf("%s does not end with one line break", head.Name)
	}
	for line := range bytes.Lines(got) {
		if text := bytes.TrimSuffix(line, []byte("\n")); bytes.HasSuffix(text, []byte(" ")) {
			t.Errorf("%s: a line ends with a space: %q", head.Name, text)
		}
	}
	front, problems := markdown.FrontMatter(got)
	if front.Title != head.Title || len(problems) > 0 {
		t.Errorf("the front matter says %q, not %q: %v", front.Title, head.Title, problems)
	}
	var anchors []string
	for _, h := range markdown.Parse(got[front.Body:]).Headings() {
		anchors = append(anchors, h.ID)
	}
	for _, p := range parts {
		for _, section := range p.Sections() {
			if !slices.Contains(anchors, section.ID) {
				t.Errorf("no heading has the anchor %s: %q", section.ID, anchors)
			}
			if !bytes.Contains(got, Section(section, Committed)) {
				t.Errorf("%s: the section by itself is not what stands in the sheet", section.ID)
			}
		}
	}
}

func setFile(archive *txtar.Archive, name string, data []byte) {
	i := slices.IndexFunc(archive.Files, func(f txtar.File) bool { return f.Name == name })
	if i < 0 {
		i = len(archive.Files)
		archive.Files = append(archive.Files, txtar.File{Name: name})
	}
	archive.Files[i].Data = data
}
