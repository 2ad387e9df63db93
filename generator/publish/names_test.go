package publish

import (
	"strings"
	"testing"
)

func TestCheckPath(t *testing.T) {
	for _, p := range []string{
		"index.html", ".nojekyll", "sources/harbour.html", "assets/a.1f.css", "compare/a--b.html",
		"con-text.html", "console.html", "com0.html", "com10.html", "a b.html", "ø.html",
		strings.Repeat("x", maxName), "fact.factsheet", "a/.factsheet",
	} {
		if err := checkPath(p); err != nil {
			t.Errorf("%q: %v", p, err)
		}
	}
	tests := []struct{ path, want string }{
		{"", "without a name"},
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
		{strings.Repeat("x", maxName+1), "256 bytes"},
		{ManifestName, "kept for the manifest"},
		{".FactSheet", "kept for the manifest"},
		{ManifestName + "/a", "kept for the manifest"},
		{probeName, "kept for the manifest"},
	}
	for _, test := range tests {
		t.Run(test.path, func(t *testing.T) { wantWords(t, checkPath(test.path), test.want) })
	}
}

func TestNames(t *testing.T) {
	tests := []struct {
		name  string
		paths []string
		want  []string // words of the error for the last path; none for no error
	}{
		{"alone", []string{"a.html", "b.html", "b/a.html", "b/b.html", "c/d/e.html", "c/d.html"}, nil},
		{"twice", []string{"a/b.html", "a/b.html"}, []string{`"a/b.html"`, "twice"}},
		{"case", []string{"Gull.html", "gull.html"}, []string{`"Gull.html"`, `"gull.html"`}},
		{"case of a folder", []string{"actors/a.html", "Actors/b.html"}, []string{`"actors"`, `"Actors"`}},
		{"case of a folder above", []string{"x/actors/a.html", "X/actors/b.html"}, []string{`"x`, `"X`}},
		{"normalisation", []string{"caf\u00e9.html", "cafe\u0301.html"}, []string{`"café.html"`, `"café.html"`}},
		{"case beyond ASCII", []string{"Éire.html", "e\u0301ire.html"}, []string{"Éire"}},
		{"letters that meet in upper case", []string{"ſea.html", "sea.html"}, []string{"ſea", "sea"}},
		{"file, then folder", []string{"a", "a/b.html"}, []string{`"a"`, "as a file and as a folder"}},
		{"folder, then file", []string{"a/b/c.html", "a/b"}, []string{`"a/b"`, "as a file and as a folder"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			seen := names{}
			last := len(test.paths) - 1
			for _, p := range test.paths[:last] {
				if err := seen.add(p); err != nil {
					t.Fatal(err)
				}
			}
			err := seen.add(test.paths[last])
			if test.want == nil && err != nil {
				t.Error(err)
			}
			if test.want != nil {
				wantWords(t, err, test.want...)
			}
		})
	}
}
