package tomlfile

import (
	"encoding/json"
	"io/fs"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	tomltest "github.com/toml-lang/toml-test"

	"factsheet/generator/text"
)

// A suiteCase is one case of toml-test.
type suiteCase struct {
	name, toml string
	want       string // tagged JSON; "" where the file is invalid
}

// suiteCases returns the cases of the official suite that are of TOML 1.0.
func suiteCases(t testing.TB) []suiteCase {
	suite := tomltest.EmbeddedTests()
	read := func(name string) string {
		data, err := fs.ReadFile(suite, name)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	var cases []suiteCase
	for name := range strings.FieldsSeq(read("files-toml-1.0.0")) {
		base, ok := strings.CutSuffix(name, ".toml")
		if !ok {
			continue
		}
		c := suiteCase{name: base, toml: read(name)}
		if strings.HasPrefix(name, "valid/") {
			c.want = read(base + ".json")
		}
		cases = append(cases, c)
	}
	if len(cases) < 500 {
		t.Fatalf("only %d cases", len(cases))
	}
	return cases
}

// The official suite for TOML 1.0: every valid file has the values that it
// should, every invalid one is refused.
func TestSuite(t *testing.T) {
	for _, c := range suiteCases(t) {
		table, found := Parse(text.NewFile(c.name, []byte(c.toml)))
		if c.want == "" {
			if len(found) == 0 {
				t.Errorf("%s: taken, and it is invalid:\n%s", c.name, c.toml)
			}
			continue
		}
		if len(found) > 0 {
			t.Errorf("%s: %s\n%s", c.name, found[0].Message, c.toml)
			continue
		}
		var want any
		if err := json.Unmarshal([]byte(c.want), &want); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(untag(t, want), plainTable(t, table), cmpopts.EquateNaNs()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// untag turns the tagged JSON of toml-test into plain values.
func untag(t *testing.T, v any) any {
	switch v := v.(type) {
	case []any:
		items := []any{}
		for _, item := range v {
			items = append(items, untag(t, item))
		}
		return items
	case map[string]any:
		kind, tagged := v["type"].(string)
		value, scalar := v["value"].(string)
		if tagged && scalar && len(v) == 2 {
			return untagScalar(t, kind, value)
		}
		table := map[string]any{}
		for key, value := range v {
			table[key] = untag(t, value)
		}
		return table
	}
	t.Fatalf("unexpected %T", v)
	return nil
}

func untagScalar(t *testing.T, kind, value string) any {
	var result any
	var err error
	switch kind {
	case "string":
		return value
	case "integer":
		result, err = strconv.ParseInt(value, 10, 64)
	case "float":
		result, err = strconv.ParseFloat(strings.TrimLeft(value, "+"), 64)
	case "bool":
		result, err = strconv.ParseBool(value)
	default:
		return plainDate(t, value)
	}
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// plainTable turns a table into values of Go, of which a test can compare two.
func plainTable(t testing.TB, table *Table) map[string]any {
	m := make(map[string]any, len(table.Entries))
	for _, e := range table.Entries {
		m[e.Key] = plain(t, e.Value)
	}
	return m
}

func plain(t testing.TB, v *Value) any {
	switch v.Kind {
	case String:
		return v.Text
	case Integer:
		return v.Integer
	case Float:
		return v.Float
	case Boolean:
		return v.Boolean
	case Datetime:
		return plainDate(t, v.Text)
	case Array:
		items := make([]any, 0, len(v.Items))
		for _, item := range v.Items {
			items = append(items, plain(t, item))
		}
		return items
	case TableKind:
		return plainTable(t, v.Table)
	}
	t.Fatalf("a value of kind %d", v.Kind)
	return nil
}

// plainDate returns a date or time as text of which there is one for each
// meaning.
func plainDate(t testing.TB, written string) string {
	s := strings.ToUpper(strings.Replace(written, " ", "T", 1))
	for _, layout := range dateLayouts {
		if moment, err := time.Parse(layout, s); err == nil {
			if strings.Contains(layout, "Z") {
				moment = moment.UTC()
			}
			return "date " + moment.Format(strings.Replace(layout, "05", "05.999999999", 1))
		}
	}
	t.Fatalf("no date: %q", written)
	return ""
}
