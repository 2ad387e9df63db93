package tomlfile

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"factsheet/generator/text"
)

const places = `# a comment
[[figures]]   # with one behind it
id = "bridges-closed"
site.name = 'The "Post"'
value = 1_200
share = -2.5e1
draft = true
when = 2031-03-05T07:00:00Z
evidence = [ # quotes
	{ source = "valley-post", quote = "three\tbridges" }, # the first
	{ by = ["mayor", [1, 2,],], refers.him = "mayor" },
]
note = """
Line one \
   goes on "here".
"""
[[figures]]
"two words" = ""
  [ figures . of ]
  x = {}
[[ figures.parts ]]
`

func TestPlaces(t *testing.T) {
	want := `figures "figures" array "[[figures]]"
  item table "[[figures]]"
    id "id" string "\"bridges-closed\"" "bridges-closed"
    site "site" table "site"
      name "name" string "'The \"Post\"'" "The \"Post\""
    value "value" integer "1_200"
    share "share" float "-2.5e1"
    draft "draft" boolean "true"
    when "when" date "2031-03-05T07:00:00Z"
    evidence "evidence" array "[ # quotes\n\t{ source = \"valley-post\", quote = \"three\\tbridges\" }, # the first\n\t{ by = [\"mayor\", [1, 2,],], refers.him = \"mayor\" },\n]"
      item table "{ source = \"valley-post\", quote = \"three\\tbridges\" }"
        source "source" string "\"valley-post\"" "valley-post"
        quote "quote" string "\"three\\tbridges\"" "three\\tbridges"
      item table "{ by = [\"mayor\", [1, 2,],], refers.him = \"mayor\" }"
        by "by" array "[\"mayor\", [1, 2,],]"
          item string "\"mayor\"" "mayor"
          item array "[1, 2,]"
            item integer "1"
            item integer "2"
        refers "refers" table "refers"
          him "him" string "\"mayor\"" "mayor"
    note "note" string "\"\"\"\nLine one \\\n   goes on \"here\".\n\"\"\"" "Line one \\\n   goes on \"here\".\n"
  item table "[[figures]]"
    two words "\"two words\"" string "\"\"" ""
    of "of" table "[ figures . of ]"
      x "x" table "{}"
    parts "parts" array "[[ figures.parts ]]"
      item table "[[ figures.parts ]]"
`
	for _, ending := range []string{"\n", "\r\n"} {
		for _, mark := range []string{"", "\ufeff"} {
			f := text.NewFile("a.toml", []byte(mark+strings.ReplaceAll(places, "\n", ending)))
			table, found := Parse(f)
			if len(found) > 0 {
				t.Fatal(found[0].Message)
			}
			var b strings.Builder
			outline(&b, f, table, "")
			got := strings.ReplaceAll(b.String(), `\r\n`, `\n`)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("line ending %q, mark %q (-want +got):\n%s", ending, mark, diff)
			}
		}
	}
}

// outline writes what stands at the place of each key and value.
func outline(b *strings.Builder, f *text.File, table *Table, indent string) {
	for _, e := range table.Entries {
		fmt.Fprintf(b, "%s%s %q ", indent, e.Key, f.Slice(e.KeySpan))
		outlineValue(b, f, e.Value, indent)
	}
}

func outlineValue(b *strings.Builder, f *text.File, v *Value, indent string) {
	fmt.Fprintf(b, "%s %q", v.Kind, f.Slice(v.Span))
	if v.Kind == String {
		fmt.Fprintf(b, " %q", f.Slice(v.Content))
	}
	b.WriteString("\n")
	for _, item := range v.Items {
		b.WriteString(indent + "  item ")
		outlineValue(b, f, item, indent+"  ")
	}
	if v.Table != nil {
		outline(b, f, v.Table, indent+"  ")
	}
}

func TestValues(t *testing.T) {
	for _, test := range []struct {
		written string
		want    Value
	}{
		{"0xDEAD_beef", Value{Kind: Integer, Integer: 0xDEADBEEF, Float: 0xDEADBEEF}},
		{"0o755", Value{Kind: Integer, Integer: 0o755, Float: 0o755}},
		{"0b1_01", Value{Kind: Integer, Integer: 5, Float: 5}},
		{"-9223372036854775808", Value{Kind: Integer, Integer: math.MinInt64, Float: math.MinInt64}},
		{"+1_000", Value{Kind: Integer, Integer: 1000, Float: 1000}},
		{"1_0.2_5e-0_1", Value{Kind: Float, Float: 1.025}},
		{"-inf", Value{Kind: Float, Float: math.Inf(-1)}},
		{"1e-400", Value{Kind: Float, Float: 0}},
		{"false", Value{Kind: Boolean}},
		{"2032-02-29", Value{Kind: Datetime}},
		{"07:32:00.5", Value{Kind: Datetime}},
		{"2031-03-05 07:32:00.123456-23:59", Value{Kind: Datetime}},
		{"2031-03-05t07:32:00z", Value{Kind: Datetime}},
	} {
		table, found := Parse(text.NewFile("a.toml", []byte("x = "+test.written)))
		if len(found) > 0 {
			t.Errorf("%s: %s", test.written, found[0].Message)
			continue
		}
		got := *table.Get("x")
		test.want.Span = text.Span{Start: 4, End: 4 + len(test.written)}
		test.want.Content, test.want.Text = test.want.Span, test.written
		if diff := cmp.Diff(test.want, got, cmp.AllowUnexported(Value{})); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.written, diff)
		}
	}
}

