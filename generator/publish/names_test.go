package publish

import "testing"

func TestCheckPath(t *testing.T) {
	for _, p := range []string{"index.html", ".nojekyll", "sources/harbour.html", "fact.factsheet", "a/.factsheet"} {
		if err := checkPath(p); err != nil {
			t.Errorf("%q: %v", p, err)
		}
	}
	for _, test := range []struct{ path, want string }{
		{"", "without a name"},
		{"sources/aux.html", `"sources/aux.html" cannot be published: "aux.html" is the name of a device`},
		{ManifestName, "kept for the manifest"},
		{".FactSheet", "kept for the manifest"},
		{ManifestName + "/a", "kept for the manifest"},
		{probeName, "kept for the manifest"},
	} {
		t.Run(test.path, func(t *testing.T) { wantWords(t, checkPath(test.path), test.want) })
	}
}
