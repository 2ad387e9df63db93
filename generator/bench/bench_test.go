package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"factsheet/generator/corpus"
)

// TestFloor sees that the floor makes whole pages: less work than that would be
// no measure.
func TestFloor(t *testing.T) {
	from, to := t.TempDir(), t.TempDir()
	if err := corpus.Write(from, corpus.Pages(5, 1)); err != nil {
		t.Fatal(err)
	}
	if err := floor(from, to); err != nil {
		t.Fatal(err)
	}
	pages, err := filepath.Glob(filepath.Join(to, "notes", "*.html"))
	if err != nil || len(pages) != 5 {
		t.Fatalf("%d pages of 5: %v", len(pages), err)
	}
	for _, name := range pages {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for part, want := range map[string]int{"<title>": 1, "<h1>": 1, "<h2 id=": 5, "<tr>": 9, "<blockquote>": 3, "<a href=\"https://example.org": 10, "class=\"footnote-ref\"": 3} {
			if got := strings.Count(string(data), part); got != want {
				t.Errorf("%s has %q %d times, not %d", filepath.Base(name), part, got, want)
			}
		}
	}
}

// TestStages sees that every stage of a project is measured.
func TestStages(t *testing.T) {
	from, to := t.TempDir(), filepath.Join(t.TempDir(), "site")
	if err := corpus.Write(from, corpus.Project(10, 1)); err != nil {
		t.Fatal(err)
	}
	if err := stages(from, to); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(to, "index.html")); err != nil {
		t.Error(err)
	}
}

func TestMedian(t *testing.T) {
	got := median([]cost{{3 * time.Second, 1, 30}, {time.Second, 9, 10}, {2 * time.Second, 5, 20}})
	if want := (cost{2 * time.Second, 5, 20}); got != want {
		t.Errorf("%v, not %v", got, want)
	}
}

func TestNumbers(t *testing.T) {
	for list, want := range map[string]int{"": 0, "10": 1, "10,1000": 2, "x": -1, "0": -1, "-5": -1} {
		got, err := numbers(list)
		if (err != nil) != (want < 0) || err == nil && len(got) != want {
			t.Errorf("%q: %v, %v", list, got, err)
		}
	}
}
