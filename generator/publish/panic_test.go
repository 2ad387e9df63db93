package publish

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"factsheet/generator/panics"
)

// TestPublishPanics lets the program itself fail where a file comes from and
// where it is written, on one of several cores: the panic reaches whoever
// publishes, the old site stays, and nothing lies about.
func TestPublishPanics(t *testing.T) {
	for _, where := range []string{"in the stream", "while writing"} {
		t.Run(where, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			mustPublish(t, modes()["as here"], dir, 1, ferries)
			p, next := system, ferries.with(site{"index.html": "other"})
			stream := next.files()
			if where == "in the stream" {
				stream = func(yield func(File, error) bool) { yield(File{Path: "x.html"}, nil); panic("out of step") }
			} else {
				p.create = func(string) (*os.File, error) { panic("out of step") }
			}
			if fault := faultOf(func() { p.publish(context.Background(), dir, input(2), stream, Guard{}) }); fault == nil || fault.Value != "out of step" {
				t.Errorf("caught %v", fault)
			}
			wantSite(t, dir, ferries)
			wantAlone(t, dir)
		})
	}
}

func faultOf(work func()) *panics.Caught {
	var catch panics.Catcher
	catch.Do(work)
	return catch.Caught()
}

// wantAlone looks beside a published folder, where nothing may be left.
func wantAlone(t *testing.T, dir string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(dir))
	if err != nil || len(entries) == 0 {
		t.Fatal(entries, err)
	}
	for _, e := range entries {
		if e.Name() != filepath.Base(dir) {
			t.Errorf("%s was left behind", e.Name())
		}
	}
}
