package build_test

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"testing/fstest"

	"factsheet/generator/build"
	"factsheet/generator/diag"
	"factsheet/generator/seed"
	"factsheet/generator/text"
)

// base is the project without faults of the golden cases.
func base(t *testing.T) fstest.MapFS {
	t.Helper()
	return overlay(readArchive(t, "testdata/codes/base.txtar"), nil)
}

// onDisk writes the base project to a folder.
func onDisk(t *testing.T) string {
	t.Helper()
	root := t.TempDir()
	if err := os.CopyFS(root, base(t)); err != nil {
		t.Fatal(err)
	}
	return root
}

// only holds findings to be one of that code, place and message.
func only(t *testing.T, found []diag.Diagnostic, code, at, message string) {
	t.Helper()
	found = withoutCoverage(code, found)
	if len(found) != 1 || found[0].Code != code || found[0].Place.String() != at || !strings.Contains(found[0].Message, message) {
		t.Errorf("want %s at %s: …%s…; got:\n%s", code, at, message, printed(found))
	}
}

// TestSeedFaults puts in the place of a cited seed what cannot be one: one
// finding says what it is, and that its quotes do not stand is not said as
// well.
func TestSeedFaults(t *testing.T) {
	const cited = "content/annotations/sources.toml:3:14"
	for _, test := range []struct {
		name    string
		put     func(t *testing.T, name string)
		code    string
		at      string
		message string
	}{
		{"empty", writes(""), "seed-missing", cited, `the seed "017.txt" is empty`},
		{"not UTF-8", writes("caf\xe9"), "seed-missing", cited, "a byte 0xE9 stands where a character should"},
		{"UTF-16", writes("\xff\xfeG\x00"), "seed-missing", cited, "is UTF-16"},
		{"NUL", writes("The gates\x00held."), "seed-missing", cited, "holds a NUL byte"},
		{"folder", func(t *testing.T, name string) { must(t, os.Mkdir(name, 0o777)) }, "seed-missing", cited, "is a folder, not a text"},
		{"dangling link", links("nowhere.txt"), "seed-missing", cited, "is a link to a file that is not there"},
		{"loop of links", links("017.txt"), "seed-missing", cited, "its links go round in a circle"},
		{"link out of the project", links("/etc/passwd"), "seed-missing", cited, "its link leads out of its folder"},
		{"too large", func(t *testing.T, name string) { must(t, os.Truncate(create(t, name), seed.MaxSize+1)) }, "limit", "seeds/017.txt:1:1", "more than the limit of 16 MB"},
	} {
		t.Run(test.name, func(t *testing.T) {
			root := onDisk(t)
			name := filepath.Join(root, "seeds", "017.txt")
			must(t, os.Remove(name))
			test.put(t, name)
			only(t, findingsIn(t, rooted(t, root)), test.code, test.at, test.message)
		})
	}
}

