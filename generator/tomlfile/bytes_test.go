package tomlfile

import (
	"strings"
	"testing"

	"factsheet/generator/text"
)

// Bytes that no TOML file holds, which an archive in testdata could not hold
// either.
func TestBytes(t *testing.T) {
	for _, test := range []struct {
		toml    string
		at      text.Position
		message string
		help    string
	}{
		{"a = \"\xff\"", text.Position{Line: 1, Column: 6}, "this byte is not UTF-8", "save the file with the encoding UTF-8"},
		{"# \xe4 in Latin-1", text.Position{Line: 1, Column: 3}, "this byte is not UTF-8", "save the file with the encoding UTF-8"},
		{"a = 1\n\xfc = 2", text.Position{Line: 2, Column: 1}, "this byte is not UTF-8", "save the file with the encoding UTF-8"},
		{"\xff\xfea\x00", text.Position{Line: 1, Column: 1}, "the file is in UTF-16, and TOML is in UTF-8", "save it with the encoding UTF-8"},
		{"\xfe\xff\x00a", text.Position{Line: 1, Column: 1}, "the file is in UTF-16, and TOML is in UTF-8", "save it with the encoding UTF-8"},
		{"a\x00=\x00", text.Position{Line: 1, Column: 2}, "the file is no text: it holds a byte 0", "save it as plain text with the encoding UTF-8"},
		{"#" + strings.Repeat(" ", 600) + "\x00", text.Position{Line: 1, Column: 602}, "a control character", `delete it; in a string between double marks write \u0000`},
		{"a = \"\x07\"", text.Position{Line: 1, Column: 6}, "a control character", `delete it; in a string between double marks write \u0007`},
		{"a = '''\x7f'''", text.Position{Line: 1, Column: 8}, "a control character", `delete it; in a string between double marks write \u007F`},
		{"a = 1\rb = 2", text.Position{Line: 1, Column: 6}, "a carriage return without a line feed", `end lines with a line feed; in a string write \r`},
		{"a = \"1\r\"", text.Position{Line: 1, Column: 7}, "a carriage return without a line feed", `end lines with a line feed; in a string write \r`},
		{"a = 1\n\ufeffb = 2", text.Position{Line: 2, Column: 1}, "a byte order mark within the file", "delete it"},
		{"\ufeff\ufeffb = 2", text.Position{Line: 1, Column: 4}, "a byte order mark within the file", "delete it"},
		{"\u3000a = 1", text.Position{Line: 1, Column: 1}, `expected '.' or '=', but got '\u3000' instead`, ""},
	} {
		f := text.NewFile("a.toml", []byte(test.toml))
		_, found := Parse(f)
		if len(found) != 1 {
			t.Errorf("%q: %d findings", test.toml, len(found))
			continue
		}
		d := found[0]
		if d.Message != test.message || d.Help != test.help || f.Position(d.Place.Span.Start) != test.at {
			t.Errorf("%q: %v %q, help %q", test.toml, f.Position(d.Place.Span.Start), d.Message, d.Help)
		}
	}
}
