package export_test

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"factsheet/generator/build"
	"factsheet/generator/export"
	"factsheet/generator/tomlfile"
)

// annotated are the projects of this repository.
var annotated = []string{"../..", "../cli/starter", "../check/testdata/corpora/ferry", "../check/testdata/corpora/waterworks"}

func state(t *testing.T, root string) *build.State {
	t.Helper()
	files, err := build.Read(build.Folders{
		Root: os.DirFS(root), Seeds: os.DirFS(filepath.Join(root, "seeds")), Content: os.DirFS(filepath.Join(root, "content")),
	}, nil)
	if err != nil {
		t.Fatal(err)
	}
	s := build.Next(files, nil)
	if s.Dossier == nil || len(s.Files.Annotations) == 0 {
		t.Fatalf("%s is no project with annotations", root)
	}
	return s
}

// schemaOf compiles the schema of a project, which sees that it is a schema of
// draft 4.
func schemaOf(t *testing.T, s *build.State) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(export.Schema(s.Dossier)))
	if err != nil {
		t.Fatal(err)
	}
	if got := doc.(map[string]any)["$schema"]; got != "http://json-schema.org/draft-04/schema#" {
		t.Errorf("the schema says that it is of %v", got)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// valuesOf are the annotation files of a project as an editor's engine sees
// them.
func valuesOf(t *testing.T, s *build.State) map[string]any {
	t.Helper()
	out := map[string]any{}
	for _, f := range s.Files.Annotations {
		table, found := tomlfile.Parse(f)
		if len(found) > 0 {
			t.Fatalf("%s: %s", f.Path, found[0].Message)
		}
		out[f.Path] = object(table)
	}
	return out
}

func object(t *tomlfile.Table) map[string]any {
	out := map[string]any{}
	for _, e := range t.Entries {
		out[e.Key] = value(e.Value)
	}
	return out
}

func value(v *tomlfile.Value) any {
	switch v.Kind {
	case tomlfile.Integer, tomlfile.Float:
		return v.Float
	case tomlfile.Boolean:
		return v.Boolean
	case tomlfile.TableKind:
		return object(v.Table)
	case tomlfile.Array:
		list := make([]any, len(v.Items))
		for i, item := range v.Items {
			list[i] = value(item)
		}
		return list
	}
	return v.Text
}

func TestSchemaAccepts(t *testing.T) {
	for _, root := range annotated {
		s := state(t, root)
		schema := schemaOf(t, s)
		for name, v := range valuesOf(t, s) {
			if err := schema.Validate(v); err != nil {
				t.Errorf("%s: %s: %v", root, name, err)
			}
		}
	}
}

// TestSchemaRejects misspells every key, every id that is referred to and
// every word of a closed list, one at a time.
func TestSchemaRejects(t *testing.T) {
	s := state(t, "../cli/starter")
	schema := schemaOf(t, s)
	ids := map[string]bool{}
	for _, id := range s.Dossier.Names([]string{"source", "part", "measure", "actor", "fact"}) {
		ids[id] = true
	}
	tried := map[string]int{}
	for name, v := range valuesOf(t, s) {
		misspell(v, "", ids, func(what, where string) {
			tried[what]++
			if schema.Validate(v) == nil {
				t.Errorf("%s: a misspelt %s is accepted: %s", name, what, where)
			}
		})
	}
	for _, what := range []string{"key", "id", "word"} {
		if tried[what] < 8 {
			t.Errorf("only %d of kind %s were tried", tried[what], what)
		}
	}
}

// misspell calls check for a value each time that one thing in it is misspelt,
// and puts it right again.
func misspell(v any, key string, ids map[string]bool, check func(what, where string)) {
	switch v := v.(type) {
	case []any:
		for i, item := range v {
			if s, ok := item.(string); ok {
				misspellText(s, key, ids, key == "refers", func(bad string) { v[i] = bad }, check)
				v[i] = s
			}
			misspell(item, key, ids, check)
		}
	case map[string]any:
		for _, k := range slices.Sorted(maps.Keys(v)) {
			inner := v[k]
			if key != "refers" { // whose keys are the author's own
				delete(v, k)
				v[slip(k)] = inner
				check("key", k)
				delete(v, slip(k))
				v[k] = inner
			}
			if s, ok := inner.(string); ok {
				misspellText(s, k, ids, key == "refers", func(bad string) { v[k] = bad }, check)
				v[k] = s
			}
			misspell(inner, k, ids, check)
		}
	}
}

// Within refers a value may be a date as well, so that it is free text to the
// schema. declaring are the keys whose value is free text, or an id that is made by
// being written.
var declaring = []string{"id", "quote", "statement", "name", "title", "unit", "aliases", "words"}

func misspellText(s, key string, ids map[string]bool, free bool, put func(string), check func(what, where string)) {
	what := ""
	switch {
	case slices.Contains([]string{"kind", "hedge", "status"}, key):
		what = "word"
	case ids[s] && !slices.Contains(declaring, key) && !free:
		what = "id"
	default:
		return
	}
	put(slip(s))
	check(what, key+" = "+s)
}

// slip is a word with its first two characters swapped, or one more where they
// are the same.
func slip(s string) string {
	if s[0] == s[1] {
		return s[:1] + s
	}
	return s[1:2] + s[:1] + s[2:]
}
