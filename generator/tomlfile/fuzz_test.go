package tomlfile

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/rogpeppe/go-internal/txtar"

	"factsheet/generator/diag"
	"factsheet/generator/text"
)

// Whatever the bytes: no panic; the same acceptance as BurntSushi, but for the
// divergences; the same keys and values, but for the misreadings; and places
// that stand up to being read again.
func FuzzParse(f *testing.F) {
	for _, c := range suiteCases(f) {
		f.Add([]byte(c.toml))
	}
	archives, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(archives) == 0 {
		f.Fatalf("no archives in testdata: %v", err)
	}
	for _, path := range archives {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range archive.Files {
			f.Add(file.Data)
		}
	}
	for _, d := range divergences {
		f.Add([]byte(d.example))
	}
	for _, m := range misreadings {
		f.Add([]byte(m.example))
	}
	f.Fuzz(func(t *testing.T, data []byte) { checkParse(t, data) })
}

// checkParse is FuzzParse for one file.
func checkParse(t testing.TB, data []byte) {
	file := text.NewFile("a.toml", data)
	table, found := Parse(file)
	checkFound(t, found, len(data))
	if beyond := slices.ContainsFunc(found, func(d diag.Diagnostic) bool { return d.Code == "limit" }); len(data) > 1<<14 || beyond {
		return // which can hang BurntSushi
	}
	theirs, err := decodeTheirs(string(data))
	switch {
	case len(found) == 0 && err != nil:
		t.Fatalf("taken, and BurntSushi says: %v", err)
	case len(found) > 0 && err == nil && !excused(found[0].Message, string(data)):
		t.Fatalf("BurntSushi takes it, and we say: %s", found[0].Message)
	}
	if table == nil {
		return
	}
	if lines := strings.ReplaceAll(string(data), "\r\n", "\n"); lines != string(data) {
		theirs, _ = decodeTheirs(lines) // it keeps the carriage returns
	}
	values := plainTable(t, table)
	if diff := cmp.Diff(plainTheirs(theirs), values, cmpopts.EquateNaNs()); diff != "" && !misread(string(data), values) {
		t.Fatalf("values (-BurntSushi +ours):\n%s", diff)
	}
	checkPlaces(t, file, table)
}

// checkFound looks at the code and the places of each finding in n bytes.
func checkFound(t testing.TB, found []diag.Diagnostic, n int) {
	for _, d := range found {
		if d.Message == "" || d.Severity != diag.Error || d.Code != "syntax" && d.Code != "limit" {
			t.Fatalf("%q of severity %v and code %q", d.Message, d.Severity, d.Code)
		}
		spans := []text.Span{d.Place.Span}
		for _, r := range d.Related {
			spans = append(spans, r.Place.Span)
		}
		for _, s := range spans {
			if s.Start < 0 || s.End < s.Start || s.End > n {
				t.Fatalf("%q at %v of %d bytes", d.Message, s, n)
			}
		}
	}
}

// checkPlaces reads every key and value again from the bytes at its place.
func checkPlaces(t testing.TB, f *text.File, table *Table) {
	for _, e := range table.Entries {
		again, found := Parse(text.NewFile("again", []byte(f.Slice(e.KeySpan)+" = 1")))
		if len(found) > 0 || again.Get(e.Key) == nil {
			t.Fatalf("key %q stands not at %v, where it says %q", e.Key, e.KeySpan, f.Slice(e.KeySpan))
		}
		checkPlace(t, f, e.Value)
	}
}

func checkPlace(t testing.TB, f *text.File, v *Value) {
	written := f.Slice(v.Span)
	header := v.headers || v.Table != nil && v.Table.origin != inline
	if !header {
		again, found := Parse(text.NewFile("again", []byte("again = "+written)))
		if len(found) > 0 {
			t.Fatalf("at %v stands no value: %q", v.Span, written)
		}
		if diff := cmp.Diff(plain(t, again.Get("again")), plain(t, v), cmpopts.EquateNaNs()); diff != "" {
			t.Fatalf("at %v stands another value (-there +read):\n%s", v.Span, diff)
		}
	}
	for _, item := range v.Items {
		checkPlace(t, f, item)
	}
	if v.Kind == TableKind {
		if v.Table.Span != v.Span {
			t.Fatalf("table at %v, its value at %v", v.Table.Span, v.Span)
		}
		checkPlaces(t, f, v.Table)
	}
	if v.Kind == String {
		checkLocate(t, f, v)
	}
}

// checkLocate decodes what stands at the place of each part of a string.
func checkLocate(t testing.TB, f *text.File, v *Value) {
	literal := isLiteral(f, v.Content)
	for i, r := range v.Text {
		within := text.Span{Start: i, End: i + len(string(r))}
		place := Locate(f, v.Content, within)
		if got := decode(f.Slice(place), literal); got != string(r) {
			t.Fatalf("%q at %d of %q is placed at %v, where %q stands", r, i, v.Text, place, got)
		}
		if i > 200 {
			break
		}
	}
	if all := Locate(f, v.Content, text.Span{Start: 0, End: len(v.Text)}); decode(f.Slice(all), literal) != v.Text {
		t.Fatalf("all of %q is placed at %v, where %q stands", v.Text, all, f.Slice(all))
	}
}
