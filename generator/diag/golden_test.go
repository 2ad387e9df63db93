package diag_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"factsheet/generator/diag"
	"factsheet/generator/text"
)

var update = flag.Bool("update", false, "rewrite the expected output in testdata")

var printers = map[string]func(*bytes.Buffer, []diag.Diagnostic) error{
	"text":   func(w *bytes.Buffer, list []diag.Diagnostic) error { return diag.Text(w, list, false) },
	"color":  func(w *bytes.Buffer, list []diag.Diagnostic) error { return diag.Text(w, list, true) },
	"json":   func(w *bytes.Buffer, list []diag.Diagnostic) error { return diag.JSON(w, list) },
	"github": func(w *bytes.Buffer, list []diag.Diagnostic) error { return diag.GitHub(w, list) },
	"sarif": func(w *bytes.Buffer, list []diag.Diagnostic) error {
		return diag.SARIF(w, list, []diag.RuleInfo{
			{Code: "seed-changed", Title: "A seed has changed", Severity: diag.Error},
			{Code: "quote-not-found", Title: "A quote is not in its source", Text: "Copy it from the seed.", Severity: diag.Error},
		}, "v1.2.3")
	},
}

// An archive in testdata holds source files, in which ⟦ and ⟧ enclose the span
// of the finding and ⟪ and ⟫ that of a related place, a file "diagnostic", and
// for each printer under test the output wanted. {U+202E} and {0xFF} stand for
// a character and a byte that an editor would hide or spoil.
func TestPrinters(t *testing.T) {
	archives, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatalf("no archives in testdata: %v", err)
	}
	for _, path := range archives {
		t.Run(filepath.Base(path), func(t *testing.T) { testArchive(t, path) })
	}
}

func testArchive(t *testing.T, path string) {
	archive, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	d := readDiagnostic(t, archive)
	printed := 0
	for i, file := range archive.Files {
		printer, ok := printers[file.Name]
		if !ok {
			continue
		}
		printed++
		var got bytes.Buffer
		if err := printer(&got, []diag.Diagnostic{d}); err != nil {
			t.Fatal(err)
		}
		shown := hidden.ReplaceAllStringFunc(got.String(), func(s string) string {
			return fmt.Sprintf("{U+%04X}", []rune(s)[0])
		})
		if *update {
			archive.Files[i].Data = []byte(shown)
		} else if diff := cmp.Diff(string(file.Data), shown); diff != "" {
			t.Errorf("%s (-want +got):\n%s", file.Name, diff)
		}
	}
	if printed == 0 {
		t.Fatal("the archive names no printer")
	}
	if *update {
		if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// readDiagnostic makes the finding that an archive describes.
func readDiagnostic(t *testing.T, archive *txtar.Archive) diag.Diagnostic {
	places := map[string]diag.Place{}
	for _, file := range archive.Files {
		if file.Name != "diagnostic" && printers[file.Name] == nil {
			for marks, place := range readPlaces(file) {
				places[marks] = place
			}
		}
	}
	d := diag.Diagnostic{Severity: diag.Error, Place: places["⟦⟧"]}
	for _, line := range strings.Split(strings.TrimSpace(sourceBytes(fileNamed(t, archive, "diagnostic"))), "\n") {
		key, value, _ := strings.Cut(line, ": ")
		switch key {
		case "code":
			d.Code = value
		case "message":
			d.Message = value
		case "severity":
			d.Severity = severities[value]
		case "missing":
			d.Place = diag.Place{File: text.NewFile(value, nil)}
		case "help":
			d.Help = strings.TrimPrefix(d.Help+"\n"+value, "\n")
		case "remark":
			label, message, _ := strings.Cut(value, ": ")
			d.Related = append(d.Related, diag.Related{Label: label, Message: message})
		case "placed":
			label, message, _ := strings.Cut(value, ": ")
			d.Related = append(d.Related, diag.Related{Label: label, Message: message, Place: places["⟪⟫"]})
		default:
			t.Fatalf("unknown key %q in diagnostic", key)
		}
	}
	return d
}

// readPlaces returns the place between each pair of marks in a file, by pair.
func readPlaces(file txtar.File) map[string]diag.Place {
	data := sourceBytes(file.Data)
	bare := strings.NewReplacer("⟦", "", "⟧", "", "⟪", "", "⟫", "")
	source := text.NewFile(sourceBytes([]byte(file.Name)), []byte(bare.Replace(data)))
	places := map[string]diag.Place{}
	for _, marks := range [][2]string{{"⟦", "⟧"}, {"⟪", "⟫"}} {
		if before, rest, ok := strings.Cut(data, marks[0]); ok {
			inside, _, _ := strings.Cut(rest, marks[1])
			start := len(bare.Replace(before))
			places[marks[0]+marks[1]] = diag.Place{File: source, Span: text.Span{Start: start, End: start + len(bare.Replace(inside))}}
		}
	}
	return places
}

var severities = map[string]diag.Severity{"error": diag.Error, "warning": diag.Warning}

var hidden = regexp.MustCompile(`[\x1b\x{80}-\x{9f}\x{202a}-\x{202e}\x{2066}-\x{2069}]`)

var stoodFor = regexp.MustCompile(`\{(U\+|0x)([0-9A-F]{2,5})\}`)

func sourceBytes(data []byte) string {
	return stoodFor.ReplaceAllStringFunc(string(data), func(s string) string {
		parts := stoodFor.FindStringSubmatch(s)
		n, err := strconv.ParseUint(parts[2], 16, 21)
		if err != nil {
			panic(err)
		}
		if parts[1] == "0x" {
			return string([]byte{byte(n)})
		}
		return string(rune(n))
	})
}

func fileNamed(t *testing.T, archive *txtar.Archive, name string) []byte {
	for _, file := range archive.Files {
		if file.Name == name {
			return file.Data
		}
	}
	t.Fatalf("no file %q in the archive", name)
	return nil
}