func TestGet(t *testing.T) {
	var b strings.Builder
	for i := range 3 * manyEntries {
		fmt.Fprintf(&b, "key-%d = %d\n", i, i)
	}
	table, found := Parse(text.NewFile("a.toml", []byte(b.String())))
	if len(found) > 0 {
		t.Fatal(found[0].Message)
	}
	for i := range 3 * manyEntries {
		if v := table.Get(fmt.Sprintf("key-%d", i)); v == nil || v.Integer != int64(i) {
			t.Errorf("key-%d: %v", i, v)
		}
	}
	for _, key := range []string{"key", "", "key-48"} {
		if v := table.Get(key); v != nil {
			t.Errorf("%q is %v", key, v)
		}
	}
}

func TestEmpty(t *testing.T) {
	for _, data := range []string{"", "\n", "\r\n", " \t", "# nothing yet", "\ufeff", "\ufeff# nothing\n\n"} {
		table, found := Parse(text.NewFile("a.toml", []byte(data)))
		if len(found) > 0 || table == nil || len(table.Entries) > 0 {
			t.Errorf("%q: %v, %v", data, table, found)
		}
	}
}

func TestLocate(t *testing.T) {
	for _, test := range []struct{ written, word, want string }{
		{`"three bridges"`, "bridges", "bridges"},
		{`"three\tbridges were"`, "bridges", "bridges"},
		{`"three\tbridges"`, "\tbridges", `\tbridges`},
		{`"caf\u00E9 closed"`, "café", `caf\u00E9`},
		{`"a \U0001F30A b"`, "🌊", `\U0001F30A`},
		{`'three\bridges'`, `\bridges`, `\bridges`},
		{"\"\"\"\nthree\\\n   bridges\\\n  were\"\"\"", "bridges", "bridges"},
		{"\"\"\"\nthree\\\n   bridges\"\"\"", "three", "three"},
		{"\"\"\"\nthree\\\n   bridges\"\"\"", "threebridges", "three\\\n   bridges"},
		{"'''\r\nthree\r\nbridges'''", "three\nbridges", "three\r\nbridges"},
		{"\"\"\"three\\r\r\nbridges\"\"\"", "\r\nbridges", "\\r\r\nbridges"},
		{`"""he said ""three"" \"bridges\"."""`, `"bridges"`, `\"bridges\"`},
		{`"\n"`, "", ""},
	} {
		f := text.NewFile("a.toml", []byte("x = "+test.written))
		table, found := Parse(f)
		if len(found) > 0 {
			t.Errorf("%s: %s", test.written, found[0].Message)
			continue
		}
		v := table.Get("x")
		start := strings.Index(v.Text, test.word)
		if start < 0 {
			t.Fatalf("%q is not in %q", test.word, v.Text)
		}
		place := Locate(f, v.Content, text.Span{Start: start, End: start + len(test.word)})
		if got := f.Slice(place); got != test.want {
			t.Errorf("%s: %q stands at %q, want %q", test.written, test.word, got, test.want)
		}
		if got := Offset(f, v.Content, start); got != place.Start {
			t.Errorf("%s: Offset %d, Locate %d", test.written, got, place.Start)
		}
	}
}

func TestLocateBeyond(t *testing.T) {
	f := text.NewFile("a.toml", []byte(`x = "a\tb" # more`))
	table, _ := Parse(f)
	v := table.Get("x")
	if got := Locate(f, v.Content, text.Span{Start: 2, End: 99}); f.Slice(got) != "b" {
		t.Errorf("%q", f.Slice(got))
	}
	if got := Locate(f, v.Content, text.Span{Start: 50, End: 99}); got != (text.Span{Start: v.Content.End, End: v.Content.End}) {
		t.Errorf("%v, want the end of %v", got, v.Content)
	}
}

func TestKindNames(t *testing.T) {
	for kind, want := range map[Kind]string{0: "no value", String: "string", TableKind: "table"} {
		if got := kind.String(); got != want {
			t.Errorf("%d is %q, want %q", kind, got, want)
		}
	}
}
