package diag_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/rivo/uniseg"

	"factsheet/generator/diag"
	"factsheet/generator/text"
)

func at(f *text.File, start int) diag.Place {
	return diag.Place{File: f, Span: text.Span{Start: start, End: start + 1}}
}

func TestSort(t *testing.T) {
	a, b := text.NewFile("a", []byte("12\n34")), text.NewFile("b", []byte("1"))
	list := []diag.Diagnostic{
		{Place: at(b, 0), Code: "x"},
		{Place: at(a, 3), Code: "x"},
		{Place: at(a, 0), Code: "y", Message: "1"},
		{Place: at(a, 0), Code: "y", Message: "2"},
		{Place: at(a, 0), Code: "x"},
		{Code: "z"},
	}
	diag.Sort(list)
	var got []string
	for _, d := range list {
		got = append(got, d.Place.String()+" "+d.Code+d.Message)
	}
	want := []string{" z", "a:1:1 x", "a:1:1 y1", "a:1:1 y2", "a:2:1 x", "b:1:1 x"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestErrors(t *testing.T) {
	list := []diag.Diagnostic{{Severity: diag.Error}, {Severity: diag.Warning}, {Severity: diag.Error}, {}}
	if got := diag.Errors(list); got != 2 {
		t.Errorf("Errors = %d, want 2", got)
	}
	if got := list[3].Severity.String(); got != "no severity" {
		t.Errorf("a forgotten severity is %q", got)
	}
}

// A line of a megabyte costs each finding no more than a short one; this many
// findings would take minutes if it did.
func TestTextEndlessLine(t *testing.T) {
	f := text.NewFile("a", []byte(strings.Repeat("wörd ", 200_000)))
	var list []diag.Diagnostic
	for i := range 200 {
		list = append(list, diag.Diagnostic{Place: at(f, i*5000), Severity: diag.Error})
	}
	var b bytes.Buffer
	if err := diag.Text(&b, list, false); err != nil {
		t.Fatal(err)
	}
	if got := strings.Count(b.String(), "^"); got != len(list) {
		t.Errorf("%d carets for %d findings of one cell", got, len(list))
	}
}

func TestWriterFails(t *testing.T) {
	list := []diag.Diagnostic{{Severity: diag.Error, Message: "x"}}
	for name, print := range map[string]func() error{
		"Text":   func() error { return diag.Text(fullDisk{}, list, false) },
		"JSON":   func() error { return diag.JSON(fullDisk{}, list) },
		"GitHub": func() error { return diag.GitHub(fullDisk{}, list) },
		"SARIF":  func() error { return diag.SARIF(fullDisk{}, list, nil, "") },
	} {
		if err := print(); !errors.Is(err, errFull) {
			t.Errorf("%s: error %v, want the writer's", name, err)
		}
	}
}

var errFull = errors.New("no space left")

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errFull }

func FuzzPrinters(f *testing.F) {
	f.Add([]byte("a = \"東京\"\n\tb"), 5, 3)
	f.Add([]byte("\xff\x1b[2J\u202e\r\n"), 0, 9)
	f.Add(bytes.Repeat([]byte("e\u0301"), 150), 200, 1)
	f.Add([]byte("🇩🇪🇫🇷"+strings.Repeat("👩‍👩‍👧", 20)), 200, 50)
	f.Fuzz(func(t *testing.T, data []byte, start, length int) { checkPrinters(t, data, start, length) })
}

// TestPrintersLong prints lines too long to be fuzzed.
func TestPrintersLong(t *testing.T) {
	checkPrinters(t, bytes.Repeat([]byte("e\u0301"), 3000), 4000, 1)
	checkPrinters(t, []byte("🇩🇪🇫🇷"+strings.Repeat("👩‍👩‍👧", 400)), 4700, 100)
}

// checkPrinters prints a diagnostic about some bytes of a file. Whatever bytes
// it holds and wherever the span lies: the picture is made of lines that fit,
// its carets stay within them, JSON is valid, and no byte drives a terminal.
func checkPrinters(t testing.TB, data []byte, start, length int) {
	file := text.NewFile("a.toml", data)
	start = min(max(start, 0), len(data))
	end := min(start+min(max(length, 0), len(data)), len(data))
	list := []diag.Diagnostic{{
		Code: "syntax", Severity: diag.Error, Message: string(data), Help: string(data),
		Place: diag.Place{File: file, Span: text.Span{Start: start, End: end}},
	}}
	var picture bytes.Buffer
	if err := diag.Text(&picture, list, false); err != nil {
		t.Fatal(err)
	}
	checkPicture(t, picture.String(), len(data) > 0)
	var object bytes.Buffer
	if err := diag.JSON(&object, list); err != nil {
		t.Fatal(err)
	}
	if !json.Valid(object.Bytes()) || !utf8.Valid(object.Bytes()) || bytes.Count(object.Bytes(), []byte("\n")) != 1 {
		t.Errorf("not one line of JSON: %q", object.Bytes())
	}
}

func checkPicture(t testing.TB, printed string, drawn bool) {
	if strings.ContainsFunc(printed, func(r rune) bool { return r < ' ' && r != '\n' && r != '\t' || r == 0x202E }) || !utf8.ValidString(printed) {
		t.Errorf("a terminal could be deceived: %q", printed)
	}
	if !drawn {
		return
	}
	_, afterHeader, _ := strings.Cut(printed, "(syntax)\n")
	line, rest, _ := strings.Cut(afterHeader, "\n")
	carets, _, _ := strings.Cut(rest, "\n")
	_, shown, _ := strings.Cut(line, "│")
	if w := uniseg.StringWidth(shown); w > 101 {
		t.Errorf("the line is %d cells wide: %q", w, shown)
	}
	if !strings.Contains(carets, "^") || uniseg.StringWidth(carets) > 8+101 {
		t.Errorf("carets %q below %q", carets, line)
	}
}

// TestMergeAndReplace holds what is done to a sorted list to what is done to
// one that is sorted afterwards.
func TestMergeAndReplace(t *testing.T) {
	dice := rand.New(rand.NewPCG(1, 2))
	var files []*text.File
	for _, path := range []string{"a", "b", "c", "d"} {
		files = append(files, text.NewFile(path, []byte("0123456789")))
	}
	some := func(message string) []diag.Diagnostic {
		var list []diag.Diagnostic
		for n := range dice.IntN(12) {
			list = append(list, diag.Diagnostic{
				Code: []string{"limit", "syntax"}[dice.IntN(2)], Message: fmt.Sprint(message, n),
				Place: diag.Place{File: files[dice.IntN(4)], Span: text.Span{Start: dice.IntN(3)}},
			})
		}
		diag.Sort(list)
		return list
	}
	for range 300 {
		list, few := some("list"), some("few")
		want := slices.Concat(few, list)
		diag.Sort(want)
		if diff := cmp.Diff(want, diag.Merge(list, few), cmpopts.EquateComparable(diag.Place{}), cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("merged (-want +got):\n%s", diff)
		}
		paths := []string{"d", "b"}[:dice.IntN(3)]
		want = slices.DeleteFunc(slices.Clone(list), func(d diag.Diagnostic) bool { return slices.Contains(paths, d.Place.File.Path) })
		few = slices.DeleteFunc(few, func(d diag.Diagnostic) bool { return !slices.Contains(paths, d.Place.File.Path) })
		want = append(want, few...)
		diag.Sort(want)
		if diff := cmp.Diff(want, diag.Replace(list, paths, few), cmpopts.EquateComparable(diag.Place{}), cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("other findings in %q (-want +got):\n%s", paths, diff)
		}
	}
}

// A finding far within a line without an end.
func BenchmarkEndlessLine(b *testing.B) {
	line := strings.Repeat("The mayor said on Monday that about 1,200 people had left. ", 1<<18)
	d := diag.Diagnostic{Code: "limit", Place: diag.Place{File: text.NewFile("a", []byte(line)), Span: text.Span{Start: len(line) / 2, End: len(line)/2 + 6}}}
	b.ReportAllocs()
	for b.Loop() {
		diag.Text(io.Discard, []diag.Diagnostic{d}, false)
	}
}
