package filename

import (
	"strings"
	"testing"
)

func TestFault(t *testing.T) {
	for _, p := range []string{
		"index.html", ".nojekyll", "sources/harbour.html", "assets/a.1f.css", "compare/a--b.html",
		"con-text.html", "console.html", "com0.html", "com10.html", "a b.html", "ø.html",
		strings.Repeat("x", Max), "سد.html", strings.Repeat("folder/", 100) + "page.html",
	} {
		if why := Fault(p); why != "" {
			t.Errorf("%q: %s", p, why)
		}
	}
	tests := []struct{ path, want string }{
		{"/etc/passwd", "absolute"},
		{"a//b", "empty name"},
		{"a/", "ends with a slash"},
		{"..", `the part ".."`},
		{"a/../../b", `the part ".."`},
		{"./a", `the part "."`},
		{"a\x00b", "forbids"},
		{"a\nb", "forbids"},
		{`a\b`, "forbids"},
		{"C:a", "forbids"},
		{"what?.html", "forbids"},
		{"a*", "forbids"},
		{`say "a"`, "forbids"},
		{"a|b", "forbids"},
		{"<a>", "forbids"},
		{"\xff.html", "not UTF-8"},
		{"CON", "device"},
		{"sources/aux.html", "device"},
		{"nul.tar.gz", "device"},
		{"Lpt9.txt", "device"},
		{"com¹", "device"},
		{"con .txt", "device"},
		{"a.", "ends with a dot"},
		{"a /b", "ends with a dot or a space"},
		{strings.Repeat("x", Max+1), "256 bytes"},
		{"gpj.\u202elmth.html", `"gpj.\u202elmth.html" has a character that is not seen`},
		{"a\u2067b", "not seen"},
		{"a\u0085b", "not seen"},
		{strings.Repeat("folder/", MaxPath/7) + "page.html", "a path of 905 bytes"},
	}
	for _, test := range tests {
		if why := Fault(test.path); !strings.Contains(why, test.want) {
			t.Errorf("%q: %q, not …%s…", test.path, why, test.want)
		}
	}
}

func TestSet(t *testing.T) {
	for _, test := range []struct {
		name  string
		paths []string // the last one is added last
		other string   // the file with which it collides; "" for none
		why   []string // words of the reason
	}{
		{"alone", []string{"a.html", "b.html", "b/a.html", "b/b.html", "c/d/e.html", "c/d.html"}, "", nil},
		{"twice", []string{"a/b.html", "a/b.html"}, "a/b.html", []string{`"a/b.html"`, "twice"}},
		{"case", []string{"Gull.html", "gull.html"}, "Gull.html", []string{`"Gull.html"`, `"gull.html"`}},
		{"case of a folder", []string{"actors/a.html", "Actors/b.html"}, "actors/a.html", []string{`"actors"`, `"Actors"`}},
		{"case of a folder above", []string{"x/actors/a.html", "X/actors/b.html"}, "x/actors/a.html", []string{`"x`, `"X`}},
		{"normalisation", []string{"caf\u00e9.html", "cafe\u0301.html"}, "caf\u00e9.html", []string{`"café.html"`, `"café.html"`}},
		{"case beyond ASCII", []string{"Éire.html", "e\u0301ire.html"}, "Éire.html", []string{"Éire"}},
		{"letters that meet in upper case", []string{"ſea.html", "sea.html"}, "ſea.html", []string{"ſea", "sea"}},
		{"file, then folder", []string{"a", "a/b.html"}, "a", []string{`"a"`, "as a file and as a folder"}},
		{"folder, then file", []string{"a/b/c.html", "a/b"}, "a/b/c.html", []string{`"a/b"`, "as a file and as a folder"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			seen := Set{}
			last := len(test.paths) - 1
			for _, p := range test.paths[:last] {
				if c, ok := seen.Add(p); !ok {
					t.Fatal(c.Why)
				}
			}
			c, ok := seen.Add(test.paths[last])
			if c.Folder != strings.Contains(test.name, "folder") {
				t.Errorf("of folders: %v", c.Folder)
			}
			if c.Other != test.other || ok != (test.other == "") {
				t.Errorf("collides with %q (%v), not %q", c.Other, ok, test.other)
			}
			for _, words := range test.why {
				if !strings.Contains(c.Why, words) {
					t.Errorf("the reason %q lacks %q", c.Why, words)
				}
			}
		})
	}
}
