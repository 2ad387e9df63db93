package tomlfile

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/BurntSushi/toml"
	"github.com/google/go-cmp/cmp"

	"factsheet/generator/text"
)

// divergences are the findings with which we refuse what BurntSushi takes, what
// a file holds for that, an example of each, and what TOML 1.0 says.
var divergences = []struct{ finding, file, example, because string }{
	{"^an inline table ends on the line", "", "x = { a = 1,\n b = 2 }",
		"No newlines are allowed between the curly braces unless they are valid within a value."},
	{"^an inline table has no comma behind", "", "x = { a = 1, }",
		"A terminating comma is not permitted after the last key/value pair in an inline table."},
	{`^\\[ex] is no escape`, "", `x = "\e"`,
		"Any other character may be escaped with \\uXXXX or \\UXXXXXXXX; all other escape sequences are reserved."},
	{"is no date of TOML", "", "x = 17:45",
		`ABNF: partial-time = time-hour ":" time-minute ":" time-second`},
	{"is no date of TOML", "", "x = 2031-03-04T17:45:00+12:60",
		"ABNF: time-numoffset has a time-hour, 00 to 23, and a time-minute, 00 to 59."},
	{"and a dotted key cannot add to it$", "", "[a.b]\nc = 1\n[a]\nb.d = 1",
		"Dotted keys create and define a table; tables cannot be defined more than once."},
	{"and a dotted key cannot add to it$", "", "a = {}\na.b = 1",
		"Inline tables are fully self-contained: keys and sub-tables cannot be added outside the braces."},
	{"and no header can add to it$", "{", "a = {}\n[a.b]",
		"Inline tables are fully self-contained: keys and sub-tables cannot be added outside the braces."},
	{"is already a table made by dotted keys$", "", "a.b = 1\n[a]",
		"Tables defined by dotted keys cannot be redefined with a [table] header."},
	{"is given twice in one table$", `\.`, "a.b.c = 1\na.b = 2",
		"Defining a key multiple times is invalid."},
	{"is given twice in one table$", emptyKey, "a = [{'' = 1}]\na = [{b = 1}]",
		"Defining a key multiple times is invalid."},
	{"^the table .* is given twice$", twoElements, "[[a]]\n[a.b.c]\n[[a]]\n[a.b]\n[a.b]",
		"Like keys, you cannot define a table more than once."},
	{"is a list, and this header has single brackets$", twoElements, "[[a]]\n[a.b.c]\n[[a]]\n[[a.b]]\n[a.b]",
		"Attempting to define a normal table with the same name as an already established array must produce an error."},
	{"is already an? [a-z]+$", twoElements, "[[a]]\nb.c = 1\n[[a]]\nb = 1\n[a.b]",
		"Like keys, you cannot define a table more than once; a key that holds a value cannot be a table."},
	{`and a \[\[header\]\] cannot add to it$`, emptyKey, "a = [{'' = 1}]\n[[a]]",
		"Attempting to append to a statically defined array must produce an error."},
	{"^too many quotation marks in a row$", `\\\\"{6}`, `x = """\\""""""`,
		"ABNF: mlb-quotes = 1*2quotation-mark; behind an escaped backslash too, no more than two stand before the three that close."},
	{"^the file is in UTF-16", "", "\xff\xfea = 1",
		"A TOML file must be a valid UTF-8 encoded Unicode document."},
}

// What BurntSushi knows of a key it files under the key's path. The elements of
// an array of tables share their paths, and the key "" has that of its table;
// so it takes one for the other.
const (
	twoElements = `(?ms)^[ \t]*\[\[.*^[ \t]*\[\[`
	emptyKey    = `(""|'')[ \t]*=`
)

// excused reports whether a finding in a file is one of the divergences.
func excused(finding, file string) bool {
	for _, d := range divergences {
		if regexp.MustCompile(d.finding).MatchString(finding) && regexp.MustCompile(d.file).MatchString(file) {
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
		if len(found) == 0 || !regexp.MustCompile(d.finding).MatchString(found[0].Message) || !regexp.MustCompile(d.file).MatchString(d.example) {
			t.Errorf("%q: found %v, want %q, since %s", d.example, found, d.finding, d.because)
		}
		if _, err := decodeTheirs(d.example); err != nil {
			t.Errorf("%q is none any more: BurntSushi says %v", d.example, err)
		}
	}
}

// misreadings are the files that both take and of which BurntSushi loses a
// part, an example of each, and what TOML 1.0 says.
var misreadings = []struct {
	of               func(file string, values map[string]any) bool
	example, because string
}{
	{func(file string, _ map[string]any) bool { return regexp.MustCompile(emptyKey).MatchString(file) },
		"a = [{'' = 1}, 2]", "A bare key must be non-empty, but an empty quoted key is allowed (though discouraged)."},
	{func(_ string, values map[string]any) bool { return twoKinds(values, "", map[string]string{}) },
		"[[a]]\nb = []\n[[a]]\nb.c = 1\nb.d = 2", "Each subsequent instance of the header creates and defines a new table element in the array."},
}

// misread reports whether the values of a file make it one of the misreadings.
func misread(file string, values map[string]any) bool {
	for _, m := range misreadings {
		if m.of(file, values) {
			return true
		}
	}
	return false
}

// twoKinds reports whether one path leads to values of two kinds, in two
// elements of an array.
func twoKinds(v any, path string, kinds map[string]string) bool {
	switch v := v.(type) {
	case []any:
		return slices.ContainsFunc(v, func(item any) bool { return twoKinds(item, path, kinds) })
	case map[string]any:
		for key, value := range v {
			below, kind := path+strconv.Quote(key), fmt.Sprintf("%T", value)
			if known, ok := kinds[below]; ok && known != kind {
				return true
			}
			kinds[below] = kind
			if twoKinds(value, below, kinds) {
				return true
			}
		}
	}
	return false
}

// Each misreading is one still.
func TestMisreadings(t *testing.T) {
	for i, m := range misreadings {
		table, found := Parse(text.NewFile("a.toml", []byte(m.example)))
		theirs, err := decodeTheirs(m.example)
		if len(found) > 0 || err != nil {
			t.Errorf("%q: we say %v, BurntSushi %v, and it is valid: %s", m.example, found, err, m.because)
			continue
		}
		values := plainTable(t, table)
		if !m.of(m.example, values) {
			t.Errorf("%q is no example of the misreading %d", m.example, i)
		}
		if cmp.Equal(plainTheirs(theirs), values) {
			t.Errorf("%q is none any more", m.example)
		}
	}
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
