package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// Where links cannot be had, a copy has the bytes and the time of its original.
func TestCopy(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	mustPublish(t, modes()["as here"], dir, 1, ferries)
	age(t, dir)
	s := newStage(placesOf(dir), Manifest{}, create)
	const path = "sources/gull.html"
	target, err := s.target(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.copy(path, target); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(target)
	if err != nil || string(got) != ferries[path] {
		t.Errorf("copied %q, %v", got, err)
	}
	original, copied := times(t, dir)[join(dir, path)], times(t, s.at.stage)[target]
	if !original.Equal(copied) || time.Since(copied) < time.Hour {
		t.Errorf("copied at %v, original of %v", copied, original)
	}
}

// A file that vanishes between comparing and linking stops the publication.
func TestKeepVanished(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	mustPublish(t, modes()["as here"], dir, 1, ferries)
	s := newStage(placesOf(dir), Manifest{}, create)
	if err := s.keep("vanished.html"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v", err)
	}
}

func TestHolds(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a")
	long := make([]byte, bufferBytes+10)
	long[bufferBytes+3] = 'x'
	if err := os.WriteFile(file, long, 0o644); err != nil {
		t.Fatal(err)
	}
	other := append([]byte(nil), long...)
	other[bufferBytes+3] = 'y'
	tests := map[string]struct {
		data []byte
		want bool
	}{
		"same":           {long, true},
		"a byte":         {other, false},
		"shorter":        {long[:len(long)-1], false},
		"longer":         {append(other[:0:0], append(long, 0)...), false},
		"nothing":        {nil, false},
		"the first part": {long[:bufferBytes], false},
	}
	for name, test := range tests {
		if got := holds(file, test.data); got != test.want {
			t.Errorf("%s: %t", name, got)
		}
	}
	if holds(filepath.Dir(file), nil) || holds(file+"none", nil) {
		t.Error("a folder or nothing holds bytes")
	}
}
