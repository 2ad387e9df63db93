package sheet

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"factsheet/generator/dossier"
	"factsheet/generator/page"
	"factsheet/generator/text"
)

func TestCommitted(t *testing.T) {
	for _, c := range []struct{ file, want string }{
		{"content/sheets/figures.md#moved", "figures.md#moved"},
		{"content/about.md", "../about.md"},
		{"seeds/017.txt#L11", "../../seeds/017.txt#L11"},
		{"", ""},
	} {
		if got := Committed(page.Ref{File: c.file}); got != c.want {
			t.Errorf("%q is linked as %q, not %q", c.file, got, c.want)
		}
	}
}

// TestSectionLinks holds a section to the addresses that it is given.
func TestSectionLinks(t *testing.T) {
	fact := page.Ref{Kind: "fact", ID: "gate", Title: "The gate", Link: "claims.html#gate", File: "content/sheets/claims.md#gate"}
	s := page.Section{
		ID:        "x",
		Heading:   "Not printed",
		Statement: page.Inline{Text: "It [was shut](gate).", Refs: []page.Ref{fact}},
		Notes:     []page.Note{{Label: "Differs from", Refs: []page.Ref{fact, {Title: "nobody"}}}},
	}
	got := Section(s, func(r page.Ref) string { return r.Link })
	want := "**It [was shut](claims.html#gate).**\n\n- **Differs from:** [The gate](claims.html#gate) and nobody\n"
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Error(diff)
	}
	if got := Section(page.Section{ID: "x"}, Committed); len(got) > 0 {
		t.Errorf("a section that says nothing is printed as %q", got)
	}
}

func TestSums(t *testing.T) {
	figures := text.NewFile(page.SheetDir+"/figures.md", []byte("# Figures\n"))
	actors := text.NewFile(page.SheetDir+"/actors.md", []byte("# Actors\n"))
	data := Sums([]*text.File{figures, actors})
	want := "3d38b976f2fdb7d12b447071f3f4166f794d662b54ccdfea1026c664438ab4be  actors.md\n" +
		"4b2f64cdd6101a11ae4e54c6e058a44269bc40a8d0eed7990f9d7f0e2332474f  figures.md\n"
	if diff := cmp.Diff(want, string(data)); diff != "" {
		t.Error(diff)
	}
	sums, found := dossier.ReadSums(text.NewFile(SumsPath, data))
	if len(found) > 0 {
		t.Fatalf("what was written cannot be read: %v", found)
	}
	changed := text.NewFile(figures.Path, []byte("# Figures, by hand\n"))
	added := text.NewFile(page.SheetDir+"/notes.md", []byte("# Notes\n"))
	listing := text.NewFile(SumsPath, data)
	for _, c := range []struct {
		name      string
		committed []*text.File
		want      []*text.File
	}{
		{"as written", []*text.File{actors, figures, listing}, nil},
		{"edited, added", []*text.File{actors, changed, added, listing}, []*text.File{changed, added}},
		{"deleted", []*text.File{actors}, nil},
	} {
		got := Edited(c.committed, sums)
		if !cmp.Equal(got, c.want, cmp.Comparer(func(a, b *text.File) bool { return a == b })) {
			t.Errorf("%s: edited are %v, not %v", c.name, got, c.want)
		}
	}
}
