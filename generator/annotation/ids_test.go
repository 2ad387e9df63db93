package annotation_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"factsheet/generator/annotation"
	"factsheet/generator/config"
	"factsheet/generator/form"
	"factsheet/generator/text"
)

const declaring = `
[[sources]]
id = "post"
seed = "1.txt"
publisher = ""
title = ""
published = ""
lang = "en"
  [[sources.parts]]
  from = "Once"
  [[sources.parts]]
  id = "post-archive"
  from = "Earlier"
[[measures]]
id = "moved"
title = "Moved"
unit = "people"
[[actors]]
id = "mayor"
name = "Ada Brook"
kind = "person"
evidence = [{ source = "post", quote = "Ada Brook" }]
[[claims]]
id = "shut"
statement = "The gate was shut."
evidence = [{ source = "post", quote = "shut" }]
[[claims]]
id = "broken"
`

// TestIDs holds the ids of a file to what the tags of its records say.
func TestIDs(t *testing.T) {
	site, found := config.Read(text.NewFile(config.Path, []byte("title = \"A\"\n[[sheets]]\nname = \"claims\"\nkind = \"claim\"\ntitle = \"Claims\"\n")))
	if len(found) > 0 {
		t.Fatal(found)
	}
	r, _ := annotation.Read(text.NewFile("a.toml", []byte(declaring)), site)
	var want []form.ID
	for _, s := range r.Sources {
		want = append(want, form.IDs(s)...)
	}
	for _, m := range r.Measures {
		want = append(want, form.IDs(m)...)
	}
	for _, a := range r.Actors {
		want = append(want, form.IDs(a)...)
	}
	for _, f := range r.Facts {
		want = append(want, form.IDs(f)...)
	}
	if diff := cmp.Diff(want, r.IDs()); diff != "" || len(want) != 5 {
		t.Errorf("%d ids by their tags (-want +got):\n%s", len(want), diff)
	}
	if len(r.Broken) != 1 || r.Broken[0].Text.Value != "broken" {
		t.Errorf("broken: %v", r.Broken)
	}
}
