package publish

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const mark = "<mark of ours>"

func TestSingle(t *testing.T) {
	dir := t.TempDir()
	site := filepath.Join(dir, "site")
	if _, err := Publish(t.Context(), site, Input{}, list(File{Path: "index.html"}), Guard{}); err != nil {
		t.Fatal(err)
	}
	write := func(name, data string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	link := filepath.Join(dir, "link.html")
	if err := os.Symlink(write("linked.html", mark), link); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ name, path, want string }{
		{"new", filepath.Join(dir, "a", "b", "new.html"), ""},
		{"a name as long as names can be", filepath.Join(dir, strings.Repeat("n", 250)+".html"), ""},
		{"ours", write("ours.html", "<p>"+mark), ""},
		{"a link to ours", link, ""},
		{"another's", write("thesis.html", "<p>"), "no site of this program"},
		{"the mark too late", write("late.html", strings.Repeat(" ", maxMark)+mark), "no site of this program"},
		{"a folder", dir, "it is a folder"},
		{"our own folder", filepath.Join(dir, "seeds", "x.html"), "the project's own folder"},
		{"a published folder", filepath.Join(site, "x.html"), "published folder"},
	} {
		before, _ := os.ReadFile(test.path)
		err := Single(test.path, []byte("whole "+mark), mark, Guard{Own: []string{filepath.Join(dir, "seeds")}})
		after, _ := os.ReadFile(test.path)
		switch {
		case test.want == "" && (err != nil || string(after) != "whole "+mark):
			t.Errorf("%s: %v; it holds %q", test.name, err, after)
		case test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want) || string(before) != string(after)):
			t.Errorf("%s: %v, want %q; it holds %.20q", test.name, err, test.want, after)
		}
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Error("the link is one no longer")
	}
	if left, err := filepath.Glob(filepath.Join(dir, ".*")); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}