// rooted opens a project as the program does: no link leads out of a part.
func rooted(t *testing.T, dir string) build.Folders {
	t.Helper()
	open := func(name string) fs.FS {
		root, err := os.OpenRoot(filepath.Join(dir, name))
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		must(t, err)
		t.Cleanup(func() { root.Close() })
		return root.FS()
	}
	return build.Folders{Root: open(""), Seeds: open("seeds"), Content: open("content"), Layouts: open("layouts")}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func writes(data string) func(*testing.T, string) {
	return func(t *testing.T, name string) { must(t, os.WriteFile(name, []byte(data), 0o666)) }
}

func links(target string) func(*testing.T, string) {
	return func(t *testing.T, name string) { must(t, os.Symlink(target, name)) }
}

func create(t *testing.T, name string) string {
	t.Helper()
	writes("")(t, name)
	return name
}

// TestOneByte changes each byte of a seed in turn: it is always seed-changed,
// with whoever cites it.
func TestOneByte(t *testing.T) {
	project := base(t)
	files, err := build.Read(folders(t, project), nil)
	must(t, err)
	before := build.Next(files, nil)
	data := project["seeds/017.txt"].Data
	for i := range data {
		changed := bytes.Clone(data)
		changed[i] ^= 1
		project["seeds/017.txt"] = &fstest.MapFile{Data: changed}
		files, err := build.Read(folders(t, project), files)
		must(t, err)
		found := build.Next(files, before).Found
		j := slices.IndexFunc(found, func(d diag.Diagnostic) bool { return d.Code == "seed-changed" })
		if j < 0 || found[j].Place.String() != "seeds/017.txt:1:1" {
			t.Fatalf("byte %d: no seed-changed:\n%s", i, printed(found))
		}
		if names := messages(found[j].Related); !slices.Equal(names, []string{`"river-office"`, `"bridges-closed"`, `"moved-overnight"`}) {
			t.Fatalf("byte %d: cited by %v", i, names)
		}
	}
}

func messages(list []diag.Related) []string {
	var out []string
	for _, r := range list {
		out = append(out, r.Message)
	}
	return out
}

// TestAnnotationFaults puts beside the annotations files that cannot be read as
// such: each gives one finding at once, and the rest is judged all the same.
func TestAnnotationFaults(t *testing.T) {
	deep := func(open, end string) []byte {
		return []byte("x = " + strings.Repeat(open, 100_000) + strings.Repeat(end, 100_000))
	}
	for _, test := range []struct {
		name          string
		data          []byte
		code, message string
	}{
		{"binary", []byte("\x7fELF\x02\x01\x01\x00\x00"), "syntax", "it holds a byte 0"},
		{"UTF-16", []byte("\xff\xfe[\x00[\x00"), "syntax", "the file is in UTF-16"},
		{"not UTF-8", []byte("# caf\xe9"), "syntax", "this byte is not UTF-8"},
		{"nested lists", deep("[", "]"), "limit", "more than 64 arrays and inline tables"},
		{"nested tables", deep("{ x = ", "}"), "limit", "more than 64 arrays and inline tables"},
		{"nested and never closed", deep("[", ""), "limit", "more than 64 arrays and inline tables"},
		{"dotted", []byte(strings.Repeat("x.", 100_000) + "x = 1"), "limit", "a dotted key of more than 16 parts"},
		{"long string", []byte(`x = "` + strings.Repeat("a", 1<<20+1) + `"`), "limit", "a string of more than 1048576 bytes"},
	} {
		t.Run(test.name, func(t *testing.T) {
			project := base(t)
			project["content/annotations/zz.toml"] = &fstest.MapFile{Data: test.data}
			found := findings(t, project)
			if len(found) != 1 || found[0].Code != test.code || !strings.Contains(found[0].Message, test.message) {
				t.Errorf("got:\n%.2000s", printed(found))
			}
		})
	}
}

// TestTooLarge puts files into a project that are larger than what is read.
func TestTooLarge(t *testing.T) {
	for _, test := range []struct {
		name  string
		size  int64
		limit string
	}{
		{"content/annotations/zz.toml", 64<<20 + 1, "64 MB"},
		{"content/about.md", 4<<20 + 1, "4 MB"},
		{"content/map.png", 64<<20 + 1, "64 MB"},
		{"layouts/prose.html", 1<<20 + 1, "1 MB"},
		{"layouts/static/voice.ogg", 64<<20 + 1, "64 MB"},
		{"content/sheets/figures.md", 1<<30 + 1, "1024 MB"},
	} {
		root := onDisk(t)
		hole(t, filepath.Join(root, filepath.FromSlash(test.name)), test.size)
		only(t, findingsIn(t, rooted(t, root)), "limit", test.name+":1:1", "more than the limit of "+test.limit)
	}
}

// TestLargeSheet sees that a sheet of many facts, which the program wrote itself,
// is read again by the next build.
func TestLargeSheet(t *testing.T) {
	root := onDisk(t)
	hole(t, filepath.Join(root, "content", "sheets", "figures.md"), 64<<20+1)
	only(t, findingsIn(t, rooted(t, root)), "sheet-edited", "content/sheets/figures.md:1:1", "")
}

// hole makes a file of a size that takes no room on the disk.
func hole(t *testing.T, name string, size int64) {
	t.Helper()
	must(t, os.MkdirAll(filepath.Dir(name), 0o777))
	must(t, os.Truncate(create(t, name), size))
}

// faultyFS fails on the file of that name.
type faultyFS struct {
	fs.FS
	name string
	err  error
}

func (f faultyFS) Open(name string) (fs.File, error) {
	if name == f.name {
		return nil, &fs.PathError{Op: "open", Path: name, Err: f.err}
	}
	return f.FS.Open(name)
}

// TestUnreadable sees what is said of files that are listed and cannot be
// opened: they are not to be read, or vanish in between.
func TestUnreadable(t *testing.T) {
	project := base(t)
	for _, test := range []struct {
		part, name string
		err        error
		code, at   string
		message    string
	}{
		{"content", "annotations/figures.toml", fs.ErrPermission, "syntax", "content/annotations/figures.toml:1:1", "this file cannot be read: permission denied"},
		{"content", "annotations/figures.toml", syscall.EIO, "syntax", "content/annotations/figures.toml:1:1", "this file cannot be read: input/output error"},
		{"seeds", "017.txt", fs.ErrPermission, "seed-missing", "content/annotations/sources.toml:3:14", `the seed "017.txt" cannot be read: permission denied`},
		{"", "site.toml", fs.ErrPermission, "syntax", "site.toml:1:1", "this file cannot be read: permission denied"},
	} {
		in := folders(t, project)
		part := map[string]*fs.FS{"": &in.Root, "seeds": &in.Seeds, "content": &in.Content}[test.part]
		*part = faultyFS{*part, test.name, test.err}
		only(t, findingsIn(t, in), test.code, test.at, test.message)
	}
}

// TestUnreadableFolder sees that a folder which nobody may list ends the
// reading, with what to do, unless nothing is read from it anyhow.
func TestUnreadableFolder(t *testing.T) {
	project := base(t)
	project["content/.private/diary.md"] = &fstest.MapFile{Data: []byte("# Mine\n")}
	project["content/private/diary.md"] = &fstest.MapFile{Data: []byte("# Mine\n")}
	in := folders(t, project)
	content := in.Content
	in.Content = faultyFS{content, ".private", fs.ErrPermission}
	if found := withoutCoverage("", findingsIn(t, in)); len(found) > 0 {
		t.Errorf("got:\n%s", printed(found))
	}
	in.Content = faultyFS{content, "private", fs.ErrPermission}
	const want = `content/private cannot be read: permission denied; give yourself the right to read it, or move it out of the project`
	if _, err := build.Read(in, nil); err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

// TestPageFaults puts beside the pages and layouts what is no text in UTF-8, or
// has a name that is none.
func TestPageFaults(t *testing.T) {
	for name, data := range map[string]string{
		"content/page.md": "# Caf\xe9\n", "layouts/prose.html": "{{define \"main\"}}\xe9{{end}}", "content/wide.md": "\xff\xfe#\x00", "content/nul.md": "# a\x00b",
		"content/caf\xe9.md": "# Café\n", "seeds/caf\xe9.txt": "A text.\n",
	} {
		code, message := "syntax", "this file is"
		switch {
		case strings.Contains(data, "a\x00b"):
			message = "this file holds a NUL byte"
		case !strings.Contains(data, "\xe9") && !strings.Contains(data, "\x00"):
			code, message = "bad-name", "has a name that is not UTF-8"
		}
		if strings.HasPrefix(name, "seeds/") {
			code = "seed-missing"
		}
		root := onDisk(t)
		file := filepath.Join(root, filepath.FromSlash(name))
		must(t, os.MkdirAll(filepath.Dir(file), 0o777))
		if err := os.WriteFile(file, []byte(data), 0o666); err != nil {
			t.Logf("%q: %v", name, err) // a file system that keeps names in UTF-8
			continue
		}
		found := withoutCoverage("", findingsIn(t, rooted(t, root)))
		if len(found) != 1 || found[0].Code != code || !strings.Contains(found[0].Message, message) || found[0].Help == "" {
			t.Errorf("%q: want %s, %s; got:\n%s", name, code, message, printed(found))
		}
	}
}

// TestLinkedFolder sees that a link to a folder is not left out in silence, and
// that reading it again says the same.
func TestLinkedFolder(t *testing.T) {
	for _, test := range []struct{ name, target string }{
		{"content/annotations/team", "../../elsewhere"},
		{"content/annotations/team", "/etc"},
		{"content/here", "."},
		{"content/round", "round"},
		{"layouts/static", "../elsewhere"},
	} {
		root := onDisk(t)
		must(t, os.Mkdir(filepath.Join(root, "elsewhere"), 0o777))
		must(t, os.MkdirAll(filepath.Join(root, "layouts"), 0o777))
		before, err := build.Read(rooted(t, root), nil)
		must(t, err)
		must(t, os.Symlink(test.target, filepath.Join(root, test.name)))
		in := rooted(t, root)
		if test.target == "round" {
			if found := withoutCoverage("", findingsIn(t, in)); len(found) > 0 {
				t.Errorf("a link to itself of which nothing is read: %s", printed(found))
			}
			continue
		}
		only(t, findingsIn(t, in), "syntax", test.name+":1:1", "this file is a link to a folder, which is not entered")
		again, err := build.Reread(in, before, []string{test.name})
		must(t, err)
		if got := again.Changed(before); !slices.Equal(got, []string{test.name}) {
			t.Errorf("changed: %v", got)
		}
		if got := before.Changed(again); !slices.Equal(got, []string{test.name}) {
			t.Errorf("changed when it is gone: %v", got)
		}
		only(t, build.Next(again, nil).Found, "syntax", test.name+":1:1", "this file is a link to a folder, which is not entered")
	}
}

// TestVanished sees that a file which goes away between being listed and being
// read is one that is not there.
func TestVanished(t *testing.T) {
	in := folders(t, base(t))
	in.Content = faultyFS{in.Content, "annotations/figures.toml", fs.ErrNotExist}
	if found := withoutCoverage("", findingsIn(t, in)); len(found) > 0 {
		t.Errorf("got:\n%s", printed(found))
	}
}

// TestSpellings writes one seed in many ways that a reader cannot tell apart:
// its quotes stand in all of them, and the spans are those of the raw bytes.
func TestSpellings(t *testing.T) {
	const said = "“We’re closing the lower‑town café – and 1,200 seats,” the river office said on Wednesday; nobody objected to it."
	const plain = `"We're closing the lower-town café – and 1,200 seats," the river office said on Wednesday`
	for name, spell := range map[string]func(string) string{
		"as it is":     func(s string) string { return s },
		"CRLF":         func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") },
		"BOM":          func(s string) string { return "\ufeff" + s },
		"NBSP":         func(s string) string { return strings.ReplaceAll(s, " ", "\u00a0") },
		"thin spaces":  func(s string) string { return strings.ReplaceAll(s, " ", "\u2009\u202f") },
		"NFD":          func(s string) string { return strings.ReplaceAll(s, "é", "e\u0301") },
		"soft hyphens": func(s string) string { return strings.ReplaceAll(s, "closing", "clo\u00adsing") },
		"direction":    func(s string) string { return strings.ReplaceAll(s, "1,200", "\u20661,200\u2069") },
		"straight": func(s string) string {
			return strings.NewReplacer("“", `"`, "”", `"`, "’", "'", "‑", "-").Replace(s)
		},
		"hard-wrapped":   wrapped,
		"wrapped, CRLF":  func(s string) string { return strings.ReplaceAll(wrapped(s), "\n", "\r\n") },
		"without an end": func(s string) string { return strings.TrimRight(s, "\n") },
	} {
		t.Run(name, func(t *testing.T) {
			raw := spell("Valley Post, 6 March 2031\n\n" + said + "\n")
			s := withSeed(t, raw, plain)
			e := s.Dossier.Fact("cafe-closing").Evidence[0]
			if !e.Found() {
				t.Fatalf("the quote is not found:\n%s", printed(s.Found))
			}
			file := e.Source.Text.File
			if string(file.Data) != raw {
				t.Error("the seed's bytes are not those of its file")
			}
			first := strings.IndexAny(raw, `“"`)
			last := strings.Index(raw, "Wednesday") + len("Wednesday")
			if got, want := e.Span(), (text.Span{Start: first, End: last}); got != want {
				t.Errorf("the quote stands at %v, %q; want %v, %q", got, file.Slice(got), want, file.Slice(want))
			}
		})
	}
}

// wrapped breaks lines before 40 characters, as old mail does.
func wrapped(s string) string {
	var b strings.Builder
	column := 0
	for _, line := range strings.SplitAfter(s, "\n") {
		for i, word := range strings.Split(line, " ") {
			switch {
			case i > 0 && column+len(word) > 40:
				b.WriteByte('\n')
				column = 0
			case i > 0:
				b.WriteByte(' ')
			}
			b.WriteString(word)
			column += len(word) + 1
		}
		column = 0
	}
	return b.String()
}

// withSeed is the base project with another text and one claim that quotes it.
func withSeed(t *testing.T, raw, words string) *build.State {
	t.Helper()
	project := base(t)
	delete(project, "content/annotations/figures.toml")
	delete(project, "seeds/SHA256SUMS")
	project["seeds/017.txt"] = &fstest.MapFile{Data: []byte(raw)}
	project["seeds/SHA256SUMS"] = &fstest.MapFile{Data: sums(project)}
	project["content/annotations/claim.toml"] = &fstest.MapFile{Data: []byte(`[[claims]]
id        = "cafe-closing"
statement = "The lower-town café closes."
evidence  = [{ source = "valley-post", quote = """` + words + `""", by = ["river-office"] }]
`)}
	files, err := build.Read(folders(t, project), nil)
	must(t, err)
	s := build.Next(files, nil)
	if found := withoutCoverage("", s.Found); slices.ContainsFunc(found, func(d diag.Diagnostic) bool {
		return strings.HasPrefix(d.Code, "quote-") || strings.HasPrefix(d.Code, "seed-")
	}) {
		t.Errorf("found:\n%s", printed(found))
	}
	return s
}
