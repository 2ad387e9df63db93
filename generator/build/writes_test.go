package build_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"factsheet/generator/build"
	"factsheet/generator/diag"
	"factsheet/generator/sheet"
	"factsheet/layouts"
)

// generated are the steps by which the generated files of a project are
// brought up to date.
func generated(t *testing.T, project fstest.MapFS) []build.File {
	t.Helper()
	files, err := build.Read(folders(t, project), nil)
	must(t, err)
	state := build.Next(files, nil)
	if state.Errors() > 0 {
		t.Fatalf("errors:\n%s", printed(state.Found))
	}
	return state.Output(layouts.FS).Writes()
}

func take(project fstest.MapFS, step build.File) {
	project[step.Path] = &fstest.MapFile{Data: step.Data}
	if step.Data == nil {
		delete(project, step.Path)
	}
}

// reword replaces words of a file.
func reword(t *testing.T, project fstest.MapFS, name, old, new string) {
	t.Helper()
	data := strings.ReplaceAll(string(project[name].Data), old, new)
	if data == string(project[name].Data) {
		t.Fatalf("%s does not have %q", name, old)
	}
	project[name] = &fstest.MapFile{Data: []byte(data)}
}

// TestWritesCutShort stops the writing of sheets after each step: none then
// looks as if somebody had written in it, even if the annotations are changed
// again before the next build.
func TestWritesCutShort(t *testing.T) {
	project := base(t)
	project["content/annotations/extra.toml"] = &fstest.MapFile{Data: []byte(`[[claims]]
id        = "bridges-shut"
statement = "Bridges were shut."
evidence  = [{ source = "valley-post", quote = "Three bridges were closed", by = ["river-office"] }]
`)}
	for _, step := range generated(t, project) {
		take(project, step)
	}
	if left := generated(t, project); len(left) > 0 {
		t.Fatalf("%d steps are left after all were taken", len(left))
	}
	reword(t, project, "content/annotations/figures.toml", "Three bridges were closed.", "Three bridges have been closed.")
	reword(t, project, "content/annotations/extra.toml", "Bridges were shut.", "Bridges had been shut.")
	steps := generated(t, project)
	if last := len(steps) - 1; last < 3 || steps[0].Path != sheet.SumsPath || steps[last].Path != sheet.SumsPath {
		t.Fatalf("%d steps", len(steps))
	}
	for n := range steps {
		take(project, steps[n])
		again := fstest.MapFS{}
		for name, f := range project {
			again[name] = f
		}
		reword(t, again, "content/annotations/figures.toml", "have been closed.", "are closed.")
		if found := findings(t, again); slices.ContainsFunc(found, func(d diag.Diagnostic) bool { return d.Code == "sheet-edited" }) {
			t.Errorf("cut short after step %d:\n%s", n+1, printed(found))
		}
	}
	if left := generated(t, project); len(left) > 0 {
		t.Errorf("%d steps are left after all were taken", len(left))
	}
}
