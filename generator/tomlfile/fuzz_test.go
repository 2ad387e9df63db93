package tomlfile

import (
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/BurntSushi/toml"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/rogpeppe/go-internal/txtar"

	"factsheet/generator/text"
)

// divergences are the findings with which we refuse what BurntSushi takes, an
// example of each, and what TOML 1.0 says.
var divergences = []struct{ finding, example, because string }{
	{"^an inline table ends on the line", "x = { a = 1,\n b = 2 }",
		"No newlines are allowed between the curly braces unless they are valid within a value."},
	{"^an inline table has no comma behind", "x = { a = 1, }",
		"A terminating comma is not permitted after the last key/value pair in an inline table."},
	{`^\\[ex] is no escape`, `x = "\e"`,
		"Any other character may be escaped with \\uXXXX or \\UXXXXXXXX; all other escape sequences are reserved."},
	{"is no date of TOML", "x = 17:45",
		`ABNF: partial-time = time-hour ":" time-minute ":" time-second`},
	{"is no date of TOML", "x = 2031-03-04T17:45:00+12:60",
		"ABNF: time-numoffset has a time-hour, 00 to 23, and a time-minute, 00 to 59."},
	{"and a dotted key cannot add to it$", "[a.b]\nc = 1\n[a]\nb.d = 1",
		"Dotted keys create and define a table; tables cannot be defined more than once."},
	{"and a dotted key cannot add to it$", "a = {}\na.b = 1",
		"Inline tables are fully self-contained: keys and sub-tables cannot be added outside the braces."},
	{"and no header can add to it$", "a = {}\n[a.b]",
		"Inline tables are fully self-contained: keys and sub-tables cannot be added outside the braces."},
	{"is already a table made by dotted keys$", "a.b = 1\n[a]",
		"Tables defined by dotted keys cannot be redefined with a [table] header."},
	{"is given twice in one table$", "a.b.c = 1\na.b = 2",
		"Defining a key multiple times is invalid."},
	{"^too many quotation marks in a row$", `x = """\\""""""`,
		"ABNF: mlb-quotes = 1*2quotation-mark; behind an escaped backslash too, no more than two stand before the three that close."},
	{"^the file is in UTF-16", "\xff\xfea = 1",
		"A TOML file must be a valid UTF-8 encoded Unicode document."},
}

// excused reports whether a finding is one of the divergences.
func excused(finding string) bool {
	for _, d := range divergences {
		if regexp.MustCompile(d.finding).MatchString(finding) {
			return true
		}
	}
	return false
}

// Each divergence is one still, so that none outlives a version of either
// library.
func TestDivergences(t *testing.T) {
	for _, d := range divergences {
		_, found := Parse(text.NewFile("a.toml", []byte(d.example)))
		if len(found) == 0 || !regexp.MustCompile(d.finding).MatchString(found[0].Message) {
			t.Errorf("%q: found %v, want %q, since %s", d.example, found, d.finding, d.because)
		}
		if _, err := decodeTheirs(d.example); err != nil {
			t.Errorf("%q is none any more: BurntSushi says %v", d.example, err)
		}
	}
}

// Whatever the bytes: no panic; the same acceptance as BurntSushi, but for the
// divergences; the same keys and values; and places that stand up to being
// read again.
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
	f.Fuzz(func(t *testing.T, data []byte) {
		file := text.NewFile("a.toml", data)
		table, found := Parse(file)
		if len(data) > 1<<14 || len(found) > 0 && found[0].Code == "limit" {
			return // which can hang BurntSushi
		}
		theirs, err := decodeTheirs(string(data))
		switch {
		case len(found) == 0 && err != nil:
			t.Fatalf("taken, and BurntSushi says: %v", err)
		case len(found) > 0 && err == nil && !excused(found[0].Message):
			t.Fatalf("BurntSushi takes it, and we say: %s", found[0].Message)
		}
		for _, d := range found {
			if s := d.Place.Span; s.Start < 0 || s.End < s.Start || s.End > len(data) {
				t.Fatalf("%q at %v of %d bytes", d.Message, s, len(data))
			}
		}
		if table == nil {
			return
		}
		if diff := cmp.Diff(plainTheirs(theirs), plainTable(t, table), cmpopts.EquateNaNs()); diff != "" {
			t.Fatalf("values (-BurntSushi +ours):\n%s", diff)
		}
		checkPlaces(t, file, table)
	})
}

func decodeTheirs(data string) (values map[string]any, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v", r)
		}
	}()
	_, err = toml.Decode(data, &values)
	return values, err
}

// plainTheirs gives BurntSushi's values the shape of plain's.
func plainTheirs(table map[string]any) map[string]any {
	m := make(map[string]any, len(table))
	for key, v := range table {
		m[key] = plainTheir(v)
	}
	return m
}

func plainTheir(v any) any {
	switch v := v.(type) {
	case string:
		return strings.ReplaceAll(v, "\r\n", "\n")
	case map[string]any:
		return plainTheirs(v)
	case []map[string]any:
		items := make([]any, 0, len(v))
		for _, item := range v {
			items = append(items, plainTheirs(item))
		}
		return items
	case []any:
		items := make([]any, 0, len(v))
		for _, item := range v {
			items = append(items, plainTheir(item))
		}
		return items
	case time.Time:
		switch v.Location().String() {
		case "datetime-local":
			return "date " + v.Format("2006-01-02T15:04:05.999999999")
		case "date-local":
			return "date " + v.Format("2006-01-02")
		case "time-local":
			return "date " + v.Format("15:04:05.999999999")
		}
		return "date " + v.UTC().Format("2006-01-02T15:04:05.999999999Z07:00")
	}
	return v
}

// checkPlaces reads every key and value again from the bytes at its place.
func checkPlaces(t *testing.T, f *text.File, table *Table) {
	for _, e := range table.Entries {
		again, found := Parse(text.NewFile("again", []byte(f.Slice(e.KeySpan)+" = 1")))
		if len(found) > 0 || again.Get(e.Key) == nil {
			t.Fatalf("key %q stands not at %v, where it says %q", e.Key, e.KeySpan, f.Slice(e.KeySpan))
		}
		checkPlace(t, f, e.Value)
	}
}

func checkPlace(t *testing.T, f *text.File, v *Value) {
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
func checkLocate(t *testing.T, f *text.File, v *Value) {
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
