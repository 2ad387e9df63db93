package tomlfile

import (
	"strconv"
	"strings"
	"testing"

	"factsheet/generator/text"
)

// Each file is one step beyond a limit or far beyond it; the far ones would
// keep the test from ending, were a parser to see them.
func TestLimits(t *testing.T) {
	const far = 100_000
	for name, test := range map[string]struct{ toml, message string }{
		"depth":         {"x = " + strings.Repeat("[", maxDepth+1) + strings.Repeat("]", maxDepth+1), "more than 64 arrays and inline tables within one another"},
		"arrays":        {"x = " + strings.Repeat("[", far), "more than 64 arrays and inline tables within one another"},
		"closed arrays": {"x = " + strings.Repeat("[", far) + strings.Repeat("]", far), "more than 64 arrays and inline tables within one another"},
		"tables":        {"x = " + strings.Repeat("{a=", far), "more than 64 arrays and inline tables within one another"},
		"closed tables": {"x = " + strings.Repeat("{a=", far) + "1" + strings.Repeat("}", far), "more than 64 arrays and inline tables within one another"},
		"lines":         {"x = " + strings.Repeat("[\n", far), "more than 64 arrays and inline tables within one another"},
		"parts":         {strings.Repeat("a.", maxParts) + "a = 1", "a dotted key of more than 16 parts"},
		"many parts":    {strings.Repeat("a.", far) + "a = 1", "a dotted key of more than 16 parts"},
		"header parts":  {"[" + strings.Repeat(`"a" . `, maxParts) + "a]", "a dotted key of more than 16 parts"},
		"inline parts":  {"x = {" + strings.Repeat("a.", maxParts) + "a = 1}", "a dotted key of more than 16 parts"},
		"string":        {`x = "` + strings.Repeat("a", maxString) + `"`, "a string of more than 1048576 bytes"},
		"long string":   {`x = """` + strings.Repeat("a\n", maxString) + `"""`, "a string of more than 1048576 bytes"},
		"key":           {`'` + strings.Repeat("a", maxString) + `' = 1`, "a string of more than 1048576 bytes"},
		"file":          {strings.Repeat("#", maxFile+1), "the file has 67108865 bytes, and at most 67108864 are read"},
	} {
		table, found := Parse(text.NewFile("a.toml", []byte(test.toml)))
		if table != nil || len(found) != 1 || found[0].Code != "limit" || found[0].Message != test.message {
			t.Errorf("%s: %v", name, found)
		}
	}
}

// What just keeps a limit is read.
func TestWithinLimits(t *testing.T) {
	for name, toml := range map[string]string{
		"depth":  "x = " + strings.Repeat("[", maxDepth) + strings.Repeat("]", maxDepth),
		"mixed":  "x = " + strings.Repeat("[{a=", maxDepth/2) + "1" + strings.Repeat("}]", maxDepth/2),
		"parts":  strings.Repeat("a.", maxParts-1) + "a = 1.5",
		"header": "[" + strings.Repeat("a.", maxParts-1) + "a]\nb.c = 1",
		"values": "x = [" + strings.Repeat("1.5, ", 100) + "]\ny = {a.b = 1.5, a.c = 1.5, a.d = 1.5, a.e = 1.5, a.f = 1.5, a.g = 1.5, a.h = 1.5, a.i = 1.5 }",
		"string": `x = "` + strings.Repeat("a", maxString-2) + `"`,
		"words":  "x = \"" + strings.Repeat(".[{", 100) + "\" # " + strings.Repeat("[.{", 100),
	} {
		if _, found := Parse(text.NewFile("a.toml", []byte(toml))); len(found) > 0 {
			t.Errorf("%s: %s", name, found[0].Message)
		}
	}
}

// Files that are large, hostile and within the limits are read, or refused, in
// time linear in their size; what is quadratic does not end here.
func TestHostile(t *testing.T) {
	const many = 200_000
	var keys strings.Builder
	for i := range many {
		keys.WriteString("k" + strings.Repeat("x", i%7) + strconv.Itoa(i) + " = 1\n")
	}
	for name, test := range map[string]struct {
		toml string
		good bool
	}{
		"keys":           {keys.String(), true},
		"same keys":      {strings.Repeat("a = 1\n", 2000), false},
		"headers":        {strings.Repeat("[[a]]\n", many), true},
		"array":          {"x = [" + strings.Repeat("1,", many) + "]", true},
		"open strings":   {strings.Repeat(`"`, many), false},
		"marks":          {`x = """` + strings.Repeat(`"" `, many), false},
		"backslashes":    {`x = "` + strings.Repeat(`\`, many), false},
		"unquoted":       {"x = " + strings.Repeat("word ", many), false},
		"brackets":       {strings.Repeat("[", many), false},
		"deep header":    {strings.Repeat("[", many) + "a" + strings.Repeat("]", many), false},
		"commas":         {"x = " + strings.Repeat("1,", many), false},
		"one long array": {"x = [\n" + strings.Repeat("{ a = 1 },\n", many) + "word ]", false},
		"comments":       {strings.Repeat("# [[[[{{{{\n", many) + "=", false},
		"binary":         {strings.Repeat("\x7fELF\x01\x02\xff", many), false},
	} {
		if _, found := Parse(text.NewFile("a.toml", []byte(test.toml))); (len(found) == 0) != test.good {
			t.Errorf("%s: %d findings", name, len(found))
		}
	}
}
